//! Rows of releases.

use crate::schema::statistics_releases;
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = statistics_releases, check_for_backend(Pg))]
pub struct ReleaseRow {
    pub id: Uuid,
    pub published_at: DateTime<Utc>,
    pub as_of: DateTime<Utc>,
    pub threshold: i16,
    pub rounding: i16,
    pub tables: serde_json::Value,
}

#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = statistics_releases, check_for_backend(Pg))]
pub struct ReleaseHead {
    pub id: Uuid,
    pub published_at: DateTime<Utc>,
    pub as_of: DateTime<Utc>,
    pub threshold: i16,
    pub rounding: i16,
}

#[derive(Debug, Insertable)]
#[diesel(table_name = statistics_releases)]
pub struct NewRelease {
    pub id: Uuid,
    pub published_at: DateTime<Utc>,
    pub as_of: DateTime<Utc>,
    pub threshold: i16,
    pub rounding: i16,
    pub published_by: Option<Uuid>,
    pub tables: serde_json::Value,
}
