//! A page among what fits, looked up in the index.

use super::super::model::EntryRow;
use super::super::register::Filter;
use super::conditions::{fitting, from, order};
use super::{COLUMNS, FEW, Wanted, limit, size};
use crate::db::statement::statement;
use diesel::prelude::*;
use diesel::sql_types::BigInt;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

/// One more than [`FEW`].
const FEW_AND_ONE: &str = " LIMIT 2001";

/// A page by name among what fits, in one statement; none when too much fits for that.
pub async fn few(
    conn: &mut AsyncPgConnection,
    way: &'static str,
    filter: &Filter,
    wanted: &Wanted,
) -> QueryResult<Option<Vec<EntryRow>>> {
    #[derive(QueryableByName)]
    struct Hit {
        #[diesel(sql_type = BigInt)]
        hits: i64,
        #[diesel(embed)]
        row: EntryRow,
    }
    let hits = statement(way)
        .sql("WITH hits AS MATERIALIZED (SELECT e.consultant_id, e.name FROM register_entries e WHERE ");
    let page = fitting(hits, way, filter, wanted.today)
        .sql(FEW_AND_ONE)
        .sql("), page AS MATERIALIZED (SELECT e.consultant_id FROM hits e WHERE true");
    let found: Vec<Hit> = from(page, wanted)
        .sql(order(wanted.back))
        .sql(limit(wanted.limit))
        .sql(") SELECT (SELECT count(*) FROM hits) AS hits, ")
        .sql(COLUMNS)
        .sql(" FROM page JOIN register_entries e USING (consultant_id)")
        .sql(order(wanted.back))
        .sql(limit(wanted.limit))
        .load(conn)
        .await?;
    let many = found.iter().any(|hit| hit.hits > FEW);
    let rows = found.into_iter().map(|hit| hit.row);
    Ok((!many).then(|| rows.take(size(wanted)).collect()))
}
