//! Queries of people of the platform.

use crate::schema::{accounts, second_factors};
use bellbuoy_domain::account::Role;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Shown at once; more than any platform has.
const MOST: i64 = 500;

#[derive(Debug, Clone, Queryable)]
pub struct StaffRow {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub suspended: bool,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
    pub revision: i32,
    pub second_factor_at: Option<DateTime<Utc>>,
}

/// All of them by name, or the one with that id.
pub async fn list(conn: &mut AsyncPgConnection, one: Option<Uuid>) -> QueryResult<Vec<StaffRow>> {
    let mut query = accounts::table
        .left_join(second_factors::table.on(second_factors::account_id.eq(accounts::id)))
        .filter(accounts::role.ne(Role::Member))
        .order((accounts::name, accounts::id))
        .limit(MOST)
        .select((
            accounts::id,
            accounts::email,
            accounts::name,
            accounts::role,
            accounts::suspended,
            accounts::created_at,
            accounts::changed_at,
            accounts::revision,
            second_factors::confirmed_at.nullable(),
        ))
        .into_boxed();
    if let Some(id) = one {
        query = query.filter(accounts::id.eq(id));
    }
    query.load(conn).await
}

/// Locks an account until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<Uuid>> {
    accounts::table
        .filter(accounts::id.eq(id))
        .for_update()
        .select(accounts::id)
        .first(conn)
        .await
        .optional()
}

/// Gives a person another role and state; the database counts the revision.
pub async fn change(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    role: Role,
    suspended: bool,
) -> QueryResult<usize> {
    diesel::update(accounts::table.filter(accounts::id.eq(id)))
        .set((accounts::role.eq(role), accounts::suspended.eq(suspended)))
        .execute(conn)
        .await
}
