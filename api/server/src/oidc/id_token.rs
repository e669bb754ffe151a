//! An id token held to the rules of OpenID Connect Core §3.1.3.7: who signed it, for whom, when, and for which sign-in.

use crate::auth::machines::public_key::PublicKey;
use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Header, Validation};
use serde::Deserialize;
use serde_json::{Map, Value};

/// The longest id token looked at, bytes; some providers list the groups of a person.
const LONGEST: usize = 32 * 1024;
/// How far the provider's clock may be from ours.
const SKEW: TimeDelta = TimeDelta::seconds(60);
/// How long ago a token may have been signed: it comes straight from the provider.
const FRESH: TimeDelta = TimeDelta::minutes(10);
/// Members of a key that say what it is.
const KEY: [&str; 7] = ["kty", "crv", "x", "y", "n", "e", "alg"];

/// A key of the provider, and how it calls it.
#[derive(Debug, Clone)]
pub struct ProviderKey {
    pub kid: Option<String>,
    pub key: PublicKey,
}

impl ProviderKey {
    /// Those of a key set that may sign id tokens; what else stands in it is for others.
    pub fn all(set: &Value) -> Vec<Self> {
        let keys = set.get("keys").and_then(Value::as_array).into_iter().flatten();
        keys.filter_map(Value::as_object)
            .filter(|jwk| jwk.get("use").is_none_or(|usage| usage == "sig"))
            .filter_map(|jwk| {
                let own = jwk.iter().filter(|(name, _)| KEY.contains(&name.as_str()));
                let own: Map<String, Value> =
                    own.map(|(name, value)| (name.clone(), value.clone())).collect();
                Some(Self {
                    kid: jwk.get("kid").and_then(Value::as_str).map(str::to_owned),
                    key: PublicKey::read(&own).ok()?,
                })
            })
            .collect()
    }
}

#[derive(Debug, Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    exp: i64,
    iat: i64,
    nonce: String,
    azp: Option<String>,
    #[serde(default)]
    email: Value,
    #[serde(default)]
    email_verified: Value,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// What is expected of the token.
pub struct Expected<'a> {
    pub issuer: &'a str,
    pub client: &'a str,
    pub nonce: &'a str,
}

/// Whom the provider says it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Said {
    pub subject: String,
    /// The address, if the provider names one.
    pub email: Option<Email>,
}

/// An address, and whether the provider vouches for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Email {
    pub address: String,
    pub verified: bool,
}

impl Email {
    /// As claims have it; only a plain `true` vouches.
    pub fn of(address: &Value, verified: &Value) -> Option<Self> {
        address.as_str().map(|address| Self {
            address: address.trim().to_lowercase(),
            verified: *verified == Value::Bool(true),
        })
    }
}

/// The header of a token, if it is one that could be checked.
pub fn header(token: &str) -> Option<Header> {
    let header = (token.len() <= LONGEST).then(|| jsonwebtoken::decode_header(token).ok())??;
    header.crit.is_none().then_some(header)
}

/// Whom a token tells of; nothing when anything about it does not hold.
pub fn read(token: &str, keys: &[ProviderKey], expected: &Expected<'_>, now: DateTime<Utc>) -> Option<Said> {
    let header = header(token)?;
    let mut rules = Validation::new(header.alg);
    rules.validate_exp = false;
    rules.validate_aud = false;
    rules.required_spec_claims.clear();
    let claims: Claims = keys
        .iter()
        .filter(|one| header.kid.is_none() || one.kid == header.kid)
        .filter(|one| one.key.algorithms().contains(&header.alg))
        .find_map(|one| jsonwebtoken::decode(token, &one.key.decoding()?, &rules).ok())?
        .claims;
    let several = matches!(&claims.aud, Audience::Several(all) if all.len() > 1);
    let for_us = match &claims.aud {
        Audience::One(one) => one == expected.client,
        Audience::Several(all) => all.iter().any(|one| one == expected.client),
    };
    let asked_by_us = match &claims.azp {
        Some(party) => party == expected.client,
        None => !several,
    };
    let signed = DateTime::from_timestamp(claims.iat, 0)?;
    let until = DateTime::from_timestamp(claims.exp, 0)?;
    let in_time = until + SKEW > now && signed <= now + SKEW && signed + FRESH > now;
    let named = !claims.sub.is_empty() && claims.sub.len() <= 255 && !claims.sub.contains('\0');
    let holds = claims.iss == expected.issuer && claims.nonce == expected.nonce;
    (for_us && asked_by_us && in_time && named && holds).then(|| Said {
        email: Email::of(&claims.email, &claims.email_verified),
        subject: claims.sub,
    })
}
