//! Programs that call with a key, or with a token they got for one: recognised before the handlers, remembered for a minute, ended at once when revoked.

mod credential;
pub mod find;
mod need;
mod network;
pub mod public_key;
pub mod ticket;

pub use credential::{Credential, Kind, secret_hash};
pub use need::{Need, admit, need};
pub use network::{holds, is_network};

use super::token::{self, Claims};
use crate::app::App;
use crate::db::Db;
use crate::http::AppError;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::AUTHORIZATION;
use actix_web::middleware::Next;
use actix_web::{Error, HttpMessage, web};
use bellbuoy_domain::account::{OrganisationRole, Role};
use bellbuoy_domain::machine::{KeyScope, KeyText};
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
use uuid::Uuid;

const NOT_OURS: &str = "the key is not one of ours, has run out or was revoked";
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
    pub expires_at: DateTime<Utc>,
}

impl Machine {
    /// Whether it may call from this address.
    pub fn welcome(&self, from: Option<IpAddr>) -> bool {
        self.addresses.is_empty()
            || from.is_some_and(|from| self.addresses.iter().any(|network| holds(network, from)))
    }
}

/// What the extractors find: a program, or why it is none.
#[derive(Debug, Clone)]
pub struct Recognised(pub Result<Machine, &'static str>);

/// Keys and tokens seen lately, by hash of the whole text.
#[derive(Debug, Default)]
pub struct Known(Mutex<Seen>);

#[derive(Debug, Default)]
struct Seen {
    machines: HashMap<[u8; 32], (Machine, Instant)>,
    /// How often something was forgotten: what was read before that is not remembered after it.
    turn: u64,
}

impl Known {
    fn lock(&self) -> MutexGuard<'_, Seen> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn find(&self, hash: &[u8; 32]) -> (Option<Machine>, u64) {
        let seen = self.lock();
        let machine = seen
            .machines
            .get(hash)
            .filter(|(_, since)| since.elapsed() < REMEMBERED)
            .map(|(machine, _)| machine.clone());
        (machine, seen.turn)
    }

    fn note(&self, hash: [u8; 32], machine: Machine, turn: u64) {
        let mut seen = self.lock();
        if seen.turn != turn {
            return;
        }
        if seen.machines.len() >= MOST {
            seen.machines.clear();
        }
        seen.machines.insert(hash, (machine, Instant::now()));
    }

    /// Forgets a key that changed, or the keys that an account made.
    pub fn forget(&self, id: Uuid) {
        let mut seen = self.lock();
        seen.turn = seen.turn.wrapping_add(1);
        seen.machines
            .retain(|_, (machine, _)| machine.claims.sid != id && machine.claims.sub != id);
    }

    /// Forgets all, after a break in the line that tells of revocations.
    pub fn forget_all(&self) {
        let mut seen = self.lock();
        seen.turn = seen.turn.wrapping_add(1);
        seen.machines.clear();
    }
}

/// Recognises a key, or a token that was got for one, before the handlers are asked.
pub async fn recognise<B: MessageBody>(
    request: ServiceRequest,
    next: Next<B>,
) -> Result<ServiceResponse<B>, Error> {
    let shown = request
        .headers()
        .get(AUTHORIZATION)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split_once(' '))
        .filter(|(scheme, _)| scheme.eq_ignore_ascii_case("bearer"))
        .map(|(_, token)| token.trim())
        .filter(|token| token.starts_with(PREFIX) || ticket::claimed(token))
        .map(str::to_owned);
    if let Some(shown) = shown {
        let data = request
            .app_data::<web::Data<App>>()
            .cloned()
            .zip(request.app_data::<web::Data<Db>>().cloned());
        if let Some((app, db)) = data {
            let from = request.peer_addr().map(|address| address.ip());
            let found = look_up(&app, &db, &shown, from).await?;
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
    let is_key = text.starts_with(PREFIX);
    let not_ours = if is_key { NOT_OURS } else { token::NOT_OURS };
    let hash: [u8; 32] = Sha256::digest(text.as_bytes()).into();
    let (known, turn) = app.machines.find(&hash);
    let machine = match known {
        Some(machine) => machine,
        None => {
            let found = if is_key {
                let Ok(key) = KeyText::read(text) else {
                    return Ok(Err(
                        "a key looks like bb_live_<id>_<secret>_<check>, and its check has to fit",
                    ));
                };
                find::by_key(app, db, &key).await?
            } else {
                match ticket::check(app, text) {
                    Some(ticket) => find::by_ticket(app, db, &ticket).await?,
                    None => None,
                }
            };
            let Some(machine) = found else {
                return Ok(Err(not_ours));
            };
            app.machines.note(hash, machine.clone(), turn);
            machine
        }
    };
    if machine.expires_at <= app.now() {
        return Ok(Err(not_ours));
    }
    Ok(if machine.welcome(from) {
        Ok(machine)
    } else {
        Err("the key may not be used from this address")
    })
}

/// What every program is inside the organisation; its scopes say the rest.
pub const WITHIN: (Role, OrganisationRole) = (Role::Member, OrganisationRole::Member);
