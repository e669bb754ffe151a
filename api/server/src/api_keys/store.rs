//! Queries of keys.

use super::model::{ApiKeyRow, NewApiKey};
use crate::schema::api_keys;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Enters a key.
pub async fn insert(conn: &mut AsyncPgConnection, key: &NewApiKey) -> QueryResult<ApiKeyRow> {
    diesel::insert_into(api_keys::table)
        .values(key)
        .returning(ApiKeyRow::as_returning())
        .get_result(conn)
        .await
}

/// Finds a key that the caller may know of.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<ApiKeyRow>> {
    ApiKeyRow::query()
        .filter(api_keys::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Locks a key until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<ApiKeyRow>> {
    ApiKeyRow::query()
        .filter(api_keys::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Gives a key another secret or public key; what stood before goes on until `until`.
pub async fn rotate(
    conn: &mut AsyncPgConnection,
    before: &ApiKeyRow,
    (hash, public_key): (Option<Vec<u8>>, Option<serde_json::Value>),
    until: DateTime<Utc>,
    expires_at: DateTime<Utc>,
) -> QueryResult<ApiKeyRow> {
    diesel::update(api_keys::table.filter(api_keys::id.eq(before.id)))
        .set((
            api_keys::secret_hash.eq(hash),
            api_keys::public_key.eq(public_key),
            api_keys::previous_hash.eq(before.secret_hash.clone()),
            api_keys::previous_public_key.eq(before.public_key.clone()),
            api_keys::previous_until.eq(until),
            api_keys::expires_at.eq(expires_at),
            api_keys::revision.eq(before.revision + 1),
        ))
        .returning(ApiKeyRow::as_returning())
        .get_result(conn)
        .await
}

/// Ends the secret before the last rotation; the key goes on with its present one.
pub async fn end_previous(conn: &mut AsyncPgConnection, id: Uuid, now: DateTime<Utc>) -> QueryResult<usize> {
    diesel::update(
        api_keys::table
            .filter(api_keys::id.eq(id))
            .filter(api_keys::previous_until.gt(now)),
    )
    .set((
        api_keys::previous_until.eq(now),
        api_keys::revision.eq(api_keys::revision + 1),
    ))
    .execute(conn)
    .await
}

/// Ends a key for good.
pub async fn revoke(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    reason: &str,
    now: DateTime<Utc>,
) -> QueryResult<usize> {
    diesel::update(
        api_keys::table
            .filter(api_keys::id.eq(id))
            .filter(api_keys::revoked_at.is_null()),
    )
    .set((
        api_keys::revoked_at.eq(now),
        api_keys::revoked_reason.eq(reason),
        api_keys::revision.eq(api_keys::revision + 1),
    ))
    .execute(conn)
    .await
}

/// Keys of an organisation, newest first; all that the caller may know of without one.
pub async fn list(
    conn: &mut AsyncPgConnection,
    organisation: Option<Uuid>,
    from: Option<Uuid>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<ApiKeyRow>> {
    let mut query = ApiKeyRow::query().limit(limit).into_boxed();
    if let Some(organisation) = organisation {
        query = query.filter(api_keys::organisation_id.eq(organisation));
    }
    if let Some(id) = from {
        query = if back {
            query.filter(api_keys::id.gt(id))
        } else {
            query.filter(api_keys::id.lt(id))
        };
    }
    query = if back {
        query.order(api_keys::id.asc())
    } else {
        query.order(api_keys::id.desc())
    };
    query.load(conn).await
}
