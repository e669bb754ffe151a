//! The invented people of the demo. They exist in demo mode only.

use bellbuoy_domain::account::Role;

/// The password of every demo person; it stands on the sign-in page.
pub const PASSWORD: &str = "bellbuoy-demo";
/// The passphrase of the demo analysts' desk keys.
pub const DESK_PASSPHRASE: &str = "bellbuoy-desk";

/// The secret of the second factor of the demo's staff, as an authenticator keeps it.
pub const SECOND_FACTOR: [u8; 20] = *b"bellbuoy demo secret";

/// Somebody who can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoPerson {
    pub email: &'static str,
    pub name: &'static str,
    pub role: Role,
    /// Whether the person acts for the first of the demo organisations.
    pub member: bool,
}

/// Reports by name.
pub const MEMBER: DemoPerson = DemoPerson {
    email: "member@demo.example",
    name: "Demo Member",
    role: Role::Member,
    member: true,
};
/// Triages, and writes the advisories.
pub const ANALYST: DemoPerson = DemoPerson {
    email: "analyst@demo.example",
    name: "Demo Analyst",
    role: Role::Analyst,
    member: false,
};
/// Releases what the first analyst wrote.
pub const SECOND_ANALYST: DemoPerson = DemoPerson {
    email: "second-analyst@demo.example",
    name: "Demo Second Analyst",
    role: Role::Analyst,
    member: false,
};
/// Reads the audit.
pub const ADMIN: DemoPerson = DemoPerson {
    email: "admin@demo.example",
    name: "Demo Administrator",
    role: Role::Admin,
    member: false,
};

/// Runs the certification schemes.
pub const SCHEME: DemoPerson = DemoPerson {
    email: "scheme@demo.example",
    name: "Demo Scheme Administrator",
    role: Role::SchemeAdministrator,
    member: false,
};
/// Holds a certificate: the first person of the register.
pub const CONSULTANT: DemoPerson = DemoPerson {
    email: "consultant@demo.example",
    name: "Demo Consultant",
    role: Role::Member,
    member: false,
};

/// Decides on what the first did not, and hears appeals.
pub const SECOND_SCHEME: DemoPerson = DemoPerson {
    email: "second-scheme@demo.example",
    name: "Demo Second Scheme Administrator",
    role: Role::SchemeAdministrator,
    member: false,
};
/// Reviews applications for a certificate.
pub const REVIEWER: DemoPerson = DemoPerson {
    email: "reviewer@demo.example",
    name: "Demo Reviewer",
    role: Role::QaReviewer,
    member: false,
};

/// Everybody who can sign in, in the order of the sign-in page.
pub const PEOPLE: [DemoPerson; 8] = [
    MEMBER,
    ANALYST,
    SECOND_ANALYST,
    ADMIN,
    SCHEME,
    SECOND_SCHEME,
    REVIEWER,
    CONSULTANT,
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_say_that_they_are_invented() {
        assert!(
            PEOPLE
                .iter()
                .all(|person| person.email.ends_with("@demo.example"))
        );
    }
}
