//! The file of a paper: what may be one, and how it is sent and read.

use crate::http::{AppError, codes};
use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_TYPE;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256};

/// The largest file, bytes.
pub const MOST: usize = 5 << 20;

/// What a file may be, and how each begins.
const KINDS: [(&str, &[u8]); 3] = [
    ("application/pdf", b"%PDF-"),
    ("image/jpeg", b"\xff\xd8\xff"),
    ("image/png", b"\x89PNG\r\n\x1a\n"),
];

/// The kind that a request names.
///
/// # Errors
/// 415 with the kinds that are taken.
pub fn named(request: &HttpRequest) -> Result<&'static str, AppError> {
    let given = request
        .headers()
        .get(CONTENT_TYPE)
        .and_then(|value| value.to_str().ok())
        .and_then(|value| value.split(';').next())
        .map(|value| value.trim().to_ascii_lowercase())
        .unwrap_or_default();
    let known = KINDS.iter().find(|(kind, _)| *kind == given);
    known.map(|(kind, _)| *kind).ok_or_else(|| {
        let why = "send Content-Type: application/pdf, image/jpeg or image/png";
        AppError::refused(&codes::UNSUPPORTED_TYPE, why)
    })
}

/// Holds a file to the kind it was named and to the digest that came with it (RFC 9530); returns its SHA-256.
///
/// # Errors
/// 422 when it is something else or was changed on its way.
pub fn check(request: &HttpRequest, kind: &str, bytes: &[u8]) -> Result<[u8; 32], AppError> {
    let begins = KINDS.iter().find(|(known, _)| *known == kind);
    if !begins.is_some_and(|(_, start)| bytes.starts_with(start)) {
        let why = format!("is not a file of the kind `{kind}`, which its first bytes would show");
        return Err(AppError::unfit("", "media_type", why));
    }
    let digest: [u8; 32] = Sha256::digest(bytes).into();
    let given = request
        .headers()
        .get("content-digest")
        .and_then(|value| value.to_str().ok());
    if given.is_some_and(|given| given.contains("sha-256=") && !given.contains(&told(&digest))) {
        let why = "is not what `Content-Digest` says: it was changed on its way, send it again";
        return Err(AppError::unfit("", "digest", why));
    }
    Ok(digest)
}

/// A digest as a header of RFC 9530 tells it.
pub fn told(digest: &[u8]) -> String {
    format!("sha-256=:{}:", STANDARD.encode(digest))
}
