//! People and the organisations they act for.

mod application;
mod membership;
mod organisation;

pub use application::{ApplicationDecision, ApplicationRefusal, ApplicationStatus, decide};
pub use membership::{
    MembershipState, MembershipStep, OrganisationRole, StepRefusal, may_manage, step as membership_step,
};
pub use organisation::{
    OrganisationKind, OrganisationStatus, OrganisationStep, Partnership, Standing, Visibility,
    step as organisation_step,
};

vocabulary! {
    /// What a signed-in person may do on the platform.
    Role = "role", version "2", source "Bellbuoy" {
        Member => "member", "Member";
        Analyst => "analyst", "Analyst";
        DutyOfficer => "duty_officer", "Duty officer";
        SchemeAdministrator => "scheme_administrator", "Scheme administrator";
        QaReviewer => "qa_reviewer", "QA reviewer";
        LibraryEditor => "library_editor", "Library editor";
        Admin => "admin", "Administrator";
    }
}

impl Role {
    /// Whether the person works for the platform itself, and so has to prove a second factor.
    #[must_use]
    pub const fn is_staff(self) -> bool {
        !matches!(self, Self::Member)
    }

    /// Whether the person works for the certification schemes, and so reads what is not public of them.
    #[must_use]
    pub const fn runs_schemes(self) -> bool {
        matches!(self, Self::SchemeAdministrator | Self::QaReviewer)
    }
}
