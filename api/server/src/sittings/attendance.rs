//! Who was there, and how exams ended.

use super::actions::standing;
use super::booking::lock;
use super::wire::{AttendanceUpdate, Seat};
use super::{letters, seat_store, store};
use crate::auth::store as accounts;
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use crate::{audit, outbox};
use bellbuoy_domain::certification::{AttendanceRefusal, SeatState, attendance};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Enters who was there and how it ended, once the sitting has begun; the person is told.
pub async fn enter(
    conn: &mut Guarded,
    by: &Claims,
    (sitting, seat): (Uuid, Uuid),
    version: &IfMatch,
    asked: AttendanceUpdate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Seat, AppError> {
    transact(conn, dry_run, async |conn| {
        let sitting = lock(conn, sitting).await?;
        let before = seat_store::find(conn, sitting.id, seat)
            .await?
            .ok_or(AppError::NotFound("seat"))?;
        version.holds(&before.etag())?;
        standing(&sitting)?;
        if before.account_id == by.sub {
            let why = "nobody enters their own attendance or result; another administrator does";
            return Err(AppError::refused(&codes::SAME_PERSON, why));
        }
        if sitting.starts_at > now {
            let why = format!("has to wait until the sitting begins, {}", sitting.starts_at);
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        if matches!(before.state, SeatState::Waiting | SeatState::Cancelled) {
            let why = "this person had no seat";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        attendance(sitting.kind, asked.state, asked.result).map_err(|refusal| {
            let pointer = match refusal {
                AttendanceRefusal::NoAttendance => "/state",
                AttendanceRefusal::NoExam | AttendanceRefusal::NotThere => "/result",
            };
            AppError::unfit(pointer, "attendance", refusal.to_string())
        })?;
        let after = seat_store::set_state(conn, &before, asked.state, asked.result, now).await?;
        letters::entered(conn, &sitting, &after).await?;
        let entry = audit::Entry::by(by.sub, "seat.attendance", "seat", seat).fields(&["state", "result"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "seat.changed", seat).await?;
        store::count_seats(conn, sitting.id).await?;
        let person = accounts::find(conn, after.account_id).await?;
        let (name, email) = person.map(|one| (one.name, one.email)).unwrap_or_default();
        Ok(Seat::of((after, name, email)))
    })
    .await
}
