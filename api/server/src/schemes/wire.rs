//! Schemes on the wire.

use super::model::{SchemeRow, VersionRow};
use crate::http::text::some_text;
use bellbuoy_domain::certification::HolderKind;
use bellbuoy_domain::certification::scheme::{Scheme as Content, SchemeChange};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A certification scheme as it is in force.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CertificationScheme {
    pub id: Uuid,
    #[schema(example = "maritime")]
    pub code: String,
    pub kind: HolderKind,
    /// The version in force.
    pub version: SchemeVersion,
}

/// What a scheme asks for, from a day on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct SchemeVersion {
    pub id: Uuid,
    /// Counts from 1.
    pub number: i32,
    pub content: Content,
    /// Why it was changed.
    pub reason: Option<String>,
    /// From when new applications follow it; none for a draft.
    pub valid_from: Option<NaiveDate>,
    pub published_at: Option<DateTime<Utc>>,
    /// What it changes against the version before it.
    pub changes: Vec<SchemeChange>,
    /// For `If-Match`.
    pub etag: String,
}

impl CertificationScheme {
    /// A scheme with one of its versions.
    pub fn of(row: SchemeRow, version: SchemeVersion) -> Self {
        Self {
            id: row.id,
            code: row.code,
            kind: row.kind,
            version,
        }
    }
}

impl SchemeVersion {
    /// A version beside the one before it.
    pub fn of(row: VersionRow, content: Content, changes: Vec<SchemeChange>) -> Self {
        Self {
            etag: row.etag(),
            id: row.id,
            number: row.number,
            content,
            reason: row.reason,
            valid_from: row.valid_from,
            published_at: row.published_at,
            changes,
        }
    }
}

/// A draft of the next version.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemeDraft {
    pub content: Content,
    /// Why it is changed; everybody reads it.
    #[serde(default)]
    #[validate(length(min = 3, max = 2000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 2000)]
    pub reason: Option<String>,
}

/// From when a draft is in force.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SchemePublication {
    /// Today or later.
    pub valid_from: NaiveDate,
}
