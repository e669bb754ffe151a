//! The token endpoint, and what an OAuth library reads first.

use super::actions;
use super::form::Asked;
use super::refusal::Refusal;
use super::wire::{OauthError, OauthMetadata, OauthToken, TokenRequest};
use crate::app::App;
use crate::auth::{Anyone, Public};
use crate::db::Db;
use crate::http::problem::Problem;
use crate::http::{AppError, origin};
use actix_web::http::header::{CACHE_CONTROL, PRAGMA};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes at the root.
pub fn mount_root(config: &mut ServiceConfig) {
    config.service(get_oauth_metadata);
}

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config.service(create_token);
}

/// What OAuth libraries need to know
///
/// RFC 8414: from this document alone a library finds the token endpoint and how programs prove themselves there.
#[utoipa::path(tag = "machines", security(()), responses(
    (status = 200, description = "The metadata", body = OauthMetadata),
    (status = 409, description = "The operator has not said the site's address", body = Problem, content_type = "application/problem+json")))]
#[get("/.well-known/oauth-authorization-server")]
async fn get_oauth_metadata(_by: Anyone, request: HttpRequest) -> Result<HttpResponse, AppError> {
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=300"))
        .json(OauthMetadata::of(&origin::sure(&request)?)))
}

/// Get a token for a key
///
/// OAuth 2 client credentials (RFC 6749 §4.4): the client is a key, `client_id` its id. Errors are in the form of
/// RFC 6749 §5.2.
#[utoipa::path(tag = "machines", security(()),
    request_body(content = TokenRequest, content_type = "application/x-www-form-urlencoded"),
    responses((status = 200, description = "A token", body = OauthToken),
        (status = 400, description = "The request does not fit",
            content((OauthError = "application/json"), (Problem = "application/problem+json"))),
        (status = 401, description = "The client is not known, or did not prove itself", body = OauthError)))]
#[post("/oauth/token")]
async fn create_token(
    _by: Public,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    asked: Asked,
) -> Result<HttpResponse, Refusal> {
    let from = request.peer_addr().map(|address| address.ip());
    let token = actions::grant(&app, &db, asked, from, || origin::sure(&request)).await?;
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "no-store"))
        .insert_header((PRAGMA, "no-cache"))
        .json(token))
}
