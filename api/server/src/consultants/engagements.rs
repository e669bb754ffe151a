//! For whom one works or worked, as the person states it.

use super::actions::engagements_of;
use super::model::{ConsultantRow, EngagementRow};
use super::store;
use super::wire::{Engagement, EngagementCreate};
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::{AppError, Fault, codes};
use crate::{audit, outbox, suppliers};
use chrono::{DateTime, Months, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// How far back an engagement may begin.
const OLDEST: Months = Months::new(12 * 70);
/// The most engagements one person states.
const MOST_ENGAGEMENTS: usize = 60;

/// States for whom one works or worked; the firm confirms it.
pub async fn engage(
    conn: &mut Guarded,
    by: &Claims,
    asked: &EngagementCreate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Engagement, AppError> {
    let mut faults = Vec::new();
    if asked.to_on.is_some_and(|to| to < asked.from_on) {
        let why = format!("has to be {} or later, when it begins", asked.from_on);
        faults.push(Fault::new("/to_on", "order", why));
    }
    if asked.from_on > now.date_naive() {
        let why = "has to be today or earlier: state it once it has begun";
        faults.push(Fault::new("/from_on", "future", why));
    }
    let oldest = now.date_naive().checked_sub_months(OLDEST).unwrap_or_default();
    if asked.from_on < oldest {
        let why = format!("has to be {oldest} or later, within a working life");
        faults.push(Fault::new("/from_on", "past", why));
    }
    if !faults.is_empty() {
        return Err(AppError::Unfit(faults));
    }
    transact(conn, dry_run, async |conn| {
        let own = own_row(conn, by).await?;
        let supplier = suppliers::name(conn, asked.supplier_id).await?.ok_or_else(|| {
            let why = "is not a supplier of the register; search it by name at /api/v1/suppliers";
            AppError::unfit("/supplier_id", "unknown_supplier", why)
        })?;
        let stated = store::engagements(conn, own.id, false).await?;
        if stated.len() >= MOST_ENGAGEMENTS {
            let why = format!("{MOST_ENGAGEMENTS} engagements are stated already; take back one that does not hold");
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let overlaps = stated.iter().find(|one| {
            one.supplier_id == asked.supplier_id
                && one.to_on.is_none_or(|to| to >= asked.from_on)
                && asked.to_on.is_none_or(|to| to >= one.from_on)
        });
        if let Some(one) = overlaps {
            let why = format!(
                "an engagement by the same firm that begins on {} covers some of these days; take that one back first",
                one.from_on
            );
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let row = EngagementRow {
            id: Uuid::now_v7(),
            consultant_id: own.id,
            supplier_id: asked.supplier_id,
            from_on: asked.from_on,
            to_on: asked.to_on,
            recorded_at: now,
            confirmed_at: None,
            retracted_at: None,
        };
        store::engage(conn, &row).await?;
        let entry = audit::Entry::by(by.sub, "engagement.create", "engagement", row.id);
        audit::record(conn, entry).await?;
        Ok(Engagement::of(row, supplier))
    })
    .await
}

/// Takes an engagement back. What was known stays readable.
pub async fn retract(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<Engagement>, AppError> {
    transact(conn, false, async |conn| {
        let own = store::find_own(conn, by.sub, true)
            .await?
            .ok_or(AppError::NotFound("engagement"))?;
        let row = store::lock_engagement(conn, own.id, id)
            .await?
            .filter(|row| row.retracted_at.is_none())
            .ok_or(AppError::NotFound("engagement"))?;
        store::retract(conn, row.id, now).await?;
        let entry = audit::Entry::by(by.sub, "engagement.retract", "engagement", row.id);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "consultant.changed", own.id).await?;
        engagements_of(conn, own.id, true).await
    })
    .await
}

async fn own_row(conn: &mut AsyncPgConnection, by: &Claims) -> Result<ConsultantRow, AppError> {
    store::find_own(conn, by.sub, true).await?.ok_or_else(|| {
        let why = "you have no profile in the register yet; begin one at PUT /api/v1/consultants/own";
        AppError::refused(&codes::CONFLICT, why)
    })
}
