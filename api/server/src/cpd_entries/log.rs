//! The log: what somebody entered, and beside it the sittings that they attended.

use super::store::{self, Days, Key};
use super::wire::CpdEntry;
use crate::http::AppError;
use crate::sittings::{self, Attended};
use bellbuoy_domain::certification::{CpdHours, CpdKind};
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use std::cmp::Reverse;
use uuid::Uuid;

/// The hours of an account between two days, attended sittings included.
///
/// # Errors
/// When the database refuses.
pub async fn hours(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<CpdHours, AppError> {
    let own = store::quarters(conn, account, from, to).await?;
    let attended = sittings::attended_hours(conn, account, from, to).await?;
    Ok(CpdHours::from_quarters(own) + attended)
}

/// A page of the log, last day first: of each kind as many as the page holds, and of both the first.
///
/// # Errors
/// When the database refuses.
pub async fn page(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    days: Days,
    from: Option<Key>,
    back: bool,
    limit: i64,
) -> Result<Vec<CpdEntry>, AppError> {
    let own = store::list(conn, account, days, from, back, limit).await?;
    let attended = sittings::attended(conn, account, days, from, back, limit).await?;
    let mut all: Vec<CpdEntry> = own.into_iter().map(CpdEntry::from).collect();
    all.extend(attended.into_iter().map(of_sitting));
    if back {
        all.sort_by_key(key);
    } else {
        all.sort_by_key(|entry| Reverse(key(entry)));
    }
    all.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(all)
}

/// The place of an entry.
pub const fn key(entry: &CpdEntry) -> Key {
    (entry.done_on, entry.id)
}

fn of_sitting(attended: Attended) -> CpdEntry {
    CpdEntry {
        id: attended.sitting_id,
        done_on: attended.on,
        hours: attended.hours.hours(),
        kind: CpdKind::Training,
        title: attended.title,
        learned: None,
        sitting_id: Some(attended.sitting_id),
        etag: None,
    }
}
