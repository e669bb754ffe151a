//! What problems say, in the language of whom they are told: one catalogue for each language, and English
//! where none fits. Only the sentences that hold no values; the others stay in English.

use super::codes::Code;
use actix_web::http::header::{ACCEPT_LANGUAGE, HeaderMap};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// The sentences of a code.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Message {
    /// One line for people.
    pub title: String,
    /// What the caller can do about it.
    pub remedy: String,
}

/// A language that problems are told in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    English,
    German,
    French,
}

type Catalogue = BTreeMap<String, Message>;

fn read(text: &str) -> Catalogue {
    serde_json::from_str(text).unwrap_or_default()
}

static ENGLISH: LazyLock<Catalogue> = LazyLock::new(|| read(include_str!("en.json")));
static GERMAN: LazyLock<Catalogue> = LazyLock::new(|| read(include_str!("de.json")));
static FRENCH: LazyLock<Catalogue> = LazyLock::new(|| read(include_str!("fr.json")));
static NONE: Message = Message {
    title: String::new(),
    remedy: String::new(),
};

impl Language {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::English, Self::German, Self::French];

    /// Its tag (RFC 5646).
    pub const fn tag(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::German => "de",
            Self::French => "fr",
        }
    }

    fn catalogue(self) -> &'static Catalogue {
        match self {
            Self::English => &ENGLISH,
            Self::German => &GERMAN,
            Self::French => &FRENCH,
        }
    }

    /// What a code says in this language.
    pub fn message(self, code: &Code) -> &'static Message {
        self.catalogue()
            .get(code.word)
            .or_else(|| ENGLISH.get(code.word))
            .unwrap_or(&NONE)
    }

    /// The language that a request likes best, by its quality values; the first of those it likes alike.
    pub fn asked(headers: &HeaderMap) -> Self {
        let mut best = (0, Self::English);
        let ranges = headers
            .get_all(ACCEPT_LANGUAGE)
            .filter_map(|value| value.to_str().ok())
            .flat_map(|value| value.split(','));
        for range in ranges {
            let mut parts = range.split(';');
            let tag = parts.next().unwrap_or_default().trim();
            let quality = parts
                .find_map(|part| part.trim().strip_prefix("q="))
                .map_or(1000, thousandths);
            if let Some(language) = Self::of(tag).filter(|_| quality > best.0) {
                best = (quality, language);
            }
        }
        best.1
    }

    /// `de-CH` is German: a problem knows no countries.
    fn of(tag: &str) -> Option<Self> {
        let primary = tag.split('-').next().unwrap_or_default();
        if primary == "*" {
            return Some(Self::English);
        }
        Self::ALL
            .into_iter()
            .find(|language| primary.eq_ignore_ascii_case(language.tag()))
    }
}

/// A quality value in thousandths (RFC 9110 §12.4.2); what is none counts as nothing.
fn thousandths(text: &str) -> u32 {
    let (whole, part) = text.trim().split_once('.').unwrap_or((text.trim(), ""));
    match (whole, format!("{part:0<3}").get(..3).map(str::parse::<u32>)) {
        ("1", _) => 1000,
        ("0", Some(Ok(part))) => part,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::codes;
    use super::*;
    use actix_web::http::header::HeaderValue;

    #[test]
    fn every_language_has_every_code_and_no_other() {
        let words: Vec<&str> = {
            let mut words: Vec<&str> = codes::ALL.iter().map(|code| code.word).collect();
            words.sort_unstable();
            words
        };
        for language in Language::ALL {
            let catalogue = language.catalogue();
            assert_eq!(catalogue.keys().collect::<Vec<_>>(), words, "{language:?}");
            for (word, message) in catalogue {
                assert!(
                    !message.title.is_empty() && !message.title.ends_with('.'),
                    "{language:?} {word}"
                );
                assert!(message.remedy.ends_with('.'), "{language:?} {word}");
                let english = &ENGLISH[word];
                assert!(
                    language == Language::English || *message != *english,
                    "{language:?} {word}"
                );
                for quoted in english
                    .remedy
                    .split('`')
                    .skip(1)
                    .step_by(2)
                    .filter(|name| !name.contains('<'))
                {
                    assert!(
                        message.remedy.contains(quoted),
                        "{language:?} {word}: `{quoted}` is lost"
                    );
                }
            }
        }
    }

    #[test]
    fn a_language_is_taken_by_its_quality() {
        for (asked, tag) in [
            ("", "en"),
            ("de", "de"),
            ("DE-ch", "de"),
            ("fr-CA, fr;q=0.9, en;q=0.8", "fr"),
            ("en;q=0.5, de;q=0.51", "de"),
            ("de;q=0.7,fr;q=0.7", "de"),
            ("nl, fr;q=0.3", "fr"),
            ("nl", "en"),
            ("de;q=0", "en"),
            ("*;q=0.9, de;q=0.5", "en"),
            ("de;q=2, fr;q=nonsense", "en"),
            ("den, french", "en"),
            ("de ; q=0.2 , fr ; q=0.4", "fr"),
        ] {
            let mut headers = HeaderMap::new();
            headers.insert(ACCEPT_LANGUAGE, HeaderValue::from_static(asked));
            assert_eq!(Language::asked(&headers).tag(), tag, "{asked}");
        }
    }
}
