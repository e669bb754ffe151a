//! The reporter's words: eight drawn at random and one that checks them.
//!
//! They are all a reporter needs to come back, and they never leave the reporter's machine.

mod derive;
mod words;

use sha2::{Digest, Sha256};

pub use derive::{Derived, derive};
pub use words::word_list;

/// How many words are drawn; the check word comes on top.
pub const DRAWN_WORDS: usize = 8;
/// How many random bytes a receipt is made of: eight words of eleven bits.
pub const ENTROPY_BYTES: usize = 11;

const CHECK_TEXT: &str = "bellbuoy check v1\n";
const BITS_PER_WORD: u32 = 11;
/// This many words of a receipt side by side in a text are no accident.
const TELLING_RUN: usize = 3;
/// This many different words of a receipt anywhere in a text are no accident either.
const TELLING_COUNT: usize = 7;

/// A receipt whose words are all on the list.
#[derive(Clone, PartialEq, Eq)]
pub struct Receipt {
    words: [&'static str; DRAWN_WORDS],
}

/// Why a text is not a receipt.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReceiptFault {
    #[error("a receipt has eight words and the check word, this text has {given}")]
    Count { given: usize },
    /// `position` counts from one.
    #[error("word {position} is not on the list{}", nearest.map(|w| format!("; did you mean {w:?}?")).unwrap_or_default())]
    UnknownWord {
        position: usize,
        nearest: Option<&'static str>,
    },
    #[error("the words do not belong together; check them one by one")]
    CheckWord,
}

impl std::fmt::Debug for Receipt {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Receipt(…)")
    }
}

impl Receipt {
    /// Makes a receipt from random bytes, which the caller must draw from a secure source.
    #[must_use]
    pub fn from_entropy(random: [u8; ENTROPY_BYTES]) -> Self {
        let mut bits = random
            .iter()
            .fold(0_u128, |all, byte| (all << 8) | u128::from(*byte));
        let mut words = [""; DRAWN_WORDS];
        for word in words.iter_mut().rev() {
            *word = words::word_at(u16::try_from(bits & 0x7ff).unwrap_or_default());
            bits >>= BITS_PER_WORD;
        }
        Self { words }
    }

    /// Reads a receipt as a person types it: any case, any separators, words cut to four letters or more.
    ///
    /// # Errors
    /// Says which word is not on the list, or that the check word does not fit.
    pub fn parse(text: &str) -> Result<Self, ReceiptFault> {
        let typed: Vec<String> = text
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        if typed.len() != DRAWN_WORDS + 1 {
            return Err(ReceiptFault::Count { given: typed.len() });
        }
        let mut found = Vec::with_capacity(typed.len());
        for (position, word) in (1..).zip(&typed) {
            found.push(words::recognise(word).ok_or_else(|| ReceiptFault::UnknownWord {
                position,
                nearest: words::nearest(word),
            })?);
        }
        let check = found.pop();
        let count = found.len();
        let words = found
            .try_into()
            .ok()
            .ok_or(ReceiptFault::Count { given: count })?;
        let receipt = Self { words };
        if check == Some(receipt.check_word()) {
            Ok(receipt)
        } else {
            Err(ReceiptFault::CheckWord)
        }
    }

    /// The eight drawn words, lower case, joined by single spaces; what everything else is derived from.
    #[must_use]
    pub fn phrase(&self) -> String {
        self.words.join(" ")
    }

    /// The ninth word: the first eleven bits of a hash over the other eight.
    #[must_use]
    pub fn check_word(&self) -> &'static str {
        let hash = Sha256::new()
            .chain_update(CHECK_TEXT)
            .chain_update(self.phrase())
            .finalize();
        let mut bytes = hash.iter().copied().map(u16::from);
        let first = bytes.next().unwrap_or_default();
        let second = bytes.next().unwrap_or_default();
        words::word_at((first << 3) | (second >> 5))
    }

    /// All nine words, in the order in which they are shown.
    #[must_use]
    pub fn to_text(&self) -> String {
        format!("{} {}", self.phrase(), self.check_word())
    }

    /// Whether `text` gives this receipt away: three of its words side by side, or seven of the nine anywhere.
    #[must_use]
    pub fn occurs_in(&self, text: &str) -> bool {
        let all: Vec<&str> = self.words.iter().copied().chain([self.check_word()]).collect();
        let typed: Vec<String> = text
            .split(|c: char| !c.is_alphabetic())
            .filter(|word| !word.is_empty())
            .map(str::to_lowercase)
            .collect();
        let in_a_row = all
            .windows(TELLING_RUN)
            .any(|run| typed.windows(TELLING_RUN).any(|part| part.iter().eq(run.iter())));
        let anywhere = all
            .iter()
            .filter(|word| typed.iter().any(|typed| typed == *word))
            .count();
        in_a_row || anywhere >= TELLING_COUNT
    }
}

#[cfg(test)]
mod tests;
