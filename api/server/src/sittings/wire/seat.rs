//! Seats on the wire.

use super::super::seat_model::SeatRow;
use bellbuoy_domain::certification::{SeatState, SittingResult};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// One's own seat in a sitting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct OwnSeat {
    pub state: SeatState,
    /// How the exam ended.
    pub result: Option<SittingResult>,
    /// Place in the waiting list, from 1.
    pub place_in_line: Option<i64>,
    pub asked_at: DateTime<Utc>,
}

/// A seat, for those who run the sitting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Seat {
    pub id: Uuid,
    /// Name of the person.
    pub name: String,
    pub email: String,
    pub state: SeatState,
    /// How the exam ended.
    pub result: Option<SittingResult>,
    pub asked_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
    /// For `If-Match`.
    pub etag: String,
}

impl Seat {
    /// A row with whom it is about.
    pub fn of((row, name, email): (SeatRow, String, String)) -> Self {
        Self {
            etag: row.etag(),
            id: row.id,
            name,
            email,
            state: row.state,
            result: row.result,
            asked_at: row.asked_at,
            changed_at: row.changed_at,
        }
    }
}

/// Who was there, and how an exam ended.
#[derive(Debug, Clone, Copy, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "state": "attended", "result": "passed" }))]
pub struct AttendanceUpdate {
    /// Attended or absent.
    pub state: SeatState,
    /// Of who attended an exam.
    #[serde(default)]
    pub result: Option<SittingResult>,
}
