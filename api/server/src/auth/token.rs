//! Access tokens: EdDSA only, `typ=at+jwt` (RFC 9068), fixed issuer and audience, ten minutes.
//! A key is found by `kid` in our own two keys; `jku`, `x5u` and `jwk` are never followed.

use crate::app::App;
use crate::db::Caller;
use crate::http::{AppError, codes};
use bellbuoy_domain::account::Role;
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{PoisonError, RwLock};
use uuid::Uuid;

/// Seconds an access token lives.
pub const LIFETIME: i64 = 600;
/// The longest token looked at, bytes.
const LONGEST: usize = 4096;
const ISSUER: &str = "bellbuoy";
const AUDIENCE: &str = "bellbuoy-api";
const TYPE: &str = "at+jwt";
/// Verified tokens remembered at once.
const REMEMBERED: usize = 10_000;

/// What a token says.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Claims {
    iss: String,
    aud: String,
    exp: i64,
    iat: i64,
    /// Account.
    pub sub: Uuid,
    /// Session.
    pub sid: Uuid,
    pub role: Role,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<Uuid>,
}

impl Claims {
    /// The caller that row-level security sees.
    pub const fn caller(&self) -> Caller {
        Caller::Person {
            account: self.sub,
            organisation: self.org,
            role: self.role,
        }
    }
}

/// Tokens verified lately, by hash, so that a busy client costs one signature check per token.
#[derive(Debug, Default)]
pub struct Verified(RwLock<HashMap<[u8; 32], Claims>>, RwLock<HashMap<Uuid, i64>>);

/// Signs a token for an account and session.
pub fn issue(app: &App, sub: Uuid, sid: Uuid, role: Role, org: Option<Uuid>) -> Result<String, AppError> {
    let now = app.now().timestamp();
    let claims = Claims {
        iss: ISSUER.to_owned(),
        aud: AUDIENCE.to_owned(),
        exp: now + LIFETIME,
        iat: now,
        sub,
        sid,
        role,
        org,
    };
    let mut header = Header::new(Algorithm::EdDSA);
    header.typ = Some(TYPE.to_owned());
    header.kid = Some(app.keys.access.kid.clone());
    let key = EncodingKey::from_ed_der(&app.keys.access.pkcs8());
    jsonwebtoken::encode(&header, &claims, &key).map_err(|error| AppError::Internal(error.into()))
}

/// Checks a token and returns what it says; every fault looks the same to the caller.
pub fn verify(app: &App, token: &str) -> Result<Claims, AppError> {
    let now = app.now().timestamp();
    let hash: [u8; 32] = Sha256::digest(token.as_bytes()).into();
    let known = app
        .tokens
        .0
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .get(&hash)
        .cloned();
    let claims = match known {
        Some(claims) => claims,
        None => {
            let claims = check(app, token).ok_or_else(refused)?;
            let mut tokens = app.tokens.0.write().unwrap_or_else(PoisonError::into_inner);
            if tokens.len() >= REMEMBERED {
                tokens.clear();
            }
            tokens.insert(hash, claims.clone());
            claims
        }
    };
    if claims.iat - 60 <= now && now < claims.exp && !ended(app, claims.sid) {
        Ok(claims)
    } else {
        Err(refused())
    }
}

/// Ends the tokens of a session that was ended, for as long as they would live.
pub fn forget(app: &App, sid: Uuid) {
    let now = app.now().timestamp();
    let mut ended = app.tokens.1.write().unwrap_or_else(PoisonError::into_inner);
    ended.retain(|_, until| *until > now);
    ended.insert(sid, now + LIFETIME);
}

fn ended(app: &App, sid: Uuid) -> bool {
    app.tokens
        .1
        .read()
        .unwrap_or_else(PoisonError::into_inner)
        .contains_key(&sid)
}

fn refused() -> AppError {
    AppError::refused(
        &codes::UNAUTHENTICATED,
        "the access token is missing, has run out or is not one of ours",
    )
}

fn check(app: &App, token: &str) -> Option<Claims> {
    if token.len() > LONGEST {
        return None;
    }
    let header = jsonwebtoken::decode_header(token).ok()?;
    let ours = header.alg == Algorithm::EdDSA
        && header.typ.as_deref() == Some(TYPE)
        && header.kid.as_deref() == Some(app.keys.access.kid.as_str())
        && header.jku.is_none()
        && header.jwk.is_none()
        && header.x5u.is_none();
    if !ours {
        return None;
    }
    let key = DecodingKey::from_ed_components(&app.keys.access.jwk().x).ok()?;
    let mut rules = Validation::new(Algorithm::EdDSA);
    rules.set_audience(&[AUDIENCE]);
    rules.set_issuer(&[ISSUER]);
    rules.set_required_spec_claims(&["exp", "aud", "iss", "sub"]);
    // The clock is ours: `verify` compares the times.
    rules.validate_exp = false;
    jsonwebtoken::decode::<Claims>(token, &key, &rules)
        .ok()
        .map(|data| data.claims)
}
