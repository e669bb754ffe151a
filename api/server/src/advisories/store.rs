//! Queries of advisories.

use super::model::{AdvisoryRow, Edited};
use crate::schema::{advisories, advisory_numbers};
use bellbuoy_domain::advisory::AdvisoryStatus;
use bellbuoy_domain::incident::{IncidentKind, Severity};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Place of a row in the order of a list: its instant, then its id.
pub type Key = (DateTime<Utc>, Uuid);

/// What a list is narrowed to.
#[derive(Debug, Default)]
pub struct Filter {
    pub status: Vec<AdvisoryStatus>,
    pub kind: Option<Vec<IncidentKind>>,
    pub severity: Option<Vec<Severity>>,
}

/// Enters an advisory.
pub async fn insert(conn: &mut AsyncPgConnection, row: &AdvisoryRow) -> QueryResult<()> {
    diesel::insert_into(advisories::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Finds an advisory by id.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<AdvisoryRow>> {
    AdvisoryRow::query()
        .filter(advisories::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Finds an advisory by its number.
pub async fn find_by_number(conn: &mut AsyncPgConnection, number: &str) -> QueryResult<Option<AdvisoryRow>> {
    AdvisoryRow::query()
        .filter(advisories::number.eq(number))
        .first(conn)
        .await
        .optional()
}

/// Locks an advisory until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<AdvisoryRow>> {
    AdvisoryRow::query()
        .filter(advisories::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes a change of a draft.
pub async fn edit(conn: &mut AsyncPgConnection, id: Uuid, edited: &Edited) -> QueryResult<AdvisoryRow> {
    diesel::update(advisories::table.filter(advisories::id.eq(id)))
        .set(edited)
        .returning(AdvisoryRow::as_returning())
        .get_result(conn)
        .await
}

/// Gives the next number of a year.
pub async fn next_number(conn: &mut AsyncPgConnection, year: i16) -> QueryResult<i32> {
    diesel::insert_into(advisory_numbers::table)
        .values((advisory_numbers::year.eq(year), advisory_numbers::last.eq(1)))
        .on_conflict(advisory_numbers::year)
        .do_update()
        .set(advisory_numbers::last.eq(advisory_numbers::last + 1))
        .returning(advisory_numbers::last)
        .get_result(conn)
        .await
}

/// Writes a release.
pub async fn release(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    number: &str,
    by: Uuid,
    at: DateTime<Utc>,
    revision: i32,
) -> QueryResult<AdvisoryRow> {
    diesel::update(advisories::table.filter(advisories::id.eq(id)))
        .set((
            advisories::status.eq(AdvisoryStatus::Released),
            advisories::number.eq(number),
            advisories::released_by.eq(by),
            advisories::released_at.eq(at),
            advisories::revision.eq(revision),
        ))
        .returning(AdvisoryRow::as_returning())
        .get_result(conn)
        .await
}

/// Writes a withdrawal.
pub async fn withdraw(conn: &mut AsyncPgConnection, id: Uuid, revision: i32) -> QueryResult<AdvisoryRow> {
    diesel::update(advisories::table.filter(advisories::id.eq(id)))
        .set((
            advisories::status.eq(AdvisoryStatus::Withdrawn),
            advisories::revision.eq(revision),
        ))
        .returning(AdvisoryRow::as_returning())
        .get_result(conn)
        .await
}

/// A page, newest first by the time of release, drafts by the time they were begun.
pub async fn list(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    from: Option<Key>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<AdvisoryRow>> {
    let at = diesel::dsl::sql::<diesel::sql_types::Timestamptz>("coalesce(released_at, created_at)");
    let mut query = AdvisoryRow::query()
        .filter(advisories::status.eq_any(&filter.status))
        .limit(limit)
        .into_boxed();
    if let Some(kinds) = &filter.kind {
        query = query.filter(advisories::kind.eq_any(kinds));
    }
    if let Some(severities) = &filter.severity {
        query = query.filter(advisories::severity.eq_any(severities));
    }
    if let Some((instant, id)) = from {
        let columns = (at.clone(), advisories::id);
        let values = (
            instant.into_sql::<diesel::sql_types::Timestamptz>(),
            id.into_sql::<diesel::sql_types::Uuid>(),
        );
        query = query.filter(if back {
            crate::db::keyset::after(columns, values)
        } else {
            crate::db::keyset::before(columns, values)
        });
    }
    query = if back {
        query.order((at.asc(), advisories::id.asc()))
    } else {
        query.order((at.desc(), advisories::id.desc()))
    };
    query.load(conn).await
}
