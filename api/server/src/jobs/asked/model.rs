//! Rows of jobs, and how they look on the wire.

use crate::schema::jobs;
use bellbuoy_domain::job::{JobKind, JobState};
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A job that somebody asked for.
#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = jobs, check_for_backend(Pg))]
pub struct JobRow {
    pub id: Uuid,
    pub account_id: Uuid,
    pub kind: JobKind,
    pub state: JobState,
    pub result: Option<String>,
    pub problem: Option<serde_json::Value>,
    pub created_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
}

/// Long work that goes on while you do something else.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Job {
    pub id: Uuid,
    pub kind: JobKind,
    pub state: JobState,
    /// When it is done: the path of what was made.
    #[schema(example = "/api/v1/statistics/releases/0190f3a2-7c4e-7d21-9b5e-3f6a1c2d4e5f")]
    pub result: Option<String>,
    /// When it failed: why, as a problem (RFC 9457).
    #[schema(value_type = Option<Object>)]
    pub problem: Option<serde_json::Value>,
    pub created_at: DateTime<Utc>,
    pub finished_at: Option<DateTime<Utc>>,
}

impl From<JobRow> for Job {
    fn from(row: JobRow) -> Self {
        Self {
            id: row.id,
            kind: row.kind,
            state: row.state,
            result: row.result,
            problem: row.problem,
            created_at: row.created_at,
            finished_at: row.finished_at,
        }
    }
}
