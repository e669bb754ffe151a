//! An assertion by which a program proves itself (RFC 7523): signed by the private half of the public key that the key
//! was registered with, meant for this endpoint, young, and shown once.

use crate::auth::machines::{Credential, Kind};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use jsonwebtoken::{Header, Validation};
use serde::Deserialize;
use uuid::Uuid;

/// The longest assertion looked at, bytes.
const LONGEST: usize = 8192;
/// The longest id of an assertion, bytes.
const LONGEST_ID: usize = 256;
/// How long an assertion is good for, counted from `iat`; without that, how far ahead it may run out.
const GOOD: TimeDelta = TimeDelta::minutes(10);
/// How far ahead it may say that it runs out: usual libraries write an hour and offer no other.
const AHEAD: TimeDelta = TimeDelta::hours(1);
/// How far the program's clock may be ahead of ours.
const SKEW: TimeDelta = TimeDelta::seconds(60);
/// Kinds of token that an assertion may say it is.
const KINDS: [&str; 2] = ["jwt", "client-authentication+jwt"];

#[derive(Debug, Deserialize)]
struct Claims {
    iss: String,
    sub: String,
    aud: Audience,
    exp: i64,
    jti: Option<String>,
    nbf: Option<i64>,
    iat: Option<i64>,
}

#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum Audience {
    One(String),
    Several(Vec<String>),
}

/// An assertion as it was sent, not believed yet.
pub struct Assertion<'a> {
    text: &'a str,
    header: Header,
    claims: Claims,
    /// The key that it says it is of.
    pub id: Uuid,
}

/// An assertion that holds.
pub struct Held {
    pub jti: String,
    pub expires_at: DateTime<Utc>,
}

impl<'a> Assertion<'a> {
    /// Takes it apart; nothing when it is none, or would have another key believed than ours.
    pub fn read(text: &'a str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let header = jsonwebtoken::decode_header(text).ok()?;
        let kind = header.typ.as_deref().map(str::to_ascii_lowercase);
        let fits = kind.is_none_or(|kind| KINDS.contains(&kind.as_str()))
            && header.jku.is_none()
            && header.jwk.is_none()
            && header.x5u.is_none()
            && header.x5c.is_none()
            && header.crit.is_none();
        let claims = URL_SAFE_NO_PAD.decode(text.split('.').nth(1)?).ok()?;
        let claims: Claims = serde_json::from_slice(&claims).ok()?;
        let id = claims.sub.parse().ok()?;
        (fits && claims.iss == claims.sub).then_some(Self {
            text,
            header,
            claims,
            id,
        })
    }

    /// Which of the credentials it is signed by.
    pub fn signed_by<'c>(&self, credentials: &'c [Credential]) -> Option<&'c Credential> {
        let mut rules = Validation::new(self.header.alg);
        rules.validate_exp = false;
        rules.validate_aud = false;
        rules.required_spec_claims.clear();
        credentials.iter().find(|credential| {
            let Kind::Public(key) = &credential.kind else {
                return false;
            };
            key.algorithms().contains(&self.header.alg)
                && key
                    .decoding()
                    .is_some_and(|key| jsonwebtoken::decode::<Claims>(self.text, &key, &rules).is_ok())
        })
    }

    /// Holds what it says to the rules; `aud` has to be one of `meant`.
    ///
    /// # Errors
    /// What does not fit, for whoever wrote the program.
    pub fn holds(&self, meant: &[&str], now: DateTime<Utc>) -> Result<Held, &'static str> {
        let claims = &self.claims;
        let audience = match &claims.aud {
            Audience::One(one) => Some(one.as_str()),
            Audience::Several(several) => match several.as_slice() {
                [only] => Some(only.as_str()),
                _ => None,
            },
        };
        if !audience.is_some_and(|one| meant.contains(&one)) {
            return Err("aud of the assertion has to be the token endpoint or the issuer, and nothing else");
        }
        let begun = |at: Option<i64>| at.is_none_or(|at| at <= (now + SKEW).timestamp());
        if !begun(claims.nbf) || !begun(claims.iat) {
            return Err("the assertion is of a time to come: set the clock of the program");
        }
        let said = DateTime::from_timestamp(claims.exp, 0).ok_or("exp of the assertion is no time")?;
        let written = match claims.iat {
            Some(at) => Some(DateTime::from_timestamp(at, 0).ok_or("iat of the assertion is no time")?),
            None => None,
        };
        let ahead = if written.is_some() { AHEAD + SKEW } else { GOOD };
        if said > now + ahead {
            return Err(
                "exp of the assertion has to be ten minutes ahead at most, or an hour where it has iat",
            );
        }
        let expires_at = written.map_or(said, |at| said.min(at + GOOD));
        if expires_at <= now {
            return Err("the assertion has run out, or is older than ten minutes");
        }
        let jti = claims.jti.as_deref().unwrap_or_default();
        if jti.is_empty() || jti.len() > LONGEST_ID {
            return Err("jti of the assertion has to be given, new each time, of 256 bytes at most");
        }
        Ok(Held {
            jti: jti.to_owned(),
            expires_at,
        })
    }
}
