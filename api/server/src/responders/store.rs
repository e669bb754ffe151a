//! Queries of duties.

use super::model::DutyRow;
use crate::schema::{certificates, duties};
use bellbuoy_domain::certification::CertificateStatus;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Duties that touch a time, in the order in which they begin.
pub async fn between(
    conn: &mut AsyncPgConnection,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> QueryResult<Vec<DutyRow>> {
    DutyRow::query()
        .filter(duties::ends_at.gt(from))
        .filter(duties::starts_at.lt(to))
        .order((duties::starts_at, duties::id))
        .limit(1000)
        .load(conn)
        .await
}

/// Enters a duty.
pub async fn insert(conn: &mut AsyncPgConnection, row: &DutyRow) -> QueryResult<()> {
    diesel::insert_into(duties::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Removes a duty; false when there is none.
pub async fn remove(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<bool> {
    let removed = diesel::delete(duties::table.filter(duties::id.eq(id)))
        .execute(conn)
        .await?;
    Ok(removed == 1)
}

/// Who of some people holds a certificate that is in force on a day.
pub async fn certified(
    conn: &mut AsyncPgConnection,
    people: &[Uuid],
    day: NaiveDate,
) -> QueryResult<Vec<Option<Uuid>>> {
    certificates::table
        .filter(certificates::consultant_id.eq_any(people))
        .filter(certificates::status.eq(CertificateStatus::Active))
        .filter(certificates::valid_from.le(day))
        .filter(certificates::valid_to.ge(day))
        .select(certificates::consultant_id)
        .distinct()
        .load(conn)
        .await
}
