//! The list the words are drawn from: 2,048 words, no two alike in their first four letters.

use std::sync::LazyLock;

const LEAST_LETTERS: usize = 4;
const NEAR_ENOUGH: f64 = 0.8;

static WORDS: LazyLock<Vec<&'static str>> =
    LazyLock::new(|| include_str!("../../data/receipt_words.txt").lines().collect());

/// The 2,048 words, sorted.
#[must_use]
pub fn word_list() -> &'static [&'static str] {
    &WORDS
}

/// The word at an index of eleven bits.
pub(super) fn word_at(index: u16) -> &'static str {
    WORDS.get(usize::from(index)).copied().unwrap_or_default()
}

/// The word on the list that a lower-case text stands for: itself, or the one it begins with four letters or more.
pub(super) fn recognise(typed: &str) -> Option<&'static str> {
    let at = WORDS.partition_point(|word| *word < typed);
    let word = WORDS.get(at).copied()?;
    let cut = typed.chars().count() >= LEAST_LETTERS && word.starts_with(typed);
    (word == typed || cut).then_some(word)
}

/// The word on the list that was probably meant.
pub(super) fn nearest(typed: &str) -> Option<&'static str> {
    WORDS
        .iter()
        .copied()
        .map(|word| (word, strsim::jaro_winkler(typed, word)))
        .filter(|(_, score)| *score >= NEAR_ENOUGH)
        .max_by(|(_, a), (_, b)| a.total_cmp(b))
        .map(|(word, _)| word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_2048_sorted_words_that_differ_in_their_first_four_letters() {
        assert_eq!(WORDS.len(), 2_048);
        assert!(WORDS.is_sorted());
        let mut starts: Vec<String> = WORDS.iter().map(|w| w.chars().take(4).collect()).collect();
        starts.dedup();
        assert_eq!(starts.len(), 2_048);
    }

    #[test]
    fn a_word_is_recognised_whole_or_cut_but_not_shorter_than_four_letters() {
        assert_eq!(recognise("zoo"), Some("zoo"));
        assert_eq!(recognise("absu"), Some("absurd"));
        assert_eq!(recognise("absur"), Some("absurd"));
        assert_eq!(recognise("abs"), None);
        assert_eq!(recognise("absurdly"), None);
        assert_eq!(recognise("zzzz"), None);
    }
}
