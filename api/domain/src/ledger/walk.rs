//! Walking the chain from one end to the other, entry by entry, beside what checkpoints say of it.

use super::{Claim, Entry, Fault, Head, RecordFault};

/// An entry and the seal that is kept with it; none while it waits for its seal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Kept {
    pub entry: Entry,
    pub hash: Option<Vec<u8>>,
}

/// A walk along the record. Entries come in the order of their numbers.
#[derive(Debug)]
pub struct Walk {
    sealed: Head,
    /// The number that was seen last, sealed or not.
    seen: i64,
    /// The first entry that had no seal.
    open: Option<i64>,
    /// What checkpoints say of entries still to come, the last of them first.
    claims: Vec<Claim>,
}

impl Walk {
    /// Begins behind `from`. Claims about `from` are held against it; those before it are for others to check.
    ///
    /// # Errors
    /// When a claim contradicts `from`.
    pub fn begin(from: Head, claims: impl IntoIterator<Item = Claim>) -> Result<Self, Fault> {
        let mut claims: Vec<Claim> = claims
            .into_iter()
            .filter(|claim| claim.number >= from.number)
            .collect();
        claims.sort_unstable_by(|a, b| b.cmp(a));
        let mut walk = Self {
            sealed: from,
            seen: from.number,
            open: None,
            claims,
        };
        walk.agree()?;
        Ok(walk)
    }

    /// Goes one entry further.
    ///
    /// # Errors
    /// What is wrong with the entry, its place or its seal.
    pub fn step(&mut self, kept: &Kept) -> Result<(), Fault> {
        let entry = &kept.entry;
        let due = self.seen.saturating_add(1);
        if entry.number > due {
            return Err(fault(due, RecordFault::Missing));
        }
        if entry.number < due {
            return Err(fault(entry.number, RecordFault::Misplaced));
        }
        self.seen = due;
        let Some(hash) = &kept.hash else {
            self.open.get_or_insert(due);
            return Ok(());
        };
        if let Some(open) = self.open {
            return Err(fault(open, RecordFault::Unsealed));
        }
        let head = self.sealed.seal(entry);
        if head.hash[..] != hash[..] {
            return Err(fault(due, RecordFault::Edited));
        }
        self.sealed = head;
        self.agree()
    }

    /// The number that was seen last.
    #[must_use]
    pub const fn seen(&self) -> i64 {
        self.seen
    }

    /// How far the chain holds.
    #[must_use]
    pub const fn sealed(&self) -> Head {
        self.sealed
    }

    /// Ends the walk.
    ///
    /// # Errors
    /// When a checkpoint vouches for what did not come.
    pub fn finish(self) -> Result<Head, Fault> {
        match self.claims.last() {
            None => Ok(self.sealed),
            Some(_) => Err(fault(self.sealed.number.saturating_add(1), RecordFault::CutOff)),
        }
    }

    fn agree(&mut self) -> Result<(), Fault> {
        while let Some(claim) = self.claims.pop_if(|claim| claim.number <= self.sealed.number) {
            if claim.number == self.sealed.number && claim.hash != self.sealed.hash {
                return Err(fault(claim.number, RecordFault::Rewritten));
            }
        }
        Ok(())
    }
}

/// Holds entries, in the order of their numbers, against each other and against checkpoints.
///
/// # Errors
/// The first fault.
pub fn verify<'a>(
    entries: impl IntoIterator<Item = &'a Kept>,
    from: Head,
    claims: impl IntoIterator<Item = Claim>,
) -> Result<Head, Fault> {
    let mut walk = Walk::begin(from, claims)?;
    for kept in entries {
        walk.step(kept)?;
    }
    walk.finish()
}

const fn fault(number: i64, fault: RecordFault) -> Fault {
    Fault { number, fault }
}
