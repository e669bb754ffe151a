//! Queries of the chain.

use super::model::{CheckpointRow, DeliveryRow};
use crate::audit::store::EntryRow;
use crate::db::statement::statement;
use crate::schema::{audit_checkpoints, audit_deliveries, audit_entries};
use chrono::{DateTime, Utc};
use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::{Array, BigInt, Bytea, Nullable, Timestamptz, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Entries behind the chain's end that wait for their seal: those that have a number from before first, then as they
/// were written. A seal that was taken from the middle is not given again, and a row that holds what no entry can, such
/// as a field without a name, is left where it is: it must not keep the others waiting.
pub async fn waiting(conn: &mut AsyncPgConnection, limit: i64) -> QueryResult<Vec<EntryRow>> {
    let behind = statement(
        "(number IS NULL OR number > coalesce((SELECT s.number FROM audit_entries s \
         WHERE s.hash IS NOT NULL AND s.number IS NOT NULL ORDER BY s.number DESC LIMIT 1), 0)) \
         AND at >= '0001-01-01' AND at < '10000-01-01' \
         AND CASE WHEN coalesce(array_ndims(fields), 1) = 1 THEN array_position(fields, NULL) IS NULL ELSE false END",
    );
    EntryRow::query()
        .filter(audit_entries::hash.is_null())
        .filter(behind.holds())
        .order((
            audit_entries::number.asc(),
            audit_entries::at.asc(),
            audit_entries::id.asc(),
        ))
        .limit(limit)
        .load(conn)
        .await
}

/// The number and hash of the last sealed entry.
pub async fn head(conn: &mut AsyncPgConnection) -> QueryResult<Option<(i64, Vec<u8>)>> {
    audit_entries::table
        .filter(audit_entries::number.is_not_null())
        .filter(audit_entries::hash.is_not_null())
        .order(audit_entries::number.desc())
        .select((
            audit_entries::number.assume_not_null(),
            audit_entries::hash.assume_not_null(),
        ))
        .first(conn)
        .await
        .optional()
}

/// The hash of the entry with a number.
pub async fn hash_of(conn: &mut AsyncPgConnection, number: i64) -> QueryResult<Option<Vec<u8>>> {
    let found: Option<Option<Vec<u8>>> = audit_entries::table
        .filter(audit_entries::number.eq(number))
        .select(audit_entries::hash)
        .first(conn)
        .await
        .optional()?;
    Ok(found.flatten())
}

/// Gives numbers and seals, all or none; returns how many entries got theirs.
pub async fn seal(
    conn: &mut AsyncPgConnection,
    ids: Vec<Uuid>,
    numbers: Vec<i64>,
    hashes: Vec<Vec<u8>>,
) -> QueryResult<usize> {
    statement("UPDATE audit_entries e SET number = g.number, hash = g.hash FROM unnest(")
        .bind::<Array<SqlUuid>, _>(ids)
        .sql(", ")
        .bind::<Array<BigInt>, _>(numbers)
        .sql(", ")
        .bind::<Array<Bytea>, _>(hashes)
        .sql(") AS g (id, number, hash) WHERE e.id = g.id AND e.hash IS NULL")
        .execute(conn)
        .await
}

/// Numbered entries behind a place, in the order of the chain. Numbers repeat only where somebody forged them.
pub async fn page(
    conn: &mut AsyncPgConnection,
    behind: (i64, Uuid),
    limit: i64,
) -> QueryResult<Vec<EntryRow>> {
    let place = statement("(number, id) > (")
        .bind::<BigInt, _>(behind.0)
        .sql(", ")
        .bind::<SqlUuid, _>(behind.1)
        .sql(")");
    EntryRow::query()
        .filter(audit_entries::number.ge(behind.0))
        .filter(place.holds())
        .order((audit_entries::number.asc(), audit_entries::id.asc()))
        .limit(limit)
        .load(conn)
        .await
}

/// How many entries wait for their seal, and since when.
pub async fn tail(conn: &mut AsyncPgConnection) -> QueryResult<(i64, Option<DateTime<Utc>>)> {
    audit_entries::table
        .filter(audit_entries::hash.is_null())
        .select((
            count_star(),
            sql::<Nullable<Timestamptz>>("min(at) FILTER (WHERE at >= '0001-01-01' AND at < '10000-01-01')"),
        ))
        .first(conn)
        .await
}

/// Checkpoints, newest first, or oldest first when leafing back from `after`.
pub async fn checkpoints(
    conn: &mut AsyncPgConnection,
    after: Option<i64>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<CheckpointRow>> {
    let mut query = CheckpointRow::query().limit(limit).into_boxed();
    if let Some(after) = after {
        query = if back {
            query.filter(audit_checkpoints::number.gt(after))
        } else {
            query.filter(audit_checkpoints::number.lt(after))
        };
    }
    query = if back {
        query.order(audit_checkpoints::number.asc())
    } else {
        query.order(audit_checkpoints::number.desc())
    };
    query.load(conn).await
}

/// Keeps a checkpoint; one is enough for an hour.
pub async fn insert(conn: &mut AsyncPgConnection, row: &CheckpointRow) -> QueryResult<usize> {
    diesel::insert_into(audit_checkpoints::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(conn)
        .await
}

/// Up to where a place elsewhere has the checkpoints, if it was tried yet.
pub async fn delivery(conn: &mut AsyncPgConnection, place: &[u8]) -> QueryResult<Option<DeliveryRow>> {
    DeliveryRow::query()
        .filter(audit_deliveries::place.eq(place))
        .first(conn)
        .await
        .optional()
}

/// Notes how a delivery went.
pub async fn note_delivery(conn: &mut AsyncPgConnection, row: &DeliveryRow) -> QueryResult<usize> {
    diesel::insert_into(audit_deliveries::table)
        .values(row)
        .on_conflict(audit_deliveries::place)
        .do_update()
        .set(row)
        .execute(conn)
        .await
}
