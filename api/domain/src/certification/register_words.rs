//! The words of the register itself: how somebody is reached, and what a check finds.

vocabulary! {
    /// A way to reach somebody of the register.
    ContactKind = "contact_kind", version "1", source "Bellbuoy" {
        Email => "email", "E-mail";
        Phone => "phone", "Telephone";
        Website => "website", "Website";
    }
}

vocabulary! {
    /// What a check of a certificate finds.
    CheckAnswer = "check_answer", version "1", source "Bellbuoy" {
        Valid => "valid", "Valid";
        Suspended => "suspended", "Suspended";
        Lapsed => "lapsed", "Lapsed";
        Revoked => "revoked", "Revoked";
        Withdrawn => "withdrawn", "Given back";
        NotIssued => "not_issued", "Not issued by us";
        Tampered => "tampered", "Changed, or not signed by us";
    }
}
