//! A key looked up in the database.

use super::Machine;
use super::credential::Credential;
use super::ticket::Ticket;
use crate::app::App;
use crate::auth::token::Claims;
use crate::db::{Caller, Db};
use crate::http::AppError;
use crate::schema::{accounts, api_keys, memberships, organisations};
use bellbuoy_domain::account::{MembershipState, OrganisationRole, OrganisationStatus};
use bellbuoy_domain::machine::{KeyScope, KeyText};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

#[derive(Debug, HasQuery)]
#[diesel(table_name = api_keys, check_for_backend(diesel::pg::Pg))]
pub struct KeyRow {
    pub id: Uuid,
    organisation_id: Uuid,
    account_id: Uuid,
    pub test: bool,
    pub scopes: Vec<KeyScope>,
    addresses: Vec<String>,
    pub secret_hash: Option<Vec<u8>>,
    pub public_key: Option<serde_json::Value>,
    pub previous_hash: Option<Vec<u8>>,
    pub previous_public_key: Option<serde_json::Value>,
    pub previous_until: Option<DateTime<Utc>>,
    pub expires_at: DateTime<Utc>,
    last_used_on: Option<NaiveDate>,
}

impl KeyRow {
    /// The program, which proved itself by what stands until `until`.
    pub fn machine(self, revision: i32, until: DateTime<Utc>) -> Machine {
        Machine {
            claims: Claims::of_machine(
                self.account_id,
                self.id,
                self.organisation_id,
                revision,
                self.test,
            ),
            scopes: self.scopes,
            addresses: self.addresses,
            expires_at: until,
        }
    }
}

/// The program that a key stands for, if it stands.
pub async fn by_key(app: &App, db: &Db, key: &KeyText) -> Result<Option<Machine>, AppError> {
    let Ok(id) = key.id.parse::<Uuid>() else {
        return Ok(None);
    };
    let mut conn = db.as_caller(Caller::System).await?;
    let Some((row, revision)) = standing(&mut conn, id)
        .await?
        .filter(|(row, _)| row.test == key.test)
    else {
        return Ok(None);
    };
    let shown = Credential::of(&row)
        .into_iter()
        .find(|one| one.is_secret(&key.secret));
    let Some(shown) = shown else {
        return Ok(None);
    };
    used(app, &mut conn, &row).await?;
    Ok(Some(row.machine(revision, shown.until)))
}

/// The program that a token was given to, if its key and what it proved itself by still stand.
pub async fn by_ticket(app: &App, db: &Db, ticket: &Ticket) -> Result<Option<Machine>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let Some((row, revision)) = standing(&mut conn, ticket.client_id).await? else {
        return Ok(None);
    };
    let shown = Credential::of(&row)
        .into_iter()
        .find(|one| one.mark() == ticket.via);
    let Some(until) = shown.and_then(|shown| Some(shown.until.min(ticket.expires_at()?))) else {
        return Ok(None);
    };
    used(app, &mut conn, &row).await?;
    let mut machine = row.machine(revision, until);
    machine.scopes.retain(|scope| ticket.opens(*scope));
    Ok(Some(machine))
}

/// A key that stands: not revoked, not blocked by a sanction, of a confirmed person who may still make keys, in an organisation that is a member. With it the revision of
/// the account.
pub async fn standing(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<(KeyRow, i32)>> {
    api_keys::table
        .inner_join(accounts::table.on(accounts::id.eq(api_keys::account_id)))
        .inner_join(organisations::table.on(organisations::id.eq(api_keys::organisation_id)))
        .inner_join(
            memberships::table.on(memberships::account_id
                .eq(accounts::id.nullable())
                .and(memberships::organisation_id.eq(api_keys::organisation_id))),
        )
        .filter(api_keys::id.eq(id))
        .filter(api_keys::revoked_at.is_null())
        .filter(api_keys::blocked.eq(false))
        .filter(accounts::suspended.eq(false))
        .filter(organisations::status.eq(OrganisationStatus::Member))
        .filter(memberships::state.eq(MembershipState::Confirmed))
        .filter(memberships::role.eq_any([OrganisationRole::Owner, OrganisationRole::Cso]))
        .select((KeyRow::as_select(), accounts::revision))
        .first(conn)
        .await
        .optional()
}

/// Notes the day of the use.
pub async fn used(app: &App, conn: &mut AsyncPgConnection, row: &KeyRow) -> QueryResult<()> {
    let today = app.now().date_naive();
    if row.last_used_on != Some(today) {
        diesel::update(api_keys::table.filter(api_keys::id.eq(row.id)))
            .set(api_keys::last_used_on.eq(today))
            .execute(conn)
            .await?;
    }
    Ok(())
}
