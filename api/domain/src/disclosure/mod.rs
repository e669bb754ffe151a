//! Statistical disclosure control: which figures may be published without telling about a single party.
//!
//! A figure with fewer parties than the threshold is hidden; then others, until no hidden figure can be computed from
//! rows, columns, totals, from months against quarters and years, or from tables by another dimension. What is shown
//! is rounded. See `docs/privacy.md` for what this does not protect against.

mod calendar;
mod cube;
mod moves;
mod protect;
mod table;

pub use cube::{Counts, Cube, CubeFault, DimensionId};
pub use protect::Protected;
pub use table::{Row, Shown, Table};

/// For whom figures are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Policy {
    /// For everybody: ten parties, rounded to five.
    Public,
    /// For signed-in members: five parties, exact.
    Member,
    /// What is public knowledge already: shown as it is.
    Exempt,
}

impl Policy {
    /// The smallest number of distinct affected parties a figure other than zero may have.
    #[must_use]
    pub const fn threshold(self) -> u64 {
        match self {
            Self::Public => 10,
            Self::Member => 5,
            Self::Exempt => 0,
        }
    }

    /// Shown figures are rounded to a multiple of this.
    #[must_use]
    pub const fn rounding(self) -> u64 {
        match self {
            Self::Public => 5,
            Self::Member | Self::Exempt => 1,
        }
    }

    /// How far apart the largest and the smallest possible value of a hidden figure should lie, before rounding adds
    /// its own uncertainty.
    const fn width(self) -> u64 {
        match self {
            Self::Public => 3,
            Self::Member => 2,
            Self::Exempt => 0,
        }
    }

    /// Rounds a figure to the nearest multiple of the base.
    #[must_use]
    pub const fn round(self, figure: u64) -> u64 {
        let base = self.rounding();
        (figure + base / 2) / base * base
    }
}

#[cfg(test)]
mod tests;
