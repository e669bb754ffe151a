//! Schemes over HTTP.

use super::actions;
use super::wire::{CertificationScheme, SchemeDraft, SchemePublication, SchemeVersion};
use crate::app::App;
use crate::auth::{Anyone, SchemeAdministrator};
use crate::db::Db;
use crate::http::dry_run::DryRun;
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Body, Query};
use actix_web::{HttpResponse, get, post, put, web};
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_schemes)
        .service(get_scheme)
        .service(list_scheme_versions)
        .service(create_scheme_version)
        .service(update_scheme_version)
        .service(publish_scheme_version);
}

/// List certification schemes
///
/// As they are in force today: disciplines, levels, requirements, validity, renewal, fees and promised times.
#[utoipa::path(tag = "certification", security(()), responses((status = 200, description = "The schemes", body = Vec<CertificationScheme>)))]
#[get("/schemes")]
async fn list_schemes(
    by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<web::Json<Vec<CertificationScheme>>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    Ok(web::Json(actions::list(&mut conn, app.now().date_naive()).await?))
}

/// Get a certification scheme
#[utoipa::path(tag = "certification", security(()), params(("code" = String, Path, description = "Code of the scheme")),
    responses((status = 200, description = "The scheme as it is in force today", body = CertificationScheme)))]
#[get("/schemes/{code}")]
async fn get_scheme(
    by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    code: web::Path<String>,
) -> Result<web::Json<CertificationScheme>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    Ok(web::Json(
        actions::get(&mut conn, &code, app.now().date_naive()).await?,
    ))
}

/// List versions of a scheme
///
/// Newest first, each with what it changed. A draft is for the scheme's administrators.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(("code" = String, Path, description = "Code of the scheme")),
    responses((status = 200, description = "The versions", body = Vec<SchemeVersion>)))]
#[get("/schemes/{code}/versions")]
async fn list_scheme_versions(
    by: Anyone,
    db: web::Data<Db>,
    code: web::Path<String>,
) -> Result<web::Json<Vec<SchemeVersion>>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    Ok(web::Json(actions::versions(&mut conn, &code).await?))
}

/// Begin a version of a scheme
///
/// A draft; one at a time. It comes into force when it is published.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), request_body = SchemeDraft,
    params(("code" = String, Path, description = "Code of the scheme"), DryRun),
    responses((status = 201, description = "The draft", body = SchemeVersion)))]
#[post("/schemes/{code}/versions")]
async fn create_scheme_version(
    by: SchemeAdministrator,
    app: web::Data<App>,
    db: web::Data<Db>,
    code: web::Path<String>,
    query: Query<DryRun>,
    body: Body<SchemeDraft>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let made = actions::draft(&mut conn, &by.0, &code, body.value, app.now(), query.dry()).await?;
    Ok(HttpResponse::Created()
        .insert_header(("etag", made.etag.clone()))
        .json(made))
}

/// Change the draft of a scheme
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), request_body = SchemeDraft,
    params(("code" = String, Path, description = "Code of the scheme"), ("number" = i32, Path, description = "Number of the version"), DryRun,
        ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The draft", body = SchemeVersion)))]
#[put("/schemes/{code}/versions/{number}")]
async fn update_scheme_version(
    by: SchemeAdministrator,
    db: web::Data<Db>,
    path: web::Path<(String, i32)>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<SchemeDraft>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let at = (path.0.as_str(), path.1);
    let made = actions::edit(&mut conn, &by.0, at, &version, body.value, query.dry()).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("etag", made.etag.clone()))
        .json(made))
}

/// Publish the draft of a scheme
///
/// New applications follow it from that day on; what was granted before keeps its version.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), request_body = SchemePublication,
    params(("code" = String, Path, description = "Code of the scheme"), ("number" = i32, Path, description = "Number of the version"), DryRun,
        ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The published version", body = SchemeVersion)))]
#[post("/schemes/{code}/versions/{number}/publications")]
async fn publish_scheme_version(
    by: SchemeAdministrator,
    app: web::Data<App>,
    db: web::Data<Db>,
    path: web::Path<(String, i32)>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<SchemePublication>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let at = (path.0.as_str(), path.1);
    let from = body.value.valid_from;
    let made = actions::publish(&mut conn, &by.0, at, &version, from, app.now(), query.dry()).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("etag", made.etag.clone()))
        .json(made))
}
