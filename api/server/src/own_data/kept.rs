//! What of a person stays when the account is removed, and why.

/// What stays when an account is removed, and why.
pub const KEPT: &[(&str, &str)] = &[
    (
        "the random id of the account, without name and address",
        "other rows point to it: a report stays that of one and the same reporter, and a step that of one person",
    ),
    (
        "incidents that you reported by name",
        "they are the organisation's, and figures that were published count them; withdraw those that are still open first",
    ),
    (
        "steps in the audit, by the id alone",
        "the record is sealed in a chain: an entry that was taken out would make all later ones false",
    ),
    (
        "an application of your organisation, without you as its officer",
        "who was let in, and why, is part of the record",
    ),
    (
        "words that others wrote about you, such as the reason of a step",
        "they are theirs, and those in the audit are sealed; ask whoever wrote them, or an administrator",
    ),
    (
        "name, certificates and engagements in the register of consultants, once it was public",
        "a certificate that a master was shown has to be found again, and what happened to it; all else of the profile goes",
    ),
    (
        "that you applied for a certificate, and what was found and decided",
        "a decision has to be explained later; papers, curriculum vitae, statement, interests, answers and references go",
    ),
    (
        "ratings that you wrote for your organisation, by your random id",
        "they are the organisation's, and figures that were published count them; what you answered to ratings goes",
    ),
    (
        "that a membership was there, by the id alone",
        "the organisation has to know who acted for it, and when that ended",
    ),
];
