//! Who is on call for urgent help, and when nobody is.

use chrono::{DateTime, Utc};
use uuid::Uuid;

use super::WorkDomain;

/// A time somebody is on call: from its start, up to but not including its end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Duty {
    pub consultant: Uuid,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
}

/// What a consultant can help with.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skills {
    pub consultant: Uuid,
    /// ISO 639-1.
    pub languages: Vec<String>,
    pub domains: Vec<WorkDomain>,
}

/// What help is needed with, as far as it is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Need {
    pub at: DateTime<Utc>,
    pub domain: Option<WorkDomain>,
    pub language: Option<String>,
}

/// Somebody to call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OnCall {
    pub consultant: Uuid,
    pub domain_fits: bool,
    pub language_fits: bool,
    /// When the duty ends.
    pub until: DateTime<Utc>,
}

/// A time for which nobody is on call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gap {
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
}

impl Duty {
    fn covers(&self, at: DateTime<Utc>) -> bool {
        self.starts_at <= at && at < self.ends_at
    }
}

/// Those who are on call and whose certificate is valid at that instant, the best match first.
///
/// Both domain and language fitting goes before one of them, and the domain before the language; of equals, whoever
/// stays longer. What is not asked for fits. `valid` is asked for each consultant once.
pub fn on_call(
    need: &Need,
    duties: &[Duty],
    skills: &[Skills],
    valid: impl Fn(Uuid, DateTime<Utc>) -> bool,
) -> Vec<OnCall> {
    let mut found: Vec<OnCall> = Vec::new();
    for duty in duties.iter().filter(|duty| duty.covers(need.at)) {
        let known = found.iter_mut().find(|other| other.consultant == duty.consultant);
        if let Some(known) = known {
            known.until = known.until.max(duty.ends_at);
            continue;
        }
        let own = skills.iter().find(|skills| skills.consultant == duty.consultant);
        let domain_fits = need
            .domain
            .is_none_or(|domain| own.is_some_and(|own| own.domains.contains(&domain)));
        let language_fits = need
            .language
            .as_ref()
            .is_none_or(|language| own.is_some_and(|own| own.languages.contains(language)));
        found.push(OnCall {
            consultant: duty.consultant,
            domain_fits,
            language_fits,
            until: duty.ends_at,
        });
    }
    found.retain(|one| valid(one.consultant, need.at));
    found.sort_by_key(|one| {
        let fit = (one.domain_fits, one.language_fits);
        (
            std::cmp::Reverse(fit),
            std::cmp::Reverse(one.until),
            one.consultant,
        )
    });
    found
}

/// The times between two instants that no duty covers, in order.
#[must_use]
pub fn gaps(duties: &[Duty], from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<Gap> {
    let mut duties: Vec<_> = duties
        .iter()
        .filter(|duty| duty.ends_at > duty.starts_at)
        .collect();
    duties.sort_by_key(|duty| duty.starts_at);
    let mut gaps = Vec::new();
    let mut covered_to = from;
    for duty in duties {
        let next = duty.starts_at.min(to);
        if next > covered_to {
            gaps.push(Gap {
                from: covered_to,
                to: next,
            });
        }
        covered_to = covered_to.max(duty.ends_at);
    }
    if covered_to < to {
        gaps.push(Gap { from: covered_to, to });
    }
    gaps
}

#[cfg(test)]
mod tests {
    use chrono::Duration;
    use proptest::prelude::*;

    use super::*;

    fn hour(hour: i64) -> DateTime<Utc> {
        "2026-03-01T00:00:00Z".parse::<DateTime<Utc>>().unwrap() + Duration::hours(hour)
    }

    fn duty(consultant: u128, from: i64, to: i64) -> Duty {
        Duty {
            consultant: Uuid::from_u128(consultant),
            starts_at: hour(from),
            ends_at: hour(to),
        }
    }

    fn skills(consultant: u128, languages: &[&str], domains: &[WorkDomain]) -> Skills {
        Skills {
            consultant: Uuid::from_u128(consultant),
            languages: languages.iter().map(|code| (*code).to_owned()).collect(),
            domains: domains.to_vec(),
        }
    }

    fn called(need: &Need, duties: &[Duty], lapsed: u128) -> Vec<u128> {
        let all = [
            skills(1, &["en"], &[]),
            skills(2, &["en", "tl"], &[WorkDomain::Navigation]),
            skills(3, &["tl"], &[]),
            skills(4, &["en"], &[WorkDomain::Navigation]),
        ];
        let valid = |who: Uuid, _| who.as_u128() != lapsed;
        on_call(need, duties, &all, valid)
            .iter()
            .map(|one| one.consultant.as_u128())
            .collect()
    }

    fn need(at: i64, domain: Option<WorkDomain>, language: Option<&str>) -> Need {
        Need {
            at: hour(at),
            domain,
            language: language.map(str::to_owned),
        }
    }

    #[test]
    fn the_best_match_is_called_first() {
        let duties = [1, 2, 3, 4, 9].map(|who| duty(who, 0, 8));
        let asked = need(4, Some(WorkDomain::Navigation), Some("tl"));
        assert_eq!(called(&asked, &duties, 0), [2, 4, 3, 1, 9]);
        assert_eq!(called(&asked, &duties, 2), [4, 3, 1, 9]);
        assert_eq!(called(&need(4, None, Some("tl")), &duties, 0), [2, 3, 1, 4, 9]);
    }

    #[test]
    fn a_duty_begins_with_its_first_instant_and_ends_before_its_last() {
        let duties = [duty(1, 0, 8), duty(2, 8, 16), duty(1, 4, 12)];
        let anybody = |at| called(&need(at, None, None), &duties, 0);
        assert_eq!((anybody(-1), anybody(0), anybody(7)), (vec![], vec![1], vec![1]));
        assert_eq!(
            (anybody(8), anybody(12), anybody(16)),
            (vec![2, 1], vec![2], vec![])
        );
    }

    #[test]
    fn a_handover_that_is_missed_is_a_gap() {
        let duties = [duty(2, 8, 16), duty(1, 0, 8), duty(3, 18, 20), duty(4, 5, 5)];
        let found: Vec<_> = gaps(&duties, hour(-2), hour(24))
            .iter()
            .map(|gap| (gap.from, gap.to))
            .collect();
        assert_eq!(
            found,
            [(hour(-2), hour(0)), (hour(16), hour(18)), (hour(20), hour(24))]
        );
        assert_eq!(gaps(&duties, hour(1), hour(15)), []);
        assert_eq!(gaps(&[], hour(1), hour(1)), []);
        assert_eq!(
            gaps(&[duty(1, 5, 9)], hour(1), hour(3)),
            [Gap {
                from: hour(1),
                to: hour(3)
            }]
        );
    }

    proptest! {
        #[test]
        fn an_hour_is_in_a_gap_if_nobody_is_on_call(
            duties in prop::collection::vec((0_u128..5, 0_i64..60, 0_i64..20), 0..8), from in 0_i64..60, long in 0_i64..60,
        ) {
            let duties: Vec<_> = duties.into_iter().map(|(who, at, long)| duty(who, at, at + long)).collect();
            let found = gaps(&duties, hour(from), hour(from + long));
            for at in from..from + long {
                let in_gap = found.iter().any(|gap| gap.from <= hour(at) && hour(at) < gap.to);
                let covered = duties.iter().any(|duty| duty.covers(hour(at)));
                prop_assert_eq!(in_gap, !covered);
            }
            prop_assert!(found.iter().all(|gap| gap.from < gap.to && hour(from) <= gap.from && gap.to <= hour(from + long)));
        }

        #[test]
        fn nobody_is_called_whose_certificate_is_not_valid(
            duties in prop::collection::vec((0_u128..6, 0_i64..20, 0_i64..20), 0..12), at in 0_i64..30, valid in 0_u128..6,
        ) {
            let duties: Vec<_> = duties.into_iter().map(|(who, at, long)| duty(who, at, at + long)).collect();
            let found = on_call(&need(at, None, None), &duties, &[], |who, _| who.as_u128() <= valid);
            for one in &found {
                prop_assert!(one.consultant.as_u128() <= valid);
                prop_assert!(duties.iter().any(|duty| duty.consultant == one.consultant && duty.covers(hour(at))));
            }
            let expected: std::collections::BTreeSet<_> = duties
                .iter()
                .filter(|duty| duty.covers(hour(at)) && duty.consultant.as_u128() <= valid)
                .map(|duty| duty.consultant)
                .collect();
            prop_assert_eq!(found.len(), expected.len());
        }
    }
}
