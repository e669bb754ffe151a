//! Sittings with what belongs to them and stands elsewhere: a fixed number of statements, however many there are.

use super::model::SittingRow;
use super::seat_model::SeatRow;
use super::wire::{Around, OwnSeat, Sitting, SittingPort, SittingRequirement};
use super::{seat_store, store};
use crate::http::AppError;
use crate::schemes::{self, Current};
use bellbuoy_domain::certification::{HolderKind, SeatState};
use bellbuoy_domain::place::find_port;
use chrono::{DateTime, NaiveDateTime, Utc};
use chrono_tz::Tz;
use diesel_async::AsyncPgConnection;
use std::collections::HashMap;
use std::sync::Arc;
use uuid::Uuid;

/// Rows as somebody may see them at a moment, each with their own seat.
///
/// # Errors
/// When the database refuses.
pub async fn shown(
    conn: &mut AsyncPgConnection,
    rows: Vec<SittingRow>,
    account: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<Vec<Sitting>, AppError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let links = store::links(conn, &ids).await?;
    let mut links: HashMap<Uuid, String> = links.into_iter().map(|row| (row.sitting_id, row.url)).collect();
    let seats = match account {
        Some(account) => seat_store::own_in(conn, &ids, account).await?,
        None => Vec::new(),
    };
    let mut own = HashMap::new();
    for seat in seats {
        own.insert(seat.sitting_id, own_seat(conn, seat).await?);
    }
    let schemes = if rows.iter().any(|row| row.scheme.is_some()) {
        schemes::in_force(conn, HolderKind::Person, now.date_naive()).await?
    } else {
        Vec::new()
    };
    Ok(rows
        .into_iter()
        .map(|row| {
            let around = Around {
                requirement: requirement(&row, &schemes),
                port: row.port.as_deref().map(port),
                online_url: links.remove(&row.id),
                own_seat: own.remove(&row.id),
                local: [row.starts_at, row.ends_at, row.book_until].map(|at| local(&row, at)),
            };
            Sitting::of(row, around, now)
        })
        .collect())
}

/// One row as somebody may see it.
///
/// # Errors
/// As [`shown`].
pub async fn one(
    conn: &mut AsyncPgConnection,
    row: SittingRow,
    account: Option<Uuid>,
    now: DateTime<Utc>,
) -> Result<Sitting, AppError> {
    let mut found = shown(conn, vec![row], account, now).await?;
    found.pop().ok_or(AppError::NotFound("sitting"))
}

/// What the clocks of the place show at a moment.
pub fn local(row: &SittingRow, at: DateTime<Utc>) -> NaiveDateTime {
    let zone: Tz = row.time_zone.parse().unwrap_or(Tz::UTC);
    at.with_timezone(&zone).naive_local()
}

async fn own_seat(conn: &mut AsyncPgConnection, seat: SeatRow) -> Result<OwnSeat, AppError> {
    let place_in_line = match seat.state {
        SeatState::Waiting => Some(seat_store::place_in_line(conn, seat.id).await?),
        _ => None,
    };
    Ok(OwnSeat {
        state: seat.state,
        result: seat.result,
        place_in_line,
        asked_at: seat.asked_at,
    })
}

fn requirement(row: &SittingRow, schemes: &[Arc<Current>]) -> Option<SittingRequirement> {
    let (scheme, code) = row.scheme.as_ref().zip(row.requirement.as_ref())?;
    let label = schemes
        .iter()
        .filter(|current| current.code == *scheme)
        .flat_map(|current| &current.content.requirements)
        .find(|one| one.code == *code)
        .map_or_else(|| code.clone(), |one| one.label.clone());
    Some(SittingRequirement {
        scheme: scheme.clone(),
        code: code.clone(),
        label,
    })
}

fn port(code: &str) -> SittingPort {
    let found = find_port(code);
    SittingPort {
        code: code.to_owned(),
        name: found.map_or_else(|| code.to_owned(), |port| port.name.clone()),
        country: code.get(..2).unwrap_or_default().to_owned(),
    }
}
