//! Queries of figures and releases.

use super::fold::SPREAD;
use super::model::{NewRelease, ReleaseRow};
use crate::db::statement::statement;
use crate::schema::statistics_releases;
use bellbuoy_domain::incident::Series;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{BigInt, Date, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// One cell: cells and what waits to be folded, together.
#[derive(Debug, Clone, QueryableByName)]
pub struct CellRow {
    #[diesel(sql_type = Text)]
    pub dimension: String,
    #[diesel(sql_type = Text)]
    pub period: String,
    #[diesel(sql_type = Date)]
    pub starts: NaiveDate,
    #[diesel(sql_type = Text)]
    pub word: String,
    #[diesel(sql_type = BigInt)]
    pub incidents: i64,
    /// A lower bound while changes wait to be folded.
    #[diesel(sql_type = BigInt)]
    pub parties: i64,
}

/// What the figures of a series are made of: the version of its cells, and how many changes wait to be folded.
/// A fold makes a new version and a change adds to the number, so equal standings mean equal figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, QueryableByName)]
pub struct Standing {
    #[diesel(sql_type = BigInt)]
    pub version: i64,
    #[diesel(sql_type = BigInt)]
    pub waiting: i64,
}

/// The version of a series.
pub async fn standing(conn: &mut AsyncPgConnection, series: Series) -> QueryResult<Standing> {
    statement("SELECT coalesce((SELECT version FROM statistics_versions WHERE series = ")
        .bind::<Text, _>(series.as_str())
        .sql("), 0) AS version, (SELECT count(*) FROM statistics_changes WHERE series = ")
        .bind::<Text, _>(series.as_str())
        .sql(") AS waiting")
        .get_result(conn)
        .await
}

/// All cells of a series, with what waits to be folded: exact right after a write.
pub async fn cells(conn: &mut AsyncPgConnection, series: Series) -> QueryResult<Vec<CellRow>> {
    sql_query(format!(
        "SELECT dimension, period, starts, word, sum(incidents)::bigint AS incidents, sum(parties)::bigint AS parties FROM (
            SELECT dimension, period, starts, word, incidents, parties FROM statistics_cells WHERE series = $1
            UNION ALL
            SELECT d.dimension, p.period, p.starts, d.word, t.sign, 0 FROM statistics_changes t {SPREAD} WHERE t.series = $1
        ) c GROUP BY dimension, period, starts, word HAVING sum(incidents) <> 0 ORDER BY dimension, period, starts, word"
    ))
    .bind::<Text, _>(series.as_str())
    .load(conn)
    .await
}

/// Enters a release.
pub async fn insert_release(conn: &mut AsyncPgConnection, release: &NewRelease) -> QueryResult<ReleaseRow> {
    diesel::insert_into(statistics_releases::table)
        .values(release)
        .returning(ReleaseRow::as_returning())
        .get_result(conn)
        .await
}

/// The newest release.
pub async fn latest(conn: &mut AsyncPgConnection) -> QueryResult<Option<ReleaseRow>> {
    ReleaseRow::query()
        .order((
            statistics_releases::published_at.desc(),
            statistics_releases::id.desc(),
        ))
        .first(conn)
        .await
        .optional()
}

/// When the newest release was published.
pub async fn latest_at(conn: &mut AsyncPgConnection) -> QueryResult<Option<DateTime<Utc>>> {
    statistics_releases::table
        .select(diesel::dsl::max(statistics_releases::published_at))
        .first(conn)
        .await
}

/// Finds a release.
pub async fn find_release(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<ReleaseRow>> {
    ReleaseRow::query()
        .filter(statistics_releases::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// A page of releases without their tables, newest first.
pub async fn list_releases(
    conn: &mut AsyncPgConnection,
    from: Option<(DateTime<Utc>, Uuid)>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<super::model::ReleaseHead>> {
    use crate::db::keyset::{after, before};
    use statistics_releases::{id, published_at};
    let mut query = super::model::ReleaseHead::query().limit(limit).into_boxed();
    if let Some((instant, key)) = from {
        let values = (
            instant.into_sql::<diesel::sql_types::Timestamptz>(),
            key.into_sql::<diesel::sql_types::Uuid>(),
        );
        query = query.filter(if back {
            after((published_at, id), values)
        } else {
            before((published_at, id), values)
        });
    }
    query = if back {
        query.order((published_at.asc(), id.asc()))
    } else {
        query.order((published_at.desc(), id.desc()))
    };
    query.load(conn).await
}
