//! The way of a complaint about a holder.

use super::{ComplaintStatus, ComplaintStep};

/// A step that the rules do not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a complaint that is `{from}` cannot be taken to `{step}`; {}", self.way_out())]
pub struct ComplaintRefusal {
    pub from: ComplaintStatus,
    pub step: ComplaintStep,
}

impl ComplaintRefusal {
    /// What can be done instead.
    #[must_use]
    pub fn way_out(&self) -> String {
        let possible: Vec<_> = STEPS
            .iter()
            .filter(|(at, ..)| *at == self.from)
            .map(|(_, step, _)| format!("`{step}`"))
            .collect();
        if possible.is_empty() {
            "it is decided".to_owned()
        } else {
            format!("possible: {}", possible.join(", "))
        }
    }
}

/// Every lawful step. Nothing is upheld that was not investigated (ISO/IEC 17024 §9.9).
const STEPS: &[(ComplaintStatus, ComplaintStep, ComplaintStatus)] = {
    use ComplaintStatus as S;
    use ComplaintStep as T;
    &[
        (S::Received, T::Investigate, S::Investigating),
        (S::Received, T::Dismiss, S::Dismissed),
        (S::Investigating, T::Uphold, S::Upheld),
        (S::Investigating, T::Dismiss, S::Dismissed),
    ]
};

/// Where a step takes a complaint.
///
/// # Errors
/// A refusal that says what can be done instead.
pub fn step(from: ComplaintStatus, step: ComplaintStep) -> Result<ComplaintStatus, ComplaintRefusal> {
    let found = STEPS.iter().find(|(at, taken, _)| *at == from && *taken == step);
    found.map(|(.., to)| *to).ok_or(ComplaintRefusal { from, step })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_and_step_is_settled() {
        let mut table = Vec::new();
        for from in ComplaintStatus::ALL {
            for taken in ComplaintStep::ALL {
                if let Ok(to) = step(*from, *taken) {
                    table.push(format!("{from} {taken} {to}"));
                }
            }
        }
        assert_eq!(
            table,
            [
                "received investigate investigating",
                "received dismiss dismissed",
                "investigating uphold upheld",
                "investigating dismiss dismissed",
            ]
        );
    }

    #[test]
    fn a_refusal_says_what_can_be_done() {
        let refused = step(ComplaintStatus::Received, ComplaintStep::Uphold).unwrap_err();
        assert!(
            refused
                .to_string()
                .ends_with("possible: `investigate`, `dismiss`")
        );
        let over = step(ComplaintStatus::Upheld, ComplaintStep::Dismiss).unwrap_err();
        assert!(over.to_string().ends_with("it is decided"));
    }
}
