//! Queries of accounts, sessions and refresh tokens.

use super::model::{
    AccountRow, Belonging, MembershipRow, NewAccount, NewMembership, NewOrganisation, OrganisationRow,
    SessionRow, TokenRow,
};
use crate::schema::{accounts, memberships, organisations, refresh_tokens, sessions};
use bellbuoy_domain::account::MembershipState;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Finds the account that signs in with `email`, which has to be lower case.
pub async fn find_by_email(conn: &mut AsyncPgConnection, email: &str) -> QueryResult<Option<AccountRow>> {
    AccountRow::query()
        .filter(accounts::email.eq(email))
        .first(conn)
        .await
        .optional()
}

/// Finds an account.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<AccountRow>> {
    AccountRow::query()
        .filter(accounts::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Finds an account and where it belongs, in one statement.
pub async fn find_belonging(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<Belonging>> {
    let found = accounts::table
        .left_join(
            memberships::table
                .inner_join(organisations::table)
                .on(memberships::account_id
                    .eq(accounts::id.nullable())
                    .and(memberships::state.ne(MembershipState::Left))),
        )
        .filter(accounts::id.eq(id))
        .select((
            AccountRow::as_select(),
            Option::<(MembershipRow, OrganisationRow)>::as_select(),
        ))
        .first(conn)
        .await
        .optional()?;
    Ok(found.map(|(account, membership)| Belonging { account, membership }))
}

/// Finds an organisation.
pub async fn find_organisation(
    conn: &mut AsyncPgConnection,
    id: Uuid,
) -> QueryResult<Option<OrganisationRow>> {
    OrganisationRow::query()
        .filter(organisations::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Whether the person has a membership that has not ended.
pub async fn belongs(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<bool> {
    let standing = memberships::table
        .filter(memberships::account_id.eq(account))
        .filter(memberships::state.ne(MembershipState::Left));
    diesel::select(diesel::dsl::exists(standing))
        .get_result(conn)
        .await
}

/// Enters a membership; absent when the person or the address has one already.
pub async fn insert_membership(
    conn: &mut AsyncPgConnection,
    membership: &NewMembership,
) -> QueryResult<usize> {
    diesel::insert_into(memberships::table)
        .values(membership)
        .on_conflict_do_nothing()
        .execute(conn)
        .await
}

/// Enters an organisation; absent when one of that name stands already.
pub async fn insert_organisation(
    conn: &mut AsyncPgConnection,
    organisation: &NewOrganisation,
) -> QueryResult<usize> {
    diesel::insert_into(organisations::table)
        .values(organisation)
        .on_conflict_do_nothing()
        .execute(conn)
        .await
}

/// Enters an account; absent when one of that address stands already.
pub async fn insert_account(conn: &mut AsyncPgConnection, account: &NewAccount) -> QueryResult<usize> {
    diesel::insert_into(accounts::table)
        .values(account)
        .on_conflict_do_nothing()
        .execute(conn)
        .await
}

/// Whether somebody administers the site, also if suspended.
pub async fn any_admin(conn: &mut AsyncPgConnection) -> QueryResult<bool> {
    let admins = accounts::table.filter(accounts::role.eq(bellbuoy_domain::account::Role::Admin));
    diesel::select(diesel::dsl::exists(admins)).get_result(conn).await
}

/// Lets one transaction at a time set the site up.
pub async fn one_at_a_time(conn: &mut AsyncPgConnection) -> QueryResult<usize> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(7165437)")
        .execute(conn)
        .await
}

/// Enters a session and its first refresh token.
pub async fn insert_session(
    conn: &mut AsyncPgConnection,
    session: &SessionRow,
    token: &TokenRow,
) -> QueryResult<()> {
    diesel::insert_into(sessions::table)
        .values(session)
        .execute(conn)
        .await?;
    insert_token(conn, token).await
}

/// Enters a refresh token; the same one twice is one.
pub async fn insert_token(conn: &mut AsyncPgConnection, token: &TokenRow) -> QueryResult<()> {
    diesel::insert_into(refresh_tokens::table)
        .values(token)
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    Ok(())
}

/// Marks a token used if nobody used it before; the row says when it was used, and tells which by `first`.
pub async fn use_token(
    conn: &mut AsyncPgConnection,
    hash: &[u8],
    now: DateTime<Utc>,
) -> QueryResult<Option<(TokenRow, bool)>> {
    let claimed = diesel::update(
        refresh_tokens::table
            .filter(refresh_tokens::token_hash.eq(hash))
            .filter(refresh_tokens::used_at.is_null()),
    )
    .set(refresh_tokens::used_at.eq(now))
    .returning(TokenRow::as_returning())
    .get_result(conn)
    .await
    .optional()?;
    if let Some(row) = claimed {
        return Ok(Some((row, true)));
    }
    let used = TokenRow::query()
        .filter(refresh_tokens::token_hash.eq(hash))
        .first(conn)
        .await
        .optional()?;
    Ok(used.map(|row| (row, false)))
}

/// Locks a session until the transaction ends.
pub async fn lock_session(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<SessionRow>> {
    SessionRow::query()
        .filter(sessions::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Notes when a session was last renewed.
pub async fn use_session(conn: &mut AsyncPgConnection, id: Uuid, now: DateTime<Utc>) -> QueryResult<usize> {
    diesel::update(sessions::table.filter(sessions::id.eq(id)))
        .set(sessions::used_at.eq(now))
        .execute(conn)
        .await
}

/// Ends a session and with it all its tokens.
pub async fn revoke_session(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    now: DateTime<Utc>,
    reason: &str,
) -> QueryResult<usize> {
    diesel::update(
        sessions::table
            .filter(sessions::id.eq(id))
            .filter(sessions::revoked_at.is_null()),
    )
    .set((sessions::revoked_at.eq(now), sessions::revoked_reason.eq(reason)))
    .execute(conn)
    .await
}

/// Accounts of analysts who are not suspended.
pub async fn active_analysts(conn: &mut AsyncPgConnection) -> QueryResult<Vec<Uuid>> {
    accounts::table
        .filter(accounts::role.eq(bellbuoy_domain::account::Role::Analyst))
        .filter(accounts::suspended.eq(false))
        .order(accounts::email)
        .select(accounts::id)
        .load(conn)
        .await
}

/// Whether this browser signed in to the account before.
pub async fn knows_device(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    binding_hash: &[u8],
) -> QueryResult<bool> {
    let before = sessions::table
        .filter(sessions::account_id.eq(account))
        .filter(sessions::binding_hash.eq(binding_hash));
    diesel::select(diesel::dsl::exists(before)).get_result(conn).await
}
