//! The MMSI of a ship's radio station: nine digits; it changes with the flag.

use super::{digits, written};

const LENGTH: usize = 9;

/// The MMSI of a ship, not of a coast station, a group or an aid to navigation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "sql",
    derive(diesel::expression::AsExpression, diesel::deserialize::FromSqlRow),
    diesel(sql_type = diesel::sql_types::Text)
)]
pub struct Mmsi(String);

/// Why a text is not the MMSI of a ship.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum MmsiFault {
    #[error("an MMSI has nine digits")]
    Form,
    #[error("the MMSI of a ship begins with a digit from 2 to 7")]
    NotAShip,
}

impl Mmsi {
    /// Reads an MMSI with or without `MMSI` before it.
    ///
    /// # Errors
    /// Says whether the form is wrong or the station is not a ship's.
    pub fn read(text: &str) -> Result<Self, MmsiFault> {
        let digits = digits(text, "mmsi")
            .filter(|d| d.len() == LENGTH)
            .ok_or(MmsiFault::Form)?;
        let ship = digits.first().is_some_and(|first| (2..=7).contains(first));
        ship.then(|| Self(written(&digits))).ok_or(MmsiFault::NotAShip)
    }

    /// The nine digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

code!(Mmsi, MmsiFault, pattern r"^[2-7]\d{8}$", example "244660000");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ships_are_told_from_other_stations() {
        assert_eq!(Mmsi::read("mmsi:244660000").unwrap().as_str(), "244660000");
        for (text, fault) in [
            ("002442000", MmsiFault::NotAShip),
            ("992446000", MmsiFault::NotAShip),
            ("111244123", MmsiFault::NotAShip),
            ("24466000", MmsiFault::Form),
            ("24466000a", MmsiFault::Form),
        ] {
            assert_eq!(Mmsi::read(text), Err(fault), "{text}");
        }
    }
}
