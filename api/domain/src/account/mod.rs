//! People and the organisations they act for.

vocabulary! {
    /// What a signed-in person may do here.
    Role = "role", version "1", source "Bellbuoy" {
        Member => "member", "Member";
        Analyst => "analyst", "Analyst";
        Admin => "admin", "Administrator";
    }
}

vocabulary! {
    /// What a member organisation is.
    OrganisationKind = "organisation_kind", version "1", source "Bellbuoy" {
        ShippingCompany => "shipping_company", "Shipping company";
        Port => "port", "Port";
        Terminal => "terminal", "Terminal";
        Insurer => "insurer", "Insurer";
        Authority => "authority", "Authority";
        Supplier => "supplier", "Supplier";
        Association => "association", "Association";
        Other => "other", "Other";
    }
}
