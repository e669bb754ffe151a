//! The short name of an incident for people, `INC-7K3MQ9`. It tells neither count nor order.

const PREFIX: &str = "INC-";
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const LENGTH: usize = 6;
const BITS_PER_LETTER: u32 = 5;

/// A reference: the prefix and six characters of Crockford's base 32.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[cfg_attr(
    feature = "sql",
    derive(diesel::expression::AsExpression, diesel::deserialize::FromSqlRow),
    diesel(sql_type = diesel::sql_types::Text)
)]
pub struct Reference(String);

/// A text that is no reference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a reference is written INC- and six letters or digits, as in INC-7K3MQ9")]
pub struct ReferenceFault;

impl Reference {
    /// Makes a reference from random bytes, which the caller draws; thirty bits of them are used.
    #[must_use]
    pub fn from_random(random: [u8; 4]) -> Self {
        let mut bits = u32::from_be_bytes(random);
        let mut text = PREFIX.to_owned();
        for _ in 0..LENGTH {
            let at = usize::try_from(bits & 0x1f).unwrap_or_default();
            text.extend(LETTERS.get(at).copied().map(char::from));
            bits >>= BITS_PER_LETTER;
        }
        Self(text)
    }

    /// Reads a reference as people write it: any case, with or without the prefix, O for 0, I or L for 1.
    ///
    /// # Errors
    /// When it is not six characters of the alphabet; the letter U is none of them.
    pub fn read(text: &str) -> Result<Self, ReferenceFault> {
        let plain: String = text
            .trim()
            .to_uppercase()
            .chars()
            .filter(|c| !matches!(c, ' ' | '-'))
            .collect();
        let body = plain
            .strip_prefix("INC")
            .filter(|rest| rest.chars().count() == LENGTH)
            .unwrap_or(&plain);
        let letters: String = body
            .chars()
            .map(|c| match c {
                'O' => '0',
                'I' | 'L' => '1',
                other => other,
            })
            .collect();
        let fits = letters.len() == LENGTH && letters.bytes().all(|byte| LETTERS.contains(&byte));
        fits.then(|| Self(format!("{PREFIX}{letters}")))
            .ok_or(ReferenceFault)
    }

    /// The reference in its one written form.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

code!(Reference, ReferenceFault, pattern "^INC-[0-9A-HJKMNP-TV-Z]{6}$", example "INC-7K3MQ9");

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_reference_is_read_as_people_write_it() {
        for text in ["INC-7K3MQ1", "inc-7k3mq1", "7K3MQ1", " INC 7K3 MQL ", "INC7k3mqi"] {
            assert_eq!(Reference::read(text).unwrap().as_str(), "INC-7K3MQ1", "{text}");
        }
        assert_eq!(Reference::read("inc-o00ooo").unwrap().as_str(), "INC-000000");
        for text in ["", "INC-", "INC-7K3MQ", "INC-7K3MQ12", "INC-7K3MQU", "INC-7K3MQé"] {
            assert_eq!(Reference::read(text), Err(ReferenceFault), "{text}");
        }
    }

    #[test]
    fn six_characters_that_begin_with_the_prefix_are_not_cut() {
        assert_eq!(Reference::read("INC7K3").unwrap().as_str(), "INC-1NC7K3");
    }

    proptest! {
        #[test]
        fn what_is_made_is_read_back(random: [u8; 4]) {
            let made = Reference::from_random(random);
            prop_assert_eq!(Reference::read(made.as_str()), Ok(made.clone()));
            prop_assert_eq!(Reference::read(&made.as_str().to_lowercase().replace('-', " ")), Ok(made));
        }
    }
}
