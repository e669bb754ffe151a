//! What travels about the chain.

use bellbuoy_domain::ledger::{Checkpoint, FORMAT, Fault, RecordFault};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use validator::{Validate, ValidationError};

/// What a check of the whole audit found.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditVerification {
    /// The audit as it was at this instant.
    pub as_of: DateTime<Utc>,
    /// Whether the chain holds, fits all checkpoints that were looked at, and each of those is ours.
    pub sound: bool,
    /// The last sealed entry; none while there is nothing.
    pub sealed: Option<AuditHead>,
    /// The entry up to which the chain was found to hold.
    pub verified_to: i64,
    pub unsealed: AuditTail,
    pub checkpoints: CheckpointsSeen,
    /// The first thing that is wrong.
    pub fault: Option<AuditFault>,
}

/// The end of the chain.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditHead {
    pub number: i64,
    /// 64 lower-case hex digits.
    pub hash: String,
}

/// Entries that are committed and not sealed yet; the worker does so within a second.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditTail {
    pub count: i64,
    /// Time of the oldest; steps on sealed reports are told by their hour.
    pub oldest_at: Option<DateTime<Utc>>,
    /// How long it waits.
    pub oldest_seconds: Option<i64>,
}

/// Checkpoints that the chain was held against.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckpointsSeen {
    /// How many different ones, wherever they are kept; without those whose signature does not fit.
    pub checked: usize,
    /// The key that signs them today; its public half is in `/.well-known/jwks.json`.
    pub kid: String,
    /// The newest of the database.
    pub last: Option<Checkpoint>,
    /// The folder of `BELLBUOY_AUDIT_CHECKPOINTS`, if there is one.
    pub folder: Option<CheckpointFolder>,
    /// The address of `BELLBUOY_AUDIT_MAIL`, if there is one.
    pub mail: Option<CheckpointPlace>,
    /// That of `BELLBUOY_AUDIT_WEBHOOK`.
    pub webhook: Option<CheckpointPlace>,
}

/// A place that checkpoints are sent to; its address is not told.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckpointPlace {
    /// The entry that the last one sent vouches for.
    pub last_number: Option<i64>,
    /// Why the last try failed; nothing when it did not.
    pub fault: Option<String>,
}

/// How the folder of checkpoints is.
#[derive(Debug, Serialize, ToSchema)]
pub struct CheckpointFolder {
    /// How many checkpoints are in it.
    pub kept: usize,
    /// The newest of them vouches for this entry.
    pub last_number: Option<i64>,
    /// Why it does not take or give any; nothing when all is well.
    pub fault: Option<String>,
}

/// What is wrong with the audit, and where.
#[derive(Debug, Serialize, ToSchema)]
pub struct AuditFault {
    /// The entry.
    pub number: i64,
    pub fault: RecordFault,
    /// The same in a sentence.
    pub detail: String,
}

impl From<Fault> for AuditFault {
    fn from(fault: Fault) -> Self {
        Self {
            number: fault.number,
            fault: fault.fault,
            detail: fault.to_string(),
        }
    }
}

/// A checkpoint that was kept elsewhere, as it was given out.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct KeptCheckpoint {
    /// Always `bellbuoy-audit-checkpoint-v1`.
    #[validate(custom(function = "known_format"))]
    #[schema(example = "bellbuoy-audit-checkpoint-v1", max_length = 28)]
    pub format: String,
    #[validate(range(min = 1))]
    #[schema(minimum = 1)]
    pub number: i64,
    /// 64 lower-case hex digits.
    #[validate(custom(function = "hex_digits"))]
    #[schema(pattern = "^[0-9a-f]{64}$", min_length = 64, max_length = 64)]
    pub hash: String,
    pub hour: DateTime<Utc>,
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub kid: String,
    #[validate(length(min = 1, max = 100))]
    #[schema(min_length = 1, max_length = 100)]
    pub signature: String,
}

impl From<KeptCheckpoint> for Checkpoint {
    fn from(kept: KeptCheckpoint) -> Self {
        Self {
            format: kept.format,
            number: kept.number,
            hash: kept.hash,
            hour: kept.hour,
            kid: kept.kid,
            signature: kept.signature,
        }
    }
}

fn known_format(text: &str) -> Result<(), ValidationError> {
    if text == FORMAT {
        return Ok(());
    }
    Err(ValidationError::new("format").with_message(format!("has to be `{FORMAT}`").into()))
}

fn hex_digits(text: &str) -> Result<(), ValidationError> {
    if text.len() == 64 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f')) {
        return Ok(());
    }
    Err(ValidationError::new("hash").with_message("has to be 64 lower-case hex digits".into()))
}
