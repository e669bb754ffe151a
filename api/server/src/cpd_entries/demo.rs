//! Entries of a log that somebody invented.

use super::model::EntryRow;
use super::store;
use crate::http::AppError;
use bellbuoy_domain::certification::CpdKind;
use chrono::{DateTime, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// What somebody invented did.
#[derive(Debug, Clone, Copy)]
pub struct DemoEntry {
    pub done_on: NaiveDate,
    pub quarters: i16,
    pub kind: CpdKind,
    pub title: &'static str,
    pub learned: Option<&'static str>,
}

/// Enters what an account of the demo did.
///
/// # Errors
/// When the database refuses.
pub async fn enter_demo(
    conn: &mut AsyncPgConnection,
    account_id: Uuid,
    entry: DemoEntry,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let row = EntryRow {
        id: Uuid::now_v7(),
        account_id,
        done_on: entry.done_on,
        quarters: entry.quarters,
        kind: entry.kind,
        title: entry.title.to_owned(),
        learned: entry.learned.map(str::to_owned),
        revision: 1,
        created_at: now,
        changed_at: now,
    };
    Ok(store::insert(conn, &row).await?)
}
