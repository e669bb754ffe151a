//! A key looked up in the database.

use super::Machine;
use crate::app::App;
use crate::auth::token::Claims;
use crate::db::{Caller, Db};
use crate::http::AppError;
use crate::schema::{accounts, api_keys, memberships, organisations};
use bellbuoy_domain::account::{MembershipState, OrganisationStatus};
use bellbuoy_domain::machine::{KeyScope, KeyText};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use uuid::Uuid;

#[derive(Debug, HasQuery)]
#[diesel(table_name = api_keys, check_for_backend(diesel::pg::Pg))]
struct KeyRow {
    id: Uuid,
    organisation_id: Uuid,
    account_id: Uuid,
    test: bool,
    scopes: Vec<KeyScope>,
    addresses: Vec<String>,
    secret_hash: Vec<u8>,
    previous_hash: Option<Vec<u8>>,
    previous_until: Option<DateTime<Utc>>,
    expires_at: DateTime<Utc>,
    last_used_on: Option<NaiveDate>,
}

/// The program that a key stands for, if it stands.
pub async fn find(app: &App, db: &Db, key: &KeyText) -> Result<Option<Machine>, AppError> {
    let Ok(id) = key.id.parse::<Uuid>() else {
        return Ok(None);
    };
    let mut conn = db.as_caller(Caller::System).await?;
    let found = standing(&mut conn, id).await?;
    let now = app.now();
    let given = secret_hash(&key.secret);
    let Some((row, revision)) = found.filter(|(row, _)| row.test == key.test) else {
        return Ok(None);
    };
    let current = bool::from(row.secret_hash.ct_eq(&given));
    let previous = row
        .previous_hash
        .as_ref()
        .is_some_and(|hash| bool::from(hash.ct_eq(&given)));
    let expires_at = match (current, previous, row.previous_until) {
        (true, ..) => row.expires_at,
        (false, true, Some(until)) => until.min(row.expires_at),
        _ => return Ok(None),
    };
    let today = now.date_naive();
    if row.last_used_on != Some(today) {
        diesel::update(api_keys::table.filter(api_keys::id.eq(id)))
            .set(api_keys::last_used_on.eq(today))
            .execute(&mut *conn)
            .await?;
    }
    let claims = Claims::of_machine(row.account_id, row.id, row.organisation_id, revision, row.test);
    Ok(Some(Machine {
        claims,
        scopes: row.scopes,
        addresses: row.addresses,
        expires_at,
    }))
}

/// A key that stands: not revoked, of a confirmed person, in an organisation that is a member.
async fn standing(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<(KeyRow, i32)>> {
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
        .filter(accounts::suspended.eq(false))
        .filter(organisations::status.eq(OrganisationStatus::Member))
        .filter(memberships::state.eq(MembershipState::Confirmed))
        .select((KeyRow::as_select(), accounts::revision))
        .first(conn)
        .await
        .optional()
}

/// The hash of a secret of 256 random bits, which needs no salt and no slowness.
pub fn secret_hash(secret: &str) -> Vec<u8> {
    Sha256::digest(format!("api key v1\n{secret}")).to_vec()
}
