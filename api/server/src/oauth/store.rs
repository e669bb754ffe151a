//! Assertions that were taken.

use crate::schema::assertions;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Takes an assertion; 0 when it was taken before, by whichever server.
pub async fn take(
    conn: &mut AsyncPgConnection,
    key: Uuid,
    jti: &str,
    expires_at: DateTime<Utc>,
) -> QueryResult<usize> {
    diesel::insert_into(assertions::table)
        .values((
            assertions::key_id.eq(key),
            assertions::jti_hash.eq(Sha256::digest(jti.as_bytes()).to_vec()),
            assertions::expires_at.eq(expires_at),
        ))
        .on_conflict_do_nothing()
        .execute(conn)
        .await
}

/// Forgets those that have run out, which no server takes any more.
pub async fn sweep(conn: &mut AsyncPgConnection, now: DateTime<Utc>) -> QueryResult<usize> {
    diesel::delete(assertions::table.filter(assertions::expires_at.le(now)))
        .execute(conn)
        .await
}
