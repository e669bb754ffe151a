//! The way into the alliance: an application, and what is decided on it.

vocabulary! {
    /// Where an application stands.
    ApplicationStatus = "application_status", version "1", source "Bellbuoy" {
        Applied => "applied", "Applied";
        Asked => "asked", "Question asked";
        Approved => "approved", "Approved";
        Refused => "refused", "Refused";
    }
}

vocabulary! {
    /// What is decided on an application.
    ApplicationDecision = "application_decision", version "1", source "Bellbuoy" {
        Ask => "ask", "Ask a question";
        Answer => "answer", "Answer";
        Approve => "approve", "Approve";
        Refuse => "refuse", "Refuse";
    }
}

impl ApplicationDecision {
    /// Whether it comes with words: the question, the answer or the reason.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        !matches!(self, Self::Approve)
    }
}

/// A decision the rules do not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("cannot `{decision}` an application that is `{from}`; {}", self.way_out())]
pub struct ApplicationRefusal {
    pub from: ApplicationStatus,
    pub decision: ApplicationDecision,
}

impl ApplicationRefusal {
    /// What can be done instead.
    #[must_use]
    pub fn way_out(&self) -> String {
        let possible: Vec<_> = ApplicationDecision::ALL
            .iter()
            .filter(|decision| decide(self.from, **decision).is_ok())
            .map(|decision| format!("`{decision}`"))
            .collect();
        if possible.is_empty() {
            "it is decided; a new application begins anew".to_owned()
        } else {
            format!("possible: {}", possible.join(", "))
        }
    }
}

/// Where `decision` takes an application. A question may be followed by another without waiting for the answer.
///
/// # Errors
/// A refusal that says what can be done instead.
pub fn decide(
    from: ApplicationStatus,
    decision: ApplicationDecision,
) -> Result<ApplicationStatus, ApplicationRefusal> {
    use ApplicationDecision as D;
    use ApplicationStatus as S;
    match (from, decision) {
        (S::Applied | S::Asked, D::Ask) => Ok(S::Asked),
        (S::Asked, D::Answer) => Ok(S::Applied),
        (S::Applied | S::Asked, D::Approve) => Ok(S::Approved),
        (S::Applied | S::Asked, D::Refuse) => Ok(S::Refused),
        _ => Err(ApplicationRefusal { from, decision }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_pair_of_status_and_decision_is_settled() {
        let table: Vec<String> = ApplicationStatus::ALL
            .iter()
            .flat_map(|from| ApplicationDecision::ALL.iter().map(move |by| (*from, *by)))
            .filter_map(|(from, by)| decide(from, by).ok().map(|to| format!("{from} {by} {to}")))
            .collect();
        assert_eq!(
            table,
            [
                "applied ask asked",
                "applied approve approved",
                "applied refuse refused",
                "asked ask asked",
                "asked answer applied",
                "asked approve approved",
                "asked refuse refused",
            ]
        );
    }

    #[test]
    fn a_refusal_says_what_is_possible() {
        let early = decide(ApplicationStatus::Applied, ApplicationDecision::Answer).unwrap_err();
        assert_eq!(
            early.to_string(),
            "cannot `answer` an application that is `applied`; possible: `ask`, `approve`, `refuse`"
        );
        let late = decide(ApplicationStatus::Refused, ApplicationDecision::Approve).unwrap_err();
        assert!(late.to_string().ends_with("a new application begins anew"));
    }
}
