//! Strong ETags over (id, revision, representation), and the `If-Match` that every change needs.

use super::codes;
use super::problem::AppError;
use actix_web::dev::Payload;
use actix_web::http::header::{HeaderValue, IF_MATCH, IF_NONE_MATCH};
use actix_web::{FromRequest, HttpRequest};
use sha2::{Digest, Sha256};
use std::future::{Ready, ready};
use uuid::Uuid;

/// The ETag of a record: never depends on who asks.
pub fn etag(id: Uuid, revision: i32, representation: &str) -> String {
    let digest = Sha256::digest(format!("{id}/{revision}/{representation}"));
    let short: String = digest.iter().take(12).map(|byte| format!("{byte:02x}")).collect();
    format!("\"{short}\"")
}

/// The version a change is meant for; absent is answered with 428.
#[derive(Debug, Clone)]
pub struct IfMatch(String);

impl IfMatch {
    /// The version that somebody has just read in the same transaction.
    pub fn exactly(tag: &str) -> Self {
        Self(tag.to_owned())
    }

    /// Passes when the record still is the version the caller read.
    pub fn holds(&self, current: &str) -> Result<(), AppError> {
        let fits = self.0.split(',').map(str::trim).any(|tag| tag == current);
        if fits {
            Ok(())
        } else {
            Err(AppError::Stale(current.to_owned()))
        }
    }
}

impl FromRequest for IfMatch {
    type Error = AppError;
    type Future = Ready<Result<Self, AppError>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let value = request
            .headers()
            .get(IF_MATCH)
            .and_then(|value| value.to_str().ok());
        ready(match value {
            // RFC 9110 lets `*` stand for any version, which is what the rule keeps out.
            Some("*") => Err(AppError::refused(
                &codes::PRECONDITION_REQUIRED,
                "`If-Match: *` would overwrite what others changed meanwhile; send the ETag of the version you read",
            )),
            None => Err(AppError::Remedied(&codes::PRECONDITION_REQUIRED)),
            Some(value) => Ok(Self(value.to_owned())),
        })
    }
}

/// Whether the caller already has this version (`If-None-Match`).
pub fn has_it(request: &HttpRequest, etag: &str) -> bool {
    request
        .headers()
        .get(IF_NONE_MATCH)
        .and_then(|value| value.to_str().ok())
        .is_some_and(|value| {
            value
                .split(',')
                .map(|tag| tag.trim().trim_start_matches("W/"))
                .any(|tag| tag == etag || tag == "*")
        })
}

/// An ETag as a header value.
pub fn header(etag: &str) -> HeaderValue {
    HeaderValue::from_str(etag).unwrap_or_else(|_unprintable| HeaderValue::from_static("\"-\""))
}
