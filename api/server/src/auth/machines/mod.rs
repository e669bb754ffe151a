//! Programs that call with a key: recognised before the handlers, remembered for a minute, ended at once when revoked.

mod find;
mod need;
mod network;

pub use find::secret_hash;
pub use need::{Need, admit, need};
pub use network::holds;

use super::token::Claims;
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
use find::find;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};
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

/// What every program is inside the organisation; its scopes say the rest.
pub const WITHIN: (Role, OrganisationRole) = (Role::Member, OrganisationRole::Member);
