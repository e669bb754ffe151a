//! Queries of schemes.

use super::model::{SchemeRow, VersionRow};
use crate::schema::{scheme_versions, schemes};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;
use uuid::Uuid;

/// Enters a scheme.
pub async fn insert(conn: &mut AsyncPgConnection, scheme: &SchemeRow) -> QueryResult<()> {
    diesel::insert_into(schemes::table)
        .values(scheme)
        .execute(conn)
        .await?;
    Ok(())
}

/// All schemes, by code.
pub async fn list(conn: &mut AsyncPgConnection) -> QueryResult<Vec<SchemeRow>> {
    SchemeRow::query().order(schemes::code).load(conn).await
}

/// Finds a scheme by its code.
pub async fn find(conn: &mut AsyncPgConnection, code: &str) -> QueryResult<Option<SchemeRow>> {
    SchemeRow::query()
        .filter(schemes::code.eq(code))
        .first(conn)
        .await
        .optional()
}

/// Enters a version.
pub async fn insert_version(conn: &mut AsyncPgConnection, version: &VersionRow) -> QueryResult<()> {
    diesel::insert_into(scheme_versions::table)
        .values(version)
        .execute(conn)
        .await?;
    Ok(())
}

/// The versions that the caller may read, newest first.
pub async fn versions(conn: &mut AsyncPgConnection, scheme: Uuid) -> QueryResult<Vec<VersionRow>> {
    VersionRow::query()
        .filter(scheme_versions::scheme_id.eq(scheme))
        .order(scheme_versions::number.desc())
        .load(conn)
        .await
}

/// Finds a version by its number, and locks it for whoever changes it.
pub async fn version(
    conn: &mut AsyncPgConnection,
    scheme: Uuid,
    number: i32,
    locks: bool,
) -> QueryResult<Option<VersionRow>> {
    let query = VersionRow::query()
        .filter(scheme_versions::scheme_id.eq(scheme))
        .filter(scheme_versions::number.eq(number));
    if locks {
        query.for_update().first(conn).await.optional()
    } else {
        query.first(conn).await.optional()
    }
}

/// The ids of all versions that were published.
pub async fn published(conn: &mut AsyncPgConnection) -> QueryResult<Vec<Uuid>> {
    scheme_versions::table
        .filter(scheme_versions::published_at.is_not_null())
        .select(scheme_versions::id)
        .load(conn)
        .await
}

/// Some versions with their schemes, and from when there is each scheme.
pub async fn versions_by_id(
    conn: &mut AsyncPgConnection,
    ids: &[Uuid],
) -> QueryResult<Vec<(SchemeRow, VersionRow, Option<NaiveDate>)>> {
    let others = diesel::alias!(scheme_versions as others);
    let since = others
        .filter(others.field(scheme_versions::scheme_id).eq(schemes::id))
        .select(diesel::dsl::min(others.field(scheme_versions::valid_from)))
        .single_value();
    scheme_versions::table
        .inner_join(schemes::table.on(schemes::id.eq(scheme_versions::scheme_id)))
        .filter(scheme_versions::id.eq_any(ids))
        .select((SchemeRow::as_select(), VersionRow::as_select(), since))
        .load(conn)
        .await
}

/// The version that is in force on a day.
pub async fn in_force(
    conn: &mut AsyncPgConnection,
    scheme: Uuid,
    day: NaiveDate,
) -> QueryResult<Option<VersionRow>> {
    VersionRow::query()
        .filter(scheme_versions::scheme_id.eq(scheme))
        .filter(scheme_versions::valid_from.le(day))
        .order((scheme_versions::valid_from.desc(), scheme_versions::number.desc()))
        .first(conn)
        .await
        .optional()
}

/// Writes a draft anew.
pub async fn edit(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    content: &Value,
    reason: Option<&str>,
    revision: i32,
) -> QueryResult<VersionRow> {
    diesel::update(scheme_versions::table.filter(scheme_versions::id.eq(id)))
        .set((
            scheme_versions::content.eq(content),
            scheme_versions::reason.eq(reason),
            scheme_versions::revision.eq(revision),
        ))
        .returning(VersionRow::as_returning())
        .get_result(conn)
        .await
}

/// Publishes a draft from a day on.
pub async fn publish(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    valid_from: NaiveDate,
    at: DateTime<Utc>,
    revision: i32,
) -> QueryResult<VersionRow> {
    diesel::update(scheme_versions::table.filter(scheme_versions::id.eq(id)))
        .set((
            scheme_versions::valid_from.eq(valid_from),
            scheme_versions::published_at.eq(at),
            scheme_versions::revision.eq(revision),
        ))
        .returning(VersionRow::as_returning())
        .get_result(conn)
        .await
}
