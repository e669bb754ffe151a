//! What can be wrong with the record, in a word for programs and a sentence for people.

vocabulary! {
    /// What is wrong with the record of the audit, or with a checkpoint over it.
    RecordFault = "record_fault", version "1", source "Bellbuoy" {
        Missing => "missing", "An entry is missing";
        Misplaced => "misplaced", "An entry stands where none can stand";
        Edited => "edited", "An entry is not what was sealed";
        Unsealed => "unsealed", "An entry has lost its seal";
        Unreadable => "unreadable", "An entry cannot be read";
        Rewritten => "rewritten", "The record is another than the one vouched for";
        CutOff => "cut_off", "The end of the record was cut off";
        CheckpointForged => "checkpoint_forged", "The signature of a checkpoint does not fit";
        CheckpointKeyUnknown => "checkpoint_key_unknown", "A checkpoint was signed by a key that is not known";
    }
}

/// The first thing that is wrong, and at which entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fault {
    pub number: i64,
    pub fault: RecordFault,
}

impl std::fmt::Display for Fault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let number = self.number;
        match self.fault {
            RecordFault::Missing => write!(f, "entry {number} is missing, and later ones are there"),
            RecordFault::Misplaced => write!(f, "entry {number} stands twice, or where none can stand"),
            RecordFault::Edited => write!(
                f,
                "entry {number} is not what was sealed: the entry or its seal was changed"
            ),
            RecordFault::Unsealed => write!(f, "entry {number} has lost its seal: a later one has one"),
            RecordFault::Unreadable => write!(
                f,
                "entry {number} cannot be read: it holds what the server never writes"
            ),
            RecordFault::Rewritten => write!(
                f,
                "a checkpoint vouches for another entry {number}: this one, or one before it, was rewritten"
            ),
            RecordFault::CutOff => write!(
                f,
                "entry {number} is gone with all that followed: a checkpoint vouches for them"
            ),
            RecordFault::CheckpointForged => write!(
                f,
                "the signature of the checkpoint over entry {number} does not fit: it was changed, or is not ours"
            ),
            RecordFault::CheckpointKeyUnknown => write!(
                f,
                "the checkpoint over entry {number} was signed by a key that is not known here"
            ),
        }
    }
}
