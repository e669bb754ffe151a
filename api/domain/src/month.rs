//! A calendar month: the finest time that anything published or anonymous carries.

use std::{fmt, str::FromStr};

use serde::{Deserialize, Serialize};

const MONTHS: i32 = 12;
const EARLIEST: i32 = 1_900;
const LATEST: i32 = 9_999;

/// A month, written `2026-11`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Month {
    /// Months since the start of year 0.
    count: i32,
}

/// A text that is no month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a month is written 2026-11")]
pub struct MonthFault;

impl Month {
    /// The month of a year; `month` from 1 to 12.
    #[must_use]
    pub fn new(year: i32, month: u32) -> Option<Self> {
        let month = i32::try_from(month).ok()?;
        let fits = (EARLIEST..=LATEST).contains(&year) && (1..=MONTHS).contains(&month);
        fits.then(|| Self {
            count: year * MONTHS + month - 1,
        })
    }

    /// The month a date falls in.
    #[must_use]
    pub fn of(date: chrono::NaiveDate) -> Option<Self> {
        use chrono::Datelike;
        Self::new(date.year(), date.month())
    }

    #[must_use]
    pub const fn year(self) -> i32 {
        self.count.div_euclid(MONTHS)
    }

    /// From 1 to 12.
    #[must_use]
    pub const fn month(self) -> i32 {
        self.count.rem_euclid(MONTHS) + 1
    }

    /// From 1 to 4.
    #[must_use]
    pub const fn quarter(self) -> i32 {
        (self.month() + 2) / 3
    }

    /// The month after this one.
    #[must_use]
    pub const fn next(self) -> Self {
        Self {
            count: self.count + 1,
        }
    }

    /// The first day of the month.
    #[must_use]
    pub fn first_day(self) -> Option<chrono::NaiveDate> {
        chrono::NaiveDate::from_ymd_opt(self.year(), u32::try_from(self.month()).ok()?, 1)
    }

    /// Every month from this one to `last`, both included; none when `last` is before.
    pub fn through(self, last: Self) -> impl Iterator<Item = Self> {
        (self.count..=last.count).map(|count| Self { count })
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

impl FromStr for Month {
    type Err = MonthFault;

    fn from_str(text: &str) -> Result<Self, MonthFault> {
        let (year, month) = text.split_once('-').ok_or(MonthFault)?;
        let digits = |part: &str, long| part.len() == long && part.bytes().all(|b| b.is_ascii_digit());
        if !digits(year, 4) || !digits(month, 2) {
            return Err(MonthFault);
        }
        let parts = year.parse().ok().zip(month.parse().ok());
        parts
            .and_then(|(year, month)| Self::new(year, month))
            .ok_or(MonthFault)
    }
}

impl TryFrom<String> for Month {
    type Error = MonthFault;

    fn try_from(text: String) -> Result<Self, MonthFault> {
        text.parse()
    }
}

impl From<Month> for String {
    fn from(month: Month) -> Self {
        month.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_month_is_read_and_written_in_one_way() {
        let month: Month = "2026-11".parse().unwrap();
        assert_eq!((month.year(), month.month(), month.quarter()), (2026, 11, 4));
        assert_eq!(month.to_string(), "2026-11");
        assert_eq!(month.next().next().to_string(), "2027-01");
        assert_eq!(
            Month::of(chrono::NaiveDate::from_ymd_opt(2024, 2, 29).unwrap())
                .unwrap()
                .to_string(),
            "2024-02"
        );
        for text in [
            "2026-13",
            "2026-00",
            "2026-1",
            "26-11",
            "2026",
            "2026-11-01",
            "+026-11",
            "",
        ] {
            assert_eq!(text.parse::<Month>(), Err(MonthFault), "{text}");
        }
    }

    #[test]
    fn months_run_over_the_end_of_a_year() {
        let first: Month = "2025-11".parse().unwrap();
        let last = "2026-02".parse().unwrap();
        let all: Vec<_> = first.through(last).map(|m| m.to_string()).collect();
        assert_eq!(all, ["2025-11", "2025-12", "2026-01", "2026-02"]);
        assert_eq!(last.through(first).count(), 0);
    }
}
