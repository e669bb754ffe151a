//! Queries of sittings.

use super::model::{LinkRow, SittingRow, Written};
use crate::db::keyset;
use crate::schema::{sitting_links, sittings};
use bellbuoy_domain::certification::SittingKind;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types::{self, Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Place in the list: when it begins, then the id.
pub type Key = (DateTime<Utc>, Uuid);

/// Which sittings.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub kind: Option<Vec<SittingKind>>,
    pub scheme: Option<String>,
    pub from: Option<NaiveDate>,
    pub to: Option<NaiveDate>,
    /// Those that began before, last first.
    pub before: Option<DateTime<Utc>>,
    /// Those that are not over.
    pub after: Option<DateTime<Utc>>,
    /// Those with a free seat that can still be booked.
    pub free_at: Option<DateTime<Utc>>,
    pub port: Option<String>,
    pub country: Option<String>,
}

/// Enters a sitting.
pub async fn insert(conn: &mut AsyncPgConnection, row: &SittingRow) -> QueryResult<()> {
    diesel::insert_into(sittings::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Finds a sitting.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<SittingRow>> {
    SittingRow::query()
        .filter(sittings::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Some sittings.
pub async fn find_all(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<Vec<SittingRow>> {
    SittingRow::query()
        .filter(sittings::id.eq_any(ids))
        .load(conn)
        .await
}

/// Locks a sitting until the transaction ends: whoever gives or takes a seat does so first.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<SittingRow>> {
    SittingRow::query()
        .filter(sittings::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes a sitting anew.
pub async fn write(conn: &mut AsyncPgConnection, id: Uuid, written: &Written) -> QueryResult<SittingRow> {
    diesel::update(sittings::table.filter(sittings::id.eq(id)))
        .set(written)
        .returning(SittingRow::as_returning())
        .get_result(conn)
        .await
}

/// Cancels a sitting.
pub async fn cancel(
    conn: &mut AsyncPgConnection,
    row: &SittingRow,
    because: &str,
    at: DateTime<Utc>,
) -> QueryResult<SittingRow> {
    diesel::update(sittings::table.filter(sittings::id.eq(row.id)))
        .set((
            sittings::cancelled_at.eq(at),
            sittings::cancelled_because.eq(because),
            sittings::revision.eq(row.revision + 1),
            sittings::changed_at.eq(at),
        ))
        .returning(SittingRow::as_returning())
        .get_result(conn)
        .await
}

/// Counts anew how many have a seat and how many wait; the caller holds the lock.
pub async fn count_seats(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<SittingRow> {
    sql_query(
        "UPDATE sittings SET \
         taken = (SELECT count(*) FROM seats WHERE sitting_id = $1 AND state IN ('booked', 'attended', 'absent')), \
         waiting = (SELECT count(*) FROM seats WHERE sitting_id = $1 AND state = 'waiting') WHERE id = $1",
    )
    .bind::<sql_types::Uuid, _>(id)
    .execute(conn)
    .await?;
    SittingRow::query().filter(sittings::id.eq(id)).first(conn).await
}

/// Writes where one takes part over the network, or that one does not.
pub async fn set_link(conn: &mut AsyncPgConnection, id: Uuid, url: Option<&str>) -> QueryResult<()> {
    diesel::delete(sitting_links::table.filter(sitting_links::sitting_id.eq(id)))
        .execute(conn)
        .await?;
    if let Some(url) = url {
        let row = LinkRow {
            sitting_id: id,
            url: url.to_owned(),
        };
        diesel::insert_into(sitting_links::table)
            .values(&row)
            .execute(conn)
            .await?;
    }
    Ok(())
}

/// Where one takes part in some sittings over the network, as far as the caller may know it.
pub async fn links(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<Vec<LinkRow>> {
    LinkRow::query()
        .filter(sitting_links::sitting_id.eq_any(ids))
        .load(conn)
        .await
}

/// A page, the next to begin first; those that began before, the last first.
pub async fn list(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    from: Option<Key>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<SittingRow>> {
    let mut query = SittingRow::query().limit(limit).into_boxed();
    if let Some(kinds) = &filter.kind {
        query = query.filter(sittings::kind.eq_any(kinds));
    }
    if let Some(scheme) = &filter.scheme {
        query = query.filter(sittings::scheme.eq(scheme));
    }
    if let Some(day) = filter.from {
        query = query.filter(sittings::held_on.ge(day));
    }
    if let Some(day) = filter.to {
        query = query.filter(sittings::held_on.le(day));
    }
    if let Some(at) = filter.before {
        query = query.filter(sittings::starts_at.le(at));
    }
    if let Some(at) = filter.after {
        query = query.filter(sittings::ends_at.gt(at));
    }
    if let Some(at) = filter.free_at {
        query = query
            .filter(sittings::taken.lt(sittings::seats))
            .filter(sittings::waiting.eq(0))
            .filter(sittings::book_until.ge(at))
            .filter(sittings::cancelled_at.is_null());
    }
    if let Some(port) = &filter.port {
        query = query.filter(sittings::port.eq(port));
    }
    if let Some(country) = &filter.country {
        query = query.filter(sittings::country.eq(country));
    }
    let descending = filter.before.is_some() != back;
    if let Some((at, id)) = from {
        let columns = (sittings::starts_at, sittings::id);
        let values = (at.into_sql::<Timestamptz>(), id.into_sql::<sql_types::Uuid>());
        query = query.filter(if descending {
            keyset::before(columns, values)
        } else {
            keyset::after(columns, values)
        });
    }
    query = if descending {
        query.order((sittings::starts_at.desc(), sittings::id.desc()))
    } else {
        query.order((sittings::starts_at.asc(), sittings::id.asc()))
    };
    query.load(conn).await
}
