//! What changed since: the list as mirrors read it.

use super::list::{Filter, IncidentQuery, Reach};
use super::model::IncidentRow;
use super::search::searched;
use super::store::{filtered, own, public};
use super::wire::IncidentSummary;
use crate::app::App;
use crate::auth::SignedIn;
use crate::db::Db;
use crate::http::page::{Asked, Page};
use crate::http::{AppError, Fault, codes, position};
use crate::schema::{incident_changes, incidents};
use actix_web::{HttpRequest, HttpResponse};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use std::collections::HashMap;
use uuid::Uuid;

/// The page after a position in the order of changes.
pub async fn page(
    by: &SignedIn,
    request: &HttpRequest,
    app: &App,
    db: &Db,
    query: &IncidentQuery,
    since: &str,
) -> Result<HttpResponse, AppError> {
    let fault = |name: &str, detail: &str| {
        AppError::Query(
            &codes::BAD_PARAMETER,
            vec![Fault::new(name, codes::BAD_PARAMETER.word, detail)],
        )
    };
    if query.sort.is_some() || query.with_total.is_some() {
        return Err(fault(
            "?updated_since",
            "changes come in their own order and are not counted: leave `sort` and `with_total` out",
        ));
    }
    let asked = Asked::<String>::read(request, query.limit, query.cursor.as_deref())?;
    let from = asked.cursor.as_ref().map_or(since, |cursor| &cursor.key);
    let secret = &app.keys.secret;
    let number = position::open(secret, from).ok_or_else(|| {
        fault(
            "?updated_since",
            "`updated_since` is `0` for all, or the `position` of an answer before",
        )
    })?;
    let mut conn = db.as_caller(by.caller()).await?;
    let filter = searched(app, &mut conn, by.caller(), query, None).await?;
    let rows = changed(&mut conn, &filter, number, asked.probe()).await?;
    let last = rows
        .iter()
        .take(asked.limit.into())
        .next_back()
        .map(|(_, number)| *number);
    let mut page = Page::build(
        request,
        &asked,
        rows,
        |(_, number)| position::seal(secret, *number),
        |(row, _)| IncidentSummary::from(row),
    );
    page.prev = None;
    page.position = Some(last.map_or_else(|| from.to_owned(), |number| position::seal(secret, number)));
    Ok(HttpResponse::Ok().json(page))
}

/// Incidents that changed after `since`, in the order of their changes, each with the number of its last one.
async fn changed(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    since: i64,
    limit: i64,
) -> QueryResult<Vec<(IncidentRow, i64)>> {
    use incident_changes as c;
    let base = incident_changes::table
        .filter(c::number.gt(since))
        .order(c::number.asc())
        .limit(limit)
        .select((c::incident_id, c::number.assume_not_null()));
    let numbers: Vec<(Uuid, i64)> = match filter.reach {
        Reach::All => {
            base.filter(c::incident_id.eq_any(filtered(filter).select(incidents::id)))
                .load(conn)
                .await?
        }
        Reach::Member(organisation) => {
            let own = c::incident_id.eq_any(own(filter, organisation).select(incidents::id));
            let public = c::incident_id.eq_any(public(filter, organisation).select(incidents::id));
            base.filter(own.or(public)).load(conn).await?
        }
    };
    let wanted = numbers.iter().map(|(id, _)| *id);
    let rows: Vec<IncidentRow> = IncidentRow::query()
        .filter(incidents::id.eq_any(wanted))
        .load(conn)
        .await?;
    let mut rows: HashMap<Uuid, IncidentRow> = rows.into_iter().map(|row| (row.id, row)).collect();
    Ok(numbers
        .into_iter()
        .filter_map(|(id, number)| Some((rows.remove(&id)?, number)))
        .collect())
}
