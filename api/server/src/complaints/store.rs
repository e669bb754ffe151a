//! Queries of complaints.

use super::model::{ComplaintRow, Decided};
use crate::schema::complaints;
use bellbuoy_domain::certification::ComplaintStatus;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Enters a complaint.
pub async fn insert(conn: &mut AsyncPgConnection, row: &ComplaintRow) -> QueryResult<()> {
    diesel::insert_into(complaints::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// How many came in since then.
pub async fn lately(conn: &mut AsyncPgConnection, since: DateTime<Utc>) -> QueryResult<i64> {
    complaints::table
        .filter(complaints::created_at.gt(since))
        .count()
        .get_result(conn)
        .await
}

/// Finds a complaint.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<ComplaintRow>> {
    ComplaintRow::query()
        .filter(complaints::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Finds a complaint by the word of who made it.
pub async fn find_by_key(conn: &mut AsyncPgConnection, hash: &[u8]) -> QueryResult<Option<ComplaintRow>> {
    ComplaintRow::query()
        .filter(complaints::key_hash.eq(hash))
        .first(conn)
        .await
        .optional()
}

/// Locks a complaint until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<ComplaintRow>> {
    ComplaintRow::query()
        .filter(complaints::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes a step.
pub async fn decide(conn: &mut AsyncPgConnection, id: Uuid, decided: &Decided) -> QueryResult<ComplaintRow> {
    diesel::update(complaints::table.filter(complaints::id.eq(id)))
        .set(decided)
        .returning(ComplaintRow::as_returning())
        .get_result(conn)
        .await
}

/// A page, newest first.
pub async fn list(
    conn: &mut AsyncPgConnection,
    status: Option<&[ComplaintStatus]>,
    from: Option<Uuid>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<ComplaintRow>> {
    let mut query = ComplaintRow::query().limit(limit).into_boxed();
    if let Some(status) = status {
        query = query.filter(complaints::status.eq_any(status));
    }
    if let Some(id) = from {
        query = if back {
            query.filter(complaints::id.gt(id))
        } else {
            query.filter(complaints::id.lt(id))
        };
    }
    query = if back {
        query.order(complaints::id.asc())
    } else {
        query.order(complaints::id.desc())
    };
    query.load(conn).await
}
