//! Complaints over HTTP.

use super::export::{Complaints, SHEET};
use super::wire::{Complaint, ComplaintCreate, ComplaintMade, ComplaintState, ComplaintStepCreate};
use super::{actions, store};
use crate::app::App;
use crate::auth::{Anyone, SchemeAdministrator};
use crate::db::{Caller, Db, transact};
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Form, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::precondition::IfMatch;
use crate::http::words::words;
use crate::http::{AppError, Body, Query, codes};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use bellbuoy_domain::certification::ComplaintStatus;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(create_complaint)
        .service(get_own_complaint)
        .service(list_complaints)
        .service(export_complaints)
        .service(get_complaint_metadata)
        .service(get_complaint)
        .service(step_complaint);
}

/// Complain about the holder of a certificate
///
/// Without an account, and without a name if that is wished. The key in the answer is told once; it shows what became
/// of it.
#[utoipa::path(tag = "certification", security(()), request_body = ComplaintCreate, params(DryRun),
    responses((status = 201, description = "Taken in", body = ComplaintMade)))]
#[post("/complaints")]
async fn create_complaint(
    _by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<DryRun>,
    body: Body<ComplaintCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let (complaint, key) = actions::take_in(&mut conn, body.value, app.now(), query.dry()).await?;
    Ok(HttpResponse::Created().json(ComplaintMade { key, complaint }))
}

/// Follow one's complaint
#[utoipa::path(tag = "certification", security(()), params(("key" = String, Path, description = "The word that was told when complaining")),
    responses((status = 200, description = "Where it stands", body = ComplaintState)))]
#[get("/complaints/own/{key}")]
async fn get_own_complaint(
    _by: Anyone,
    db: web::Data<Db>,
    key: web::Path<String>,
) -> Result<web::Json<ComplaintState>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    Ok(web::Json(actions::follow(&mut conn, &key).await?))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ComplaintQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// Where they stand.
    #[param(example = "received,investigating")]
    status: Option<String>,
}

impl ComplaintQuery {
    fn status(&self) -> Result<Option<Vec<ComplaintStatus>>, AppError> {
        let mut faults = Vec::new();
        let status = words("status", self.status.as_deref(), &mut faults);
        if faults.is_empty() {
            Ok(status)
        } else {
            Err(AppError::Query(&codes::BAD_PARAMETER, faults))
        }
    }
}

/// List complaints
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), params(ComplaintQuery),
    responses((status = 200, description = "A page of complaints, newest first", body = Page<Complaint>)))]
#[get("/complaints")]
async fn list_complaints(
    by: SchemeAdministrator,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<ComplaintQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return send(&by, &request, &db, &query).await;
    }
    let status = query.status()?;
    let asked = Asked::<Uuid>::read(&request, query.limit, query.cursor.as_deref())?;
    let mut conn = db.as_caller(by.caller()).await?;
    let from = asked.cursor.as_ref().map(|cursor| cursor.key);
    let rows = store::list(&mut conn, status.as_deref(), from, asked.back(), asked.probe()).await?;
    let all = actions::all(&mut conn, rows).await?;
    let page = Page::build(&request, &asked, all, |one| one.id, |one| one);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export complaints
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), ComplaintQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/complaints.{form:csv|ndjson|xlsx}")]
async fn export_complaints(
    by: SchemeAdministrator,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<ComplaintQuery>,
) -> Result<HttpResponse, AppError> {
    send(&by, &request, &db, &query).await
}

async fn send(
    by: &SchemeAdministrator,
    request: &HttpRequest,
    db: &Db,
    query: &ComplaintQuery,
) -> Result<HttpResponse, AppError> {
    let complaints = Complaints {
        status: query.status()?,
        from: None,
        over: false,
    };
    export::send(request, db, by.caller(), SHEET, complaints).await
}

/// Describe the file of complaints
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/complaints/metadata.json")]
async fn get_complaint_metadata(_by: SchemeAdministrator, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Get a complaint
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), params(("id" = Uuid, Path, description = "Id of the complaint")),
    responses((status = 200, description = "The complaint", body = Complaint)))]
#[get("/complaints/{id}")]
async fn get_complaint(
    by: SchemeAdministrator,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("complaint"))?;
    let found = actions::shown(&mut conn, row).await?;
    Ok(answer(found))
}

/// Take a step with a complaint
///
/// Investigate, uphold or dismiss; with `sanction` the certificate is suspended, revoked or reinstated in the same
/// moment, or neither happens.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), request_body = ComplaintStepCreate,
    params(("id" = Uuid, Path, description = "Id of the complaint"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The complaint after the step", body = Complaint)))]
#[post("/complaints/{id}/steps")]
async fn step_complaint(
    by: SchemeAdministrator,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<ComplaintStepCreate>,
) -> Result<HttpResponse, AppError> {
    let now = app.now();
    let mut conn = db.as_caller(by.caller()).await?;
    let asked = body.value;
    let found = transact(&mut conn, query.dry(), async |conn| {
        actions::take_step(conn, &by.0, *id, &version, asked, now).await
    })
    .await?;
    Ok(answer(found))
}

fn answer(found: Complaint) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("etag", found.etag.clone()))
        .json(found)
}
