//! Rows of keys.

use crate::http::precondition::etag;
use crate::schema::api_keys;
use bellbuoy_domain::machine::KeyScope;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = api_keys, check_for_backend(Pg))]
pub struct ApiKeyRow {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub account_id: Uuid,
    pub name: String,
    pub test: bool,
    pub scopes: Vec<KeyScope>,
    pub addresses: Vec<String>,
    pub secret_hash: Option<Vec<u8>>,
    pub public_key: Option<serde_json::Value>,
    pub previous_hash: Option<Vec<u8>>,
    pub previous_until: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub last_used_on: Option<NaiveDate>,
    pub revoked_at: Option<DateTime<Utc>>,
    pub revoked_reason: Option<String>,
    pub revision: i32,
}

impl ApiKeyRow {
    /// Its version; the day of its last use is no change.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "api_key")
    }
}

#[derive(Debug, Insertable)]
#[diesel(table_name = api_keys)]
pub struct NewApiKey {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub account_id: Uuid,
    pub name: String,
    pub test: bool,
    pub scopes: Vec<KeyScope>,
    pub addresses: Vec<String>,
    pub secret_hash: Option<Vec<u8>>,
    pub public_key: Option<serde_json::Value>,
    pub expires_at: DateTime<Utc>,
}
