//! People inside a member organisation: their role, their state, and who may change either.

vocabulary! {
    /// What a person is inside a member organisation.
    OrganisationRole = "organisation_role", version "1", source "Bellbuoy" {
        Owner => "owner", "Owner";
        Cso => "cso", "Company security officer";
        Member => "member", "Member";
        Auditor => "auditor", "Auditor, reads only";
        DutyOfficer => "duty_officer", "Duty officer, no exports";
    }
}

vocabulary! {
    /// Where a membership stands.
    MembershipState = "membership_state", version "1", source "Bellbuoy" {
        Invited => "invited", "Invited";
        Accepted => "accepted", "Accepted, waits for confirmation";
        Confirmed => "confirmed", "Confirmed";
        Suspended => "suspended", "Suspended";
        Left => "left", "Left";
    }
}

vocabulary! {
    /// What changes where a membership stands.
    MembershipStep = "membership_step", version "1", source "Bellbuoy" {
        Accept => "accept", "Accept";
        Confirm => "confirm", "Confirm";
        Suspend => "suspend", "Suspend";
        Reinstate => "reinstate", "Reinstate";
        Leave => "leave", "Leave";
        Remove => "remove", "Remove";
    }
}

impl OrganisationRole {
    /// Whether the person may enter and change what belongs to the organisation.
    #[must_use]
    pub const fn writes(self) -> bool {
        !matches!(self, Self::Auditor)
    }

    /// Whether the person may take lists away as files.
    #[must_use]
    pub const fn exports(self) -> bool {
        !matches!(self, Self::DutyOfficer)
    }

    /// Whether the person may change people, keys and the entry in the directory.
    #[must_use]
    pub const fn manages(self) -> bool {
        matches!(self, Self::Owner | Self::Cso)
    }
}

impl MembershipStep {
    /// Whether the step has to say why.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Suspend | Self::Remove)
    }

    /// Whether the person takes the step themselves.
    #[must_use]
    pub const fn is_own(self) -> bool {
        matches!(self, Self::Accept | Self::Leave)
    }
}

/// A step the rules do not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cannot `{step}` a membership that is `{from}`; {}", self.way_out())]
pub struct StepRefusal {
    pub from: MembershipState,
    pub step: MembershipStep,
}

impl StepRefusal {
    /// What can be done instead.
    #[must_use]
    pub fn way_out(&self) -> String {
        let possible: Vec<_> = STEPS
            .iter()
            .filter(|(at, ..)| *at == self.from)
            .map(|(_, step, _)| format!("`{step}`"))
            .collect();
        if possible.is_empty() {
            "invite the person again".to_owned()
        } else {
            format!("possible: {}", possible.join(", "))
        }
    }
}

/// Every lawful step.
const STEPS: &[(MembershipState, MembershipStep, MembershipState)] = {
    use MembershipState as S;
    use MembershipStep as T;
    &[
        (S::Invited, T::Accept, S::Accepted),
        (S::Invited, T::Remove, S::Left),
        (S::Accepted, T::Confirm, S::Confirmed),
        (S::Accepted, T::Leave, S::Left),
        (S::Accepted, T::Remove, S::Left),
        (S::Confirmed, T::Suspend, S::Suspended),
        (S::Confirmed, T::Leave, S::Left),
        (S::Confirmed, T::Remove, S::Left),
        (S::Suspended, T::Reinstate, S::Confirmed),
        (S::Suspended, T::Leave, S::Left),
        (S::Suspended, T::Remove, S::Left),
    ]
};

/// Where `step` takes a membership.
///
/// # Errors
/// A refusal that says what can be done instead.
pub fn step(from: MembershipState, step: MembershipStep) -> Result<MembershipState, StepRefusal> {
    let found = STEPS.iter().find(|(at, by, _)| *at == from && *by == step);
    found.map(|(.., to)| *to).ok_or(StepRefusal { from, step })
}

/// Whether somebody of role `by` may invite, change or remove somebody of role `whom` in the same organisation: nobody
/// lifts another to their own height or above it, but an owner.
#[must_use]
pub const fn may_manage(by: OrganisationRole, whom: OrganisationRole) -> bool {
    match by {
        OrganisationRole::Owner => true,
        OrganisationRole::Cso => !whom.manages(),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn every_pair_of_state_and_step_is_settled() {
        let table: Vec<String> = MembershipState::ALL
            .iter()
            .flat_map(|from| MembershipStep::ALL.iter().map(move |by| (*from, *by)))
            .filter_map(|(from, by)| step(from, by).ok().map(|to| format!("{from} {by} {to}")))
            .collect();
        assert_eq!(
            table,
            [
                "invited accept accepted",
                "invited remove left",
                "accepted confirm confirmed",
                "accepted leave left",
                "accepted remove left",
                "confirmed suspend suspended",
                "confirmed leave left",
                "confirmed remove left",
                "suspended reinstate confirmed",
                "suspended leave left",
                "suspended remove left",
            ]
        );
        let refusal = step(MembershipState::Invited, MembershipStep::Confirm).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "cannot `confirm` a membership that is `invited`; possible: `accept`, `remove`"
        );
        let over = step(MembershipState::Left, MembershipStep::Accept).unwrap_err();
        assert!(over.to_string().ends_with("invite the person again"));
    }

    #[test]
    fn nobody_lifts_another_to_their_own_height_but_an_owner() {
        let pairs: Vec<String> = OrganisationRole::ALL
            .iter()
            .flat_map(|by| OrganisationRole::ALL.iter().map(move |whom| (*by, *whom)))
            .filter(|(by, whom)| may_manage(*by, *whom))
            .map(|(by, whom)| format!("{by} {whom}"))
            .collect();
        assert_eq!(
            pairs,
            [
                "owner owner",
                "owner cso",
                "owner member",
                "owner auditor",
                "owner duty_officer",
                "cso member",
                "cso auditor",
                "cso duty_officer",
            ]
        );
    }

    proptest! {
        #[test]
        fn nobody_is_confirmed_who_did_not_accept(
            steps in proptest::collection::vec(proptest::sample::select(MembershipStep::ALL), 0..30)
        ) {
            let mut state = MembershipState::Invited;
            let mut accepted = false;
            for by in steps {
                if let Ok(next) = step(state, by) {
                    accepted |= by == MembershipStep::Accept;
                    prop_assert!(next != MembershipState::Confirmed || accepted);
                    prop_assert!(state != MembershipState::Left);
                    state = next;
                }
            }
        }
    }
}
