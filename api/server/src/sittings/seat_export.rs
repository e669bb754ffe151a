//! All seats of a sitting, page by page.

use super::seat_store;
use super::wire::Seat;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use bellbuoy_domain::certification::{SeatState, SittingResult};
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use serde::Serialize;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-seats",
    row: "Somebody's seat in a sitting.",
    licence: "For those who run the sitting; not to be passed on.",
    columns: &[
        Column("id", Cell::Uuid, "Id of the seat."),
        Column("name", Cell::Text, "Name of the person."),
        Column("email", Cell::Text, "Address of the person."),
        Column("state", Cell::Word("seat_state"), "Where it stands."),
        Column("result", Cell::Word("sitting_result"), "How the exam ended."),
        Column("asked_at", Cell::Instant, "When it was asked for."),
        Column("changed_at", Cell::Instant, "When it was last changed."),
    ],
};

/// A line of the file.
#[derive(Debug, Serialize)]
pub struct Line {
    id: Uuid,
    name: String,
    email: String,
    state: SeatState,
    result: Option<SittingResult>,
    asked_at: DateTime<Utc>,
    changed_at: DateTime<Utc>,
}

impl From<Seat> for Line {
    fn from(seat: Seat) -> Self {
        Self {
            id: seat.id,
            name: seat.name,
            email: seat.email,
            state: seat.state,
            result: seat.result,
            asked_at: seat.asked_at,
            changed_at: seat.changed_at,
        }
    }
}

/// Seats of a sitting, in the order in which they were asked for.
pub struct Seats {
    pub sitting: Uuid,
    pub from: Option<Uuid>,
    pub over: bool,
}

impl Pages for Seats {
    type Row = Line;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Line>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = seat_store::list(conn, self.sitting, self.from, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(|(row, ..)| row.id);
        Ok(rows.into_iter().map(|row| Line::from(Seat::of(row))).collect())
    }
}
