//! The IMO ship number: seven digits that stay with the hull for life.
//!
//! The check digit misses about one in eight single-digit slips, so a fitting number is not yet the right one.

use super::{digits, written};

const LENGTH: usize = 7;
const WEIGHTS: [u32; 6] = [7, 6, 5, 4, 3, 2];

/// A ship number whose check digit fits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "sql",
    derive(diesel::expression::AsExpression, diesel::deserialize::FromSqlRow),
    diesel(sql_type = diesel::sql_types::Text)
)]
pub struct ImoNumber(String);

/// Why a text is not a ship number.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ImoNumberFault {
    #[error("an IMO ship number has seven digits")]
    Form,
    #[error("the check digit of this IMO ship number should be {expected}{}", swapped.as_ref().map(|n| format!("; two digits may be swapped: {n}?")).unwrap_or_default())]
    CheckDigit {
        expected: u32,
        /// The number with two neighbouring digits exchanged that does fit, if exactly one does.
        swapped: Option<String>,
    },
}

impl ImoNumber {
    /// Reads a ship number with or without `IMO` before it.
    ///
    /// # Errors
    /// Says the expected check digit, and the likely transposition if there is just one.
    pub fn read(text: &str) -> Result<Self, ImoNumberFault> {
        let digits = digits(text, "imo")
            .filter(|d| d.len() == LENGTH)
            .ok_or(ImoNumberFault::Form)?;
        let expected = check_digit(&digits);
        if digits.last() == Some(&expected) {
            Ok(Self(written(&digits)))
        } else {
            Err(ImoNumberFault::CheckDigit {
                expected,
                swapped: swapped(&digits),
            })
        }
    }

    /// The seven digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The last digit of the sum of the first six, weighted from seven down to two.
fn check_digit(digits: &[u32]) -> u32 {
    digits
        .iter()
        .zip(WEIGHTS)
        .map(|(digit, weight)| digit * weight)
        .sum::<u32>()
        % 10
}

fn swapped(digits: &[u32]) -> Option<String> {
    let exchanged = (1..digits.len()).map(|at| {
        let mut other = digits.to_vec();
        other.swap(at - 1, at);
        other
    });
    let mut fitting = exchanged.filter(|other| other.last() == Some(&check_digit(other)));
    let first = fitting.next()?;
    fitting.all(|other| other == first).then(|| written(&first))
}

code!(ImoNumber, ImoNumberFault, pattern r"^\d{7}$", example "9074729");

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn known_ships_fit_and_a_wrong_digit_does_not() {
        for text in ["9074729", "IMO 9074729", "IMO9074729", "imo:9619907", " 7625811 "] {
            assert!(ImoNumber::read(text).is_ok(), "{text}");
        }
        let fault = ImoNumber::read("9074728").unwrap_err();
        assert!(matches!(fault, ImoNumberFault::CheckDigit { expected: 9, .. }));
        for text in ["", "907472", "90747290", "907472X", "IMO"] {
            assert_eq!(ImoNumber::read(text), Err(ImoNumberFault::Form), "{text}");
        }
    }

    #[test]
    fn swapped_digits_are_recognised() {
        let fault = ImoNumber::read("9047729").unwrap_err();
        assert_eq!(
            fault,
            ImoNumberFault::CheckDigit {
                expected: 6,
                swapped: Some("9074729".to_owned())
            }
        );
        assert!(fault.to_string().ends_with("two digits may be swapped: 9074729?"));
    }

    fn number() -> impl Strategy<Value = Vec<u32>> {
        prop::collection::vec(0_u32..10, 6).prop_map(|mut digits| {
            digits.push(check_digit(&digits));
            digits
        })
    }

    proptest! {
        #[test]
        fn every_swap_of_neighbours_but_the_last_is_noticed(digits in number(), at in 1_usize..6) {
            let mut other = digits.clone();
            other.swap(at - 1, at);
            prop_assert_eq!(ImoNumber::read(&written(&other)).is_ok(), other == digits);
        }

        #[test]
        fn a_wrong_check_digit_is_always_noticed(digits in number(), wrong in 0_u32..10) {
            let mut other = digits.clone();
            other[6] = wrong;
            prop_assert_eq!(ImoNumber::read(&written(&other)).is_ok(), wrong == digits[6]);
        }
    }
}
