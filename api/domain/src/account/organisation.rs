//! Member organisations: what they are, where they stand, and who sees their name.

use super::{OrganisationRole, Role};

vocabulary! {
    /// What a member organisation is.
    OrganisationKind = "organisation_kind", version "2", source "Bellbuoy" {
        ShippingCompany => "shipping_company", "Shipowner or manager";
        Port => "port", "Port";
        Terminal => "terminal", "Terminal";
        Insurer => "insurer", "Insurer or P&I club";
        ClassSociety => "class_society", "Classification society";
        FlagState => "flag_state", "Flag administration";
        AssessorFirm => "assessor_firm", "Assessor firm";
        Authority => "authority", "Authority";
        Cert => "cert", "CERT or CSIRT";
        Supplier => "supplier", "Supplier";
        Association => "association", "Industry body";
        Other => "other", "Other";
    }
}

vocabulary! {
    /// Where a member organisation stands.
    OrganisationStatus = "organisation_status", version "1", source "Bellbuoy" {
        Member => "member", "Member";
        Suspended => "suspended", "Suspended";
        Left => "left", "Left";
    }
}

vocabulary! {
    /// What changes where an organisation stands.
    OrganisationStep = "organisation_step", version "1", source "Bellbuoy" {
        Suspend => "suspend", "Suspend";
        Reinstate => "reinstate", "Reinstate";
        Leave => "leave", "Leave";
    }
}

vocabulary! {
    /// Who sees in the directory that an organisation is a member.
    Visibility = "visibility", version "1", source "Bellbuoy" {
        Listed => "listed", "Listed by name";
        Undisclosed => "undisclosed", "Counted without a name";
        Hidden => "hidden", "Not shown";
    }
}

vocabulary! {
    /// In what an organisation works with the alliance beyond its membership; none is exclusive.
    Partnership = "partnership", version "1", source "Bellbuoy" {
        Technology => "technology", "Technology";
        Research => "research", "Research";
        Training => "training", "Training";
        Insurance => "insurance", "Insurance";
        Legal => "legal", "Legal";
        Response => "response", "Incident response";
    }
}

impl OrganisationStep {
    /// Whether the step has to say why.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Suspend)
    }
}

/// As what somebody acts: the role on the platform, and the role inside a member organisation.
///
/// The latter is absent unless the membership is confirmed and the organisation is a member: every rule looks at the
/// state through it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Standing {
    pub role: Role,
    pub within: Option<OrganisationRole>,
}

impl Standing {
    /// Somebody of the platform's own.
    #[must_use]
    pub const fn staff(role: Role) -> Self {
        Self { role, within: None }
    }

    /// A confirmed person of a member organisation.
    #[must_use]
    pub const fn within(within: OrganisationRole) -> Self {
        Self {
            role: Role::Member,
            within: Some(within),
        }
    }

    /// Whether the person waits outside: signed in, and nothing but that.
    #[must_use]
    pub const fn is_guest(self) -> bool {
        matches!(
            self,
            Self {
                role: Role::Member,
                within: None
            }
        )
    }
}

/// Where `step` takes an organisation; none if it is not lawful.
#[must_use]
pub const fn step(from: OrganisationStatus, step: OrganisationStep) -> Option<OrganisationStatus> {
    use OrganisationStatus as S;
    use OrganisationStep as T;
    match (from, step) {
        (S::Member, T::Suspend) => Some(S::Suspended),
        (S::Suspended, T::Reinstate) => Some(S::Member),
        (S::Member | S::Suspended, T::Leave) => Some(S::Left),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_left_does_not_come_back_by_a_step() {
        for by in OrganisationStep::ALL {
            assert_eq!(step(OrganisationStatus::Left, *by), None);
        }
    }

    #[test]
    fn a_suspension_can_be_taken_back() {
        let suspended = step(OrganisationStatus::Member, OrganisationStep::Suspend);
        assert_eq!(suspended, Some(OrganisationStatus::Suspended));
        assert_eq!(
            step(OrganisationStatus::Suspended, OrganisationStep::Reinstate),
            Some(OrganisationStatus::Member)
        );
        assert_eq!(
            step(OrganisationStatus::Member, OrganisationStep::Reinstate),
            None
        );
    }

    #[test]
    fn only_a_member_outside_every_organisation_is_a_guest() {
        assert!(Standing::staff(Role::Member).is_guest());
        assert!(!Standing::within(OrganisationRole::Auditor).is_guest());
        assert!(
            Role::ALL
                .iter()
                .filter(|role| role.is_staff())
                .all(|role| !Standing::staff(*role).is_guest())
        );
    }
}
