//! A signed statement of where the chain stood in an hour, to be kept where nobody who runs the database reaches.

use super::{Hash, Head};
use chrono::{DateTime, SecondsFormat, Utc};
use serde::{Deserialize, Serialize};

/// The name of the format, in every checkpoint.
pub const FORMAT: &str = "bellbuoy-audit-checkpoint-v1";

/// A signed statement that the record stood at this entry, with this hash, in this hour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Checkpoint {
    /// Always `bellbuoy-audit-checkpoint-v1`.
    #[cfg_attr(feature = "schema", schema(example = "bellbuoy-audit-checkpoint-v1"))]
    pub format: String,
    /// The last entry it vouches for.
    #[cfg_attr(feature = "schema", schema(minimum = 1))]
    pub number: i64,
    /// Hash of that entry, which covers all before it: 64 lower-case hex digits.
    #[cfg_attr(feature = "schema", schema(pattern = "^[0-9a-f]{64}$"))]
    pub hash: String,
    /// The hour in which it was signed.
    pub hour: DateTime<Utc>,
    /// Which of the published keys signed it.
    #[cfg_attr(feature = "schema", schema(max_length = 100))]
    pub kid: String,
    /// Ed25519 over the checkpoint's text, base64url without padding.
    #[cfg_attr(feature = "schema", schema(max_length = 100))]
    pub signature: String,
}

/// What a checkpoint says of the record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Claim {
    pub number: i64,
    pub hash: Hash,
}

impl Checkpoint {
    /// A checkpoint over `head`, without its signature.
    #[must_use]
    pub fn unsigned(head: &Head, hour: DateTime<Utc>, kid: &str) -> Self {
        Self {
            format: FORMAT.to_owned(),
            number: head.number,
            hash: hex::encode(head.hash),
            hour,
            kid: kid.to_owned(),
            signature: String::new(),
        }
    }

    /// The text that is signed.
    #[must_use]
    pub fn text(&self) -> String {
        let hour = self.hour.to_rfc3339_opts(SecondsFormat::Secs, true);
        format!(
            "bellbuoy audit checkpoint v1\n{}\n{}\n{hour}\n",
            self.number, self.hash
        )
    }

    /// What it says; nothing when it is of another format or its hash is none.
    #[must_use]
    pub fn claim(&self) -> Option<Claim> {
        let lower = !self.hash.contains(|letter: char| letter.is_ascii_uppercase());
        let hash = hex::decode(&self.hash).ok()?.try_into().ok()?;
        (self.format == FORMAT && lower && self.number > 0).then_some(Claim {
            number: self.number,
            hash,
        })
    }
}
