//! Traffic Light Protocol 2.0: what may be shown to whom.

use crate::vocabulary::UnknownWord;

vocabulary! {
    /// A TLP 2.0 label, from the widest circle to the narrowest.
    Tlp = "tlp", version "2.0", source "FIRST, Traffic Light Protocol 2.0" {
        Clear => "clear", "TLP:CLEAR";
        Green => "green", "TLP:GREEN";
        Amber => "amber", "TLP:AMBER";
        AmberStrict => "amber+strict", "TLP:AMBER+STRICT";
        Red => "red", "TLP:RED";
    }
}

/// Who wants to see something.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Audience {
    /// Everybody, unnamed.
    Public,
    /// A member organisation: the community of TLP:GREEN.
    Member,
    /// The organisation a thing belongs to.
    Owner,
    /// The analysts of the desk, to whom everything is addressed.
    Desk,
}

impl Audience {
    /// The narrowest marking this audience may see.
    #[must_use]
    pub const fn ceiling(self) -> Tlp {
        match self {
            Self::Public => Tlp::Clear,
            Self::Member => Tlp::Green,
            Self::Owner | Self::Desk => Tlp::Red,
        }
    }

    /// Whether this audience may see what is marked so.
    #[must_use]
    pub fn may_see(self, marking: Tlp) -> bool {
        marking <= self.ceiling()
    }
}

impl Tlp {
    /// Reads a marking as people write it: any case, with or without the prefix, and the old word for clear.
    ///
    /// # Errors
    /// When it is no marking of TLP 2.0 or 1.0.
    pub fn read(text: &str) -> Result<Self, UnknownWord> {
        let lower = text.trim().to_lowercase();
        let word = lower.strip_prefix("tlp:").unwrap_or(&lower);
        if word == "white" {
            Ok(Self::Clear)
        } else {
            word.parse()
        }
    }

    /// Whether the marking lets a thing leave the house at all, to members or to everybody.
    #[must_use]
    pub fn may_be_released(self) -> bool {
        Audience::Member.may_see(self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn markings_narrow_from_clear_to_red() {
        assert!(Tlp::ALL.is_sorted());
        assert!(Tlp::Amber < Tlp::AmberStrict && Tlp::AmberStrict < Tlp::Red);
    }

    #[test]
    fn the_public_sees_clear_and_members_green() {
        let seen = |by: Audience| {
            Tlp::ALL
                .iter()
                .filter(|m| by.may_see(**m))
                .map(|m| m.as_str())
                .collect::<Vec<_>>()
        };
        assert_eq!(seen(Audience::Public), ["clear"]);
        assert_eq!(seen(Audience::Member), ["clear", "green"]);
        assert_eq!(seen(Audience::Owner).len(), Tlp::ALL.len());
        assert_eq!(seen(Audience::Desk).len(), Tlp::ALL.len());
    }

    #[test]
    fn the_old_word_is_read_and_never_written() {
        assert_eq!(Tlp::read("TLP:WHITE"), Ok(Tlp::Clear));
        assert_eq!(Tlp::read(" tlp:Amber+Strict "), Ok(Tlp::AmberStrict));
        assert!("white".parse::<Tlp>().is_err());
        assert!(Tlp::ALL.iter().all(|marking| marking.as_str() != "white"));
        assert!(Tlp::read("orange").is_err());
    }
}
