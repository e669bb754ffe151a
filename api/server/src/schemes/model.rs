//! Rows of schemes.

use crate::http::precondition::etag;
use crate::schema::{scheme_versions, schemes};
use bellbuoy_domain::certification::HolderKind;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use serde_json::Value;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = schemes, check_for_backend(Pg))]
pub struct SchemeRow {
    pub id: Uuid,
    pub code: String,
    pub kind: HolderKind,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = scheme_versions, check_for_backend(Pg))]
pub struct VersionRow {
    pub id: Uuid,
    pub scheme_id: Uuid,
    pub number: i32,
    pub content: Value,
    pub reason: Option<String>,
    pub valid_from: Option<NaiveDate>,
    pub revision: i32,
    pub author_id: Option<Uuid>,
    pub created_at: DateTime<Utc>,
    pub published_at: Option<DateTime<Utc>>,
}

impl VersionRow {
    /// Its version as a record, which only a draft changes.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "scheme version")
    }
}
