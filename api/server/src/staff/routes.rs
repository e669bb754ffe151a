//! People of the platform, for administrators.

use super::actions;
use super::export::{SHEET, Staff};
use super::wire::{Recovered, RecoveryCreate, StaffCreate, StaffMade, StaffMember, StaffUpdate};
use crate::app::App;
use crate::auth::Admin;
use crate::db::{Caller, Db};
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Metadata};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Body, Query};
use crate::mail::Links;
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_staff)
        .service(export_staff)
        .service(get_staff_metadata)
        .service(create_staff)
        .service(get_staff)
        .service(update_staff)
        .service(create_recovery);
}

/// List the people of the platform
#[utoipa::path(tag = "staff", security(("bearer" = ["admin"])),
    responses((status = 200, description = "All of them, by name", body = Vec<StaffMember>)))]
#[get("/staff")]
async fn list_staff(_by: Admin, db: web::Data<Db>) -> Result<web::Json<Vec<StaffMember>>, AppError> {
    let rows = actions::list(&db).await?;
    Ok(web::Json(rows.into_iter().map(StaffMember::from).collect()))
}

/// Export the people of the platform
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "staff", security(("bearer" = ["admin"])), params(("form" = String, Path, description = "csv, ndjson or xlsx")),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/staff.{form:csv|ndjson|xlsx}")]
async fn export_staff(
    _by: Admin,
    request: HttpRequest,
    db: web::Data<Db>,
    _form: web::Path<String>,
) -> Result<HttpResponse, AppError> {
    // Second factors are walled off from everybody.
    export::send(&request, &db, Caller::System, SHEET, Staff::default()).await
}

/// Describe the file of people of the platform
#[utoipa::path(tag = "staff", security(("bearer" = ["admin"])),
    responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/staff/metadata.json")]
async fn get_staff_metadata(_by: Admin, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Enter somebody of the platform
///
/// A letter has the link to the first password; a second factor has to be set up before anything else.
#[utoipa::path(tag = "staff", security(("bearer" = ["admin"])), request_body = StaffCreate, params(DryRun),
    responses((status = 201, description = "The person", body = StaffMade)))]
#[post("/staff")]
async fn create_staff(
    by: Admin,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<DryRun>,
    body: Body<StaffCreate>,
) -> Result<HttpResponse, AppError> {
    let links = Links::of(&request)?;
    let (row, link) = actions::create(&app, &db, &by.0, body.value, &links, query.dry()).await?;
    Ok(HttpResponse::Created()
        .insert_header(("etag", row.etag()))
        .json(StaffMade {
            person: row.into(),
            link,
        }))
}

/// Get somebody of the platform
#[utoipa::path(tag = "staff", security(("bearer" = ["admin"])), params(("id" = Uuid, Path, description = "Id of the account")),
    responses((status = 200, description = "The person", body = StaffMember)))]
#[get("/staff/{id}")]
async fn get_staff(_by: Admin, db: web::Data<Db>, id: web::Path<Uuid>) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let row = actions::find(&mut conn, *id).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("etag", row.etag()))
        .json(StaffMember::from(row)))
}

/// Change somebody of the platform
///
/// Another role or a suspension ends every token of before, on every server within a second.
#[utoipa::path(tag = "staff", security(("bearer" = ["admin"])), request_body = StaffUpdate,
    params(("id" = Uuid, Path, description = "Id of the account"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The person now", body = StaffMember)))]
#[patch("/staff/{id}")]
async fn update_staff(
    by: Admin,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    query: Query<DryRun>,
    version: IfMatch,
    body: Body<StaffUpdate>,
) -> Result<HttpResponse, AppError> {
    let row = actions::update(&db, &by.0, *id, &version, body.value, query.dry()).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("etag", row.etag()))
        .json(StaffMember::from(row)))
}

/// Let somebody in again
///
/// For whoever lost both password and second factor, member or staff: the second factor is taken away, every session
/// ends, and a letter has the link to a new password.
#[utoipa::path(tag = "staff", security(("bearer" = ["admin"])), request_body = RecoveryCreate,
    params(("id" = Uuid, Path, description = "Id of the account")),
    responses((status = 201, description = "The way in", body = Recovered)))]
#[post("/accounts/{id}/recoveries")]
async fn create_recovery(
    by: Admin,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    body: Body<RecoveryCreate>,
) -> Result<HttpResponse, AppError> {
    let links = Links::of(&request)?;
    let link = actions::recover(&app, &db, &by.0, *id, &body.value.reason, &links).await?;
    Ok(HttpResponse::Created().json(Recovered { link }))
}
