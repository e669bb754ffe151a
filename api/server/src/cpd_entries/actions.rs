//! Use cases of the log.

use super::model::EntryRow;
use super::store;
use super::wire::{CpdEntry, CpdEntryDraft};
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Fault, codes};
use crate::{audit, consultants, outbox};
use bellbuoy_domain::account::Role;
use bellbuoy_domain::certification::CpdHours;
use chrono::{DateTime, Months, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// How far back an entry may reach: the longest term that a scheme may set.
const OLDEST: Months = Months::new(120);

/// Whose log is asked for: one's own, or for the scheme's administrators that of somebody of the register.
///
/// # Errors
/// 403 for everybody else, 404 for somebody unknown.
pub async fn whose(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    consultant: Option<Uuid>,
) -> Result<Uuid, AppError> {
    let Some(id) = consultant else {
        return Ok(by.sub);
    };
    if by.role != Role::SchemeAdministrator {
        let why =
            "the scheme's administrators read the log of somebody else; leave `consultant` out for yours";
        return Err(AppError::refused(&codes::FORBIDDEN, why));
    }
    consultants::holder(conn, id)
        .await?
        .and_then(|holder| holder.account_id)
        .ok_or(AppError::NotFound("consultant"))
}

/// Enters what one did.
pub async fn create(
    conn: &mut Guarded,
    by: &Claims,
    draft: CpdEntryDraft,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<CpdEntry, AppError> {
    let quarters = checked(&draft, now.date_naive())?;
    transact(conn, dry_run, async |conn| {
        fits_the_day(conn, by.sub, None, draft.done_on, quarters).await?;
        let row = EntryRow {
            id: Uuid::now_v7(),
            account_id: by.sub,
            done_on: draft.done_on,
            quarters,
            kind: draft.kind,
            title: draft.title,
            learned: draft.learned,
            revision: 1,
            created_at: now,
            changed_at: now,
        };
        store::insert(conn, &row).await?;
        told(conn, by, "cpd_entry.create", row.id).await?;
        Ok(row.into())
    })
    .await
}

/// Writes an entry of one's own anew.
pub async fn update(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    draft: CpdEntryDraft,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<CpdEntry, AppError> {
    let quarters = checked(&draft, now.date_naive())?;
    transact(conn, dry_run, async |conn| {
        let before = locked(conn, by, id, version).await?;
        fits_the_day(conn, by.sub, Some(&before), draft.done_on, quarters).await?;
        let row = EntryRow {
            done_on: draft.done_on,
            quarters,
            kind: draft.kind,
            title: draft.title,
            learned: draft.learned,
            revision: before.revision + 1,
            changed_at: now,
            ..before
        };
        let row = store::write(conn, &row).await?;
        told(conn, by, "cpd_entry.update", id).await?;
        Ok(row.into())
    })
    .await
}

/// Deletes an entry of one's own.
pub async fn delete(conn: &mut Guarded, by: &Claims, id: Uuid, version: &IfMatch) -> Result<(), AppError> {
    transact(conn, false, async |conn| {
        locked(conn, by, id, version).await?;
        store::delete(conn, id).await?;
        told(conn, by, "cpd_entry.delete", id).await
    })
    .await
}

/// Deletes the log of somebody whose account is removed.
///
/// # Errors
/// When the database refuses.
pub async fn forget(conn: &mut AsyncPgConnection, account: Uuid) -> Result<(), AppError> {
    Ok(store::delete_all(conn, account).await?)
}

async fn locked(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
) -> Result<EntryRow, AppError> {
    // The scheme reads others' entries and cannot lock them.
    let row = store::lock(conn, by.sub, id)
        .await?
        .ok_or(AppError::NotFound("entry"))?;
    version.holds(&row.etag())?;
    Ok(row)
}

async fn told(conn: &mut AsyncPgConnection, by: &Claims, action: &str, id: Uuid) -> Result<(), AppError> {
    audit::record(conn, audit::Entry::by(by.sub, action, "cpd_entry", id)).await?;
    outbox::enqueue(conn, "cpd_entry.changed", id).await
}

/// Passes while a day of somebody has the hours that are logged on it, without an entry that is written anew.
async fn fits_the_day(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    anew: Option<&EntryRow>,
    day: NaiveDate,
    quarters: i16,
) -> Result<(), AppError> {
    store::one_at_a_time(conn, account).await?;
    let before = anew
        .filter(|entry| entry.done_on == day)
        .map_or(0, |entry| entry.quarters.into());
    let logged = CpdHours::from_quarters(store::quarters(conn, account, day, day).await? - before);
    if (logged + CpdHours::from_quarters(quarters.into())).fits_a_day() {
        return Ok(());
    }
    let why = format!("is too much: {logged} hours are logged on {day} already, and a day has 24");
    Err(AppError::unfit("/hours", "hours", why))
}

/// Holds an entry to its rules; gives its quarters of an hour.
///
/// # Errors
/// Every place that does not fit.
pub fn checked(draft: &CpdEntryDraft, today: NaiveDate) -> Result<i16, AppError> {
    let mut faults = Vec::new();
    if draft.done_on > today {
        let why = format!("has to be {today} or earlier: what lies ahead was not done yet");
        faults.push(Fault::new("/done_on", "future", why));
    }
    let oldest = today.checked_sub_months(OLDEST).unwrap_or(today);
    if draft.done_on < oldest {
        let why = format!("has to be {oldest} or later: no term of a certificate reaches back further");
        faults.push(Fault::new("/done_on", "past", why));
    }
    match CpdHours::of_day(draft.hours) {
        Ok(hours) if faults.is_empty() => Ok(i16::try_from(hours.quarters()).unwrap_or(i16::MAX)),
        Ok(_) => Err(AppError::Unfit(faults)),
        Err(fault) => {
            faults.push(Fault::new("/hours", "hours", fault.to_string()));
            Err(AppError::Unfit(faults))
        }
    }
}
