//! Programs that call with a key: recognised before the handlers, remembered for a minute, ended at once when revoked.

use super::token::Claims;
use crate::app::App;
use crate::db::{Caller, Db};
use crate::http::{AppError, codes};
use crate::schema::{accounts, api_keys, memberships, organisations};
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::Method;
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, web};
use bellbuoy_domain::account::{MembershipState, OrganisationRole, OrganisationStatus, Role};
use bellbuoy_domain::machine::{KeyScope, KeyText};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use subtle::ConstantTimeEq;
use uuid::Uuid;

/// How every key begins.
const PREFIX: &str = "bb_";
/// How long a key is remembered without asking the database.
const REMEMBERED: Duration = Duration::from_secs(60);
/// Keys remembered at once.
const MOST: usize = 5_000;

/// A program, as its key says.
#[derive(Debug, Clone)]
pub struct Machine {
    pub claims: Claims,
    pub scopes: Vec<KeyScope>,
    addresses: Vec<String>,
    expires_at: DateTime<Utc>,
}

/// What the extractors find: a program, or why it is none.
#[derive(Debug, Clone)]
pub struct Recognised(pub Result<Machine, &'static str>);

/// Keys seen lately, by hash of the whole text.
#[derive(Debug, Default)]
pub struct Known(Mutex<HashMap<[u8; 32], (Machine, Instant)>>);

impl Known {
    fn lock(&self) -> MutexGuard<'_, HashMap<[u8; 32], (Machine, Instant)>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, hash: &[u8; 32]) -> Option<Machine> {
        self.lock()
            .get(hash)
            .filter(|(_, since)| since.elapsed() < REMEMBERED)
            .map(|(machine, _)| machine.clone())
    }

    fn note(&self, hash: [u8; 32], machine: Machine) {
        let mut all = self.lock();
        if all.len() >= MOST {
            all.clear();
        }
        all.insert(hash, (machine, Instant::now()));
    }

    /// Forgets a key that changed, or the keys that an account made.
    pub fn forget(&self, id: Uuid) {
        self.lock()
            .retain(|_, (machine, _)| machine.claims.sid != id && machine.claims.sub != id);
    }

    /// Forgets all, after a break in the line that tells of revocations.
    pub fn forget_all(&self) {
        self.lock().clear();
    }
}

/// Recognises a key before the handlers are asked.
pub async fn recognise<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let key = request
        .headers()
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
        .filter(|token| token.starts_with(PREFIX))
        .map(str::to_owned);
    if let Some(key) = key {
        let data = request
            .app_data::<web::Data<App>>()
            .cloned()
            .zip(request.app_data::<web::Data<Db>>().cloned());
        if let Some((app, db)) = data {
            let from = request.peer_addr().map(|address| address.ip());
            let found = look_up(&app, &db, &key, from).await?;
            request.extensions_mut().insert(Recognised(found));
        }
    }
    next.call(request).await
}

async fn look_up(
    app: &App,
    db: &Db,
    text: &str,
    from: Option<IpAddr>,
) -> Result<Result<Machine, &'static str>, AppError> {
    const NOT_OURS: &str = "the key is not one of ours, has run out or was revoked";
    let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    let machine = match app.machines.find(&hash) {
        Some(machine) => machine,
        None => {
            let Ok(key) = KeyText::read(text) else {
                return Ok(Err(
                    "a key looks like bb_live_<id>_<secret>_<check>, and its check has to fit",
                ));
            };
            let Some(machine) = find(app, db, &key).await? else {
                return Ok(Err(NOT_OURS));
            };
            app.machines.note(hash, machine.clone());
            machine
        }
    };
    if machine.expires_at <= app.now() {
        return Ok(Err(NOT_OURS));
    }
    let welcome = machine.addresses.is_empty()
        || from.is_some_and(|from| machine.addresses.iter().any(|network| holds(network, from)));
    Ok(if welcome {
        Ok(machine)
    } else {
        Err("the key may not be used from this address")
    })
}

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

async fn find(app: &App, db: &Db, key: &KeyText) -> Result<Option<Machine>, AppError> {
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

/// What an operation needs of a program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Need {
    /// A scope.
    Scope(KeyScope),
    /// Nothing: everybody may.
    Open,
    /// Not a program.
    Person,
}

/// What the operation at this path pattern needs. What is not listed is for people.
pub fn need(method: &Method, pattern: &str) -> Need {
    let path = pattern.strip_prefix("/api/v1/").unwrap_or(pattern);
    let noun = path.split(['/', '.']).next().unwrap_or_default();
    match (method, noun) {
        (&Method::GET, "incidents") => Need::Scope(KeyScope::IncidentsRead),
        (&Method::POST, "incidents") => Need::Scope(KeyScope::IncidentsWrite),
        (&Method::GET, "advisories") => Need::Scope(KeyScope::AdvisoriesRead),
        (&Method::GET, "statistics") if path.starts_with("statistics/releases") => Need::Open,
        (&Method::GET, "statistics") => Need::Scope(KeyScope::StatisticsRead),
        (&Method::GET, "organisations") if !path.ends_with("/memberships") => {
            Need::Scope(KeyScope::OrganisationsRead)
        }
        (
            &Method::GET,
            "ports" | "countries" | "taxonomies" | "techniques" | "flag-states" | "instance" | "version"
            | "problems" | "health" | "ready",
        ) => Need::Open,
        (&Method::GET, "me") if path == "me/limits" => Need::Open,
        _ => Need::Person,
    }
}

/// Lets a program in where its key opens.
pub fn admit(machine: &Machine, method: &Method, pattern: &str) -> Result<Claims, AppError> {
    match need(method, pattern) {
        Need::Scope(KeyScope::StatisticsRead) if machine.claims.trial => Err(AppError::refused(
            &codes::FORBIDDEN,
            "a test key sees demo data only, and the figures count everything",
        )),
        Need::Open => Ok(machine.claims.clone()),
        Need::Scope(scope) if machine.scopes.contains(&scope) => Ok(machine.claims.clone()),
        Need::Scope(scope) => Err(AppError::refused(
            &codes::FORBIDDEN,
            format!("this needs a key with the scope `{scope}`"),
        )),
        Need::Person => Err(AppError::refused(
            &codes::FORBIDDEN,
            "this is for people who sign in, not for keys",
        )),
    }
}

/// What every program is inside the organisation; its scopes say the rest.
pub const WITHIN: (Role, OrganisationRole) = (Role::Member, OrganisationRole::Member);

/// Whether a network such as `192.0.2.0/24` holds an address.
pub fn holds(network: &str, address: IpAddr) -> bool {
    let (base, length) = network.split_once('/').unwrap_or((network, "128"));
    let (Ok(base), Ok(length)) = (base.parse::<IpAddr>(), length.parse::<u32>()) else {
        return false;
    };
    match (base, address.to_canonical()) {
        (IpAddr::V4(base), IpAddr::V4(address)) => {
            let shift = 32_u32.saturating_sub(length.min(32));
            u32::from(base).checked_shr(shift) == u32::from(address).checked_shr(shift)
        }
        (IpAddr::V6(base), IpAddr::V6(address)) => {
            let shift = 128_u32.saturating_sub(length.min(128));
            u128::from(base).checked_shr(shift) == u128::from(address).checked_shr(shift)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_network_holds_its_addresses_and_no_others() {
        let holds = |network, address: &str| super::holds(network, address.parse().unwrap());
        assert!(holds("192.0.2.0/24", "192.0.2.77"));
        assert!(!holds("192.0.2.0/24", "192.0.3.1"));
        assert!(holds("192.0.2.7", "192.0.2.7"));
        assert!(!holds("192.0.2.7", "192.0.2.8"));
        assert!(holds("0.0.0.0/0", "203.0.113.9"));
        assert!(holds("2001:db8::/32", "2001:db8:1::1"));
        assert!(!holds("2001:db8::/32", "2001:db9::1"));
        assert!(holds("192.0.2.0/24", "::ffff:192.0.2.1"));
        assert!(!holds("nonsense", "192.0.2.1"));
    }
}
