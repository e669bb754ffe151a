//! What people with a seat are written.

use super::model::SittingRow;
use super::seat_model::SeatRow;
use super::seat_store;
use super::shown::local;
use crate::auth::store as accounts;
use crate::http::AppError;
use crate::mail::{self, Letter};
use diesel_async::AsyncPgConnection;

/// Tells somebody from the waiting list that a seat is theirs.
pub async fn moved_up(
    conn: &mut AsyncPgConnection,
    sitting: &SittingRow,
    seat: &SeatRow,
) -> Result<(), AppError> {
    let body = format!(
        "You waited for a seat in \"{}\", and one is yours now.\n\n{}\nIf you cannot come, give the seat up on the page \
         of the sitting: somebody else may be waiting for it.\n",
        sitting.title,
        when_and_where(sitting),
    );
    to_one(conn, seat, format!("A seat for you: {}", sitting.title), body).await
}

/// Tells somebody what was entered about them.
pub async fn entered(
    conn: &mut AsyncPgConnection,
    sitting: &SittingRow,
    seat: &SeatRow,
) -> Result<(), AppError> {
    let result = seat
        .result
        .map(|result| format!("Result: {}.\n", result.label().to_lowercase()))
        .unwrap_or_default();
    let body = format!(
        "About you and \"{}\" of {} was entered: {}.\n{result}\nIf that is wrong, write to the scheme.\n",
        sitting.title,
        sitting.held_on,
        seat.state.label().to_lowercase(),
    );
    to_one(conn, seat, sitting.title.clone(), body).await
}

/// Tells everybody with a seat, or waiting for one, that time or place changed.
pub async fn changed(conn: &mut AsyncPgConnection, sitting: &SittingRow) -> Result<(), AppError> {
    let body = format!(
        "Time or place of \"{}\" changed.\n\n{}\nIf you cannot come, give the seat up on the page of the sitting.\n",
        sitting.title,
        when_and_where(sitting),
    );
    to_all(conn, sitting, &format!("Changed: {}", sitting.title), &body).await
}

/// Tells everybody with a seat, or waiting for one, that it is not held.
pub async fn cancelled(
    conn: &mut AsyncPgConnection,
    sitting: &SittingRow,
    because: &str,
) -> Result<(), AppError> {
    let body = format!(
        "\"{}\" of {} is cancelled.\n\n{because}\n\nOther sittings stand in the list of sittings.\n",
        sitting.title, sitting.held_on,
    );
    to_all(conn, sitting, &format!("Cancelled: {}", sitting.title), &body).await
}

fn when_and_where(sitting: &SittingRow) -> String {
    let from = local(sitting, sitting.starts_at).format("%-d %B %Y, %H:%M");
    let to = local(sitting, sitting.ends_at).format("%-d %B %Y, %H:%M");
    let mut text = format!("{from} to {to} ({})\n", sitting.time_zone);
    if let Some(place) = &sitting.place {
        text.push_str(place);
        text.push('\n');
    }
    text
}

async fn to_one(
    conn: &mut AsyncPgConnection,
    seat: &SeatRow,
    subject: String,
    body: String,
) -> Result<(), AppError> {
    let Some(account) = accounts::find(conn, seat.account_id).await? else {
        return Ok(());
    };
    let letter = Letter {
        to: account.email,
        subject,
        body,
    };
    mail::enqueue(conn, &letter).await
}

async fn to_all(
    conn: &mut AsyncPgConnection,
    sitting: &SittingRow,
    subject: &str,
    body: &str,
) -> Result<(), AppError> {
    for to in seat_store::addresses(conn, sitting.id).await? {
        let letter = Letter {
            to,
            subject: subject.to_owned(),
            body: body.to_owned(),
        };
        mail::enqueue(conn, &letter).await?;
    }
    Ok(())
}
