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
use std::collections::HashMap;
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

/// What a row is sorted by.
#[derive(QueryableByName)]
struct Place {
    #[diesel(sql_type = sql_types::Uuid)]
    consultant_id: Uuid,
    #[diesel(sql_type = Text)]
    name: String,
    #[diesel(sql_type = Text)]
    base: String,
}

/// A page of the register, by distance if a port was given, then by name.
pub async fn list(conn: &mut AsyncPgConnection, filter: &Filter, wanted: &Wanted) -> QueryResult<Vec<Found>> {
    let bare = filter.marks.is_empty() && filter.text.is_none() && filter.near.is_none();
    let few = if bare {
        None
    } else {
        let places = places(conn, filter, wanted.today, FEW + 1).await?;
        Some(places).filter(|places| i64::try_from(places.len()).is_ok_and(|found| found <= FEW))
    };
    match (&filter.near, few) {
        (near, Some(places)) => {
            let keys = places.into_iter().map(|place| {
                let far = distance(near.as_deref().unwrap_or_default(), &place.base);
                (far, place.name, place.consultant_id)
            });
            fetched(conn, sorted(keys.collect(), wanted)).await
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
    #[derive(QueryableByName)]
    struct Count {
        #[diesel(sql_type = BigInt)]
        n: i64,
    }
    let query = statement("SELECT count(*) AS n FROM (SELECT FROM register_entries e WHERE ");
    let count: Count = within(fitting(query, filter, today), filter)
        .sql(" LIMIT ")
        .bind::<BigInt, _>(most + 1)
        .sql(") fitting")
        .get_result(conn)
        .await?;
    Ok(count.n)
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

async fn places(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    today: NaiveDate,
    most: i64,
) -> QueryResult<Vec<Place>> {
    let query = statement("SELECT e.consultant_id, e.name, e.base::text FROM register_entries e WHERE ");
    within(fitting(query, filter, today), filter)
        .sql(" LIMIT ")
        .bind::<BigInt, _>(most)
        .load(conn)
        .await
}

/// The rows of a page, in the order of their keys.
async fn fetched(conn: &mut AsyncPgConnection, keys: Vec<Key>) -> QueryResult<Vec<Found>> {
    let ids: Vec<Uuid> = keys.iter().map(|(.., id)| *id).collect();
    let rows: Vec<EntryRow> = statement(COLUMNS)
        .sql(" FROM register_entries e WHERE e.consultant_id = ANY(")
        .bind::<Array<sql_types::Uuid>, _>(ids)
        .sql(")")
        .load(conn)
        .await?;
    let mut rows: HashMap<Uuid, EntryRow> = rows.into_iter().map(|row| (row.consultant_id, row)).collect();
    let found = keys
        .into_iter()
        .filter_map(|(far, _, id)| Some((rows.remove(&id)?, far)));
    Ok(found.collect())
}

/// How far a base is, in tenths of a nautical mile; 0 where it does not matter.
fn distance(near: &[Near], base: &str) -> i32 {
    let found = near.iter().find(|(port, _)| port.unlocode == base);
    found.map_or(0, |(_, far)| *far)
}

/// Of what fits, what is within reach.
fn within<'a>(query: Statement<'a>, filter: &Filter) -> Statement<'a> {
    let Some(near) = &filter.near else {
        return query;
    };
    let bases: Vec<&str> = near.iter().map(|(port, _)| port.unlocode.as_str()).collect();
    query
        .sql(" AND e.base = ANY(")
        .bind::<Array<Text>, _>(bases)
        .sql("::bpchar[])")
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

/// The keys of a page among a few.
fn sorted(mut keys: Vec<Key>, wanted: &Wanted) -> Vec<Key> {
    keys.retain(|key| {
        wanted
            .from
            .as_ref()
            .is_none_or(|start| if wanted.back { key < start } else { key > start })
    });
    keys.sort_unstable();
    if wanted.back {
        keys.reverse();
    }
    keys.truncate(usize::try_from(wanted.limit).unwrap_or(usize::MAX));
    keys
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
        let mut rows: Vec<Found> = at_ports(conn, filter, &rest, wanted)
            .await?
            .into_iter()
            .map(|row| {
                let far = distance(&rest, &row.base);
                (row, far)
            })
            .collect();
        rows.sort_by_cached_key(key);
        if wanted.back {
            rows.reverse();
        }
        found.extend(rows);
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
