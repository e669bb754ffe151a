//! UN/LOCODE: two letters for the country, three characters for the place.

use super::find_country;

/// International waters, where installations have codes too.
const INTERNATIONAL_WATERS: &str = "XZ";
const COUNTRY_LETTERS: usize = 2;
const LENGTH: usize = 5;

/// A code of the right form in a country that exists; whether it is a port we know is another question.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "sql",
    derive(diesel::expression::AsExpression, diesel::deserialize::FromSqlRow),
    diesel(sql_type = diesel::sql_types::Text)
)]
pub struct UnLocode(String);

/// Why a text is not a UN/LOCODE.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum UnLocodeFault {
    #[error("a UN/LOCODE has two letters for the country and three characters for the place, as in NLRTM")]
    Form,
    #[error("the first two letters of this UN/LOCODE are no country")]
    Country,
}

impl UnLocode {
    /// Reads a code in any case, with or without a space after the country.
    ///
    /// # Errors
    /// Says whether the form or the country is wrong.
    pub fn read(text: &str) -> Result<Self, UnLocodeFault> {
        let code: String = text.trim().to_uppercase().chars().filter(|c| *c != ' ').collect();
        let (country, place) = code
            .split_at_checked(COUNTRY_LETTERS)
            .ok_or(UnLocodeFault::Form)?;
        let letters = country.bytes().all(|b| b.is_ascii_uppercase());
        let rest = place
            .bytes()
            .all(|b| b.is_ascii_uppercase() || (b'2'..=b'9').contains(&b));
        if !letters || !rest || code.len() != LENGTH {
            return Err(UnLocodeFault::Form);
        }
        if country != INTERNATIONAL_WATERS && find_country(country).is_none() {
            return Err(UnLocodeFault::Country);
        }
        Ok(Self(code))
    }

    /// The five characters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

code!(UnLocode, UnLocodeFault, pattern "^[A-Z]{2}[A-Z2-9]{3}$", example "NLRTM");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_as_people_write_them() {
        for text in ["NLRTM", "nl rtm", " NL RTM "] {
            assert_eq!(UnLocode::read(text).unwrap().as_str(), "NLRTM");
        }
        assert!(UnLocode::read("US2H3").is_ok());
        assert!(UnLocode::read("XZNAK").is_ok());
    }

    #[test]
    fn a_wrong_form_and_a_wrong_country_are_told_apart() {
        for text in ["", "NLRT", "NLRTMX", "N1RTM", "NLRT1", "NLRT0", "ÄLRTM"] {
            assert_eq!(UnLocode::read(text), Err(UnLocodeFault::Form), "{text}");
        }
        assert_eq!(UnLocode::read("QQRTM"), Err(UnLocodeFault::Country));
    }
}
