//! The review of an incident report: which decision is lawful where.

vocabulary! {
    /// Where a report stands in the review.
    IncidentStatus = "incident_status", version "1", source "Bellbuoy" {
        Submitted => "submitted", "Submitted";
        InTriage => "in_triage", "In triage";
        Accepted => "accepted", "Accepted";
        Refused => "refused", "Refused";
        Duplicate => "duplicate", "Duplicate";
        Withdrawn => "withdrawn", "Withdrawn";
    }
}

vocabulary! {
    /// A step of the review.
    Decision = "decision", version "1", source "Bellbuoy" {
        TakeUp => "take_up", "Take up";
        Accept => "accept", "Accept";
        Refuse => "refuse", "Refuse";
        LinkDuplicate => "link_duplicate", "Link as duplicate";
        Withdraw => "withdraw", "Withdraw";
        Reopen => "reopen", "Reopen";
    }
}

impl Decision {
    /// Whether the decision must be explained.
    #[must_use]
    pub const fn needs_reason(self) -> bool {
        matches!(self, Self::Refuse)
    }

    /// Whether the decision must say how well the report is supported.
    #[must_use]
    pub const fn needs_verification(self) -> bool {
        matches!(self, Self::Accept)
    }

    /// Whether the decision must name the incident that is already known.
    #[must_use]
    pub const fn needs_original(self) -> bool {
        matches!(self, Self::LinkDuplicate)
    }
}

/// A step the rules do not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cannot `{decision}` a report that is `{from}`; {}", self.way_out())]
pub struct Refusal {
    pub from: IncidentStatus,
    pub decision: Decision,
}

impl Refusal {
    /// What can be done instead.
    #[must_use]
    pub fn way_out(&self) -> String {
        let possible: Vec<_> = lawful(self.from)
            .map(|decision| format!("`{decision}`"))
            .collect();
        if possible.is_empty() {
            "nothing more can be done with it".to_owned()
        } else {
            format!("possible: {}", possible.join(", "))
        }
    }
}

/// Every lawful step.
const STEPS: &[(IncidentStatus, Decision, IncidentStatus)] = {
    use Decision as D;
    use IncidentStatus as S;
    &[
        (S::Submitted, D::TakeUp, S::InTriage),
        (S::Submitted, D::Withdraw, S::Withdrawn),
        (S::InTriage, D::Accept, S::Accepted),
        (S::InTriage, D::Refuse, S::Refused),
        (S::InTriage, D::LinkDuplicate, S::Duplicate),
        (S::InTriage, D::Withdraw, S::Withdrawn),
        (S::Refused, D::Reopen, S::InTriage),
        (S::Duplicate, D::Reopen, S::InTriage),
    ]
};

/// Where `decision` takes a report that stands at `from`.
///
/// # Errors
/// A refusal that says what can be done instead.
pub fn decide(from: IncidentStatus, decision: Decision) -> Result<IncidentStatus, Refusal> {
    let step = STEPS.iter().find(|(at, by, _)| *at == from && *by == decision);
    step.map(|(.., to)| *to).ok_or(Refusal { from, decision })
}

/// The decisions that are lawful for a report that stands at `from`.
pub fn lawful(from: IncidentStatus) -> impl Iterator<Item = Decision> {
    STEPS
        .iter()
        .filter(move |(at, ..)| *at == from)
        .map(|(_, decision, _)| *decision)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_pair_of_status_and_decision_is_settled() {
        let table: Vec<String> = IncidentStatus::ALL
            .iter()
            .flat_map(|from| Decision::ALL.iter().map(move |decision| (*from, *decision)))
            .filter_map(|(from, by)| decide(from, by).ok().map(|to| format!("{from} {by} {to}")))
            .collect();
        assert_eq!(
            table,
            [
                "submitted take_up in_triage",
                "submitted withdraw withdrawn",
                "in_triage accept accepted",
                "in_triage refuse refused",
                "in_triage link_duplicate duplicate",
                "in_triage withdraw withdrawn",
                "refused reopen in_triage",
                "duplicate reopen in_triage",
            ]
        );
    }

    #[test]
    fn a_refusal_says_what_can_be_done() {
        let refused = |from, by| decide(from, by).unwrap_err().to_string();
        assert_eq!(
            refused(IncidentStatus::Submitted, Decision::Accept),
            "cannot `accept` a report that is `submitted`; possible: `take_up`, `withdraw`"
        );
        assert_eq!(
            refused(IncidentStatus::Withdrawn, Decision::TakeUp),
            "cannot `take_up` a report that is `withdrawn`; nothing more can be done with it"
        );
    }

    proptest! {
        #[test]
        fn nothing_is_accepted_that_was_not_in_triage(asked in prop::collection::vec(0_usize..6, 0..40)) {
            let mut status = IncidentStatus::Submitted;
            for at in asked {
                let Ok(next) = decide(status, Decision::ALL[at]) else { continue };
                prop_assert!(next != IncidentStatus::Accepted || status == IncidentStatus::InTriage);
                prop_assert!(status != IncidentStatus::Withdrawn && status != IncidentStatus::Accepted);
                status = next;
            }
        }
    }
}
