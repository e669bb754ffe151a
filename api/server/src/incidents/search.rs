//! How words are looked for: by the text index, or along the list where a word is common.

use super::list::{Filter, IncidentQuery, Reach, Search};
use super::words::{self, Part};
use crate::app::App;
use crate::db::Caller;
use crate::http::{AppError, Fault, codes};
use diesel_async::AsyncPgConnection;

/// Above this many hits a word is common in any register, and the list is walked instead.
const COMMON: i64 = 20_000;
/// Reads the filter and looks its words up. With `part`, the words of a bare search are looked up for that part of
/// the list only.
pub async fn searched(
    app: &App,
    conn: &mut AsyncPgConnection,
    caller: Caller,
    query: &IncidentQuery,
    part: Option<Part>,
) -> Result<Filter, AppError> {
    let mut filter = query.filter()?;
    filter.reach = Reach::of(caller);
    if let Some(text) = query.text() {
        let part = part.filter(|_| filter.is_bare());
        filter.search = search(app, conn, text, part).await?;
    }
    Ok(filter)
}

/// How a text is best looked for.
pub async fn search(
    app: &App,
    conn: &mut AsyncPgConnection,
    text: &str,
    part: Option<Part>,
) -> Result<Search, AppError> {
    if app.common.knows(text) {
        return Ok(Search::Common(text.to_owned()));
    }
    match words::look_up(conn, text, COMMON, part).await? {
        Some(ids) if ids.is_empty() && words::says_nothing(conn, text).await? => {
            let why =
                "`q` has no word to look for: words such as `the` and `of` stand in every text; add another";
            let fault = Fault::new("?q", codes::BAD_PARAMETER.word, why);
            Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]))
        }
        Some(ids) => Ok(Search::Few(ids)),
        None => {
            app.common.note(text);
            Ok(Search::Common(text.to_owned()))
        }
    }
}
