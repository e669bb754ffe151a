//! Pages of the register.
//!
//! What fits is looked up in the index first, up to a limit: few are fetched and sorted. Above it so many fit that
//! walking the register in its order finds a page soon. A planner that has to guess which of the two it is would be
//! wrong for words that are rare, or rare together.

use super::model::EntryRow;
use super::register::{Filter, Near};
use crate::db::statement::{Statement, statement};
use crate::schema::register_entries;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{self, Array, BigInt, Date, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// How many are fetched and sorted at most.
const FEW: i64 = 2_000;
/// In how many ports at once a walk by distance looks, from the nearest on.
const STEPS: [usize; 4] = [8, 32, 128, 512];

/// Place in the order: how far, the name, the id. How far is 0 where it does not matter.
pub type Key = (i32, String, Uuid);

/// A row and how far it is, in tenths of a nautical mile.
pub type Found = (EntryRow, i32);

/// What a page is read by.
#[derive(Debug, Clone)]
pub struct Wanted {
    pub from: Option<Key>,
    pub back: bool,
    pub limit: i64,
    pub today: NaiveDate,
}

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = sql_types::Uuid)]
    consultant_id: Uuid,
}

/// A page of the register, by distance if a port was given, then by name.
pub async fn list(conn: &mut AsyncPgConnection, filter: &Filter, wanted: &Wanted) -> QueryResult<Vec<Found>> {
    let bare = filter.marks.is_empty() && filter.text.is_none() && filter.near.is_none();
    let few = if bare {
        None
    } else {
        let ids = ids(conn, filter, wanted.today, FEW + 1).await?;
        Some(ids).filter(|ids| i64::try_from(ids.len()).is_ok_and(|found| found <= FEW))
    };
    match (&filter.near, few) {
        (near, Some(ids)) => {
            let rows: Vec<EntryRow> = statement(COLUMNS)
                .sql(" FROM register_entries e WHERE e.consultant_id = ANY(")
                .bind::<Array<sql_types::Uuid>, _>(ids)
                .sql(")")
                .load(conn)
                .await?;
            Ok(sorted(rows, near.as_deref().unwrap_or_default(), wanted))
        }
        (None, None) => {
            let rows = by_name(conn, filter, wanted).await?;
            Ok(rows.into_iter().map(|row| (row, 0)).collect())
        }
        (Some(near), None) => by_distance(conn, filter, near, wanted).await,
    }
}

/// How many fit, counted up to `most` and one.
pub async fn count(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    today: NaiveDate,
    most: i64,
) -> QueryResult<i64> {
    let ids = ids(conn, filter, today, most + 1).await?;
    Ok(i64::try_from(ids.len()).unwrap_or(i64::MAX))
}

/// How many can be found.
pub async fn count_all(conn: &mut AsyncPgConnection, today: NaiveDate) -> QueryResult<i64> {
    register_entries::table
        .filter(register_entries::valid_to.ge(today))
        .count()
        .get_result(conn)
        .await
}

const COLUMNS: &str =
    "SELECT e.consultant_id, e.name, e.base::text, e.country::text, e.shown, e.available_from";

async fn ids(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    today: NaiveDate,
    most: i64,
) -> QueryResult<Vec<Uuid>> {
    let mut query = statement("SELECT e.consultant_id FROM register_entries e WHERE ");
    query = fitting(query, filter, today);
    if let Some(near) = &filter.near {
        let bases: Vec<&str> = near.iter().map(|(port, _)| port.unlocode.as_str()).collect();
        query = query
            .sql(" AND e.base = ANY(")
            .bind::<Array<Text>, _>(bases)
            .sql("::bpchar[])");
    }
    let found: Vec<Id> = query.sql(" LIMIT ").bind::<BigInt, _>(most).load(conn).await?;
    Ok(found.into_iter().map(|row| row.consultant_id).collect())
}

/// The conditions of a filter, but for the distance.
fn fitting<'a>(mut query: Statement<'a>, filter: &'a Filter, today: NaiveDate) -> Statement<'a> {
    query = query.sql("e.valid_to >= ").bind::<Date, _>(today);
    for marks in &filter.marks {
        query = query.sql(" AND e.marks && ").bind::<Array<Text>, _>(marks);
    }
    if let Some(text) = &filter.text {
        query = query
            .sql(" AND e.words @@ to_tsquery('simple', ")
            .bind::<Text, _>(text)
            .sql(")");
    }
    if let Some(day) = filter.available_on {
        query = query.sql(" AND e.available_from <= ").bind::<Date, _>(day);
    }
    query
}

/// Goes on from the place of another page, among rows that are sorted by name.
fn from<'a>(query: Statement<'a>, wanted: &Wanted) -> Statement<'a> {
    let Some((_, name, id)) = wanted.from.clone() else {
        return query;
    };
    query
        .sql(" AND (e.name, e.consultant_id)")
        .sql(if wanted.back { " < (" } else { " > (" })
        .bind::<Text, _>(name)
        .sql(", ")
        .bind::<sql_types::Uuid, _>(id)
        .sql(")")
}

const fn order(back: bool) -> &'static str {
    if back {
        " ORDER BY e.name DESC, e.consultant_id DESC LIMIT "
    } else {
        " ORDER BY e.name, e.consultant_id LIMIT "
    }
}

async fn by_name(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    wanted: &Wanted,
) -> QueryResult<Vec<EntryRow>> {
    let query = fitting(
        statement(COLUMNS).sql(" FROM register_entries e WHERE "),
        filter,
        wanted.today,
    );
    from(query, wanted)
        .sql(order(wanted.back))
        .bind::<BigInt, _>(wanted.limit)
        .load(conn)
        .await
}

/// Few rows, in their order.
fn sorted(rows: Vec<EntryRow>, near: &[Near], wanted: &Wanted) -> Vec<Found> {
    let far = |base: &str| {
        let found = near.iter().find(|(port, _)| port.unlocode == base);
        found.map_or(0, |(_, far)| *far)
    };
    let mut rows: Vec<Found> = rows
        .into_iter()
        .map(|row| {
            let far = far(&row.base);
            (row, far)
        })
        .filter(|found| {
            wanted.from.as_ref().is_none_or(|start| {
                let key = key(found);
                if wanted.back { key < *start } else { key > *start }
            })
        })
        .collect();
    rows.sort_by_cached_key(key);
    if wanted.back {
        rows.reverse();
    }
    rows.truncate(usize::try_from(wanted.limit).unwrap_or(usize::MAX));
    rows
}

/// The place of a row.
pub fn key((row, far): &Found) -> Key {
    (*far, row.name.clone(), row.consultant_id)
}

/// Many rows, from the nearest ports on.
async fn by_distance(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    near: &[Near],
    wanted: &Wanted,
) -> QueryResult<Vec<Found>> {
    let start = wanted.from.as_ref().map(|(far, ..)| *far);
    let mut rest: Vec<Near> = near
        .iter()
        .copied()
        .filter(|(_, far)| start.is_none_or(|start| if wanted.back { *far <= start } else { *far >= start }))
        .collect();
    if wanted.back {
        rest.reverse();
    }
    let limit = usize::try_from(wanted.limit).unwrap_or(usize::MAX);
    let mut found = Vec::new();
    for step in STEPS.into_iter().chain([usize::MAX]) {
        if rest.is_empty() || found.len() >= limit {
            break;
        }
        let later = rest.split_off(together(&rest, step));
        let rows = at_ports(conn, filter, &rest, wanted).await?;
        found.extend(sorted(rows, &rest, wanted));
        rest = later;
    }
    found.truncate(limit);
    Ok(found)
}

/// About `step` ports. Those that are equally far stay together, because their people are sorted by name together.
fn together(ports: &[Near], step: usize) -> usize {
    let cut = step.min(ports.len());
    let last = cut
        .checked_sub(1)
        .and_then(|last| ports.get(last))
        .map(|port| port.1);
    let same = ports.iter().skip(cut).take_while(|port| Some(port.1) == last);
    cut + same.count()
}

/// The first rows of each port. Those of the port where the page before ended are cut in memory.
async fn at_ports(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    near: &[Near],
    wanted: &Wanted,
) -> QueryResult<Vec<EntryRow>> {
    let start = wanted.from.as_ref().map_or(-1, |(far, ..)| *far);
    let bases: Vec<&str> = near.iter().map(|(port, _)| port.unlocode.as_str()).collect();
    let begun: Vec<bool> = near.iter().map(|(_, far)| *far == start).collect();
    let query = statement("SELECT found.* FROM unnest(")
        .bind::<Array<Text>, _>(bases)
        .sql("::bpchar[], ")
        .bind::<Array<sql_types::Bool>, _>(begun)
        .sql(") AS near(base, begun) CROSS JOIN LATERAL (")
        .sql(COLUMNS)
        .sql(" FROM register_entries e WHERE e.base = near.base AND ");
    let mut query = fitting(query, filter, wanted.today);
    if let Some((_, name, id)) = wanted.from.clone() {
        query = query
            .sql(" AND (NOT near.begun OR (e.name, e.consultant_id)")
            .sql(if wanted.back { " < (" } else { " > (" })
            .bind::<Text, _>(name)
            .sql(", ")
            .bind::<sql_types::Uuid, _>(id)
            .sql("))");
    }
    query
        .sql(order(wanted.back))
        .bind::<BigInt, _>(wanted.limit)
        .sql(") found")
        .load(conn)
        .await
}

#[cfg(test)]
mod tests {
    use super::*;
    use bellbuoy_domain::place::ports;

    #[test]
    fn ports_that_are_equally_far_are_read_together() {
        let near: Vec<Near> = [1, 2, 2, 2, 3]
            .into_iter()
            .zip(ports())
            .map(|(far, port)| (port, far))
            .collect();
        let cuts: Vec<usize> = (1..6).map(|step| together(&near, step)).collect();
        assert_eq!(cuts, [1, 4, 4, 4, 5]);
    }
}
