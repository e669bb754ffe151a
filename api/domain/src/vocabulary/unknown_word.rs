//! The refusal of a word, with the one that was probably meant.

use super::Vocabulary;

const LONGEST_ECHO: usize = 40;
const NEAR_ENOUGH: f64 = 0.75;

/// A text that is no word of the vocabulary it was read for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{given:?} is not a word of {vocabulary}; {}", self.hint())]
pub struct UnknownWord {
    pub vocabulary: &'static str,
    /// What was given, cut to forty characters.
    pub given: String,
    /// The nearest word, if one is near.
    pub nearest: Option<&'static str>,
    pub accepted: Vec<&'static str>,
}

impl UnknownWord {
    /// The refusal of `given` by the vocabulary `V`.
    #[must_use]
    pub fn of<V: Vocabulary>(given: &str) -> Self {
        let accepted: Vec<_> = V::ALL.iter().map(|word| word.as_str()).collect();
        let given: String = given.chars().take(LONGEST_ECHO).collect();
        let nearest = nearest(&given, V::ALL.iter().map(|w| (w.as_str(), w.label())));
        Self {
            vocabulary: V::NAME,
            given,
            nearest,
            accepted,
        }
    }

    /// What the caller can do about it: the word that was probably meant, or all of them.
    #[must_use]
    pub fn hint(&self) -> String {
        match self.nearest {
            Some(word) => format!("did you mean {word:?}?"),
            None => format!("use one of: {}", self.accepted.join(", ")),
        }
    }
}

/// The word whose spelling or label comes nearest to `given`, if one is near enough.
///
/// `words` are pairs of a word and its label.
pub fn nearest(
    given: &str,
    words: impl Iterator<Item = (&'static str, &'static str)>,
) -> Option<&'static str> {
    let asked = plain(given);
    if asked.is_empty() {
        return None;
    }
    words
        .map(|(word, label)| {
            let by_word = strsim::jaro_winkler(&asked, &plain(word));
            let by_label = strsim::jaro_winkler(&asked, &plain(label));
            (word, by_word.max(by_label))
        })
        .filter(|(_, score)| *score >= NEAR_ENOUGH)
        .max_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(word, _)| word)
}

/// Lower case, and every separator the same.
fn plain(text: &str) -> String {
    text.to_lowercase()
        .split(|c: char| !c.is_alphanumeric())
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join("_")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::incident::IncidentKind;

    #[test]
    fn a_slip_of_the_pen_is_answered_with_the_word_meant() {
        let fault = IncidentKind::parse("locked_or_wipd").unwrap_err();
        assert_eq!(fault.nearest, Some("locked_or_wiped"));
        assert_eq!(
            fault.to_string(),
            "\"locked_or_wipd\" is not a word of incident_kind; did you mean \"locked_or_wiped\"?"
        );
    }

    #[test]
    fn another_case_or_separator_is_recognised_but_not_accepted() {
        assert_eq!(
            IncidentKind::parse("Data-Taken").unwrap_err().nearest,
            Some("data_taken")
        );
    }

    #[test]
    fn a_text_far_from_every_word_is_answered_with_all_of_them() {
        let fault = IncidentKind::parse("zzzz").unwrap_err();
        assert_eq!(fault.nearest, None);
        assert!(fault.to_string().contains("use one of: locked_or_wiped, "));
    }

    #[test]
    fn a_long_text_is_not_echoed_whole() {
        let fault = IncidentKind::parse(&"ø".repeat(5_000)).unwrap_err();
        assert_eq!(fault.given.chars().count(), LONGEST_ECHO);
    }
}
