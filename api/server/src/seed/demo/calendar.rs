//! The months the demo looks back on, two whole years and the current one, and dates as coarse as each track gives them.

use super::dice::Dice;
use bellbuoy_domain::incident::{OccurredPrecision, Track};
use chrono::{DateTime, Datelike, Days, Months, NaiveDate, Utc};

/// The most months the demo looks back on, the current one included.
pub const MONTHS: u32 = 36;

/// First days of the months since January two years ago, the oldest first: a year cut in the middle
/// would have so few incidents that disclosure control hides whole years beside it.
pub fn months(today: NaiveDate) -> Vec<NaiveDate> {
    let current = first(today);
    (0..MONTHS)
        .rev()
        .filter_map(|back| current.checked_sub_months(Months::new(back)))
        .filter(|month| month.year() >= today.year() - 2)
        .collect()
}

/// First day of the month of `day`.
pub fn first(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

/// How many days of `month` are over: all of them, or less in the current month.
pub fn days_over(month: NaiveDate, today: NaiveDate) -> u32 {
    if month == first(today) {
        today.day() - 1
    } else {
        month
            .checked_add_months(Months::new(1))
            .and_then(|next| next.pred_opt())
            .map_or(28, |last| last.day())
    }
}

/// A day of `month` before `today`.
pub fn day(dice: &mut Dice, month: NaiveDate, today: NaiveDate) -> NaiveDate {
    let day = dice.between(1, days_over(month, today).max(1));
    month.with_day(day).unwrap_or(month).min(yesterday(today))
}

/// The day before `today`.
pub fn yesterday(today: NaiveDate) -> NaiveDate {
    back(today, 1)
}

/// `days` before `day`.
pub fn back(day: NaiveDate, days: u32) -> NaiveDate {
    day.checked_sub_days(Days::new(days.into())).unwrap_or(day)
}

/// How exactly a report of this track gives its day.
pub fn precision(dice: &mut Dice, track: Track) -> OccurredPrecision {
    use OccurredPrecision::{Day, Month, Week};
    match track {
        Track::Named => dice.weighted(&[(Day, 84), (Week, 10), (Month, 6)], Day),
        Track::Anonymous | Track::PublicSource => dice.weighted(&[(Month, 64), (Week, 36)], Month),
    }
}

/// The first day of the period that contains `day`.
pub fn coarse(day: NaiveDate, precision: OccurredPrecision) -> NaiveDate {
    match precision {
        OccurredPrecision::Day => day,
        OccurredPrecision::Week => back(day, day.weekday().num_days_from_monday()),
        OccurredPrecision::Month => first(day),
        OccurredPrecision::Quarter => first(day).with_month0(day.month0() / 3 * 3).unwrap_or(day),
        OccurredPrecision::Year => first(day).with_month0(0).unwrap_or(day),
    }
}

/// When something that happened on `day` was reported: some days later, at latest yesterday.
pub fn reported(dice: &mut Dice, day: NaiveDate, today: NaiveDate) -> NaiveDate {
    let delay = dice.weighted(
        &[
            (0, 26),
            (1, 27),
            (2, 16),
            (3, 11),
            (5, 8),
            (8, 6),
            (13, 4),
            (24, 2),
        ],
        1,
    );
    day.checked_add_days(Days::new(delay))
        .unwrap_or(day)
        .min(yesterday(today))
}

/// An instant of `day` between two full hours.
pub fn instant(dice: &mut Dice, day: NaiveDate, from: u32, until: u32) -> Option<DateTime<Utc>> {
    let (hour, minute) = (dice.between(from, until.min(23)), dice.between(0, 59));
    day.and_hms_opt(hour, minute, 0).map(|time| time.and_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_month_is_the_current_one() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 31).unwrap();
        let months = months(today);
        assert_eq!(months.len(), 27);
        assert_eq!(months.last().copied(), NaiveDate::from_ymd_opt(2026, 3, 1));
        assert_eq!(months.first().copied(), NaiveDate::from_ymd_opt(2024, 1, 1));
    }

    #[test]
    fn nothing_happens_today_even_on_the_first_of_a_month() {
        let today = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let mut dice = Dice::new(1);
        assert!((0..100).all(|_| day(&mut dice, first(today), today) < today));
    }

    #[test]
    fn a_period_is_given_by_its_first_day() {
        let day = NaiveDate::from_ymd_opt(2026, 8, 19).unwrap();
        let starts = [
            (OccurredPrecision::Day, (8, 19)),
            (OccurredPrecision::Week, (8, 17)),
            (OccurredPrecision::Month, (8, 1)),
            (OccurredPrecision::Quarter, (7, 1)),
            (OccurredPrecision::Year, (1, 1)),
        ];
        for (precision, (month, first)) in starts {
            assert_eq!(
                Some(coarse(day, precision)),
                NaiveDate::from_ymd_opt(2026, month, first),
                "{precision}"
            );
        }
    }
}
