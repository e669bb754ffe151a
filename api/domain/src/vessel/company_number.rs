//! The IMO company and registered-owner number.

use super::{digits, written};

const LENGTH: usize = 7;
const WEIGHTS: [u32; 6] = [8, 6, 4, 2, 9, 7];
const BASE: u32 = 11;

/// A company number whose check digit fits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "sql",
    derive(diesel::expression::AsExpression, diesel::deserialize::FromSqlRow),
    diesel(sql_type = diesel::sql_types::Text)
)]
pub struct CompanyNumber(String);

/// Why a text is not a company number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum CompanyNumberFault {
    #[error("an IMO company number has seven digits")]
    Form,
    #[error("the check digit of this IMO company number should be {expected}")]
    CheckDigit { expected: u32 },
}

impl CompanyNumber {
    /// Reads a company number with or without `IMO` before it.
    ///
    /// # Errors
    /// Says the expected check digit.
    pub fn read(text: &str) -> Result<Self, CompanyNumberFault> {
        let digits = digits(text, "imo")
            .filter(|d| d.len() == LENGTH)
            .ok_or(CompanyNumberFault::Form)?;
        let sum: u32 = digits
            .iter()
            .zip(WEIGHTS)
            .map(|(digit, weight)| digit * weight)
            .sum();
        let expected = (BASE - sum % BASE) % 10;
        if digits.last() == Some(&expected) {
            Ok(Self(written(&digits)))
        } else {
            Err(CompanyNumberFault::CheckDigit { expected })
        }
    }

    /// The seven digits.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

code!(CompanyNumber, CompanyNumberFault, pattern r"^\d{7}$", example "2041999");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_known_company_fits_and_every_other_last_digit_does_not() {
        assert_eq!(CompanyNumber::read("IMO 2041999").unwrap().as_str(), "2041999");
        for last in 0..9 {
            let fault = CompanyNumber::read(&format!("204199{last}")).unwrap_err();
            assert_eq!(fault, CompanyNumberFault::CheckDigit { expected: 9 });
        }
        assert_eq!(CompanyNumber::read("204199"), Err(CompanyNumberFault::Form));
    }
}
