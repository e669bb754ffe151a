//! Queries of what belongs to a person.

use super::parts::Part;
use crate::schema::{accounts, api_keys, applications, identities, mails, memberships};
use bellbuoy_domain::account::MembershipState;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types::{Jsonb, Uuid as SqlUuid};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use serde_json::Value;
use uuid::Uuid;

/// What a person who left is called.
const NOBODY: &str = "Somebody who left";

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Jsonb)]
    row: Value,
}

/// The rows of a part that belong to the account.
pub async fn rows(conn: &mut AsyncPgConnection, part: &Part, account: Uuid) -> QueryResult<Vec<Value>> {
    let sql = format!(
        "SELECT to_jsonb(part) AS row FROM (SELECT {} FROM {}) part",
        part.columns.join(", "),
        part.from
    );
    let rows: Vec<Row> = diesel::sql_query(sql)
        .bind::<SqlUuid, _>(account)
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(|row| row.row).collect())
}

/// Gives the account another name.
pub async fn rename(conn: &mut AsyncPgConnection, account: Uuid, name: &str) -> QueryResult<usize> {
    diesel::update(accounts::table.filter(accounts::id.eq(account)))
        .set(accounts::name.eq(name))
        .execute(conn)
        .await
}

/// Gives the account another address, and its memberships with it.
pub async fn change_address(conn: &mut AsyncPgConnection, account: Uuid, email: &str) -> QueryResult<usize> {
    diesel::update(memberships::table.filter(memberships::account_id.eq(account)))
        .set(memberships::email.eq(email))
        .execute(conn)
        .await?;
    diesel::update(accounts::table.filter(accounts::id.eq(account)))
        .set(accounts::email.eq(email))
        .execute(conn)
        .await
}

/// The membership that has not ended, its organisation, and whether the person is an owner by it.
pub async fn membership(
    conn: &mut AsyncPgConnection,
    account: Uuid,
) -> QueryResult<Option<(Uuid, Uuid, bool)>> {
    use bellbuoy_domain::account::OrganisationRole;
    memberships::table
        .filter(memberships::account_id.eq(account))
        .filter(memberships::state.ne(MembershipState::Left))
        .select((
            memberships::id,
            memberships::organisation_id,
            memberships::role
                .eq(OrganisationRole::Owner)
                .and(memberships::state.eq(MembershipState::Confirmed)),
        ))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Takes away what names the person: in the account, in memberships, at providers, and in letters. Says which keys ended.
pub async fn forget(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    email: &str,
    now: DateTime<Utc>,
) -> QueryResult<Vec<Uuid>> {
    let nobody = format!("{}@removed.invalid", account.simple());
    diesel::update(memberships::table.filter(memberships::account_id.eq(account)))
        .set((
            memberships::email.eq(&nobody),
            memberships::state.eq(MembershipState::Left),
            memberships::revision.eq(memberships::revision + 1),
            memberships::changed_at.eq(now),
        ))
        .execute(conn)
        .await?;
    // An invitation to somewhere else, which nobody will accept any more.
    diesel::update(
        memberships::table
            .filter(memberships::email.eq(email))
            .filter(memberships::state.eq(MembershipState::Invited)),
    )
    .set((
        memberships::email.eq(&nobody),
        memberships::state.eq(MembershipState::Left),
        memberships::invitation_hash.eq(None::<Vec<u8>>),
        memberships::revision.eq(memberships::revision + 1),
        memberships::changed_at.eq(now),
    ))
    .execute(conn)
    .await?;
    let keys = diesel::update(
        api_keys::table
            .filter(api_keys::account_id.eq(account))
            .filter(api_keys::revoked_at.is_null()),
    )
    .set((
        api_keys::revoked_at.eq(now),
        api_keys::revoked_reason.eq("whoever made it has left"),
        api_keys::revision.eq(api_keys::revision + 1),
    ))
    .returning(api_keys::id)
    .get_results(conn)
    .await?;
    diesel::update(applications::table.filter(applications::officer_email.eq(email)))
        .set((
            applications::officer_email.eq(&nobody),
            applications::officer_name.eq(NOBODY),
        ))
        .execute(conn)
        .await?;
    diesel::delete(identities::table.filter(identities::account_id.eq(account)))
        .execute(conn)
        .await?;
    diesel::delete(mails::table.filter(mails::recipient.eq(email)))
        .execute(conn)
        .await?;
    diesel::update(accounts::table.filter(accounts::id.eq(account)))
        .set((
            accounts::email.eq(&nobody),
            accounts::name.eq(NOBODY),
            accounts::password_hash.eq("none"),
            accounts::suspended.eq(true),
            accounts::removed_at.eq(now),
        ))
        .execute(conn)
        .await?;
    Ok(keys)
}
