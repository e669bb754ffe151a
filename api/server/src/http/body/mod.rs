//! JSON bodies: read up to a limit, parsed with the place of each fault, then held to their rules.
//!
//! A body that does not fit its schema is told every place where it does not; so is one that fits and breaks a rule.

mod parse;
mod rules;
mod shape;

pub use rules::faults;

use super::codes;
use super::inflate::Packing;
use super::problem::{AppError, Fault};
use actix_web::dev::Payload;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::{FromRequest, HttpRequest, web};
use serde::de::DeserializeOwned;
use sha2::{Digest, Sha256};
use std::future::Future;
use std::pin::Pin;
use utoipa::ToSchema;
use validator::Validate;

/// The largest JSON body taken, bytes.
pub const LIMIT: usize = 1 << 20;

/// A parsed and checked JSON body, with the hash of its bytes.
#[derive(Debug)]
pub struct Body<T, const MOST: usize = LIMIT> {
    pub value: T,
    /// SHA-256 of the unpacked bytes, by which a repeat is told from another request.
    pub hash: [u8; 32],
}

impl<T: DeserializeOwned + ToSchema + Validate + 'static, const MOST: usize> FromRequest for Body<T, MOST> {
    type Error = AppError;
    type Future = Pin<Box<dyn Future<Output = Result<Self, AppError>>>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let json = request
            .headers()
            .get(CONTENT_TYPE)
            .and_then(|value| value.to_str().ok())
            .is_some_and(|value| {
                value
                    .split(';')
                    .next()
                    .is_some_and(|kind| kind.trim().eq_ignore_ascii_case("application/json"))
            });
        let packing = Packing::of(request.headers());
        let payload = web::Payload::from_request(request, payload);
        Box::pin(async move {
            if !json {
                return Err(AppError::refused(
                    &codes::UNSUPPORTED_TYPE,
                    "send Content-Type: application/json",
                ));
            }
            let payload = payload
                .await
                .map_err(|error| AppError::refused(&codes::MALFORMED, error.to_string()))?;
            let packing = packing?;
            let bytes = packing.open(read(payload, MOST).await?, MOST)?;
            without_nul(&bytes)?;
            let value: T = parse::parse(&bytes)?;
            value
                .validate()
                .map_err(|errors| AppError::Unfit(faults(&errors, "")))?;
            Ok(Self {
                value,
                hash: Sha256::digest(&bytes).into(),
            })
        })
    }
}

/// Reads a body of at most `limit` bytes.
pub async fn read(payload: web::Payload, limit: usize) -> Result<bytes::Bytes, AppError> {
    match payload.to_bytes_limited(limit).await {
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) => Err(AppError::refused(
            &codes::MALFORMED,
            format!("the body was cut off: {error}"),
        )),
        Err(_too_long) => Err(AppError::refused(
            &codes::TOO_LARGE,
            format!("the limit is {limit} bytes"),
        )),
    }
}

/// The database's texts hold no NUL, so no field takes one; its escape is looked for in the bytes first,
/// because it hardly ever stands there.
fn without_nul(bytes: &[u8]) -> Result<(), AppError> {
    let escaped = bytes.windows(6).any(|part| part == b"\\u0000");
    let Some(value) = escaped.then(|| serde_json::from_slice(bytes).ok()).flatten() else {
        return Ok(());
    };
    let mut faults = Vec::new();
    find_nul(&value, "", &mut faults);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(AppError::Unfit(faults))
    }
}

fn find_nul(value: &serde_json::Value, at: &str, faults: &mut Vec<Fault>) {
    match value {
        serde_json::Value::String(text) if text.contains('\0') => {
            faults.push(Fault::new(at, "text", "has a NUL character in it; take it out"));
        }
        serde_json::Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                find_nul(item, &format!("{at}/{index}"), faults);
            }
        }
        serde_json::Value::Object(fields) => {
            for (name, field) in fields {
                find_nul(field, &format!("{at}/{name}"), faults);
            }
        }
        _ => {}
    }
}
