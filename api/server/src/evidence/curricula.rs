//! One's own curriculum vitae.

use super::model::CurriculumRow;
use super::store;
use super::wire::{Curriculum, CurriculumEntry, CurriculumUpdate};
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Fault, codes};
use crate::{audit, outbox};
use chrono::{DateTime, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// The entries of an account, for an application that takes them along.
///
/// # Errors
/// When the database refuses.
pub async fn entries(conn: &mut AsyncPgConnection, account: Uuid) -> Result<Vec<CurriculumEntry>, AppError> {
    match store::curriculum(conn, account).await? {
        Some(row) => Ok(read(row)?.entries),
        None => Ok(Vec::new()),
    }
}

/// The caller's curriculum.
pub async fn get(conn: &mut AsyncPgConnection, by: &Claims) -> Result<Curriculum, AppError> {
    let row = store::curriculum(conn, by.sub)
        .await?
        .ok_or(AppError::NotFound("curriculum"))?;
    read(row)
}

/// Writes the caller's curriculum, which begins with the first time.
pub async fn put(
    conn: &mut Guarded,
    by: &Claims,
    version: Option<IfMatch>,
    asked: CurriculumUpdate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<(Curriculum, bool), AppError> {
    check(&asked.entries, now.date_naive())?;
    let mut sorted = asked.entries;
    sorted.sort_by_key(|entry| std::cmp::Reverse((entry.to_on.unwrap_or(NaiveDate::MAX), entry.from_on)));
    let entries = serde_json::to_value(&sorted).map_err(|error| AppError::Internal(error.into()))?;
    transact(conn, dry_run, async |conn| {
        let before = store::lock_curriculum(conn, by.sub).await?;
        let made = before.is_none();
        let row = CurriculumRow {
            account_id: by.sub,
            entries,
            revision: before.as_ref().map_or(1, |row| row.revision + 1),
            changed_at: now,
        };
        match before {
            None if !store::begin_curriculum(conn, &row).await? => {
                return Err(AppError::Remedied(&codes::PRECONDITION_REQUIRED));
            }
            None => {}
            Some(before) => {
                version
                    .ok_or(AppError::Remedied(&codes::PRECONDITION_REQUIRED))?
                    .holds(&before.etag())?;
                store::write_curriculum(conn, &row).await?;
            }
        }
        let entry = audit::Entry::by(by.sub, "curriculum.update", "curriculum", by.sub).fields(&["entries"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "curriculum.changed", by.sub).await?;
        Ok((read(row)?, made))
    })
    .await
}

fn check(entries: &[CurriculumEntry], today: NaiveDate) -> Result<(), AppError> {
    let mut faults = Vec::new();
    for (at, entry) in entries.iter().enumerate() {
        if entry.from_on > today {
            let why = "has to be today or earlier: enter it once it has begun";
            faults.push(Fault::new(format!("/entries/{at}/from_on"), "future", why));
        }
        if entry.to_on.is_some_and(|to| to < entry.from_on) {
            let why = format!("has to be {} or later, when it begins", entry.from_on);
            faults.push(Fault::new(format!("/entries/{at}/to_on"), "order", why));
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(AppError::Unfit(faults))
    }
}

fn read(row: CurriculumRow) -> Result<Curriculum, AppError> {
    Ok(Curriculum {
        etag: row.etag(),
        changed_at: row.changed_at,
        entries: serde_json::from_value(row.entries).map_err(|error| AppError::Internal(error.into()))?,
    })
}
