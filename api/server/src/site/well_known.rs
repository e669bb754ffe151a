//! Public keys and the contact for security researchers.

use crate::app::App;
use crate::auth::Anyone;
use crate::auth::keys::Jwk;
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, web};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes.
pub fn mount(config: &mut ServiceConfig) {
    config.service(get_jwks).service(get_security_txt);
}

/// A JSON Web Key Set.
#[derive(Debug, Serialize, ToSchema)]
pub struct Jwks {
    pub keys: Vec<Jwk>,
}

/// Get the public keys
///
/// Ed25519 keys for access tokens, filing proofs and the list of desk keys (RFC 7517).
#[utoipa::path(tag = "site", security(()), responses((status = 200, description = "The keys", body = Jwks)))]
#[get("/.well-known/jwks.json")]
async fn get_jwks(_by: Anyone, app: web::Data<App>) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=300"))
        .json(Jwks {
            keys: app.keys.public(),
        })
}

/// Contact for security researchers
///
/// As of RFC 9116.
#[utoipa::path(tag = "site", security(()), responses((status = 200, description = "The contact", body = String, content_type = "text/plain")))]
#[get("/.well-known/security.txt")]
async fn get_security_txt(_by: Anyone, request: HttpRequest, app: web::Data<App>) -> HttpResponse {
    let expires = app.now() + chrono::TimeDelta::days(180);
    let base = crate::http::origin::base(&request);
    let phone = app
        .config
        .duty_desk
        .as_deref()
        .map(|number| format!("Contact: tel:{}\n", number.replace(' ', "-")))
        .unwrap_or_default();
    let mail = app
        .config
        .security_mail
        .as_deref()
        .map(|address| format!("Contact: mailto:{address}\n"))
        .unwrap_or_default();
    let text = format!(
        "{mail}{phone}Contact: {base}/report\nExpires: {}\nPreferred-Languages: en\nCanonical: {base}/.well-known/security.txt\nPolicy: {base}/about\n",
        expires.format("%Y-%m-%dT00:00:00Z")
    );
    HttpResponse::Ok()
        .content_type("text/plain; charset=utf-8")
        .body(text)
}
