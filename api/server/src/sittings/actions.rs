//! Use cases of sittings.

use super::booking::{lock, move_up};
use super::entered::checked;
use super::model::SittingRow;
use super::wire::{Sitting, SittingCancellation, SittingDraft};
use super::{letters, shown, store};
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use crate::{audit, outbox};
use chrono::{DateTime, Utc};
use uuid::Uuid;

/// Announces a sitting.
pub async fn create(
    conn: &mut Guarded,
    by: &Claims,
    draft: SittingDraft,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Sitting, AppError> {
    transact(conn, dry_run, async |conn| {
        let url = draft.online_url.clone();
        let row = checked(conn, draft, None, false, now).await?.begun(false);
        store::insert(conn, &row).await?;
        store::set_link(conn, row.id, url.as_deref()).await?;
        let entry = audit::Entry::by(by.sub, "sitting.create", "sitting", row.id);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "sitting.changed", row.id).await?;
        shown::one(conn, row, Some(by.sub), now).await
    })
    .await
}

/// Writes a sitting anew. More seats are given to those who wait; who has one is told of another time or place.
pub async fn update(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    draft: SittingDraft,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Sitting, AppError> {
    transact(conn, dry_run, async |conn| {
        let before = lock(conn, id).await?;
        version.holds(&before.etag())?;
        standing(&before)?;
        let url = draft.online_url.clone();
        let written = checked(conn, draft, Some(&before), false, now).await?;
        let after = store::write(conn, id, &written).await?;
        store::set_link(conn, id, url.as_deref()).await?;
        if after.starts_at > now && moved(&before, &after) {
            letters::changed(conn, &after).await?;
        }
        let after = move_up(conn, by.sub, id, now).await?;
        let entry = audit::Entry::by(by.sub, "sitting.update", "sitting", id).fields(&["sitting"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "sitting.changed", id).await?;
        shown::one(conn, after, Some(by.sub), now).await
    })
    .await
}

/// Cancels a sitting that has not begun, and tells everybody with a seat.
pub async fn cancel(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: SittingCancellation,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Sitting, AppError> {
    transact(conn, dry_run, async |conn| {
        let before = lock(conn, id).await?;
        version.holds(&before.etag())?;
        standing(&before)?;
        if before.starts_at <= now {
            let why = "the sitting has begun; enter who was there instead";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let after = store::cancel(conn, &before, &asked.because, now).await?;
        letters::cancelled(conn, &after, &asked.because).await?;
        let entry = audit::Entry::by(by.sub, "sitting.cancel", "sitting", id)
            .fields(&["cancelled_at"])
            .reason(asked.because);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "sitting.changed", id).await?;
        shown::one(conn, after, Some(by.sub), now).await
    })
    .await
}

/// What is cancelled stays as it is.
pub fn standing(row: &SittingRow) -> Result<(), AppError> {
    if row.cancelled_at.is_some() {
        let why = "the sitting is cancelled and does not change; announce another";
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    Ok(())
}

fn moved(before: &SittingRow, after: &SittingRow) -> bool {
    let at = |row: &SittingRow| {
        let time = (row.starts_at, row.ends_at, row.time_zone.clone());
        (time, row.port.clone(), row.place.clone(), row.online)
    };
    at(before) != at(after)
}
