//! One entry as bytes: every column of the row, each with its length, so that no two entries read the same.

use super::Hash;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use uuid::Uuid;

const TAG: &[u8] = b"bellbuoy audit entry v1\n";

/// An entry of the audit with its place in the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    pub number: i64,
    pub id: Uuid,
    /// Counted in microseconds, as finely as the database keeps it.
    pub at: DateTime<Utc>,
    pub account: Option<Uuid>,
    pub action: String,
    pub object_kind: String,
    pub object: Option<Uuid>,
    pub fields: Vec<String>,
    pub reason: Option<String>,
}

impl Entry {
    /// The hash that seals this entry behind the one with the hash `before`.
    #[must_use]
    pub fn seal(&self, before: &Hash) -> Hash {
        Sha256::new()
            .chain_update(TAG)
            .chain_update(before)
            .chain_update(self.canonical())
            .finalize()
            .into()
    }

    /// The bytes that are sealed.
    #[must_use]
    pub fn canonical(&self) -> Vec<u8> {
        let mut out = Vec::with_capacity(256);
        out.extend(self.number.to_be_bytes());
        out.extend(self.id.as_bytes());
        out.extend(self.at.timestamp_micros().to_be_bytes());
        optional(&mut out, self.account.as_ref().map(|id| &id.as_bytes()[..]));
        part(&mut out, self.action.as_bytes());
        part(&mut out, self.object_kind.as_bytes());
        optional(&mut out, self.object.as_ref().map(|id| &id.as_bytes()[..]));
        out.extend(length(self.fields.len()));
        for field in &self.fields {
            part(&mut out, field.as_bytes());
        }
        optional(&mut out, self.reason.as_ref().map(String::as_bytes));
        out
    }
}

fn length(n: usize) -> [u8; 8] {
    u64::try_from(n).unwrap_or(u64::MAX).to_be_bytes()
}

fn part(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend(length(bytes.len()));
    out.extend(bytes);
}

fn optional(out: &mut Vec<u8>, bytes: Option<&[u8]>) {
    out.push(u8::from(bytes.is_some()));
    if let Some(bytes) = bytes {
        part(out, bytes);
    }
}
