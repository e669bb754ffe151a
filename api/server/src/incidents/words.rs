//! The query that looks words up.

use super::store::Key;
use crate::db::statement::statement;
use diesel::prelude::*;
use diesel::sql_types::{self, Array, BigInt, Bool, Date, Nullable, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// A part of the list: `limit` rows from a place on, newest first unless `ascending`.
#[derive(Debug, Clone, Copy)]
pub struct Part {
    pub from: Option<Key>,
    pub ascending: bool,
    pub limit: i64,
}

/// Ids of the rows that match a text, all or those of a part of the list; none at all when the word is common, which it
/// is above `most` hits at the latest: then walking the list finds a page at once, while fetching all hits would not.
pub async fn look_up(
    conn: &mut AsyncPgConnection,
    text: &str,
    most: i64,
    part: Option<Part>,
) -> QueryResult<Option<Vec<Uuid>>> {
    #[derive(QueryableByName)]
    struct Hits {
        #[diesel(sql_type = Nullable<Array<sql_types::Uuid>>)]
        ids: Option<Vec<Uuid>>,
    }
    let from = part.and_then(|part| part.from);
    let hits: Hits = statement("SELECT incidents_with_words(")
        .bind::<Text, _>(text)
        .sql(", ")
        .bind::<BigInt, _>(most)
        .sql(", ")
        .bind::<Nullable<BigInt>, _>(part.map(|part| part.limit))
        .sql(", ")
        .bind::<Nullable<Date>, _>(from.map(|(month, _)| month))
        .sql(", ")
        .bind::<Nullable<sql_types::Uuid>, _>(from.map(|(_, id)| id))
        .sql(", ")
        .bind::<Bool, _>(part.is_some_and(|part| part.ascending))
        .sql(") AS ids")
        .get_result(conn)
        .await?;
    Ok(hits.ids)
}

/// Whether a text has no word that could be found: only such as "the" and "of", or none at all.
pub async fn says_nothing(conn: &mut AsyncPgConnection, text: &str) -> QueryResult<bool> {
    #[derive(QueryableByName)]
    struct Empty {
        #[diesel(sql_type = Bool)]
        empty: bool,
    }
    let found: Empty = statement("SELECT numnode(websearch_to_tsquery('english', ")
        .bind::<Text, _>(text)
        .sql(")) = 0 AS empty")
        .get_result(conn)
        .await?;
    Ok(found.empty)
}
