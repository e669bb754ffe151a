//! Pages of the register.
//!
//! What fits is looked up in the index first, up to a limit: few are fetched and sorted. Above it so many fit that
//! walking the register in its order finds a page soon. A planner that has to guess which of the two it is would be
//! wrong for words that are rare, or rare together.

mod conditions;
mod few;
mod near;

use self::conditions::{fitting, from, order, within};
use self::few::few;
use self::near::by_distance;
use super::model::EntryRow;
use super::register::Filter;
use crate::db::common::Common;
use crate::db::statement::statement;
use crate::db::{Caller, Db};
use crate::http::AppError;
use crate::schema::register_entries;
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_types::{self, Array, BigInt, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use std::collections::HashMap;
use uuid::Uuid;

/// How many are fetched and sorted at most.
const FEW: i64 = 2_000;

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
///
/// # Errors
/// When the database refuses.
pub async fn page(
    db: &Db,
    caller: Caller,
    common: &Common,
    filter: &Filter,
    wanted: &Wanted,
) -> Result<Vec<Found>, AppError> {
    let search = format!("{filter:?}");
    if let Some(reach) = &filter.near {
        if !common.knows(&search) {
            // Which index serves best depends on how many ports are within reach.
            let mut conn = db.as_caller(caller).await?;
            if let Some(rows) = among_few(&mut conn, filter, wanted).await? {
                return Ok(rows);
            }
            common.note(&search);
        }
        let mut conn = db.for_page(caller).await?;
        return Ok(by_distance(&mut conn, WALKED, filter, &reach.ports, wanted).await?);
    }
    let found = |rows: Vec<EntryRow>| rows.into_iter().map(|row| (row, 0)).collect();
    if !filter.is_bare() && !common.knows(&search) {
        let mut conn = db.for_few(caller).await?;
        if let Some(rows) = few(&mut conn, GATHERED, filter, wanted).await? {
            return Ok(found(rows));
        }
        common.note(&search);
    }
    let mut conn = db.for_page(caller).await?;
    Ok(found(by_name(&mut conn, WALKED, filter, wanted).await?))
}

/// The same on a connection whose statements are planned for their values, as for files.
pub async fn list(
    conn: &mut AsyncPgConnection,
    common: &Common,
    filter: &Filter,
    wanted: &Wanted,
) -> QueryResult<Vec<Found>> {
    let search = format!("{filter:?}");
    if !filter.is_bare() && !common.knows(&search) {
        match among_few(conn, filter, wanted).await? {
            Some(rows) => return Ok(rows),
            None => common.note(&search),
        }
    }
    if let Some(reach) = &filter.near {
        return by_distance(conn, PLAIN, filter, &reach.ports, wanted).await;
    }
    let rows = by_name(conn, PLAIN, filter, wanted).await?;
    Ok(rows.into_iter().map(|row| (row, 0)).collect())
}

/// How statements begin: each way of planning has a text of its own, because the plan of a text stays with a connection.
const PLAIN: &str = "";
const GATHERED: &str = "/* gathered */ ";
const WALKED: &str = "/* walked */ ";

/// A page when few fit; none when walking the register finds it sooner.
async fn among_few(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    wanted: &Wanted,
) -> QueryResult<Option<Vec<Found>>> {
    let Some(reach) = &filter.near else {
        let rows = few(conn, PLAIN, filter, wanted).await?;
        return Ok(rows.map(|rows| rows.into_iter().map(|row| (row, 0)).collect()));
    };
    let places = places(conn, filter, wanted.today, FEW + 1).await?;
    if !is_few(places.len()) {
        return Ok(None);
    }
    let far: HashMap<&str, i32> = reach
        .ports
        .iter()
        .map(|(port, far)| (&*port.unlocode, *far))
        .collect();
    let keys = places.into_iter().map(|place| {
        let far = far.get(&*place.base).copied().unwrap_or(0);
        (far, place.name, place.consultant_id)
    });
    fetched(conn, sorted(keys.collect(), wanted)).await.map(Some)
}

fn is_few(found: usize) -> bool {
    i64::try_from(found).is_ok_and(|found| found <= FEW)
}

fn size(wanted: &Wanted) -> usize {
    usize::try_from(wanted.limit).unwrap_or(usize::MAX)
}

/// The end of a statement that reads so many rows or some more: in the text, so that it is planned once.
const fn limit(rows: i64) -> &'static str {
    match rows {
        ..=26 => " LIMIT 26",
        27..=51 => " LIMIT 51",
        52..=101 => " LIMIT 101",
        _ => " LIMIT 501",
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
    let count: Count = within(fitting(query, PLAIN, filter, today), filter)
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
    "e.consultant_id, e.name, e.base::text, e.country::text, e.shown::text, e.available_from";

async fn places(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    today: NaiveDate,
    most: i64,
) -> QueryResult<Vec<Place>> {
    let query = statement("SELECT e.consultant_id, e.name, e.base::text FROM register_entries e WHERE ");
    within(fitting(query, PLAIN, filter, today), filter)
        .sql(" LIMIT ")
        .bind::<BigInt, _>(most)
        .load(conn)
        .await
}

/// The rows of a page, in the order of their keys.
async fn fetched(conn: &mut AsyncPgConnection, keys: Vec<Key>) -> QueryResult<Vec<Found>> {
    let ids: Vec<Uuid> = keys.iter().map(|(.., id)| *id).collect();
    let rows: Vec<EntryRow> = statement("SELECT ")
        .sql(COLUMNS)
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

async fn by_name(
    conn: &mut AsyncPgConnection,
    way: &'static str,
    filter: &Filter,
    wanted: &Wanted,
) -> QueryResult<Vec<EntryRow>> {
    let query = fitting(
        statement(way)
            .sql("SELECT ")
            .sql(COLUMNS)
            .sql(" FROM register_entries e WHERE "),
        way,
        filter,
        wanted.today,
    );
    let mut rows: Vec<EntryRow> = from(query, wanted)
        .sql(order(wanted.back))
        .sql(limit(wanted.limit))
        .load(conn)
        .await?;
    rows.truncate(size(wanted));
    Ok(rows)
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
    keys.truncate(size(wanted));
    keys
}

/// The place of a row.
pub fn key((row, far): &Found) -> Key {
    (*far, row.name.clone(), row.consultant_id)
}
