//! The hash chain over the audit: how an entry is sealed, and what is wrong with a chain that does not hold.
//!
//! Each seal covers the one before it, so that one number and one hash stand for all that came until then. What is
//! true before the first kept checkpoint, and what is added after the last, a chain cannot tell.

mod checkpoint;
mod entry;
mod fault;
#[cfg(test)]
mod tests;
mod walk;

pub use checkpoint::{Checkpoint, Claim, FORMAT};
pub use entry::Entry;
pub use fault::{Fault, RecordFault};
pub use walk::{Kept, Walk, verify};

/// A SHA-256.
pub type Hash = [u8; 32];

/// Where a chain ends: the number of the last sealed entry, and its hash.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    pub number: i64,
    pub hash: Hash,
}

impl Head {
    /// Before the first entry.
    pub const GENESIS: Self = Self {
        number: 0,
        hash: [0; 32],
    };

    /// The head after `entry` was sealed.
    #[must_use]
    pub fn seal(&self, entry: &Entry) -> Self {
        Self {
            number: entry.number,
            hash: entry.seal(&self.hash),
        }
    }
}
