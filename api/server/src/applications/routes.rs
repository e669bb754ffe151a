//! Applying, following one's application, and deciding on it.

use super::export::{Applications, SHEET};
use super::model::ApplicationRow;
use super::wire::{
    AnswerCreate, Application, ApplicationCreate, ApplicationDecisionCreate, ApplicationMade,
    ApplicationState,
};
use super::{actions, store};
use crate::app::App;
use crate::auth::{Admin, Anyone};
use crate::db::{Caller, Db};
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::precondition::IfMatch;
use crate::http::words::words;
use crate::http::{AppError, Body, Query, codes};
use crate::mail::Links;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use bellbuoy_domain::account::ApplicationStatus;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(create_application)
        .service(get_own_application)
        .service(answer_question)
        .service(list_applications)
        .service(export_applications)
        .service(get_application_metadata)
        .service(get_application)
        .service(decide_application);
}

/// Apply for membership
///
/// An administrator vets it. The key in the answer is told once; it shows where the application stands.
#[utoipa::path(tag = "organisations", security(()), request_body = ApplicationCreate, params(DryRun),
    responses((status = 201, description = "Taken in", body = ApplicationMade)))]
#[post("/applications")]
async fn create_application(
    _by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<DryRun>,
    body: Body<ApplicationCreate>,
) -> Result<HttpResponse, AppError> {
    let base = Links::of(&request)?.base;
    let mut conn = db.as_caller(Caller::System).await?;
    let (row, key) = actions::apply(&mut conn, body.value, &base, app.now(), query.dry()).await?;
    Ok(HttpResponse::Created().json(ApplicationMade {
        key,
        application: row.into(),
    }))
}

/// Follow one's application
///
/// By the key that was told when applying.
#[utoipa::path(tag = "organisations", security(()), params(("key" = String, Path, description = "The applicant's key")),
    responses((status = 200, description = "Where it stands", body = ApplicationState)))]
#[get("/applications/own/{key}")]
async fn get_own_application(
    _by: Anyone,
    db: web::Data<Db>,
    key: web::Path<String>,
) -> Result<web::Json<ApplicationState>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    Ok(web::Json(actions::by_key(&mut conn, &key).await?.into()))
}

/// Answer the administrators' question
#[utoipa::path(tag = "organisations", security(()), request_body = AnswerCreate,
    params(("key" = String, Path, description = "The applicant's key")),
    responses((status = 201, description = "Where it stands now", body = ApplicationState)))]
#[post("/applications/own/{key}/answers")]
async fn answer_question(
    _by: Anyone,
    db: web::Data<Db>,
    key: web::Path<String>,
    body: Body<AnswerCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let row = actions::answer(&mut conn, &key, body.value.answer).await?;
    Ok(HttpResponse::Created().json(ApplicationState::from(row)))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ApplicationQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// Where it stands.
    #[param(example = "applied,asked")]
    status: Option<String>,
}

impl ApplicationQuery {
    fn status(&self) -> Result<Option<Vec<ApplicationStatus>>, AppError> {
        let mut faults = Vec::new();
        let status = words("status", self.status.as_deref(), &mut faults);
        if faults.is_empty() {
            Ok(status)
        } else {
            Err(AppError::Query(&codes::BAD_PARAMETER, faults))
        }
    }
}

/// List applications
#[utoipa::path(tag = "organisations", security(("bearer" = ["admin"])), params(ApplicationQuery),
    responses((status = 200, description = "A page of applications, newest first", body = Page<Application>)))]
#[get("/applications")]
async fn list_applications(
    by: Admin,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<ApplicationQuery>,
) -> Result<HttpResponse, AppError> {
    let status = query.status()?;
    let asked = Asked::<Uuid>::read(&request, query.limit, query.cursor.as_deref())?;
    let mut conn = db.as_caller(by.caller()).await?;
    let from = asked.cursor.as_ref().map(|cursor| cursor.key);
    let rows = store::list(&mut conn, status.as_deref(), from, asked.back(), asked.probe()).await?;
    let page = Page::build(&request, &asked, rows, |row| row.id, Application::from);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export applications
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "organisations", security(("bearer" = ["admin"])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), ApplicationQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/applications.{form:csv|ndjson|xlsx}")]
async fn export_applications(
    by: Admin,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<ApplicationQuery>,
) -> Result<HttpResponse, AppError> {
    let applications = Applications {
        status: query.status()?,
        from: None,
        over: false,
    };
    export::send(&request, &db, by.caller(), SHEET, applications).await
}

/// Describe the file of applications
#[utoipa::path(tag = "organisations", security(("bearer" = ["admin"])), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/applications/metadata.json")]
async fn get_application_metadata(_by: Admin, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Get an application
#[utoipa::path(tag = "organisations", security(("bearer" = ["admin"])), params(("id" = Uuid, Path, description = "Id of the application")),
    responses((status = 200, description = "The application", body = Application)))]
#[get("/applications/{id}")]
async fn get_application(
    by: Admin,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("application"))?;
    Ok(shown(row, None))
}

/// Decide on an application
///
/// Asks a question, approves or refuses. Approval makes the organisation and invites the officer as its owner.
#[utoipa::path(tag = "organisations", security(("bearer" = ["admin"])), request_body = ApplicationDecisionCreate,
    params(("id" = Uuid, Path, description = "Id of the application"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The application after the decision", body = Application)))]
#[post("/applications/{id}/decisions")]
async fn decide_application(
    by: Admin,
    request: HttpRequest,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<ApplicationDecisionCreate>,
) -> Result<HttpResponse, AppError> {
    let links = Links::of(&request)?;
    let mut conn = db.as_caller(by.caller()).await?;
    let (row, link) = actions::decide(
        &mut conn,
        &by.0,
        *id,
        &version,
        body.value,
        &links.base,
        query.dry(),
    )
    .await?;
    Ok(shown(row, link.filter(|_| links.told)))
}

fn shown(row: ApplicationRow, link: Option<String>) -> HttpResponse {
    let tag = row.etag();
    HttpResponse::Ok().insert_header(("etag", tag)).json(Application {
        link,
        ..Application::from(row)
    })
}
