//! The register walked from a port outwards.

use super::super::model::EntryRow;
use super::super::register::{Filter, Near};
use super::conditions::{fitting, order};
use super::{COLUMNS, Found, Wanted, key};
use crate::db::statement::statement;
use diesel::QueryResult;
use diesel::sql_types::{self, Array, BigInt, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};

/// In how many ports at once a walk by distance looks, from the nearest on.
const STEPS: [usize; 4] = [8, 32, 128, 512];

/// How far a base is, in tenths of a nautical mile.
fn distance(near: &[Near], base: &str) -> i32 {
    let found = near.iter().find(|(port, _)| port.unlocode == base);
    found.map_or(0, |(_, far)| *far)
}

/// Many rows, from the nearest ports on.
pub async fn by_distance(
    conn: &mut AsyncPgConnection,
    way: &'static str,
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
        let mut rows: Vec<Found> = at_ports(conn, way, filter, &rest, wanted)
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
    way: &'static str,
    filter: &Filter,
    near: &[Near],
    wanted: &Wanted,
) -> QueryResult<Vec<EntryRow>> {
    let start = wanted.from.as_ref().map_or(-1, |(far, ..)| *far);
    let bases: Vec<&str> = near.iter().map(|(port, _)| port.unlocode.as_str()).collect();
    let begun: Vec<bool> = near.iter().map(|(_, far)| *far == start).collect();
    let query = statement(way)
        .sql("SELECT found.* FROM unnest(")
        .bind::<Array<Text>, _>(bases)
        .sql("::bpchar[], ")
        .bind::<Array<sql_types::Bool>, _>(begun)
        .sql(") AS near(base, begun) CROSS JOIN LATERAL (SELECT ")
        .sql(COLUMNS)
        .sql(" FROM register_entries e WHERE e.base = near.base AND ");
    let mut query = fitting(query, way, filter, wanted.today);
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
        .sql(" LIMIT ")
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
