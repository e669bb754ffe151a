//! The sealed intake on the wire.

use super::model::EnvelopeRow;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bellbuoy_domain::intake::{DeskStep, EnvelopeState, MessageDirection};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::{Validate, ValidationError};

/// What a page needs to seal a report.
#[derive(Debug, Serialize, ToSchema)]
pub struct IntakeKeys {
    /// Whole hours since 1970, for the proof of work.
    pub server_hour: u64,
    /// Leading zero bits the proof needs.
    pub work_bits: u8,
    /// age recipient of the recovery key.
    pub recovery: String,
    /// Desk keys, the current one first.
    pub epochs: Vec<EpochKey>,
    /// Which key of the JWKS signed the list.
    pub kid: String,
    /// Ed25519 over the canonical text of the list, base64url.
    pub signature: String,
}

/// A desk key.
#[derive(Debug, Serialize, ToSchema)]
pub struct EpochKey {
    #[schema(example = "2026-11")]
    pub id: String,
    /// age recipient.
    pub recipient: String,
    /// New reports are sealed to this one.
    pub current: bool,
}

/// A signed statement that a report was filed in a month; says nothing of what, who or where.
#[derive(Debug, Serialize, ToSchema)]
pub struct FilingProof {
    /// Always `bellbuoy-filing-proof-v1`.
    pub format: String,
    /// SHA-256 over report and salt, hex.
    pub commitment: String,
    #[schema(example = "2026-11")]
    pub month: String,
    pub kid: String,
    /// Ed25519 over the canonical text, base64url.
    pub signature: String,
}

/// The desk's keys, as far as the asking analyst may open them.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeskKeys {
    /// The analyst's own key; absent until it is made.
    pub mine: Option<AnalystKey>,
    pub recovery: String,
    pub epochs: Vec<DeskEpoch>,
}

/// An analyst's own key, made and wrapped in the analyst's browser.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnalystKey {
    /// age recipient.
    #[validate(length(equal = 62), custom(function = "recipient"))]
    #[schema(min_length = 62, max_length = 62)]
    pub recipient: String,
    /// age file under the analyst's passphrase, base64.
    #[validate(length(min = 100, max = 2000), custom(function = "base64_text"))]
    #[schema(min_length = 100, max_length = 2000)]
    pub wrapped: String,
}

/// An epoch's key, wrapped for the asking analyst.
#[derive(Debug, Serialize, ToSchema)]
pub struct DeskEpoch {
    pub id: String,
    pub recipient: String,
    pub current: bool,
    /// age file to the analyst's own key, base64; absent when it was not wrapped for this analyst.
    pub wrapped: Option<String>,
}

/// A sealed report in the queue.
#[derive(Debug, Serialize, ToSchema)]
pub struct Envelope {
    pub id: Uuid,
    #[schema(example = "2026-11")]
    pub epoch: String,
    /// Size of the padded content, bytes.
    pub bucket: i32,
    pub state: EnvelopeState,
    /// The reporter asked for help now.
    pub help: bool,
    pub revision: i32,
    /// The desk's sealed note, base64.
    pub note: Option<String>,
    /// Messages the desk has not seen.
    pub waiting_messages: i64,
    /// For `If-Match`.
    pub etag: String,
}

/// A sealed report with its content and messages.
#[derive(Debug, Serialize, ToSchema)]
pub struct OpenedEnvelope {
    #[serde(flatten)]
    pub envelope: Envelope,
    /// The age file, base64.
    pub content: String,
    pub messages: Vec<Message>,
}

/// A sealed message.
#[derive(Debug, Serialize, ToSchema)]
pub struct Message {
    pub id: Uuid,
    pub direction: MessageDirection,
    /// The age file, base64.
    pub content: String,
}

/// A message to the reporter.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MessageCreate {
    /// Random, made by the sender: the same id twice is one message.
    pub id: Uuid,
    /// age file of 4,492 bytes, base64.
    #[validate(length(max = 6000), custom(function = "base64_text"))]
    #[schema(max_length = 6000)]
    pub content: String,
}

/// The desk's sealed note.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct NoteUpdate {
    /// age file, base64.
    #[validate(length(max = 30000), custom(function = "base64_text"))]
    #[schema(max_length = 30000)]
    pub note: String,
}

/// A step of the desk.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StepCreate {
    pub step: DeskStep,
}

/// The same report, sealed anew to another epoch.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ContentUpdate {
    #[validate(length(min = 7, max = 12))]
    #[schema(min_length = 7, max_length = 12)]
    pub epoch: String,
    /// age file, base64.
    #[validate(length(max = 22_400_000), custom(function = "base64_text"))]
    #[schema(max_length = 22_400_000)]
    pub content: String,
    /// The note, sealed anew as well.
    #[serde(default)]
    #[validate(length(max = 30000), custom(function = "base64_text"))]
    #[schema(max_length = 30000)]
    pub note: Option<String>,
}

impl Envelope {
    /// Shapes a row.
    pub fn of(row: EnvelopeRow, waiting_messages: i64) -> Self {
        let etag = row.etag();
        Self {
            id: row.id,
            epoch: row.epoch_id,
            bucket: row.bucket,
            state: row.state,
            help: row.help,
            revision: row.revision,
            note: row.note.map(|note| STANDARD.encode(note)),
            waiting_messages,
            etag,
        }
    }
}

fn base64_text(text: &str) -> Result<(), ValidationError> {
    STANDARD
        .decode(text)
        .map(|_| ())
        .map_err(|_error| ValidationError::new("base64").with_message("has to be base64".into()))
}

fn recipient(text: &str) -> Result<(), ValidationError> {
    text.parse::<age::x25519::Recipient>()
        .map(|_| ())
        .map_err(|_error| {
            ValidationError::new("recipient").with_message("has to be an age recipient, age1…".into())
        })
}
