//! Which step the desk may take with an envelope.

use super::{DeskStep, EnvelopeState};

/// A step the rules do not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cannot `{step}` an envelope that is `{from}`; {}", self.way_out())]
pub struct StepRefusal {
    pub from: EnvelopeState,
    pub step: DeskStep,
}

impl StepRefusal {
    /// What can be done instead.
    #[must_use]
    pub fn way_out(&self) -> String {
        let possible = STEPS.iter().find(|(at, ..)| *at == self.from);
        possible.map_or_else(
            || "the reporter took it back".to_owned(),
            |(_, step, _)| format!("possible: `{step}`"),
        )
    }
}

const STEPS: &[(EnvelopeState, DeskStep, EnvelopeState)] = &[
    (EnvelopeState::Received, DeskStep::Open, EnvelopeState::Opened),
    (EnvelopeState::Opened, DeskStep::Close, EnvelopeState::Closed),
    (EnvelopeState::Closed, DeskStep::Reopen, EnvelopeState::Opened),
];

/// Where a step of the desk takes an envelope.
///
/// # Errors
/// A refusal that says what can be done instead.
pub fn step(from: EnvelopeState, step: DeskStep) -> Result<EnvelopeState, StepRefusal> {
    let lawful = STEPS.iter().find(|(at, by, _)| *at == from && *by == step);
    lawful.map(|(.., to)| *to).ok_or(StepRefusal { from, step })
}

/// Where the reporter's withdrawal takes an envelope: always to the end, also when it is there already.
#[must_use]
pub const fn withdraw(_from: EnvelopeState) -> EnvelopeState {
    EnvelopeState::Withdrawn
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_state_and_step_is_settled() {
        let pairs = EnvelopeState::ALL
            .iter()
            .flat_map(|from| DeskStep::ALL.iter().map(move |by| (*from, *by)));
        let table: Vec<_> = pairs
            .filter_map(|(from, by)| step(from, by).ok().map(|to| format!("{from} {by} {to}")))
            .collect();
        assert_eq!(
            table,
            [
                "received open opened",
                "opened close closed",
                "closed reopen opened"
            ]
        );
    }

    #[test]
    fn what_the_reporter_took_back_stays_back() {
        assert!(
            EnvelopeState::ALL
                .iter()
                .all(|from| withdraw(*from) == EnvelopeState::Withdrawn)
        );
        let refusal = step(EnvelopeState::Withdrawn, DeskStep::Reopen).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "cannot `reopen` an envelope that is `withdrawn`; the reporter took it back"
        );
        let refusal = step(EnvelopeState::Opened, DeskStep::Open).unwrap_err();
        assert_eq!(
            refusal.to_string(),
            "cannot `open` an envelope that is `opened`; possible: `close`"
        );
    }
}
