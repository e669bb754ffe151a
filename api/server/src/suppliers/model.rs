//! Rows of suppliers.

use crate::http::precondition::etag;
use crate::schema::suppliers;
use bellbuoy_domain::certification::WorkDomain;
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = suppliers, check_for_backend(Pg))]
pub struct SupplierRow {
    pub id: Uuid,
    pub organisation_id: Option<Uuid>,
    pub name: String,
    pub plain_name: String,
    pub about: Option<String>,
    pub country: String,
    pub base: String,
    pub languages: Vec<String>,
    pub domains: Vec<WorkDomain>,
    pub website: Option<String>,
    pub email: Option<String>,
    pub listed: bool,
    pub demo: bool,
    pub revision: i32,
    pub created_at: DateTime<Utc>,
}

impl SupplierRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "supplier")
    }
}
