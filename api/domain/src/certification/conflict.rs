//! Who may review an application: nobody who is close to the applicant.

use chrono::NaiveDate;
use uuid::Uuid;

use super::cooling::{free_from, still_counts};

/// For how long an employment stands in the way after it ended.
pub const REVIEWER_MONTHS: u32 = 24;

/// Who would review.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reviewer {
    pub account: Uuid,
    pub employments: Vec<EmployedBy>,
}

/// A company that employed or engaged somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct EmployedBy {
    pub company: Uuid,
    /// The last day.
    pub to_on: Option<NaiveDate>,
}

/// Who applies. A supplier is its own company.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Applicant {
    /// Everybody who acts for the applicant.
    pub accounts: Vec<Uuid>,
    pub companies: Vec<Uuid>,
    pub referees: Vec<Uuid>,
}

/// Why somebody may not review an application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Conflict {
    #[error("nobody reviews their own application, assign somebody else")]
    OwnApplication,
    #[error("the reviewer is a referee of the applicant, assign somebody else")]
    Referee,
    #[error("the reviewer {}; assign somebody else", employed(.free_from))]
    Employed {
        company: Uuid,
        /// From when on it no longer stands in the way; none while the employment goes on.
        free_from: Option<NaiveDate>,
    },
}

fn employed(free_from: &Option<NaiveDate>) -> String {
    match free_from {
        Some(day) => format!(
            "worked for a company of the applicant less than {REVIEWER_MONTHS} months ago and may review from {day}"
        ),
        None => "works for a company of the applicant".to_owned(),
    }
}

/// What stands in the way of a reviewer on a day, if anything does.
#[must_use]
pub fn conflict(reviewer: &Reviewer, applicant: &Applicant, on: NaiveDate) -> Option<Conflict> {
    if applicant.accounts.contains(&reviewer.account) {
        return Some(Conflict::OwnApplication);
    }
    if applicant.referees.contains(&reviewer.account) {
        return Some(Conflict::Referee);
    }
    let near = reviewer.employments.iter().filter(|employment| {
        applicant.companies.contains(&employment.company)
            && still_counts(employment.to_on, REVIEWER_MONTHS, on)
    });
    // Of several, the one that goes on, or else the one that ended last.
    near.max_by_key(|employment| (employment.to_on.is_none(), employment.to_on))
        .map(|employment| Conflict::Employed {
            company: employment.company,
            free_from: free_from(employment.to_on, REVIEWER_MONTHS),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIRM: Uuid = Uuid::from_u128(1);
    const OTHER: Uuid = Uuid::from_u128(2);
    const REVIEWER: Uuid = Uuid::from_u128(3);

    fn applicant() -> Applicant {
        Applicant {
            accounts: vec![Uuid::from_u128(4)],
            companies: vec![FIRM],
            referees: vec![Uuid::from_u128(5)],
        }
    }

    fn found(employments: &[(Uuid, Option<&str>)], applicant: &Applicant) -> Option<String> {
        let employed = |(company, to_on): &(Uuid, Option<&str>)| EmployedBy {
            company: *company,
            to_on: to_on.map(|day| day.parse().unwrap()),
        };
        let reviewer = Reviewer {
            account: REVIEWER,
            employments: employments.iter().map(employed).collect(),
        };
        conflict(&reviewer, applicant, "2026-03-01".parse().unwrap()).map(|conflict| conflict.to_string())
    }

    #[test]
    fn whoever_is_not_close_may_review() {
        assert_eq!(found(&[], &applicant()), None);
        assert_eq!(
            found(&[(OTHER, None), (FIRM, Some("2024-03-01"))], &applicant()),
            None
        );
    }

    #[test]
    fn each_closeness_stands_in_the_way_by_itself() {
        let own = Applicant {
            accounts: vec![REVIEWER],
            ..applicant()
        };
        assert_eq!(
            found(&[], &own).unwrap(),
            "nobody reviews their own application, assign somebody else"
        );
        let known = Applicant {
            referees: vec![REVIEWER],
            ..applicant()
        };
        assert!(found(&[], &known).unwrap().contains("referee"));
        assert_eq!(
            found(
                &[(FIRM, Some("2024-03-02")), (FIRM, Some("2020-01-01"))],
                &applicant()
            )
            .unwrap(),
            "the reviewer worked for a company of the applicant less than 24 months ago and may review \
             from 2026-03-02; assign somebody else"
        );
        assert_eq!(
            found(&[(FIRM, Some("2025-01-01")), (FIRM, None)], &applicant()).unwrap(),
            "the reviewer works for a company of the applicant; assign somebody else"
        );
    }
}
