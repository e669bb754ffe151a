//! Accounts as the provider knows them.

use crate::schema::identities;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// The account of a subject.
pub async fn find(conn: &mut AsyncPgConnection, issuer: &str, subject: &str) -> QueryResult<Option<Uuid>> {
    identities::table
        .find((issuer, subject))
        .select(identities::account_id)
        .first(conn)
        .await
        .optional()
}

/// Brings a subject and an account together; 0 when either has another already.
pub async fn insert(
    conn: &mut AsyncPgConnection,
    issuer: &str,
    subject: &str,
    account: Uuid,
    now: DateTime<Utc>,
) -> QueryResult<usize> {
    diesel::insert_into(identities::table)
        .values((
            identities::issuer.eq(issuer),
            identities::subject.eq(subject),
            identities::account_id.eq(account),
            identities::linked_at.eq(now),
        ))
        .on_conflict_do_nothing()
        .execute(conn)
        .await
}

/// Notes the day of a sign-in.
pub async fn used(
    conn: &mut AsyncPgConnection,
    issuer: &str,
    subject: &str,
    today: NaiveDate,
) -> QueryResult<usize> {
    diesel::update(identities::table.find((issuer, subject)))
        .set(identities::last_used_on.eq(today))
        .execute(conn)
        .await
}
