//! Languages people work in, by their ISO 639-1 code.

use std::sync::LazyLock;

use crate::data;

/// A language and its English name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// ISO 639-1.
    pub code: String,
    pub name: String,
}

static LANGUAGES: LazyLock<Vec<Language>> = LazyLock::new(|| {
    let language = |row: Vec<String>| {
        let mut fields = row.into_iter();
        Some(Language {
            code: fields.next()?,
            name: fields.next()?,
        })
    };
    data::rows(include_str!("../../data/languages.csv"))
        .filter_map(language)
        .collect()
});

/// All languages, by code.
#[must_use]
pub fn languages() -> &'static [Language] {
    &LANGUAGES
}

/// The language with a lower-case code; none if it is not assigned.
#[must_use]
pub fn find_language(code: &str) -> Option<&'static Language> {
    let at = LANGUAGES
        .binary_search_by(|language| language.code.as_str().cmp(code))
        .ok()?;
    LANGUAGES.get(at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_line_is_a_language_in_order() {
        assert!(LANGUAGES.is_sorted_by(|a, b| a.code < b.code));
        assert!(LANGUAGES.iter().all(|l| {
            l.code.len() == 2 && l.code.bytes().all(|b| b.is_ascii_lowercase()) && !l.name.is_empty()
        }));
    }

    #[test]
    fn a_language_is_found_by_its_lower_case_code() {
        assert_eq!(find_language("nb").unwrap().name, "Norwegian Bokmål");
        assert_eq!(find_language("tl").unwrap().name, "Tagalog");
        for code in ["", "EN", "xx", "eng"] {
            assert_eq!(find_language(code), None, "{code}");
        }
    }
}
