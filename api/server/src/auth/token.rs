//! Access tokens: EdDSA only, `typ=at+jwt` (RFC 9068), fixed issuer and audience, ten minutes.
//! A key is found by `kid` in our own two keys; `jku`, `x5u` and `jwk` are never followed.

use super::machines::WITHIN;
use crate::app::App;
use crate::db::Caller;
use crate::http::{AppError, codes};
use bellbuoy_domain::account::{OrganisationRole, Role, Standing};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::sync::{PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard};
use uuid::Uuid;

/// Seconds an access token lives.
pub const LIFETIME: i64 = 600;
/// The longest token looked at, bytes.
const LONGEST: usize = 4096;
pub(super) const ISSUER: &str = "bellbuoy";
pub(super) const AUDIENCE: &str = "bellbuoy-api";
/// What is said of every token that is not taken.
pub(super) const NOT_OURS: &str = "the access token is missing, has run out or is not one of ours";
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
    /// The organisation the person acts for, while the membership is confirmed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub org: Option<Uuid>,
    /// The role inside it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub within: Option<OrganisationRole>,
    /// Revision of the account: a change of rights ends every token of an earlier one.
    pub ver: i32,
    /// Works for the platform and has not given a second factor: a guest until then.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub bare: bool,
    /// Looks at the register as somebody else would, and changes nothing.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub view: bool,
    /// Sees demo data only; of programs, never in a token.
    #[serde(skip)]
    pub trial: bool,
}

/// Whom a token is made for.
#[derive(Debug, Clone, Copy)]
pub struct Subject {
    pub account: Uuid,
    pub session: Uuid,
    pub standing: Standing,
    pub organisation: Option<Uuid>,
    /// Revision of the account.
    pub version: i32,
    /// Works for the platform and has not given a second factor.
    pub bare: bool,
}

impl Claims {
    /// What a token of a program would say: it acts for the organisation, in the name of who made its key.
    pub fn of_machine(account: Uuid, key: Uuid, organisation: Uuid, version: i32, trial: bool) -> Self {
        Self {
            iss: ISSUER.to_owned(),
            aud: AUDIENCE.to_owned(),
            exp: i64::MAX,
            iat: 0,
            sub: account,
            sid: key,
            role: WITHIN.0,
            org: Some(organisation),
            within: Some(WITHIN.1),
            ver: version,
            bare: false,
            view: false,
            trial,
        }
    }

    /// What a token says that only looks, as somebody else: of the same person and session, from now on.
    pub fn view(&self, app: &App, other: Standing, organisation: Option<Uuid>) -> Self {
        let now = app.now().timestamp();
        Self {
            exp: now + LIFETIME,
            iat: now,
            role: other.role,
            within: other.within,
            org: organisation,
            view: true,
            ..self.clone()
        }
    }

    /// As what the person acts.
    pub const fn standing(&self) -> Standing {
        Standing {
            role: self.role,
            within: self.within,
        }
    }

    /// The caller that row-level security sees.
    pub const fn caller(&self) -> Caller {
        Caller::Person {
            account: self.sub,
            organisation: self.org,
            standing: self.standing(),
            trial: self.trial,
        }
    }
}

/// Tokens verified lately, by hash, so that a busy client costs one signature check per token; and what was revoked.
#[derive(Debug, Default)]
pub struct Verified {
    tokens: RwLock<HashMap<[u8; 32], Claims>>,
    /// Sessions that were ended, until their last token has run out.
    ended: RwLock<HashMap<Uuid, i64>>,
    /// The revision of accounts whose rights changed, until their last token has run out.
    changed: RwLock<HashMap<Uuid, (i32, i64)>>,
}

/// Signs a token for an account and session.
pub fn issue(app: &App, of: &Subject) -> Result<String, AppError> {
    let now = app.now().timestamp();
    let claims = Claims {
        iss: ISSUER.to_owned(),
        aud: AUDIENCE.to_owned(),
        exp: now + LIFETIME,
        iat: now,
        sub: of.account,
        sid: of.session,
        role: of.standing.role,
        org: of.organisation,
        within: of.standing.within,
        ver: of.version,
        bare: of.bare,
        view: false,
        trial: false,
    };
    sign(app, &claims)
}

/// Signs claims as an access token.
pub(super) fn sign(app: &App, claims: &impl Serialize) -> Result<String, AppError> {
    let mut header = Header::new(Algorithm::EdDSA);
    header.typ = Some(TYPE.to_owned());
    header.kid = Some(app.keys.access.kid.clone());
    let key = EncodingKey::from_ed_der(&app.keys.access.pkcs8());
    jsonwebtoken::encode(&header, claims, &key).map_err(|error| AppError::Internal(error.into()))
}

/// Checks a token and returns what it says; every fault looks the same to the caller.
pub fn verify(app: &App, token: &str) -> Result<Claims, AppError> {
    let now = app.now().timestamp();
    let hash: [u8; 32] = Sha256::digest(token.as_bytes()).into();
    let known = read(&app.tokens.tokens).get(&hash).cloned();
    let claims = match known {
        Some(claims) => claims,
        None => {
            let claims: Claims = check(app, token).ok_or_else(refused)?;
            let mut tokens = write(&app.tokens.tokens);
            if tokens.len() >= REMEMBERED {
                tokens.clear();
            }
            tokens.insert(hash, claims.clone());
            claims
        }
    };
    if claims.iat - 60 <= now && now < claims.exp && !app.tokens.revoked(&claims) {
        Ok(claims)
    } else {
        Err(refused())
    }
}

impl Verified {
    /// Whether the session has ended, or the account's rights have changed since.
    pub fn revoked(&self, claims: &Claims) -> bool {
        read(&self.ended).contains_key(&claims.sid)
            || read(&self.changed)
                .get(&claims.sub)
                .is_some_and(|(version, _)| claims.ver < *version)
    }

    /// Ends the tokens of a session that was ended, for as long as they would live.
    pub fn end_session(&self, session: Uuid, now: i64) {
        let mut ended = write(&self.ended);
        ended.retain(|_, until| *until > now);
        ended.insert(session, now + LIFETIME);
    }

    /// Ends the tokens of an account that are older than this revision.
    pub fn end_before(&self, account: Uuid, version: i32, now: i64) {
        let mut changed = write(&self.changed);
        changed.retain(|_, (_, until)| *until > now);
        let entry = changed.entry(account).or_insert((version, now + LIFETIME));
        *entry = (entry.0.max(version), now + LIFETIME);
    }
}

fn read<T>(lock: &RwLock<T>) -> RwLockReadGuard<'_, T> {
    lock.read().unwrap_or_else(PoisonError::into_inner)
}

fn write<T>(lock: &RwLock<T>) -> RwLockWriteGuard<'_, T> {
    lock.write().unwrap_or_else(PoisonError::into_inner)
}

fn refused() -> AppError {
    AppError::refused(&codes::UNAUTHENTICATED, NOT_OURS)
}

/// What a token of ours says, whatever the time; nothing when it is not one.
pub(super) fn check<T: DeserializeOwned>(app: &App, token: &str) -> Option<T> {
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
    jsonwebtoken::decode::<T>(token, &key, &rules)
        .ok()
        .map(|data| data.claims)
}
