//! What the register holds of a person, part by part, and what of it stays when the account is removed.

/// A table of the archive.
pub struct Part {
    /// Name of its files, without ending.
    pub name: &'static str,
    /// What a row is.
    pub row: &'static str,
    /// Columns, in the order of the CSV file.
    pub columns: &'static [&'static str],
    /// What follows `FROM`; `$1` is the account. Hashes and sealed secrets are in no part: they are of use to nobody.
    pub from: &'static str,
}

/// All parts.
pub const PARTS: &[Part] = &[
    Part {
        name: "account",
        row: "Your account.",
        columns: &[
            "id",
            "email",
            "name",
            "role",
            "suspended",
            "created_at",
            "changed_at",
        ],
        from: "accounts WHERE id = $1",
    },
    Part {
        name: "memberships",
        row: "An organisation that you act or acted for.",
        columns: &[
            "id",
            "organisation_id",
            "email",
            "role",
            "state",
            "reason",
            "created_at",
            "changed_at",
        ],
        from: "memberships WHERE account_id = $1 ORDER BY created_at",
    },
    Part {
        name: "sessions",
        row: "A sign-in.",
        columns: &[
            "id",
            "browser",
            "proven",
            "created_at",
            "used_at",
            "expires_at",
            "revoked_at",
            "revoked_reason",
        ],
        from: "sessions WHERE account_id = $1 ORDER BY created_at",
    },
    Part {
        name: "second_factor",
        row: "When your second factor was set up and used; its secret is sealed and told to nobody.",
        columns: &["confirmed_at", "last_used_on", "created_at"],
        from: "second_factors WHERE account_id = $1",
    },
    Part {
        name: "identities",
        row: "A provider that you sign in by, and what it calls you.",
        columns: &["issuer", "subject", "linked_at", "last_used_on"],
        from: "identities WHERE account_id = $1 ORDER BY linked_at",
    },
    Part {
        name: "api_keys",
        row: "A key that you made for a program of your organisation.",
        columns: &[
            "id",
            "organisation_id",
            "name",
            "test",
            "scopes",
            "addresses",
            "created_at",
            "expires_at",
            "last_used_on",
            "revoked_at",
            "revoked_reason",
        ],
        from: "api_keys WHERE account_id = $1 ORDER BY created_at",
    },
    Part {
        name: "incidents",
        row: "An incident that you reported by name.",
        columns: &[
            "id",
            "reference",
            "status",
            "organisation_id",
            "reported_at",
            "title",
            "summary",
            "occurred_on",
            "occurred_precision",
            "kind",
            "security_incident",
            "cause",
            "victim_type",
            "vessel_type",
            "sea_region",
            "country",
            "severity",
            "systems",
            "verification",
            "tlp",
            "refusal_reason",
        ],
        from: "incidents WHERE account_id = $1 ORDER BY reported_at",
    },
    Part {
        name: "steps",
        row: "A step of yours that stands in the audit.",
        columns: &[
            "id",
            "number",
            "at",
            "action",
            "object_kind",
            "object_id",
            "fields",
            "reason",
        ],
        from: "audit_entries WHERE account_id = $1 ORDER BY at",
    },
];

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
        "that a membership was there, by the id alone",
        "the organisation has to know who acted for it, and when that ended",
    ),
];
