//! How long a tie to a company counts after it ended.

use chrono::{Months, NaiveDate};

/// Whether a tie whose last day is `to_on` still counts on a day: it goes on, or ended less than `months` ago.
///
/// A month before the 31st is the last day of a shorter month. A tie that ended exactly so many months ago is over.
pub fn still_counts(to_on: Option<NaiveDate>, months: u32, on: NaiveDate) -> bool {
    let free = on.checked_sub_months(Months::new(months));
    to_on.zip(free).is_none_or(|(to_on, free)| to_on > free)
}

/// The first day on which a tie that ended no longer counts; none while it goes on.
pub fn free_from(to_on: Option<NaiveDate>, months: u32) -> Option<NaiveDate> {
    let least = to_on?.checked_add_months(Months::new(months))?;
    // Two days of a long month may have the same day in a shorter one.
    least.iter_days().find(|day| !still_counts(to_on, months, *day))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_month_before_the_31st_is_the_last_day_of_a_shorter_one() {
        let counts = |to, months, on| still_counts(Some(day(to)), months, day(on));
        assert!(!counts("2026-02-28", 1, "2026-03-31"));
        assert!(!counts("2026-02-28", 1, "2026-03-28"));
        assert!(counts("2026-02-28", 1, "2026-03-27"));
        assert!(counts("2024-02-29", 1, "2024-03-28"));
        assert!(!counts("2024-02-29", 1, "2024-03-29"));
    }

    #[test]
    fn exactly_24_months_are_enough() {
        let counts = |to| still_counts(Some(day(to)), 24, day("2026-03-01"));
        assert!(counts("2026-03-01") && counts("2024-03-02"));
        assert!(!counts("2024-03-01") && !counts("2024-02-29"));
        assert!(still_counts(None, 24, day("2026-03-01")));
        assert!(still_counts(Some(day("2024-02-29")), 24, day("2026-02-28")));
        assert_eq!(free_from(Some(day("2024-02-29")), 24), Some(day("2026-03-01")));
        assert_eq!(free_from(Some(day("2024-03-01")), 24), Some(day("2026-03-01")));
        assert_eq!(free_from(None, 24), None);
    }

    proptest! {
        #[test]
        fn a_tie_counts_up_to_the_day_it_is_over(ended in 0_u64..3_000, months in 0_u32..60, later in 0_u64..4_000) {
            let to_on = day("2020-01-01") + chrono::Days::new(ended);
            let on = to_on + chrono::Days::new(later);
            let free = free_from(Some(to_on), months).unwrap();
            prop_assert_eq!(still_counts(Some(to_on), months, on), on < free);
        }
    }
}
