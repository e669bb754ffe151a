//! The number of a certificate, `BB-C-2026-0417` for a person and `BB-S-2026-0024` for a supplier.
//!
//! The last digit is a check digit after Damm. It notices every wrong digit and every swap of neighbours, and also
//! that the letter is the other one.

#[cfg(test)]
mod tests;

use std::fmt::Write;

use crate::certification::HolderKind;

/// A quasigroup of order ten that is totally anti-symmetric, from H. Michael Damm's thesis (Marburg, 2004).
const DAMM: [[u8; 10]; 10] = [
    [0, 3, 1, 7, 5, 9, 8, 6, 4, 2],
    [7, 0, 9, 2, 1, 5, 4, 8, 6, 3],
    [4, 2, 0, 6, 8, 7, 1, 3, 5, 9],
    [1, 7, 5, 0, 9, 8, 3, 4, 2, 6],
    [6, 1, 2, 3, 0, 4, 5, 9, 7, 8],
    [3, 6, 7, 4, 2, 0, 9, 5, 8, 1],
    [5, 8, 6, 9, 7, 2, 0, 1, 3, 4],
    [8, 9, 4, 5, 3, 6, 2, 0, 1, 7],
    [9, 4, 3, 8, 6, 1, 7, 2, 0, 5],
    [2, 5, 8, 1, 4, 3, 6, 7, 9, 0],
];
const YEAR_DIGITS: usize = 4;
const SERIAL_DIGITS: usize = 3;

/// A certificate number whose check digit fits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "sql",
    derive(diesel::expression::AsExpression, diesel::deserialize::FromSqlRow),
    diesel(sql_type = diesel::sql_types::Text)
)]
pub struct CertificateNumber {
    text: String,
    kind: HolderKind,
}

/// Why a text is no certificate number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NumberFault {
    #[error("a certificate number looks like BB-C-2026-0417 for a person, BB-S-2026-0024 for a supplier")]
    Form,
    #[error("the last digit of this certificate number does not fit{}", question(.did_you_mean))]
    Check {
        /// The numbers with two neighbouring digits exchanged that do fit, those with another serial first.
        did_you_mean: Vec<String>,
    },
}

fn question(numbers: &[String]) -> String {
    if numbers.is_empty() {
        ": it was mistyped".to_owned()
    } else {
        format!("; did you mean {}?", numbers.join(" or "))
    }
}

impl CertificateNumber {
    /// The number of the `serial`-th certificate of a year; none for a year that has not four digits, or serial zero.
    #[must_use]
    pub fn new(kind: HolderKind, year: u16, serial: u32) -> Option<Self> {
        let fits = (1_000..=9_999).contains(&year) && serial > 0;
        let mut digits: Vec<u8> = format!("{year}{serial:03}").bytes().map(|b| b - b'0').collect();
        digits.push(check(kind, &digits));
        fits.then(|| Self {
            text: written(kind, &digits),
            kind,
        })
    }

    /// Reads a number as people write it: in any case, with spaces, with or without hyphens and the `BB`.
    ///
    /// # Errors
    /// Says which number may have been meant when two neighbouring digits were swapped.
    pub fn read(text: &str) -> Result<Self, NumberFault> {
        let plain: String = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '\u{2010}'..='\u{2014}'))
            .flat_map(char::to_uppercase)
            .collect();
        let rest = plain.strip_prefix("BB").unwrap_or(&plain);
        let kinds = [('C', HolderKind::Person), ('S', HolderKind::Supplier)];
        let (kind, rest) = kinds
            .into_iter()
            .find_map(|(letter, kind)| Some((kind, rest.strip_prefix(letter)?)))
            .ok_or(NumberFault::Form)?;
        let digits: Vec<u8> = rest
            .bytes()
            .map(|b| b.is_ascii_digit().then(|| b - b'0'))
            .collect::<Option<_>>()
            .ok_or(NumberFault::Form)?;
        if !is_written_so(&digits) {
            return Err(NumberFault::Form);
        }
        if state(kind, &digits) != 0 {
            return Err(NumberFault::Check {
                did_you_mean: swapped(kind, &digits),
            });
        }
        Ok(Self {
            text: written(kind, &digits),
            kind,
        })
    }

    /// Whom the certificate is about.
    #[must_use]
    pub const fn kind(&self) -> HolderKind {
        self.kind
    }

    /// The number in its one written form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

code!(CertificateNumber, NumberFault, pattern r"^BB-[CS]-\d{4}-\d{4,}$", example "BB-C-2026-0417");

/// Whether the digits are those that `new` would write: a serial is padded to three digits and not further.
fn is_written_so(digits: &[u8]) -> bool {
    let Some((_, body)) = digits.split_last() else {
        return false;
    };
    let (year, serial) = body.split_at_checked(YEAR_DIGITS).unwrap_or_default();
    let value = serial.iter().try_fold(0_u32, |sum, digit| {
        sum.checked_mul(10)?.checked_add(u32::from(*digit))
    });
    year.first().is_some_and(|first| *first > 0)
        && value.is_some_and(|value| value > 0)
        && serial.len() >= SERIAL_DIGITS
        && (serial.len() == SERIAL_DIGITS || serial.first() != Some(&0))
}

/// What stands for the letter in the check.
const fn digit_of(kind: HolderKind) -> u8 {
    match kind {
        HolderKind::Person => 8,
        HolderKind::Supplier => 4,
    }
}

fn state(kind: HolderKind, digits: &[u8]) -> u8 {
    std::iter::once(digit_of(kind))
        .chain(digits.iter().copied())
        .fold(0, |state, digit| {
            let row = DAMM.get(usize::from(state));
            row.and_then(|row| row.get(usize::from(digit)))
                .copied()
                .unwrap_or_default()
        })
}

/// The digit that leads the state back to zero is the state itself: the diagonal of the table is zero.
fn check(kind: HolderKind, digits: &[u8]) -> u8 {
    state(kind, digits)
}

fn written(kind: HolderKind, digits: &[u8]) -> String {
    let letter = match kind {
        HolderKind::Person => 'C',
        HolderKind::Supplier => 'S',
    };
    let mut text = format!("BB-{letter}-");
    for (at, digit) in digits.iter().enumerate() {
        let hyphen = if at == YEAR_DIGITS { "-" } else { "" };
        // Writing to a string does not fail.
        let _ = write!(text, "{hyphen}{digit}");
    }
    text
}

fn swapped(kind: HolderKind, digits: &[u8]) -> Vec<String> {
    // From the end: the serial is mistyped more often than the year.
    let exchanged = (1..digits.len()).rev().map(|at| {
        let mut other = digits.to_vec();
        other.swap(at - 1, at);
        other
    });
    exchanged
        .filter(|other| is_written_so(other) && state(kind, other) == 0)
        .map(|other| written(kind, &other))
        .collect()
}
