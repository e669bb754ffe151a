//! A closed vocabulary, declared once: the enum is the wire word, the SQL word and the schema.
//!
//! Words are compared exactly. A word that is not of the vocabulary is answered with the nearest one.

mod catalogue;
mod unknown_word;

pub use catalogue::{Entry, Listing, catalogue};
pub use unknown_word::{UnknownWord, nearest};

/// What every closed vocabulary can say of itself.
pub trait Vocabulary: Copy + Sized + 'static {
    /// The vocabulary's own name on the wire, in `snake_case`.
    const NAME: &'static str;
    /// The version of the word list; it grows with each change.
    const VERSION: &'static str;
    /// Where the words come from.
    const SOURCE: &'static str;
    /// Every word, in the declared order.
    const ALL: &'static [Self];

    /// The word as it stands on the wire and in the database.
    fn as_str(self) -> &'static str;

    /// The word for people, in English.
    fn label(self) -> &'static str;

    /// The word of the parent vocabulary this one belongs to, if there is one.
    fn parent_word(self) -> Option<&'static str>;

    /// Reads a word.
    ///
    /// # Errors
    /// `UnknownWord`, which names the nearest word of the vocabulary.
    fn parse(text: &str) -> Result<Self, UnknownWord> {
        Self::ALL
            .iter()
            .copied()
            .find(|word| word.as_str() == text)
            .ok_or_else(|| UnknownWord::of::<Self>(text))
    }
}

/// Reads a vocabulary's word from text, for serde.
#[derive(Debug)]
pub struct WordVisitor<V>(std::marker::PhantomData<V>);

impl<V> Default for WordVisitor<V> {
    fn default() -> Self {
        Self(std::marker::PhantomData)
    }
}

impl<V: Vocabulary> serde::de::Visitor<'_> for WordVisitor<V> {
    type Value = V;

    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a word of {}", V::NAME)
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<V, E> {
        V::parse(text).map_err(E::custom)
    }
}

/// Declares closed vocabularies.
///
/// A flat one lists `Variant => "word", "Label"`; one with a parent lists its words by the parent's variant.
macro_rules! vocabulary {
    (
        $(#[$doc:meta])*
        $name:ident = $wire:literal, version $version:literal, source $source:literal {
            $( $variant:ident => $word:tt, $label:literal; )+
        }
    ) => {
        vocabulary!(@enum [$(#[$doc])*] $name { $( $variant => $word, $label; )+ });

        impl $crate::vocabulary::Vocabulary for $name {
            const NAME: &'static str = $wire;
            const VERSION: &'static str = $version;
            const SOURCE: &'static str = $source;
            const ALL: &'static [Self] = Self::ALL;

            fn as_str(self) -> &'static str {
                Self::as_str(self)
            }

            fn label(self) -> &'static str {
                Self::label(self)
            }

            fn parent_word(self) -> Option<&'static str> {
                None
            }
        }
    };
    (
        $(#[$doc:meta])*
        $name:ident in $parent:ident = $wire:literal, version $version:literal, source $source:literal {
            $( $group:ident: { $( $variant:ident => $word:tt, $label:literal; )+ } )+
        }
    ) => {
        vocabulary!(@enum [$(#[$doc])*] $name { $( $( $variant => $word, $label; )+ )+ });

        impl $name {
            /// What this word belongs to.
            #[must_use]
            pub const fn parent(self) -> $parent {
                match self {
                    $( $( Self::$variant => $parent::$group, )+ )+
                }
            }
        }

        impl $crate::vocabulary::Vocabulary for $name {
            const NAME: &'static str = $wire;
            const VERSION: &'static str = $version;
            const SOURCE: &'static str = $source;
            const ALL: &'static [Self] = Self::ALL;

            fn as_str(self) -> &'static str {
                Self::as_str(self)
            }

            fn label(self) -> &'static str {
                Self::label(self)
            }

            fn parent_word(self) -> Option<&'static str> {
                Some(self.parent().as_str())
            }
        }
    };
    (@enum [$(#[$doc:meta])*] $name:ident { $( $variant:ident => $word:tt, $label:literal; )+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
        #[cfg_attr(
            feature = "sql",
            derive(diesel::expression::AsExpression, diesel::deserialize::FromSqlRow),
            diesel(sql_type = diesel::sql_types::Text)
        )]
        pub enum $name {
            $( #[serde(rename = $word)] $variant, )+
        }

        impl $name {
            /// Every word, in the declared order.
            pub const ALL: &'static [Self] = &[$( Self::$variant, )+];

            /// The word as it stands on the wire and in the database.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $( Self::$variant => $word, )+
                }
            }

            /// The word for people, in English.
            #[must_use]
            pub const fn label(self) -> &'static str {
                match self {
                    $( Self::$variant => $label, )+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                self.as_str()
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::vocabulary::UnknownWord;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                <Self as $crate::vocabulary::Vocabulary>::parse(text)
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(source: D) -> Result<Self, D::Error> {
                source.deserialize_str($crate::vocabulary::WordVisitor::<Self>::default())
            }
        }

        #[cfg(feature = "sql")]
        impl diesel::serialize::ToSql<diesel::sql_types::Text, diesel::pg::Pg> for $name {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>,
            ) -> diesel::serialize::Result {
                std::io::Write::write_all(out, self.as_str().as_bytes())?;
                Ok(diesel::serialize::IsNull::No)
            }
        }

        #[cfg(feature = "sql")]
        impl diesel::deserialize::FromSql<diesel::sql_types::Text, diesel::pg::Pg> for $name {
            fn from_sql(bytes: diesel::pg::PgValue<'_>) -> diesel::deserialize::Result<Self> {
                let text = std::str::from_utf8(bytes.as_bytes())?;
                Ok(<Self as $crate::vocabulary::Vocabulary>::parse(text)?)
            }
        }
    };
}
