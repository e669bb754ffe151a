//! Queries of incidents. What a caller may see is a predicate of the database (row-level security),
//! never a list of ids.

use super::list::{Filter, Reach, Search};
use super::model::{Decided, FactsRow, IncidentRow};
use crate::db::keyset::{after, before};
use crate::db::limited::{limited, merged};
use crate::db::statement::statement;
use crate::schema::{incident_facts, incidents};
use bellbuoy_domain::reference::Reference;
use chrono::NaiveDate;
use diesel::dsl::{AsSelect, SqlTypeOf};
use diesel::internal::table_macro::{BoxedSelectStatement, FromClause};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types::{self, Date, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Place of a row in the public order: month, then id.
pub type Key = (NaiveDate, Uuid);

/// A reference, drawn at random.
pub fn draw_reference() -> String {
    Reference::from_random(rand::random()).as_str().to_owned()
}

/// Draws of a reference before giving up; with a million incidents one draw in a thousand is taken.
const DRAWS: usize = 8;

/// Enters incidents, in one statement unless a reference is taken and has to be drawn again. Their facts follow by
/// [`insert_facts`].
pub async fn insert(conn: &mut AsyncPgConnection, rows: &mut [(IncidentRow, FactsRow)]) -> QueryResult<()> {
    let mut waiting: BTreeSet<Uuid> = rows.iter().map(|(incident, _)| incident.id).collect();
    for _ in 0..DRAWS {
        let offered: Vec<_> = rows
            .iter()
            .map(|(incident, _)| incident)
            .filter(|incident| waiting.contains(&incident.id))
            .collect();
        let entered: Vec<Uuid> = diesel::insert_into(incidents::table)
            .values(offered)
            .on_conflict(incidents::reference)
            .do_nothing()
            .returning(incidents::id)
            .get_results(conn)
            .await?;
        for id in entered {
            waiting.remove(&id);
        }
        if waiting.is_empty() {
            break;
        }
        for (incident, _) in rows
            .iter_mut()
            .filter(|(incident, _)| waiting.contains(&incident.id))
        {
            incident.reference = draw_reference();
        }
    }
    if !waiting.is_empty() {
        return Err(diesel::result::Error::QueryBuilderError(
            "no reference is free".into(),
        ));
    }
    Ok(())
}

/// Enters the facts of incidents that are there, beside other statements if need be.
pub async fn insert_facts(
    mut conn: &AsyncPgConnection,
    rows: &[(IncidentRow, FactsRow)],
) -> QueryResult<usize> {
    let facts: Vec<_> = rows.iter().map(|(_, facts)| facts).collect();
    diesel::insert_into(incident_facts::table)
        .values(facts)
        .execute(&mut conn)
        .await
}

/// Finds an incident and its facts by id.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<(IncidentRow, FactsRow)>> {
    incidents::table
        .inner_join(incident_facts::table)
        .filter(incidents::id.eq(id))
        .select((IncidentRow::as_select(), FactsRow::as_select()))
        .first(conn)
        .await
        .optional()
}

/// Finds an incident and its facts by its reference.
pub async fn find_by_reference(
    conn: &mut AsyncPgConnection,
    reference: &str,
) -> QueryResult<Option<(IncidentRow, FactsRow)>> {
    incidents::table
        .inner_join(incident_facts::table)
        .filter(incidents::reference.eq(reference))
        .select((IncidentRow::as_select(), FactsRow::as_select()))
        .first(conn)
        .await
        .optional()
}

/// The id of an incident that the caller may see, by its reference.
pub async fn id_of(conn: &mut AsyncPgConnection, reference: &str) -> QueryResult<Option<Uuid>> {
    incidents::table
        .filter(incidents::reference.eq(reference))
        .select(incidents::id)
        .first(conn)
        .await
        .optional()
}

/// Locks an incident until the transaction ends, so that two people cannot decide at once.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<IncidentRow>> {
    IncidentRow::query()
        .filter(incidents::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes a decision.
pub async fn set_decided(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    decided: &Decided,
) -> QueryResult<IncidentRow> {
    diesel::update(incidents::table.filter(incidents::id.eq(id)))
        .set(decided)
        .returning(IncidentRow::as_returning())
        .get_result(conn)
        .await
}

/// The incident that `id` stands for in the end, following links of duplicates one step.
pub async fn exists(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(incidents::table.filter(incidents::id.eq(id))))
        .get_result(conn)
        .await
}

/// A filtered query.
pub type Boxed<'a> = incidents::BoxedQuery<'a, Pg>;

/// What a filter lets through.
pub fn filtered<'a>(filter: &'a Filter) -> Boxed<'a> {
    let mut query = incidents::table.into_boxed();
    macro_rules! any {
        ($($field:ident),*) => {$(
            if let Some(words) = &filter.$field {
                query = match words.as_slice() {
                    [word] => query.filter(incidents::$field.eq(*word)),
                    words => query.filter(incidents::$field.eq_any(words)),
                };
            }
        )*};
    }
    any!(status, track, series, kind, severity, verification, victim_type);
    macro_rules! none {
        ($($field:ident: $words:ident),*) => {$(
            if let Some(words) = &filter.$words {
                query = query.filter(incidents::$field.ne_all(words));
            }
        )*};
    }
    none!(
        status: status_ne,
        track: track_ne,
        series: series_ne,
        kind: kind_ne,
        severity: severity_ne,
        verification: verification_ne,
        victim_type: victim_type_ne
    );
    if let Some(words) = &filter.sea_region_ne {
        let elsewhere = incidents::sea_region.ne_all(words);
        query = query.filter(incidents::sea_region.is_null().or(elsewhere));
    }
    if let Some(words) = &filter.sea_region {
        query = query.filter(incidents::sea_region.eq_any(words));
    }
    if let Some(words) = &filter.system {
        query = query.filter(incidents::systems.overlaps_with(words));
    }
    if let Some(from) = filter.month_gte {
        query = query.filter(incidents::recorded_month.ge(from));
    }
    if let Some(to) = filter.month_lte {
        query = query.filter(incidents::recorded_month.le(to));
    }
    match &filter.search {
        Search::None => query,
        Search::Few(ids) => query.filter(incidents::id.eq_any(ids)),
        Search::Common(text) => query.filter(
            statement("search @@ websearch_to_tsquery('english', ")
                .bind::<Text, _>(text)
                .sql(")")
                .holds(),
        ),
    }
}

type Page<'a> =
    BoxedSelectStatement<'a, SqlTypeOf<AsSelect<IncidentRow, Pg>>, FromClause<incidents::table>, Pg>;

/// A page of incidents in the order of month and id, newest first unless `ascending`.
pub async fn list(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    from: Option<Key>,
    ascending: bool,
    limit: i64,
) -> QueryResult<Vec<IncidentRow>> {
    let page = |rows| page(rows, from, ascending);
    let mut rows: Vec<IncidentRow> = match filter.reach {
        Reach::All => limited(page(filtered(filter)), limit).load(conn).await?,
        Reach::Member(organisation) => {
            let parts = [
                page(own(filter, organisation)),
                page(public(filter, organisation)),
            ];
            merged(parts, limit, if ascending { OLDEST } else { NEWEST })
                .load(conn)
                .await?
        }
    };
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(rows)
}

/// The order of a list, in the names of what comes out of a query.
const NEWEST: &str = "recorded_month DESC, id DESC";
const OLDEST: &str = "recorded_month ASC, id ASC";

fn page(rows: Boxed<'_>, from: Option<Key>, ascending: bool) -> Page<'_> {
    let mut query = rows.select(IncidentRow::as_select());
    if let Some((month, id)) = from {
        let columns = (incidents::recorded_month, incidents::id);
        let values = (month.into_sql::<Date>(), id.into_sql::<sql_types::Uuid>());
        query = query.filter(if ascending {
            after(columns, values)
        } else {
            before(columns, values)
        });
    }
    if ascending {
        query.order((incidents::recorded_month.asc(), incidents::id.asc()))
    } else {
        query.order((incidents::recorded_month.desc(), incidents::id.desc()))
    }
}

/// The part of a filter that lies with the own organisation.
pub fn own(filter: &Filter, organisation: Option<Uuid>) -> Boxed<'_> {
    filtered(filter).filter(incidents::organisation_id.eq(organisation))
}

/// The publicly known part of a filter. Its word stands in the statement, since a partial index takes no parameter.
pub fn public(filter: &Filter, except: Option<Uuid>) -> Boxed<'_> {
    let known = filtered(filter).filter(statement("series = 'public_source'").holds());
    match except {
        Some(own) => known.filter(incidents::organisation_id.is_distinct_from(own)),
        // Whoever acts for nobody has no part of their own to leave out; most of these rows have no organisation.
        None => known,
    }
}

/// How many rows fit, counted no further than `most` + 1.
pub async fn count(conn: &mut AsyncPgConnection, filter: &Filter, most: i64) -> QueryResult<i64> {
    let found: Vec<Uuid> = match filter.reach {
        Reach::All => {
            filtered(filter)
                .select(incidents::id)
                .limit(most + 1)
                .load(conn)
                .await?
        }
        Reach::Member(organisation) => {
            let own = own(filter, organisation).select(incidents::id).limit(most + 1);
            let public = public(filter, organisation).select(incidents::id).limit(most + 1);
            own.union_all(public).load(conn).await?
        }
    };
    Ok(i64::try_from(found.len()).unwrap_or(i64::MAX))
}
