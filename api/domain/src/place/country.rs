//! Countries by their ISO 3166-1 code; also the flags of ships.

use std::sync::LazyLock;

use crate::data;

/// A country and its English name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Country {
    /// ISO 3166-1 alpha-2.
    pub code: String,
    pub name: String,
}

static COUNTRIES: LazyLock<Vec<Country>> = LazyLock::new(|| {
    let country = |row: Vec<String>| {
        let mut fields = row.into_iter();
        Some(Country {
            code: fields.next()?,
            name: fields.next()?,
        })
    };
    data::rows(include_str!("../../data/countries.csv"))
        .filter_map(country)
        .collect()
});

/// All countries, by code.
#[must_use]
pub fn countries() -> &'static [Country] {
    &COUNTRIES
}

/// The country with an upper-case code; none if it is not assigned.
#[must_use]
pub fn find_country(code: &str) -> Option<&'static Country> {
    let at = COUNTRIES
        .binary_search_by(|country| country.code.as_str().cmp(code))
        .ok()?;
    COUNTRIES.get(at)
}

/// The code of a country that exists.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "sql",
    derive(diesel::expression::AsExpression, diesel::deserialize::FromSqlRow),
    diesel(sql_type = diesel::sql_types::Text)
)]
pub struct CountryCode(String);

/// A text that is no country's code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a country is given by its two letters of ISO 3166-1, as in NL")]
pub struct CountryCodeFault;

impl CountryCode {
    /// Reads a code in any case.
    ///
    /// # Errors
    /// When no country has it.
    pub fn read(text: &str) -> Result<Self, CountryCodeFault> {
        let code = text.trim().to_uppercase();
        find_country(&code)
            .map(|country| Self(country.code.clone()))
            .ok_or(CountryCodeFault)
    }

    /// The two capital letters.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

code!(CountryCode, CountryCodeFault, pattern "^[A-Z]{2}$", example "NL");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_249_countries_in_order() {
        assert_eq!(COUNTRIES.len(), 249);
        assert!(COUNTRIES.is_sorted_by(|a, b| a.code < b.code));
        assert!(COUNTRIES.iter().all(|c| c.code.len() == 2 && !c.name.is_empty()));
        assert_eq!(find_country("NL").unwrap().name, "Netherlands");
    }

    #[test]
    fn a_code_is_read_in_any_case_and_must_exist() {
        assert_eq!(CountryCode::read(" nl ").unwrap().as_str(), "NL");
        for text in ["", "N", "NLD", "XX", "XK", "ÄÖ"] {
            assert_eq!(CountryCode::read(text), Err(CountryCodeFault), "{text}");
        }
    }
}
