//! Queries of second factors.

use crate::schema::{recovery_codes, second_factors, sessions};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = second_factors, check_for_backend(Pg))]
pub struct FactorRow {
    pub sealed_secret: Option<Vec<u8>>,
    pub sealed_next: Option<Vec<u8>>,
    pub last_used_on: Option<NaiveDate>,
    pub confirmed_at: Option<DateTime<Utc>>,
}

/// The person's second factor, also one that is not confirmed.
pub async fn find(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<Option<FactorRow>> {
    FactorRow::query()
        .filter(second_factors::account_id.eq(account))
        .first(conn)
        .await
        .optional()
}

/// Whether the person has a second factor that counts.
pub async fn has(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<bool> {
    Ok(find(conn, account)
        .await?
        .is_some_and(|row| row.sealed_secret.is_some()))
}

/// Keeps a secret whose first code is awaited.
pub async fn begin(conn: &mut AsyncPgConnection, account: Uuid, sealed: &[u8]) -> QueryResult<usize> {
    diesel::insert_into(second_factors::table)
        .values((
            second_factors::account_id.eq(account),
            second_factors::sealed_next.eq(sealed),
        ))
        .on_conflict(second_factors::account_id)
        .do_update()
        .set(second_factors::sealed_next.eq(sealed))
        .execute(conn)
        .await
}

/// Lets the awaited secret count, with the step of its first code.
pub async fn confirm(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    sealed: &[u8],
    step: i64,
    now: DateTime<Utc>,
) -> QueryResult<usize> {
    diesel::update(
        second_factors::table
            .filter(second_factors::account_id.eq(account))
            .filter(second_factors::sealed_next.eq(sealed)),
    )
    .set((
        second_factors::sealed_secret.eq(sealed),
        second_factors::sealed_next.eq(None::<Vec<u8>>),
        second_factors::confirmed_at.eq(now),
        second_factors::last_step.eq(step),
        second_factors::last_used_on.eq(now.date_naive()),
    ))
    .execute(conn)
    .await
}

/// Enters a secret that counts from the beginning.
pub async fn enter(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    sealed: &[u8],
    now: DateTime<Utc>,
) -> QueryResult<usize> {
    diesel::insert_into(second_factors::table)
        .values((
            second_factors::account_id.eq(account),
            second_factors::sealed_secret.eq(sealed),
            second_factors::confirmed_at.eq(now),
        ))
        .on_conflict_do_nothing()
        .execute(conn)
        .await
}

/// Uses a step up; none when its code, or a later one, was used before.
pub async fn use_step(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    step: i64,
    today: NaiveDate,
) -> QueryResult<usize> {
    diesel::update(
        second_factors::table
            .filter(second_factors::account_id.eq(account))
            .filter(second_factors::last_step.lt(step)),
    )
    .set((
        second_factors::last_step.eq(step),
        second_factors::last_used_on.eq(today),
    ))
    .execute(conn)
    .await
}

/// Takes the second factor away, with its recovery codes.
pub async fn remove(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<usize> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account)))
        .execute(conn)
        .await?;
    diesel::delete(second_factors::table.filter(second_factors::account_id.eq(account)))
        .execute(conn)
        .await
}

/// Puts new recovery codes in the place of all before.
pub async fn replace_recovery(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    hashes: Vec<Vec<u8>>,
) -> QueryResult<()> {
    diesel::delete(recovery_codes::table.filter(recovery_codes::account_id.eq(account)))
        .execute(conn)
        .await?;
    let rows: Vec<_> = hashes
        .into_iter()
        .map(|hash| {
            (
                recovery_codes::code_hash.eq(hash),
                recovery_codes::account_id.eq(account),
            )
        })
        .collect();
    diesel::insert_into(recovery_codes::table)
        .values(rows)
        .execute(conn)
        .await?;
    Ok(())
}

/// Uses a recovery code up; none when it is not one of the person's, or was used.
pub async fn use_recovery(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    hash: &[u8],
    now: DateTime<Utc>,
) -> QueryResult<usize> {
    diesel::update(
        recovery_codes::table
            .filter(recovery_codes::code_hash.eq(hash))
            .filter(recovery_codes::account_id.eq(account))
            .filter(recovery_codes::used_at.is_null()),
    )
    .set(recovery_codes::used_at.eq(now))
    .execute(conn)
    .await
}

/// Recovery codes that are left.
pub async fn recovery_left(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<i64> {
    recovery_codes::table
        .filter(recovery_codes::account_id.eq(account))
        .filter(recovery_codes::used_at.is_null())
        .count()
        .get_result(conn)
        .await
}

/// Notes that the second factor was given in a session.
pub async fn proven(conn: &mut AsyncPgConnection, session: Uuid) -> QueryResult<usize> {
    diesel::update(sessions::table.filter(sessions::id.eq(session)))
        .set(sessions::proven.eq(true))
        .execute(conn)
        .await
}
