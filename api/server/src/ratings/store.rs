//! Queries of ratings.

use super::model::{Rated, RatingRow};
use crate::db::keyset;
use crate::schema::ratings;
use bellbuoy_domain::certification::{HolderKind, ReviewStatus};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{self, Text, Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Place in the list: when it was sent, then the id.
pub type Key = (DateTime<Utc>, Uuid);

/// Which ratings, of those that the caller may know of.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub status: Option<Vec<ReviewStatus>>,
    pub answer: Option<Vec<ReviewStatus>>,
    pub consultant: Option<Uuid>,
    pub supplier: Option<Uuid>,
}

/// Enters a rating.
pub async fn insert(conn: &mut AsyncPgConnection, row: &RatingRow) -> QueryResult<()> {
    diesel::insert_into(ratings::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Lets one transaction at a time enter what an organisation says of somebody.
pub async fn one_at_a_time(conn: &mut AsyncPgConnection, organisation: Uuid, rated: Uuid) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtextextended($1, 0))")
        .bind::<Text, _>(format!("rating {organisation} {rated}"))
        .execute(conn)
        .await?;
    Ok(())
}

/// What an organisation says of somebody and stands.
pub async fn standing(
    conn: &mut AsyncPgConnection,
    organisation: Uuid,
    rated: Rated,
) -> QueryResult<Vec<RatingRow>> {
    let query = RatingRow::query()
        .filter(ratings::organisation_id.eq(organisation))
        .filter(ratings::status.ne_all([ReviewStatus::Withdrawn, ReviewStatus::TakenDown]))
        .into_boxed();
    let query = match rated.kind {
        HolderKind::Person => query.filter(ratings::consultant_id.eq(rated.id)),
        HolderKind::Supplier => query.filter(ratings::supplier_id.eq(rated.id)),
    };
    query.load(conn).await
}

/// All that was published of somebody, also what is gone again.
pub async fn published(conn: &mut AsyncPgConnection, rated: Rated) -> QueryResult<Vec<RatingRow>> {
    let query = RatingRow::query()
        .filter(ratings::published_at.is_not_null())
        .order(ratings::id)
        .into_boxed();
    let query = match rated.kind {
        HolderKind::Person => query.filter(ratings::consultant_id.eq(rated.id)),
        HolderKind::Supplier => query.filter(ratings::supplier_id.eq(rated.id)),
    };
    query.load(conn).await
}

/// Finds a rating that the caller may know of.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<RatingRow>> {
    RatingRow::query()
        .filter(ratings::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Locks a rating that the caller may change until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<RatingRow>> {
    RatingRow::query()
        .filter(ratings::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes a rating anew.
pub async fn write(conn: &mut AsyncPgConnection, row: &RatingRow) -> QueryResult<RatingRow> {
    diesel::update(ratings::table.filter(ratings::id.eq(row.id)))
        .set(row)
        .returning(RatingRow::as_returning())
        .get_result(conn)
        .await
}

/// Empties the answers that somebody wrote.
pub async fn forget(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<()> {
    diesel::update(ratings::table.filter(ratings::answered_by.eq(account)))
        .set((
            ratings::answer.eq(None::<String>),
            ratings::answer_status.eq(None::<ReviewStatus>),
            ratings::answer_reason.eq(None::<String>),
            ratings::answered_by.eq(None::<Uuid>),
            ratings::answered_at.eq(None::<DateTime<Utc>>),
            ratings::revision.eq(ratings::revision + 1),
        ))
        .execute(conn)
        .await?;
    Ok(())
}

/// A page, what came last first.
pub async fn list(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    from: Option<Key>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<RatingRow>> {
    let mut query = RatingRow::query().limit(limit).into_boxed();
    if let Some(status) = &filter.status {
        query = query.filter(ratings::status.eq_any(status));
    }
    if let Some(status) = &filter.answer {
        query = query.filter(ratings::answer_status.eq_any(status));
    }
    if let Some(id) = filter.consultant {
        query = query.filter(ratings::consultant_id.eq(id));
    }
    if let Some(id) = filter.supplier {
        query = query.filter(ratings::supplier_id.eq(id));
    }
    if let Some((at, id)) = from {
        let columns = (ratings::created_at, ratings::id);
        let values = (at.into_sql::<Timestamptz>(), id.into_sql::<sql_types::Uuid>());
        query = query.filter(if back {
            keyset::after(columns, values)
        } else {
            keyset::before(columns, values)
        });
    }
    query = if back {
        query.order((ratings::created_at.asc(), ratings::id.asc()))
    } else {
        query.order((ratings::created_at.desc(), ratings::id.desc()))
    };
    query.load(conn).await
}
