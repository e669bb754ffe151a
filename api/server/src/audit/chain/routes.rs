//! Verifying the audit, and its checkpoints.

use super::export::{Checkpoints, SHEET};
use super::wire::{AuditVerification, KeptCheckpoint};
use super::{store, verification};
use crate::app::App;
use crate::auth::Admin;
use crate::db::Db;
use crate::http::export::{self, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::{AppError, Body, Query};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use bellbuoy_domain::ledger::Checkpoint;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes of this part.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(get_audit_verification)
        .service(verify_audit_checkpoint)
        .service(list_audit_checkpoints)
        .service(export_audit_checkpoints)
        .service(get_audit_checkpoint_metadata);
}

/// Verify the audit
///
/// Reads the whole record and says whether it is as it was sealed, and fits the checkpoints that are at hand. May take
/// some seconds for each million of entries. A record that somebody wrote anew with the rights of the database's owner,
/// checkpoints included, is found out by a checkpoint kept elsewhere: see `POST /audit/verifications`.
#[utoipa::path(tag = "audit", security(("bearer" = ["admin"])),
    responses((status = 200, description = "What was found", body = AuditVerification)))]
#[get("/audit/verification")]
async fn get_audit_verification(
    by: Admin,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<web::Json<AuditVerification>, AppError> {
    let mut conn = db.for_long(by.caller()).await?;
    Ok(web::Json(verification::verify(&app, &mut conn, None).await?))
}

/// Verify the audit against a kept checkpoint
///
/// As `GET /audit/verification`, and against a checkpoint that was kept elsewhere. Nothing is stored. A checkpoint that
/// is not ours, or was signed by a key that is not known, is a fault of its own.
#[utoipa::path(tag = "audit", security(("bearer" = ["admin"])), request_body = KeptCheckpoint,
    responses((status = 200, description = "What was found", body = AuditVerification)))]
#[post("/audit/verifications")]
async fn verify_audit_checkpoint(
    by: Admin,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<KeptCheckpoint>,
) -> Result<web::Json<AuditVerification>, AppError> {
    let kept = Checkpoint::from(body.value);
    let mut conn = db.for_long(by.caller()).await?;
    Ok(web::Json(
        verification::verify(&app, &mut conn, Some(&kept)).await?,
    ))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct CheckpointQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
}

/// List the checkpoints of the audit
///
/// Signed statements of where the record stood, newest first, one for each hour in which something was added. Each is
/// complete in itself: keep it where those who run the database cannot change it.
#[utoipa::path(tag = "audit", security(("bearer" = ["admin"])), params(CheckpointQuery),
    responses((status = 200, description = "A page of checkpoints", body = Page<Checkpoint>)))]
#[get("/audit/checkpoints")]
async fn list_audit_checkpoints(
    by: Admin,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<CheckpointQuery>,
) -> Result<HttpResponse, AppError> {
    let asked = Asked::<i64>::read(&request, query.limit, query.cursor.as_deref())?;
    let mut conn = db.as_caller(by.caller()).await?;
    let after = asked.cursor.as_ref().map(|cursor| cursor.key);
    let rows = store::checkpoints(&mut conn, after, asked.back(), asked.probe()).await?;
    let page = Page::build(&request, &asked, rows, |row| row.number, Checkpoint::from);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export the checkpoints of the audit
///
/// The same as a file: `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "audit", security(("bearer" = ["admin"])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), CheckpointQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/audit/checkpoints.{form:csv|ndjson|xlsx}")]
async fn export_audit_checkpoints(
    by: Admin,
    request: HttpRequest,
    db: web::Data<Db>,
    _query: Query<CheckpointQuery>,
) -> Result<HttpResponse, AppError> {
    export::send(&request, &db, by.caller(), SHEET, Checkpoints::default()).await
}

/// Describe the file of checkpoints
///
/// What each column of the export means, its type or unit.
#[utoipa::path(tag = "audit", security(("bearer" = ["admin"])), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/audit/checkpoints/metadata.json")]
async fn get_audit_checkpoint_metadata(_by: Admin, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}
