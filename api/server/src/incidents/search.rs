//! How words are looked for: by the text index, or along the list where a word is common.

use super::list::{Filter, IncidentQuery, Reach, Search};
use super::store;
use crate::db::Caller;
use crate::http::AppError;
use diesel_async::AsyncPgConnection;

/// Above this many hits a word is common in any register, and the list is walked instead.
const COMMON: i64 = 20_000;

/// Reads the filter and looks its words up.
pub async fn searched(
    conn: &mut AsyncPgConnection,
    caller: Caller,
    query: &IncidentQuery,
) -> Result<Filter, AppError> {
    let mut filter = query.filter()?;
    filter.reach = Reach::of(caller);
    if let Some(text) = query.text() {
        filter.search = search(conn, text).await?;
    }
    Ok(filter)
}

/// How a text is best looked for.
pub async fn search(conn: &mut AsyncPgConnection, text: &str) -> Result<Search, AppError> {
    let hits = store::search(conn, text, COMMON).await?;
    Ok(hits.map_or_else(|| Search::Common(text.to_owned()), Search::Few))
}
