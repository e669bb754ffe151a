//! Continuing professional development: hours, and the term of a certificate in which they count.

use chrono::{Months, NaiveDate, TimeDelta};

vocabulary! {
    /// What somebody did to stay current.
    CpdKind = "cpd_kind", version "1", source "Bellbuoy" {
        Training => "training", "Training";
        Conference => "conference", "Conference";
        Teaching => "teaching", "Teaching";
        Publication => "publication", "Publication";
        Exercise => "exercise", "Exercise";
        Other => "other", "Other";
    }
}

vocabulary! {
    /// What a holder is told before a certificate ends.
    ReminderKind = "reminder_kind", version "1", source "Bellbuoy" {
        RenewalOpens => "renewal_opens", "Renewal opens";
        LastMonth => "last_month", "Thirty days are left";
    }
}

/// Days before the last one at which a holder is reminded again.
pub const LAST_MONTH: i64 = 30;

/// Hours, counted in quarters.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct CpdHours(i64);

/// Hours that are not quarters of an hour, or none, or more than a day has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("has to be from 0.25 to 24 hours, in steps of 0.25")]
pub struct CpdHoursFault;

impl CpdHours {
    /// The most that fits into one day, in quarters.
    const DAY: i16 = 96;

    /// Reads hours of one day, such as 1.25.
    ///
    /// # Errors
    /// When they are no quarters, or more than a day has.
    pub fn of_day(hours: f64) -> Result<Self, CpdHoursFault> {
        (1..=Self::DAY)
            .find(|quarters| f64::from(*quarters).total_cmp(&(hours * 4.0)).is_eq())
            .map(|quarters| Self(i64::from(quarters)))
            .ok_or(CpdHoursFault)
    }

    /// The whole quarters in some minutes.
    #[must_use]
    pub const fn from_minutes(minutes: i64) -> Self {
        Self(minutes / 15)
    }

    /// So many quarters.
    #[must_use]
    pub const fn from_quarters(quarters: i64) -> Self {
        Self(quarters)
    }

    /// In quarters.
    #[must_use]
    pub const fn quarters(self) -> i64 {
        self.0
    }

    /// In hours.
    #[must_use]
    pub fn hours(self) -> f64 {
        i32::try_from(self.0).map_or(f64::MAX, f64::from) / 4.0
    }

    /// Whether one day has as many.
    #[must_use]
    pub fn fits_a_day(self) -> bool {
        self.0 <= i64::from(Self::DAY)
    }

    /// What is missing to some hours.
    #[must_use]
    pub fn missing_to(self, asked: u32) -> Self {
        let short = i64::from(asked) * 4 - self.0;
        Self(if short > 0 { short } else { 0 })
    }
}

impl std::ops::Add for CpdHours {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl std::fmt::Display for CpdHours {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.hours())
    }
}

/// The last day of so many months that begin on a day.
#[must_use]
pub fn last_day(from: NaiveDate, months: u32) -> NaiveDate {
    from.checked_add_months(Months::new(months))
        .and_then(|day| day.pred_opt())
        .unwrap_or(from)
}

/// The first day of the term that ends with `valid_to`: each renewal begins another where the one before it ended.
#[must_use]
pub fn first_of_term(valid_from: NaiveDate, valid_to: NaiveDate, months: u32) -> NaiveDate {
    let mut first = valid_from;
    loop {
        let last = last_day(first, months);
        match last.succ_opt() {
            Some(next) if last < valid_to && next > first => first = next,
            _ => return first,
        }
    }
}

/// The letter that is due on a day about a certificate that ends with `valid_to`. Who is told late is told once: the
/// later letter says all that the earlier one would.
#[must_use]
pub fn due(today: NaiveDate, valid_to: NaiveDate, renewal_opens_days: u32) -> Option<ReminderKind> {
    let before = |days: i64| valid_to - TimeDelta::days(days);
    if today > valid_to {
        None
    } else if today >= before(LAST_MONTH) {
        Some(ReminderKind::LastMonth)
    } else if today >= before(i64::from(renewal_opens_days)) {
        Some(ReminderKind::RenewalOpens)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn hours_come_in_quarters_of_one_day() {
        assert_eq!(CpdHours::of_day(1.25).unwrap().quarters(), 5);
        assert_eq!(CpdHours::of_day(24.0).unwrap().hours(), 24.0);
        for wrong in [0.0, -1.0, 0.1, 1.3, 24.25, f64::NAN, f64::INFINITY] {
            assert_eq!(CpdHours::of_day(wrong), Err(CpdHoursFault), "{wrong}");
        }
    }

    #[test]
    fn a_letter_is_due_when_renewal_opens_and_another_in_the_last_month() {
        let last = day("2027-06-30");
        let on = |text| due(day(text), last, 90);
        assert_eq!(on("2027-03-31"), None);
        assert_eq!(on("2027-04-01"), Some(ReminderKind::RenewalOpens));
        assert_eq!(on("2027-05-31"), Some(ReminderKind::LastMonth));
        assert_eq!(on("2027-06-30"), Some(ReminderKind::LastMonth));
        assert_eq!(on("2027-07-01"), None);
        assert_eq!(due(day("2027-06-10"), last, 10), Some(ReminderKind::LastMonth));
    }

    proptest! {
        #[test]
        fn terms_follow_each_other_without_a_gap(days in 0_i64..20_000, months in 1_u32..60, renewals in 0_usize..6) {
            let valid_from = day("2000-01-01") + TimeDelta::days(days);
            let mut first = valid_from;
            for _ in 0..renewals {
                first = last_day(first, months).succ_opt().unwrap();
            }
            prop_assert_eq!(first_of_term(valid_from, last_day(first, months), months), first);
        }

        #[test]
        fn what_is_missing_and_what_is_there_make_up_what_is_asked(asked in 0_u32..2_000, quarters in 0_i64..8_000) {
            let logged = CpdHours::from_quarters(quarters);
            let whole = (logged + logged.missing_to(asked)).quarters();
            prop_assert_eq!(whole, quarters.max(i64::from(asked) * 4));
        }
    }
}
