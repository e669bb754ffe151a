//! Queries of the own account.

use crate::schema::{accounts, password_links, password_requests, sessions};
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Sessions shown; more than a person has.
const MOST: i64 = 200;

#[derive(Debug, HasQuery)]
#[diesel(table_name = sessions, check_for_backend(Pg))]
pub struct SessionLine {
    pub id: Uuid,
    pub browser: Option<String>,
    pub created_at: DateTime<Utc>,
    pub used_at: DateTime<Utc>,
    pub expires_at: DateTime<Utc>,
    pub proven: bool,
}

/// Sessions of a person that have not ended, the latest first.
pub async fn open(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    now: DateTime<Utc>,
) -> QueryResult<Vec<SessionLine>> {
    SessionLine::query()
        .filter(sessions::account_id.eq(account))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .order(sessions::used_at.desc())
        .limit(MOST)
        .load(conn)
        .await
}

/// Ends sessions of a person: one, or all but `keep`; returns which.
pub async fn end(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    one: Option<Uuid>,
    keep: Option<Uuid>,
    now: DateTime<Utc>,
    reason: &str,
) -> QueryResult<Vec<Uuid>> {
    let mut which = sessions::table
        .filter(sessions::account_id.eq(account))
        .filter(sessions::revoked_at.is_null())
        .filter(sessions::expires_at.gt(now))
        .select(sessions::id)
        .into_boxed();
    if let Some(one) = one {
        which = which.filter(sessions::id.eq(one));
    }
    if let Some(keep) = keep {
        which = which.filter(sessions::id.ne(keep));
    }
    let ids: Vec<Uuid> = which.load(conn).await?;
    diesel::update(
        sessions::table
            .filter(sessions::id.eq_any(&ids))
            .filter(sessions::revoked_at.is_null()),
    )
    .set((sessions::revoked_at.eq(now), sessions::revoked_reason.eq(reason)))
    .returning(sessions::id)
    .get_results(conn)
    .await
}

/// Sets a password.
pub async fn set_password(conn: &mut AsyncPgConnection, account: Uuid, hash: &str) -> QueryResult<usize> {
    diesel::update(accounts::table.filter(accounts::id.eq(account)))
        .set(accounts::password_hash.eq(hash))
        .execute(conn)
        .await
}

/// Notes that an address asked for a new password.
///
/// With a name, somebody wants an account.
pub async fn ask(
    conn: &mut AsyncPgConnection,
    email: &str,
    name: Option<&str>,
    base: &str,
) -> QueryResult<usize> {
    diesel::insert_into(password_requests::table)
        .values((
            password_requests::id.eq(Uuid::now_v7()),
            password_requests::email.eq(email),
            password_requests::name.eq(name),
            password_requests::base.eq(base),
        ))
        .execute(conn)
        .await
}

/// How many wait for an account.
pub async fn waiting(conn: &mut AsyncPgConnection) -> QueryResult<i64> {
    password_requests::table
        .filter(password_requests::name.is_not_null())
        .count()
        .get_result(conn)
        .await
}

/// Takes what was asked and not answered: address, name of who wants an account, and how the link begins.
pub async fn asked(conn: &mut AsyncPgConnection) -> QueryResult<Vec<(String, Option<String>, String)>> {
    let ids: Vec<Uuid> = password_requests::table
        .order(password_requests::id)
        .limit(50)
        .for_update()
        .skip_locked()
        .select(password_requests::id)
        .load(conn)
        .await?;
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    diesel::delete(password_requests::table.filter(password_requests::id.eq_any(ids)))
        .returning((
            password_requests::email,
            password_requests::name,
            password_requests::base,
        ))
        .get_results(conn)
        .await
}

/// Enters a link. Those before go on, or whoever asks for new ones again and again could keep a person out.
pub async fn enter_link(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    hash: &[u8],
    until: DateTime<Utc>,
) -> QueryResult<()> {
    diesel::insert_into(password_links::table)
        .values((
            password_links::word_hash.eq(hash),
            password_links::account_id.eq(account),
            password_links::expires_at.eq(until),
        ))
        .execute(conn)
        .await?;
    Ok(())
}

/// Ends all links of a person.
pub async fn end_links(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    now: DateTime<Utc>,
) -> QueryResult<usize> {
    diesel::update(
        password_links::table
            .filter(password_links::account_id.eq(account))
            .filter(password_links::used_at.is_null()),
    )
    .set(password_links::used_at.eq(now))
    .execute(conn)
    .await
}

/// Whose link that is, and until when, if it still works.
pub async fn find_link(
    conn: &mut AsyncPgConnection,
    hash: &[u8],
    now: DateTime<Utc>,
) -> QueryResult<Option<(Uuid, DateTime<Utc>)>> {
    password_links::table
        .filter(password_links::word_hash.eq(hash))
        .filter(password_links::used_at.is_null())
        .filter(password_links::expires_at.gt(now))
        .select((password_links::account_id, password_links::expires_at))
        .first(conn)
        .await
        .optional()
}

/// Uses a link up; none when somebody was faster.
pub async fn use_link(conn: &mut AsyncPgConnection, hash: &[u8], now: DateTime<Utc>) -> QueryResult<usize> {
    diesel::update(
        password_links::table
            .filter(password_links::word_hash.eq(hash))
            .filter(password_links::used_at.is_null()),
    )
    .set(password_links::used_at.eq(now))
    .execute(conn)
    .await
}
