//! Booking a seat, giving it up, and moving up from the waiting list.
//!
//! Whoever gives or takes a seat holds the lock of the sitting, so that two people never get the last one.

use super::model::SittingRow;
use super::seat_model::SeatRow;
use super::wire::Sitting;
use super::{letters, seat_store, shown, store};
use crate::db::{Guarded, transact};
use crate::http::{AppError, codes};
use crate::{audit, outbox};
use bellbuoy_domain::certification::SeatState;
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Books a seat for somebody, or a place in the waiting list. The connection is the server's own: whether a seat is free
/// is counted over people whom the one who books may not see.
///
/// # Errors
/// 409 when no more is booked, when the person has a seat already or sits elsewhere at that time.
pub async fn book(
    conn: &mut Guarded,
    account: Uuid,
    id: Uuid,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Sitting, AppError> {
    transact(conn, dry_run, async |conn| {
        seat_store::lock_person(conn, account).await?;
        let sitting = lock(conn, id).await?;
        let seat = seated(conn, &sitting, account, now).await?;
        let entry = audit::Entry::by(account, "seat.book", "seat", seat.id);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "seat.changed", seat.id).await?;
        let sitting = store::count_seats(conn, id).await?;
        shown::one(conn, sitting, Some(account), now).await
    })
    .await
}

/// Enters the seat, or the place in the waiting list.
pub async fn seated(
    conn: &mut AsyncPgConnection,
    sitting: &SittingRow,
    account: Uuid,
    now: DateTime<Utc>,
) -> Result<SeatRow, AppError> {
    if let Some(seat) = seat_store::own(conn, sitting.id, account).await? {
        let why = match seat.state {
            SeatState::Waiting => "you are in the waiting list already",
            _ => "you have a seat already",
        };
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    let state = sitting
        .seating()
        .ask(now)
        .map_err(|refusal| AppError::refused(&codes::CONFLICT, refusal.to_string()))?;
    let (from, to) = (sitting.starts_at, sitting.ends_at);
    if let Some((title, day)) = seat_store::overlapping(conn, account, from, to).await? {
        let why = format!("you sit in \"{title}\" of {day} at that time; give up one to book the other");
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    let seat = SeatRow {
        id: Uuid::now_v7(),
        sitting_id: sitting.id,
        account_id: account,
        state,
        result: None,
        revision: 1,
        asked_at: now,
        changed_at: now,
    };
    seat_store::insert(conn, &seat).await?;
    Ok(seat)
}

/// Gives somebody's seat up, or the place in the waiting list. The first who waits moves up.
///
/// # Errors
/// 404 when there is none, 409 once the sitting has begun.
pub async fn give_up(
    conn: &mut Guarded,
    account: Uuid,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Sitting, AppError> {
    transact(conn, false, async |conn| {
        let sitting = lock(conn, id).await?;
        let seat = seat_store::own(conn, id, account)
            .await?
            .ok_or(AppError::NotFound("seat"))?;
        let open = matches!(seat.state, SeatState::Booked | SeatState::Waiting);
        if sitting.starts_at <= now || !open {
            let why = "the sitting has begun; the scheme enters who was there";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        seat_store::set_state(conn, &seat, SeatState::Cancelled, None, now).await?;
        let entry = audit::Entry::by(account, "seat.give_up", "seat", seat.id).fields(&["state"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "seat.changed", seat.id).await?;
        let sitting = move_up(conn, account, id, now).await?;
        shown::one(conn, sitting, Some(account), now).await
    })
    .await
}

/// Gives up every seat of somebody whose account is removed in what has not begun; what was attended stays.
///
/// # Errors
/// When the database refuses.
pub async fn leave(conn: &mut AsyncPgConnection, account: Uuid, now: DateTime<Utc>) -> Result<(), AppError> {
    for id in seat_store::ahead(conn, account, now).await? {
        lock(conn, id).await?;
        if let Some(seat) = seat_store::own(conn, id, account).await? {
            seat_store::set_state(conn, &seat, SeatState::Cancelled, None, now).await?;
            outbox::enqueue(conn, "seat.changed", seat.id).await?;
        }
        move_up(conn, account, id, now).await?;
    }
    Ok(())
}

/// Gives free seats to those who wait, in the order in which they asked, and tells them; `by` is whose step made the
/// room. The caller holds the lock.
///
/// # Errors
/// When the database refuses.
pub async fn move_up(
    conn: &mut AsyncPgConnection,
    by: Uuid,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<SittingRow, AppError> {
    let sitting = store::count_seats(conn, id).await?;
    if sitting.starts_at <= now {
        return Ok(sitting);
    }
    for _ in 0..sitting.seating().moving_up() {
        let Some(first) = seat_store::first_waiting(conn, id).await? else {
            break;
        };
        let seat = seat_store::set_state(conn, &first, SeatState::Booked, None, now).await?;
        letters::moved_up(conn, &sitting, &seat).await?;
        let entry = audit::Entry::by(by, "seat.move_up", "seat", seat.id).fields(&["state"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "seat.changed", seat.id).await?;
    }
    Ok(store::count_seats(conn, id).await?)
}

/// Locks a sitting.
///
/// # Errors
/// 404 when there is none.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> Result<SittingRow, AppError> {
    store::lock(conn, id).await?.ok_or(AppError::NotFound("sitting"))
}
