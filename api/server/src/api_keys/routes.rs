//! Making, rotating and revoking keys.

use super::export::{Keys, SHEET};
use super::model::ApiKeyRow;
use super::wire::{ApiKey, ApiKeyCreate, ApiKeyMade, LeakCreate, RevocationCreate, RotationCreate};
use super::{actions, store};
use crate::app::App;
use crate::auth::{Anyone, SignedIn};
use crate::db::Db;
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Body, Query};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use bellbuoy_domain::account::Role;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_api_keys)
        .service(export_api_keys)
        .service(get_api_key_metadata)
        .service(create_api_key)
        .service(create_leak)
        .service(get_api_key)
        .service(create_rotation)
        .service(create_revocation);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ApiKeyQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
}

/// List keys
///
/// Those of the own organisation, also the revoked ones; administrators see all.
#[utoipa::path(tag = "machines", security(("bearer" = ["member", "admin"])), params(ApiKeyQuery),
    responses((status = 200, description = "A page of keys, newest first", body = Page<ApiKey>)))]
#[get("/api-keys")]
async fn list_api_keys(
    by: SignedIn,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<ApiKeyQuery>,
) -> Result<HttpResponse, AppError> {
    let asked = Asked::<Uuid>::read(&request, query.limit, query.cursor.as_deref())?;
    let mut conn = db.as_caller(by.caller()).await?;
    let of = by.0.org.filter(|_| by.0.role != Role::Admin);
    let from = asked.cursor.as_ref().map(|cursor| cursor.key);
    let rows = store::list(&mut conn, of, from, asked.back(), asked.probe()).await?;
    let page = Page::build(&request, &asked, rows, |row| row.id, ApiKey::from);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export keys
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "machines", security(("bearer" = ["member", "admin"])), params(("form" = String, Path, description = "csv, ndjson or xlsx")),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/api-keys.{form:csv|ndjson|xlsx}")]
async fn export_api_keys(
    by: SignedIn,
    request: HttpRequest,
    db: web::Data<Db>,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    let keys = Keys {
        organisation: by.0.org.filter(|_| by.0.role != Role::Admin),
        from: None,
        over: false,
    };
    export::send(&request, &db, by.caller(), SHEET, keys).await
}

/// Describe the file of keys
#[utoipa::path(tag = "machines", security(("bearer" = ["member", "admin"])), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/api-keys/metadata.json")]
async fn get_api_key_metadata(_by: SignedIn, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Make a key
///
/// For a program that acts for the own organisation. The key is told once; with a `public_key` there is none to tell.
#[utoipa::path(tag = "machines", security(("bearer" = ["member"])), request_body = ApiKeyCreate, params(DryRun),
    responses((status = 201, description = "The key", body = ApiKeyMade)))]
#[post("/api-keys")]
async fn create_api_key(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<DryRun>,
    body: Body<ApiKeyCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let made = actions::create(&mut conn, &by.0, body.value, app.now(), query.dry()).await?;
    Ok(made_of(made))
}

/// Get a key
#[utoipa::path(tag = "machines", security(("bearer" = ["member", "admin"])), params(("id" = Uuid, Path, description = "Id of the key")),
    responses((status = 200, description = "The key, without its secret", body = ApiKey)))]
#[get("/api-keys/{id}")]
async fn get_api_key(by: SignedIn, db: web::Data<Db>, id: web::Path<Uuid>) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("key"))?;
    Ok(HttpResponse::Ok()
        .insert_header(("etag", row.etag()))
        .json(ApiKey::from(row)))
}

/// Give a key another secret
///
/// Or another public key. The old one goes on for the hours asked for, so that programs can be changed one by one.
#[utoipa::path(tag = "machines", security(("bearer" = ["member", "admin"])), request_body = RotationCreate,
    params(("id" = Uuid, Path, description = "Id of the key"), ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 201, description = "The key with its new secret", body = ApiKeyMade)))]
#[post("/api-keys/{id}/rotations")]
async fn create_rotation(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    body: Body<RotationCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let made = actions::rotate(&mut conn, &by.0, *id, &version, body.value, app.now()).await?;
    Ok(made_of(made))
}

/// Revoke a key
///
/// It is no use on any server within a second.
#[utoipa::path(tag = "machines", security(("bearer" = ["member", "admin"])), request_body = RevocationCreate,
    params(("id" = Uuid, Path, description = "Id of the key"), ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 201, description = "The revoked key", body = ApiKey)))]
#[post("/api-keys/{id}/revocations")]
async fn create_revocation(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    body: Body<RevocationCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = actions::revoke(&mut conn, &by.0, *id, &version, &body.value.reason, app.now()).await?;
    Ok(HttpResponse::Created()
        .insert_header(("etag", row.etag()))
        .json(ApiKey::from(row)))
}

/// Report a leaked key
///
/// For whoever finds a key where it does not belong, and for scanners: it is revoked at once. The answer is the same
/// whether the key was ours or not.
#[utoipa::path(tag = "machines", security(()), request_body = LeakCreate,
    responses((status = 204, description = "Revoked, if it was one of ours")))]
#[post("/api-keys/leaks")]
async fn create_leak(
    _by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<LeakCreate>,
) -> Result<HttpResponse, AppError> {
    actions::leaked(&db, &body.value.key, app.now()).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn made_of((row, key): (ApiKeyRow, Option<String>)) -> HttpResponse {
    HttpResponse::Created()
        .insert_header(("etag", row.etag()))
        .json(ApiKeyMade {
            key,
            api_key: row.into(),
        })
}
