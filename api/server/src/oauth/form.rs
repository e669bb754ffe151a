//! The form that asks for a token, read strictly: each parameter once, one proof, none in the address.

use super::refusal::Refusal;
use super::wire::{ASSERTION, GRANT, TokenRequest};
use crate::http::body;
use crate::http::inflate::Packing;
use actix_web::dev::Payload;
use actix_web::http::header::{AUTHORIZATION, CONTENT_TYPE};
use actix_web::{FromRequest, HttpRequest, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use bellbuoy_domain::machine::KeyText;
use std::collections::BTreeMap;
use std::future::Future;
use std::pin::Pin;
use uuid::Uuid;

/// The largest form, bytes.
const MOST: usize = 16 * 1024;
const KIND: &str = "application/x-www-form-urlencoded";

/// What is asked for, and by whom.
pub struct Asked {
    pub scope: Option<String>,
    pub proof: Proof,
}

/// How a program proves itself.
pub enum Proof {
    Secret {
        id: Uuid,
        secret: String,
        by_header: bool,
    },
    Assertion {
        jwt: String,
        id: Option<Uuid>,
    },
}

impl FromRequest for Asked {
    type Error = Refusal;
    type Future = Pin<Box<dyn Future<Output = Result<Self, Refusal>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let header = |name| request.headers().get(name).and_then(|value| value.to_str().ok());
        let form = header(CONTENT_TYPE)
            .and_then(|kind| kind.split(';').next())
            .is_some_and(|kind| kind.trim().eq_ignore_ascii_case(KIND));
        let basic = basic(header(AUTHORIZATION));
        let packing = Packing::of(request.headers());
        let payload = web::Payload::from_request(request, payload);
        Box::pin(async move {
            if !form {
                return Err(Refusal::request(format!("send Content-Type: {KIND}")));
            }
            let payload = payload
                .await
                .map_err(|error| Refusal::request(error.to_string()))?;
            let bytes = packing?.open(body::read(payload, MOST).await?, MOST)?;
            read(basic?, once(&bytes)?)
        })
    }
}

/// The parameters that have a value, each of which may stand there once.
fn once(bytes: &[u8]) -> Result<TokenRequest, Refusal> {
    let mut all = BTreeMap::new();
    for (name, value) in form_urlencoded::parse(bytes) {
        if all.insert(name.clone(), value.into_owned()).is_some() {
            let known = name.chars().all(|c| c.is_ascii_lowercase() || c == '_') && name.len() <= 40;
            let name = if known { &name } else { "a parameter" };
            return Err(Refusal::request(format!("{name} is given twice")));
        }
    }
    // What is sent without a value counts as left out, and what is not known is not looked at (RFC 6749 §3.2).
    let mut take = |name| all.remove(name).filter(|value| !value.is_empty());
    Ok(TokenRequest {
        grant_type: take("grant_type"),
        scope: take("scope"),
        client_id: take("client_id"),
        client_secret: take("client_secret"),
        client_assertion_type: take("client_assertion_type"),
        client_assertion: take("client_assertion"),
    })
}

/// Id and secret of HTTP Basic, each percent-encoded before (RFC 6749 §2.3.1). An access token from before is no fault.
fn basic(header: Option<&str>) -> Result<Option<(String, String)>, Refusal> {
    let Some((scheme, rest)) = header.map(|header| header.split_once(' ').unwrap_or((header, ""))) else {
        return Ok(None);
    };
    if scheme.eq_ignore_ascii_case("bearer") {
        return Ok(None);
    }
    if !scheme.eq_ignore_ascii_case("basic") {
        return Err(Refusal::client(
            "the Authorization header has to be of the scheme Basic",
            true,
        ));
    }
    let decoded = STANDARD
        .decode(rest.trim())
        .ok()
        .and_then(|bytes| String::from_utf8(bytes).ok());
    let pair = decoded.as_deref().and_then(|text| text.split_once(':'));
    let Some((id, secret)) = pair else {
        return Err(Refusal::client(
            "the Authorization header is not base64 of id:secret",
            true,
        ));
    };
    Ok(Some((decode(id), decode(secret))))
}

fn decode(text: &str) -> String {
    let pair = format!("x={text}");
    let only = form_urlencoded::parse(pair.as_bytes()).next();
    only.map(|(_, value)| value.into_owned()).unwrap_or_default()
}

fn read(basic: Option<(String, String)>, form: TokenRequest) -> Result<Asked, Refusal> {
    match form.grant_type.as_deref() {
        Some(GRANT) => {}
        Some(_) => {
            return Err(Refusal::of(
                "unsupported_grant_type",
                format!("the only grant is {GRANT}"),
            ));
        }
        None => {
            return Err(Refusal::request(format!(
                "grant_type is missing: it has to be {GRANT}"
            )));
        }
    }
    let by_assertion = form.client_assertion.is_some() || form.client_assertion_type.is_some();
    let ways = [basic.is_some(), form.client_secret.is_some(), by_assertion];
    if ways.iter().filter(|way| **way).count() > 1 {
        return Err(Refusal::request(
            "prove who you are in one way: by header, by client_secret or by assertion",
        ));
    }
    let proof = match (basic, form.client_secret, form.client_assertion) {
        (Some((id, secret)), ..) => {
            if form.client_id.is_some_and(|other| other != id) {
                return Err(Refusal::request(
                    "client_id is another than in the Authorization header",
                ));
            }
            secret_of(&id, secret, true)?
        }
        (None, Some(secret), _) => {
            let id = form
                .client_id
                .ok_or_else(|| Refusal::request("client_id is missing"))?;
            secret_of(&id, secret, false)?
        }
        (None, None, Some(jwt)) => {
            if form.client_assertion_type.as_deref() != Some(ASSERTION) {
                return Err(Refusal::request(format!(
                    "client_assertion_type has to be {ASSERTION}"
                )));
            }
            let id = form.client_id.map(|id| id_of(&id, false)).transpose()?;
            Proof::Assertion { jwt, id }
        }
        (None, None, None) if by_assertion => return Err(Refusal::request("client_assertion is missing")),
        (None, None, None) => {
            return Err(Refusal::client(
                "prove who you are: by HTTP Basic, by client_secret or by client_assertion",
                false,
            ));
        }
    };
    Ok(Asked {
        scope: form.scope,
        proof,
    })
}

/// The secret is the whole key, which has to be the one of the id, or the part of it that is secret.
fn secret_of(id: &str, secret: String, by_header: bool) -> Result<Proof, Refusal> {
    let id = id_of(id, by_header)?;
    let secret = match KeyText::read(&secret) {
        Ok(key) if key.id == id.simple().to_string() => key.secret,
        Ok(_) => return Err(Refusal::client(super::actions::NOT_OURS, by_header)),
        Err(_) => secret,
    };
    Ok(Proof::Secret {
        id,
        secret,
        by_header,
    })
}

fn id_of(text: &str, by_header: bool) -> Result<Uuid, Refusal> {
    let unknown = || Refusal::client(super::actions::NOT_OURS, by_header);
    text.parse().ok().ok_or_else(unknown)
}
