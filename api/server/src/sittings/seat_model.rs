//! Rows of seats.

use crate::http::precondition::etag;
use crate::schema::seats;
use bellbuoy_domain::certification::{SeatState, SittingResult};
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = seats, check_for_backend(Pg))]
pub struct SeatRow {
    pub id: Uuid,
    pub sitting_id: Uuid,
    pub account_id: Uuid,
    pub state: SeatState,
    pub result: Option<SittingResult>,
    pub revision: i32,
    pub asked_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
}

impl SeatRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "seat")
    }
}
