//! Headers that every answer carries (security.txt of the browser world): CSP, no sniffing, no referrer.

use super::envelope::RequestId;
use super::rate::{Left, PER_MINUTE};
use actix_web::HttpMessage;
use actix_web::body::BoxBody;
use actix_web::dev::ServiceResponse;
use actix_web::http::header::{CACHE_CONTROL, HeaderMap, HeaderName, HeaderValue};

/// The policy of pages: our own files only, no inline code, Trusted Types for all sinks.
pub const PAGE_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; \
    connect-src 'self'; font-src 'none'; manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; \
    frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types default";

/// The docs page draws its styles from script: everything else as for pages.
pub const DOCS_POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; \
    connect-src 'self'; font-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

/// Answers of the API are never pages.
pub const API_POLICY: &str = "default-src 'none'; frame-ancestors 'none'; sandbox";

/// Adds what every answer has and the handler did not set itself.
pub fn apply(response: &mut ServiceResponse<BoxBody>, id: Option<&RequestId>) {
    let left = response.request().extensions().get::<Left>().copied();
    let path = response.request().path().to_owned();
    let headers = response.headers_mut();
    set(headers, "x-content-type-options", "nosniff");
    set(headers, "referrer-policy", "no-referrer");
    set(headers, "x-frame-options", "DENY");
    set(headers, "cross-origin-opener-policy", "same-origin");
    set(headers, "cross-origin-resource-policy", "same-origin");
    set(
        headers,
        "permissions-policy",
        "camera=(), geolocation=(), microphone=(), browsing-topics=()",
    );
    set(
        headers,
        "strict-transport-security",
        "max-age=63072000; includeSubDomains",
    );
    set(
        headers,
        "content-security-policy",
        if path.starts_with("/api/") {
            API_POLICY
        } else {
            PAGE_POLICY
        },
    );
    if path.starts_with("/api/") && !headers.contains_key(CACHE_CONTROL) {
        headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    }
    if let Some(left) = left {
        let policy = format!("\"account\";q={PER_MINUTE};w=60");
        for (name, value) in [
            ("ratelimit-policy", policy),
            ("ratelimit", format!("\"account\";r={};t=60", left.remaining)),
        ] {
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.insert(HeaderName::from_static(name), value);
            }
        }
    }
    if let Some(value) = id.and_then(|id| HeaderValue::from_str(&id.0).ok()) {
        headers.insert(HeaderName::from_static("x-request-id"), value);
    }
}

fn set(headers: &mut HeaderMap, name: &'static str, value: &'static str) {
    let name = HeaderName::from_static(name);
    if !headers.contains_key(&name) {
        headers.insert(name, HeaderValue::from_static(value));
    }
}
