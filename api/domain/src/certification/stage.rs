//! The way to a certificate: who may take which step with an application.

use chrono::{Days, NaiveDate};

use super::{CertificationActor, CertificationStage, CertificationStep};

/// A step the rules do not allow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the {by} cannot `{step}` an application that is `{from}`; {}", self.way_out())]
pub struct StageRefusal {
    pub from: CertificationStage,
    pub step: CertificationStep,
    pub by: CertificationActor,
}

impl StageRefusal {
    /// What can be done instead, and by whom.
    #[must_use]
    pub fn way_out(&self) -> String {
        let possible: Vec<_> = possible(self.from)
            .map(|(step, by)| format!("`{step}` by the {by}"))
            .collect();
        if possible.is_empty() {
            "it is decided, a new application begins anew".to_owned()
        } else {
            format!("possible: {}", possible.join(", "))
        }
    }
}

/// Every lawful step.
///
/// Who reviewed does not decide, and who decided does not judge the appeal (ISO/IEC 17024 §§9.4 and 9.8). An appeal
/// that is lost has no other; one that is won leads to a new decision, which can be appealed again.
const STEPS: &[(
    CertificationStage,
    CertificationStep,
    CertificationActor,
    CertificationStage,
)] = {
    use CertificationActor as A;
    use CertificationStage as S;
    use CertificationStep as T;
    &[
        (S::Draft, T::Submit, A::Applicant, S::Submitted),
        (S::Draft, T::Withdraw, A::Applicant, S::Withdrawn),
        (S::Submitted, T::Assign, A::SchemeAdministrator, S::InReview),
        (S::Submitted, T::Withdraw, A::Applicant, S::Withdrawn),
        (S::InReview, T::Reassign, A::SchemeAdministrator, S::InReview),
        (S::InReview, T::Ask, A::Reviewer, S::Asked),
        (S::InReview, T::Grant, A::SchemeAdministrator, S::Granted),
        (S::InReview, T::Refuse, A::SchemeAdministrator, S::Refused),
        (S::InReview, T::Withdraw, A::Applicant, S::Withdrawn),
        (S::Asked, T::Reassign, A::SchemeAdministrator, S::Asked),
        (S::Asked, T::Answer, A::Applicant, S::InReview),
        (S::Asked, T::Refuse, A::SchemeAdministrator, S::Refused),
        (S::Asked, T::Withdraw, A::Applicant, S::Withdrawn),
        (S::Refused, T::Appeal, A::Applicant, S::Appealed),
        (
            S::Appealed,
            T::UpholdRefusal,
            A::SecondAdministrator,
            S::RefusalUpheld,
        ),
        (S::Appealed, T::Reopen, A::SecondAdministrator, S::InReview),
    ]
};

/// Where a step takes an application. Whether an appeal is in time is told by `appeal_open`.
///
/// # Errors
/// A refusal that says who can do what instead.
pub fn step(
    from: CertificationStage,
    step: CertificationStep,
    by: CertificationActor,
) -> Result<CertificationStage, StageRefusal> {
    let found = STEPS
        .iter()
        .find(|(at, taken, who, _)| *at == from && *taken == step && *who == by);
    found.map(|(.., to)| *to).ok_or(StageRefusal { from, step, by })
}

/// The steps that are lawful for an application that stands at `from`, and who takes them.
pub fn possible(from: CertificationStage) -> impl Iterator<Item = (CertificationStep, CertificationActor)> {
    STEPS
        .iter()
        .filter(move |(at, ..)| *at == from)
        .map(|(_, step, by, _)| (*step, *by))
}

/// Whether a refusal can still be appealed: up to and including the day that is `days` after it.
#[must_use]
pub fn appeal_open(refused_on: NaiveDate, days: u32, today: NaiveDate) -> bool {
    let last_day = refused_on.checked_add_days(Days::new(u64::from(days)));
    last_day.is_none_or(|last_day| today <= last_day)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn every_stage_step_and_actor_is_settled() {
        let mut table = Vec::new();
        for from in CertificationStage::ALL {
            for taken in CertificationStep::ALL {
                for by in CertificationActor::ALL {
                    if let Ok(to) = step(*from, *taken, *by) {
                        table.push(format!("{from} {taken} {by} {to}"));
                    }
                }
            }
        }
        assert_eq!(
            table,
            [
                "draft submit applicant submitted",
                "draft withdraw applicant withdrawn",
                "submitted assign scheme_administrator in_review",
                "submitted withdraw applicant withdrawn",
                "in_review reassign scheme_administrator in_review",
                "in_review ask reviewer asked",
                "in_review grant scheme_administrator granted",
                "in_review refuse scheme_administrator refused",
                "in_review withdraw applicant withdrawn",
                "asked reassign scheme_administrator asked",
                "asked answer applicant in_review",
                "asked refuse scheme_administrator refused",
                "asked withdraw applicant withdrawn",
                "refused appeal applicant appealed",
                "appealed uphold_refusal second_administrator refusal_upheld",
                "appealed reopen second_administrator in_review",
            ]
        );
    }

    #[test]
    fn a_refusal_says_who_can_do_what() {
        use CertificationActor as A;
        use CertificationStage as S;
        use CertificationStep as T;
        let refused = |from, taken, by| step(from, taken, by).unwrap_err().to_string();
        assert_eq!(
            refused(S::Appealed, T::Reopen, A::SchemeAdministrator),
            "the scheme_administrator cannot `reopen` an application that is `appealed`; possible: `uphold_refusal` \
             by the second_administrator, `reopen` by the second_administrator"
        );
        assert!(
            refused(S::RefusalUpheld, T::Appeal, A::Applicant).ends_with("a new application begins anew")
        );
    }

    #[test]
    fn an_appeal_is_open_up_to_its_last_day() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        assert!(appeal_open(day("2026-01-31"), 30, day("2026-01-31")));
        assert!(appeal_open(day("2026-01-31"), 30, day("2026-03-02")));
        assert!(!appeal_open(day("2026-01-31"), 30, day("2026-03-03")));
        assert!(appeal_open(NaiveDate::MAX, 30, NaiveDate::MAX));
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(10_000))]

        #[test]
        fn nobody_is_granted_without_a_review_nor_appeals_twice(
            steps in prop::collection::vec(
                (prop::sample::select(CertificationStep::ALL), prop::sample::select(CertificationActor::ALL)), 0..120)
        ) {
            use CertificationStage as S;
            let mut stage = S::Draft;
            let (mut assigned, mut refused, mut upheld) = (false, false, false);
            for (taken, by) in steps {
                let Ok(next) = step(stage, taken, by) else { continue };
                prop_assert!(!upheld && !matches!(stage, S::Granted | S::Withdrawn | S::RefusalUpheld));
                assigned |= taken == CertificationStep::Assign;
                refused |= next == S::Refused;
                upheld |= next == S::RefusalUpheld;
                prop_assert!(next != S::Granted || (assigned && by == CertificationActor::SchemeAdministrator));
                prop_assert!(next != S::Appealed || refused);
                prop_assert_eq!(by == CertificationActor::SecondAdministrator, stage == S::Appealed);
                stage = next;
            }
        }
    }
}
