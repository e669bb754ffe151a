//! Rows of curricula and papers.

use crate::http::precondition::etag;
use crate::schema::{curricula, evidence_files};
use bellbuoy_domain::certification::EvidenceKind;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use serde_json::Value;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = curricula, check_for_backend(Pg))]
pub struct CurriculumRow {
    pub account_id: Uuid,
    pub entries: Value,
    pub revision: i32,
    pub changed_at: DateTime<Utc>,
}

impl CurriculumRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.account_id, self.revision, "curriculum")
    }
}

/// A paper without its file.
#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = evidence_files, check_for_backend(Pg))]
pub struct FileRow {
    pub id: Uuid,
    pub account_id: Uuid,
    pub kind: EvidenceKind,
    pub title: String,
    pub issuer: String,
    pub issued_on: NaiveDate,
    pub expires_on: Option<NaiveDate>,
    pub media_type: Option<String>,
    pub size: Option<i32>,
    pub sha256: Option<Vec<u8>>,
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = evidence_files)]
pub struct NewFile {
    pub id: Uuid,
    pub account_id: Uuid,
    pub kind: EvidenceKind,
    pub title: String,
    pub issuer: String,
    pub issued_on: NaiveDate,
    pub expires_on: Option<NaiveDate>,
    pub created_at: DateTime<Utc>,
}

/// The file of a paper.
#[derive(Debug, Clone, HasQuery, AsChangeset)]
#[diesel(table_name = evidence_files, check_for_backend(Pg))]
pub struct Content {
    pub media_type: Option<String>,
    pub size: Option<i32>,
    pub sha256: Option<Vec<u8>>,
    pub content: Option<Vec<u8>>,
}
