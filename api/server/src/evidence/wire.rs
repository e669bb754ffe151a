//! Curricula and papers on the wire.

use super::model::FileRow;
use crate::http::text::{one_line, some_text};
use bellbuoy_domain::certification::{CurriculumKind, EvidenceKind};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// An entry of a curriculum vitae.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct CurriculumEntry {
    pub kind: CurriculumKind,
    /// The post, the project, the degree or the certificate.
    #[validate(length(min = 2, max = 160), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 160)]
    pub title: String,
    /// The employer, the customer, the school or the issuer.
    #[validate(length(min = 2, max = 160), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 160)]
    pub organisation: String,
    pub from_on: NaiveDate,
    /// Last day; none while it lasts.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
    #[serde(default)]
    #[validate(length(min = 2, max = 2000), custom(function = "some_text"))]
    #[schema(min_length = 2, max_length = 2000)]
    pub about: Option<String>,
}

/// A curriculum vitae, the newest first.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Curriculum {
    pub entries: Vec<CurriculumEntry>,
    pub changed_at: DateTime<Utc>,
    /// For `If-Match`.
    pub etag: String,
}

/// A curriculum vitae, whole.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "entries": [{
    "kind": "employment", "title": "Electro-technical officer", "organisation": "Example Line",
    "from_on": "2019-03-01", "to_on": "2024-08-31", "about": "Bridge and engine automation of three product tankers."
}] }))]
pub struct CurriculumUpdate {
    #[validate(length(max = 100), nested)]
    #[schema(max_items = 100)]
    pub entries: Vec<CurriculumEntry>,
}

/// A paper that proves something.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct EvidenceFile {
    pub id: Uuid,
    pub kind: EvidenceKind,
    pub title: String,
    pub issuer: String,
    pub issued_on: NaiveDate,
    /// Last day; none if it does not run out.
    pub expires_on: Option<NaiveDate>,
    /// `application/pdf`, `image/jpeg` or `image/png`; none while the file is missing.
    pub media_type: Option<String>,
    /// Bytes.
    pub size: Option<i32>,
    /// SHA-256 of the file, hex.
    pub sha256: Option<String>,
    pub created_at: DateTime<Utc>,
}

impl From<FileRow> for EvidenceFile {
    fn from(row: FileRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            title: row.title,
            issuer: row.issuer,
            issued_on: row.issued_on,
            expires_on: row.expires_on,
            media_type: row.media_type,
            size: row.size,
            sha256: row.sha256.map(hex::encode),
            created_at: row.created_at,
        }
    }
}

/// What a paper is; its file follows.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "kind": "certificate", "title": "ISO/IEC 27001 lead auditor", "issuer": "Example Body", "issued_on": "2025-04-01"
}))]
pub struct EvidenceFileCreate {
    pub kind: EvidenceKind,
    #[validate(length(min = 2, max = 160), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 160)]
    pub title: String,
    #[validate(length(min = 2, max = 160), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 160)]
    pub issuer: String,
    pub issued_on: NaiveDate,
    #[serde(default)]
    pub expires_on: Option<NaiveDate>,
}
