//! What customers say of a certified person or an accredited firm after an engagement: which steps are lawful, and what
//! is published of it.

mod figures;
mod steps;

pub use figures::{Counted, Figures, LEAST_ORGANISATIONS, Mean, figures, first_of_month};
pub use steps::{RatingRefusal, RatingState, possible as possible_rating_steps, step as rating_step};

use crate::account::OrganisationKind;
use chrono::NaiveDate;

vocabulary! {
    /// On what a customer gives stars.
    RatingCriterion = "rating_criterion", version "1", source "Bellbuoy" {
        Competence => "competence", "Competence";
        Conduct => "conduct", "Conduct on board or on site";
        Report => "report", "Quality of the report";
        Timeliness => "timeliness", "Timeliness";
    }
}

vocabulary! {
    /// A step with a customer's rating, or with the answer to it.
    RatingStep = "rating_step", version "1", source "Bellbuoy" {
        Mend => "mend", "Mend and send again";
        Withdraw => "withdraw", "Withdraw";
        Publish => "publish", "Publish";
        Refuse => "refuse", "Refuse";
        TakeDown => "take_down", "Take down";
        Answer => "answer", "Answer";
        PublishAnswer => "publish_answer", "Publish the answer";
        RefuseAnswer => "refuse_answer", "Refuse the answer";
    }
}

impl RatingStep {
    /// Whether it comes with words: the reason, or the answer itself.
    #[must_use]
    pub const fn needs_words(self) -> bool {
        matches!(
            self,
            Self::Refuse | Self::TakeDown | Self::Answer | Self::RefuseAnswer
        )
    }
}

vocabulary! {
    /// Who takes a step with a customer's rating.
    RatingActor = "rating_actor", version "1", source "Bellbuoy" {
        Rater => "rater", "Organisation that rates";
        Rated => "rated", "Person or firm that is rated";
        Moderator => "moderator", "Scheme administrator";
    }
}

/// Whether organisations of a kind engage assessors, and so may say how it went.
#[must_use]
pub const fn may_rate(kind: OrganisationKind) -> bool {
    matches!(
        kind,
        OrganisationKind::ShippingCompany
            | OrganisationKind::Port
            | OrganisationKind::Terminal
            | OrganisationKind::Insurer
    )
}

/// Whether two engagements have a day in common; both ends belong to them.
#[must_use]
pub fn share_a_day(one: (NaiveDate, NaiveDate), other: (NaiveDate, NaiveDate)) -> bool {
    one.0 <= other.1 && other.0 <= one.1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn those_rate_who_engage_assessors() {
        let may: Vec<&str> = OrganisationKind::ALL
            .iter()
            .filter(|kind| may_rate(**kind))
            .map(|kind| kind.as_str())
            .collect();
        assert_eq!(may, ["shipping_company", "port", "terminal", "insurer"]);
    }

    #[test]
    fn engagements_that_touch_share_a_day() {
        let day = |text: &str| text.parse().unwrap();
        let one = (day("2026-03-01"), day("2026-03-05"));
        assert!(share_a_day(one, (day("2026-03-05"), day("2026-03-09"))));
        assert!(share_a_day(one, (day("2026-02-01"), day("2026-04-01"))));
        assert!(!share_a_day(one, (day("2026-03-06"), day("2026-03-09"))));
        assert!(!share_a_day((day("2026-03-06"), day("2026-03-09")), one));
    }
}
