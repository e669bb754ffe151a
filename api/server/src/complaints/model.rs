//! Rows of complaints.

use crate::http::precondition::etag;
use crate::schema::complaints;
use bellbuoy_domain::certification::ComplaintStatus;
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = complaints, check_for_backend(Pg))]
pub struct ComplaintRow {
    pub id: Uuid,
    pub certificate_id: Uuid,
    pub status: ComplaintStatus,
    pub words: String,
    pub name: Option<String>,
    pub email: Option<String>,
    pub key_hash: Vec<u8>,
    pub answer: Option<String>,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<DateTime<Utc>>,
    pub revision: i32,
    pub created_at: DateTime<Utc>,
}

impl ComplaintRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "complaint")
    }
}

/// What a step writes; what is absent stays.
#[derive(Debug, AsChangeset)]
#[diesel(table_name = complaints)]
pub struct Decided {
    pub status: ComplaintStatus,
    pub answer: Option<String>,
    pub decided_by: Option<Uuid>,
    pub decided_at: Option<DateTime<Utc>>,
    pub revision: i32,
}
