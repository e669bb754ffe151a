//! The record of privileged steps, written in the transaction of the effect. Append-only, and sealed afterwards.

pub mod chain;
mod export;
pub mod routes;
mod store;

use crate::http::AppError;
use crate::schema::audit_entries;
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// What will be written.
#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = audit_entries)]
pub struct Entry {
    id: Uuid,
    at: DateTime<Utc>,
    account_id: Option<Uuid>,
    action: String,
    object_kind: String,
    object_id: Option<Uuid>,
    fields: Vec<String>,
    reason: Option<String>,
}

impl Entry {
    /// A step of a person on an object.
    pub fn by(account: Uuid, action: &str, object_kind: &str, object: Uuid) -> Self {
        Self {
            account_id: Some(account),
            ..Self::by_system(action, object_kind, Some(object))
        }
    }

    /// A step of the server itself.
    pub fn by_system(action: &str, object_kind: &str, object: Option<Uuid>) -> Self {
        Self {
            id: Uuid::new_v4(),
            at: Utc::now(),
            account_id: None,
            action: action.to_owned(),
            object_kind: object_kind.to_owned(),
            object_id: object,
            fields: Vec::new(),
            reason: None,
        }
    }

    /// Names the fields that changed; never their values.
    #[must_use]
    pub fn fields(mut self, fields: &[&str]) -> Self {
        self.fields = fields.iter().map(|field| (*field).to_owned()).collect();
        self
    }

    /// Adds the reason given.
    #[must_use]
    pub fn reason(mut self, reason: impl Into<String>) -> Self {
        self.reason = Some(reason.into());
        self
    }

    /// Cuts the time to the hour, as for all steps on sealed reports.
    #[must_use]
    pub fn to_the_hour(mut self) -> Self {
        self.at = self.at.duration_trunc(TimeDelta::hours(1)).unwrap_or(self.at);
        self
    }
}

/// Writes the entry in the caller's transaction, beside other statements if need be.
pub async fn record(mut conn: &AsyncPgConnection, entry: Entry) -> Result<(), AppError> {
    diesel::insert_into(audit_entries::table)
        .values(&entry)
        .execute(&mut conn)
        .await?;
    Ok(())
}
