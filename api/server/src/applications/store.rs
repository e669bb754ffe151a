//! Queries of applications.

use super::model::{ApplicationRow, Decided, NewApplication};
use crate::schema::applications;
use bellbuoy_domain::account::ApplicationStatus;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

const OPEN: [ApplicationStatus; 2] = [ApplicationStatus::Applied, ApplicationStatus::Asked];

/// Enters an application.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    application: &NewApplication,
) -> QueryResult<ApplicationRow> {
    diesel::insert_into(applications::table)
        .values(application)
        .returning(ApplicationRow::as_returning())
        .get_result(conn)
        .await
}

/// How many came in since `since`, and how many of `officer` are open.
pub async fn pressure(
    conn: &mut AsyncPgConnection,
    since: DateTime<Utc>,
    officer: &str,
) -> QueryResult<(i64, i64)> {
    let lately = applications::table
        .filter(applications::created_at.gt(since))
        .count()
        .get_result(conn)
        .await?;
    let open = applications::table
        .filter(applications::officer_email.eq(officer))
        .filter(applications::status.eq_any(OPEN))
        .count()
        .get_result(conn)
        .await?;
    Ok((lately, open))
}

/// Finds an application.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<ApplicationRow>> {
    ApplicationRow::query()
        .filter(applications::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Finds an application by the applicant's key.
pub async fn find_by_key(conn: &mut AsyncPgConnection, hash: &[u8]) -> QueryResult<Option<ApplicationRow>> {
    ApplicationRow::query()
        .filter(applications::key_hash.eq(hash))
        .first(conn)
        .await
        .optional()
}

/// Locks an application until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<ApplicationRow>> {
    ApplicationRow::query()
        .filter(applications::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes a decision.
pub async fn decide(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    decided: &Decided,
) -> QueryResult<ApplicationRow> {
    diesel::update(applications::table.filter(applications::id.eq(id)))
        .set(decided)
        .returning(ApplicationRow::as_returning())
        .get_result(conn)
        .await
}

/// A page, newest first.
pub async fn list(
    conn: &mut AsyncPgConnection,
    status: Option<&[ApplicationStatus]>,
    from: Option<Uuid>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<ApplicationRow>> {
    let mut query = ApplicationRow::query().limit(limit).into_boxed();
    if let Some(status) = status {
        query = query.filter(applications::status.eq_any(status));
    }
    if let Some(id) = from {
        query = if back {
            query.filter(applications::id.gt(id))
        } else {
            query.filter(applications::id.lt(id))
        };
    }
    query = if back {
        query.order(applications::id.asc())
    } else {
        query.order(applications::id.desc())
    };
    query.load(conn).await
}
