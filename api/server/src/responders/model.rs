//! Rows of duties.

use crate::schema::duties;
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = duties, check_for_backend(Pg))]
pub struct DutyRow {
    pub id: Uuid,
    pub consultant_id: Uuid,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub created_by: Option<Uuid>,
    pub created_at: DateTime<Utc>,
}
