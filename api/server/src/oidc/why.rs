//! Why a sign-in through the provider came to nothing: a word in the address of the sign-in page, which has a sentence
//! for it.

use crate::http::AppError;

/// Why.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Why {
    /// The browser did not begin it, or too long ago.
    Stale,
    /// The person or the provider said no.
    Denied,
    /// The provider does not answer.
    Away,
    /// What the provider said does not hold.
    Failed,
    /// The provider does not vouch for the person's address.
    Unverified,
    /// No account here.
    Unknown,
    /// The account belongs to another person at the provider.
    Taken,
    /// The account is of the platform's staff.
    Staff,
    /// The person set up a second factor here, which the provider's word does not stand for.
    SecondFactor,
}

impl Why {
    /// The word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stale => "stale",
            Self::Denied => "denied",
            Self::Away => "away",
            Self::Failed => "failed",
            Self::Unverified => "unverified",
            Self::Unknown => "unknown",
            Self::Taken => "taken",
            Self::Staff => "staff",
            Self::SecondFactor => "second_factor",
        }
    }
}

/// What ends a sign-in.
#[derive(Debug)]
pub enum Stop {
    Why(Why),
    Fault(AppError),
}

impl From<Why> for Stop {
    fn from(why: Why) -> Self {
        Self::Why(why)
    }
}

impl<E: Into<AppError>> From<E> for Stop {
    fn from(error: E) -> Self {
        Self::Fault(error.into())
    }
}
