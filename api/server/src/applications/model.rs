//! Rows of applications.

use crate::http::precondition::etag;
use crate::schema::applications;
use bellbuoy_domain::account::{ApplicationStatus, OrganisationKind};
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = applications, check_for_backend(Pg))]
pub struct ApplicationRow {
    pub id: Uuid,
    pub name: String,
    pub kind: OrganisationKind,
    pub country: Option<String>,
    pub website: Option<String>,
    pub about: String,
    pub officer_name: String,
    pub officer_email: String,
    pub status: ApplicationStatus,
    pub question: Option<String>,
    pub answer: Option<String>,
    pub reason: Option<String>,
    pub organisation_id: Option<Uuid>,
    pub revision: i32,
    pub created_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
}

impl ApplicationRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "application")
    }
}

#[derive(Debug, Insertable)]
#[diesel(table_name = applications)]
pub struct NewApplication {
    pub id: Uuid,
    pub name: String,
    pub kind: OrganisationKind,
    pub country: Option<String>,
    pub website: Option<String>,
    pub about: String,
    pub officer_name: String,
    pub officer_email: String,
    pub status: ApplicationStatus,
    pub key_hash: Vec<u8>,
    pub created_at: DateTime<Utc>,
}

/// What a decision writes; what is absent stays.
#[derive(Debug, AsChangeset)]
#[diesel(table_name = applications)]
pub struct Decided {
    pub status: ApplicationStatus,
    pub question: Option<String>,
    pub answer: Option<String>,
    pub reason: Option<String>,
    pub organisation_id: Option<Uuid>,
    pub revision: i32,
    pub decided_at: Option<DateTime<Utc>>,
}
