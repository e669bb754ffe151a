//! Queries of memberships.

use super::model::{Changed, MembershipRow};
use crate::schema::{accounts, memberships, organisations};
use bellbuoy_domain::account::{MembershipState, OrganisationKind, OrganisationRole};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Place in the list of an organisation's people: address, then id.
pub type Key = (String, Uuid);

/// Finds a membership that the caller may know of, with the person's name once there is one.
pub async fn find(
    conn: &mut AsyncPgConnection,
    id: Uuid,
) -> QueryResult<Option<(MembershipRow, Option<String>)>> {
    memberships::table
        .left_join(accounts::table.on(memberships::account_id.eq(accounts::id.nullable())))
        .filter(memberships::id.eq(id))
        .select((MembershipRow::as_select(), accounts::name.nullable()))
        .first(conn)
        .await
        .optional()
}

/// Locks a membership until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<MembershipRow>> {
    MembershipRow::query()
        .filter(memberships::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes a change.
pub async fn change(conn: &mut AsyncPgConnection, id: Uuid, changed: &Changed) -> QueryResult<MembershipRow> {
    diesel::update(memberships::table.filter(memberships::id.eq(id)))
        .set(changed)
        .returning(MembershipRow::as_returning())
        .get_result(conn)
        .await
}

/// A page of an organisation's people, by address; who left comes along when asked for.
pub async fn list(
    conn: &mut AsyncPgConnection,
    organisation: Uuid,
    left: bool,
    from: Option<Key>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<(MembershipRow, Option<String>)>> {
    let mut query = memberships::table
        .left_join(accounts::table.on(memberships::account_id.eq(accounts::id.nullable())))
        .filter(memberships::organisation_id.eq(organisation))
        .select((MembershipRow::as_select(), accounts::name.nullable()))
        .limit(limit)
        .into_boxed();
    if !left {
        query = query.filter(memberships::state.ne(MembershipState::Left));
    }
    if let Some((email, id)) = from {
        let columns = (memberships::email, memberships::id);
        let values = (
            email.into_sql::<diesel::sql_types::Text>(),
            id.into_sql::<diesel::sql_types::Uuid>(),
        );
        query = query.filter(if back {
            crate::db::keyset::before(columns, values)
        } else {
            crate::db::keyset::after(columns, values)
        });
    }
    query = if back {
        query.order((memberships::email.desc(), memberships::id.desc()))
    } else {
        query.order((memberships::email.asc(), memberships::id.asc()))
    };
    query.load(conn).await
}

/// Locks the confirmed owners of an organisation and says how many there are besides `but`, so that the last one
/// cannot go while another goes.
pub async fn other_owners(conn: &mut AsyncPgConnection, organisation: Uuid, but: Uuid) -> QueryResult<usize> {
    let owners: Vec<Uuid> = memberships::table
        .filter(memberships::organisation_id.eq(organisation))
        .filter(memberships::role.eq(OrganisationRole::Owner))
        .filter(memberships::state.eq(MembershipState::Confirmed))
        .order(memberships::id)
        .select(memberships::id)
        .for_update()
        .load(conn)
        .await?;
    Ok(owners.iter().filter(|id| **id != but).count())
}

/// What an invitation is for.
#[derive(Debug, Clone, Queryable)]
pub struct InvitationRow {
    pub membership: Uuid,
    pub organisation: String,
    pub kind: OrganisationKind,
    pub email: String,
    pub role: OrganisationRole,
    pub expires_at: Option<DateTime<Utc>>,
}

/// Finds the open invitation that a link is for, and locks it until the transaction ends.
pub async fn invitation(conn: &mut AsyncPgConnection, hash: &[u8]) -> QueryResult<Option<InvitationRow>> {
    memberships::table
        .inner_join(organisations::table)
        .filter(memberships::invitation_hash.eq(hash))
        .filter(memberships::state.eq(MembershipState::Invited))
        .select((
            memberships::id,
            organisations::name,
            organisations::kind,
            memberships::email,
            memberships::role,
            memberships::invitation_expires_at,
        ))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Ties an invitation to the account that accepted it; its link is no use any more.
pub async fn accept(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    account: Uuid,
    now: DateTime<Utc>,
) -> QueryResult<MembershipRow> {
    diesel::update(memberships::table.filter(memberships::id.eq(id)))
        .set((
            memberships::account_id.eq(account),
            memberships::state.eq(MembershipState::Accepted),
            memberships::invitation_hash.eq(None::<Vec<u8>>),
            memberships::invitation_expires_at.eq(None::<DateTime<Utc>>),
            memberships::revision.eq(memberships::revision + 1),
            memberships::changed_at.eq(now),
        ))
        .returning(MembershipRow::as_returning())
        .get_result(conn)
        .await
}
