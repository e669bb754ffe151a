//! Rows of the log.

use crate::http::precondition::etag;
use crate::schema::{certificate_reminders, cpd_entries};
use bellbuoy_domain::certification::{CpdKind, ReminderKind};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = cpd_entries, check_for_backend(Pg), treat_none_as_null = true)]
pub struct EntryRow {
    pub id: Uuid,
    pub account_id: Uuid,
    pub done_on: NaiveDate,
    pub quarters: i16,
    pub kind: CpdKind,
    pub title: String,
    pub learned: Option<String>,
    pub revision: i32,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
}

impl EntryRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "cpd entry")
    }
}

#[derive(Debug, Clone, Insertable)]
#[diesel(table_name = certificate_reminders)]
pub struct ReminderRow {
    pub certificate_id: Uuid,
    pub kind: ReminderKind,
    pub valid_to: NaiveDate,
    pub told_at: DateTime<Utc>,
}

/// A certificate whose holder has a letter to get.
#[derive(Debug, Clone, QueryableByName)]
pub struct Ending {
    #[diesel(sql_type = sql_types::Uuid)]
    pub id: Uuid,
    #[diesel(sql_type = sql_types::Text)]
    pub number: String,
    #[diesel(sql_type = sql_types::Uuid)]
    pub scheme_version_id: Uuid,
    #[diesel(sql_type = sql_types::Date)]
    pub valid_from: NaiveDate,
    #[diesel(sql_type = sql_types::Date)]
    pub valid_to: NaiveDate,
    #[diesel(sql_type = sql_types::Uuid)]
    pub account_id: Uuid,
}
