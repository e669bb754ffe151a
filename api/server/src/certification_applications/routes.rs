//! Applications for a certificate over HTTP.

use super::actions::{self, Around};
use super::export::{Applications, SHEET};
use super::store::{self, Filter};
use super::wire::{
    CertificationApplication, CertificationApplicationCreate, CertificationApplicationEntry,
    CertificationApplicationUpdate, CertificationStepCreate,
};
use super::{drafting, entries, reading, review_routes};
use crate::app::App;
use crate::auth::Person;
use crate::auth::token::Claims;
use crate::db::{Db, Guarded, transact};
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Form, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::precondition::IfMatch;
use crate::http::words::words;
use crate::http::{AppError, Body, Query, codes};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, delete, get, post, put, web};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_certification_applications)
        .service(export_certification_applications)
        .service(get_certification_application_metadata)
        .service(create_certification_application)
        .service(get_certification_application)
        .service(update_certification_application)
        .service(delete_certification_application)
        .service(step_certification_application)
        .configure(review_routes::mount);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct CertificationApplicationQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// Where they stand.
    #[param(example = "submitted,in_review")]
    stage: Option<String>,
    /// Only those that the caller began.
    own: Option<bool>,
    /// Only those that the caller reviews.
    mine: Option<bool>,
}

impl CertificationApplicationQuery {
    fn filter(&self, by: &Claims) -> Result<Filter, AppError> {
        let mut faults = Vec::new();
        let filter = Filter {
            stage: words("stage", self.stage.as_deref(), &mut faults),
            reviewer: self.mine.unwrap_or(false).then_some(by.sub),
            account: self.own.unwrap_or(false).then_some(by.sub),
        };
        if faults.is_empty() {
            Ok(filter)
        } else {
            Err(AppError::Query(&codes::BAD_PARAMETER, faults))
        }
    }
}

/// List applications for a certificate
///
/// One's own, those of the firm one speaks for, and for those who run the scheme all that were submitted.
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(CertificationApplicationQuery),
    responses((status = 200, description = "A page of applications, newest first", body = Page<CertificationApplicationEntry>)))]
#[get("/certification-applications")]
async fn list_certification_applications(
    by: Person,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<CertificationApplicationQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return send(&by, &request, &app, &db, &query).await;
    }
    let asked = Asked::<Uuid>::read(&request, query.limit, query.cursor.as_deref())?;
    let filter = query.filter(&by.0)?;
    let mut conn = db.as_caller(by.caller()).await?;
    let from = asked.cursor.as_ref().map(|cursor| cursor.key);
    let rows = store::list(&mut conn, &filter, from, asked.back(), asked.probe()).await?;
    let all = entries::entries(&mut conn, rows, app.now().date_naive()).await?;
    let page = Page::build(&request, &asked, all, |one| one.id, |one| one);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export applications for a certificate
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), CertificationApplicationQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/certification-applications.{form:csv|ndjson|xlsx}")]
async fn export_certification_applications(
    by: Person,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<CertificationApplicationQuery>,
) -> Result<HttpResponse, AppError> {
    send(&by, &request, &app, &db, &query).await
}

async fn send(
    by: &Person,
    request: &HttpRequest,
    app: &App,
    db: &Db,
    query: &CertificationApplicationQuery,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    let applications = Applications {
        filter: query.filter(&by.0)?,
        today: app.now().date_naive(),
        from: None,
        over: false,
    };
    export::send(request, db, by.caller(), SHEET, applications).await
}

/// Describe the file of applications for a certificate
#[utoipa::path(tag = "certification", security(("bearer" = [])), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/certification-applications/metadata.json")]
async fn get_certification_application_metadata(_by: Person, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Begin an application for a certificate
///
/// A draft that is saved and gone on with anywhere. A firm's owner or security officer applies for its accreditation;
/// with `renews` a certificate is renewed.
#[utoipa::path(tag = "certification", security(("bearer" = [])), request_body = CertificationApplicationCreate, params(DryRun),
    responses((status = 201, description = "Begun", body = CertificationApplication)))]
#[post("/certification-applications")]
async fn create_certification_application(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<DryRun>,
    body: Body<CertificationApplicationCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = actions::begin(&mut conn, &by.0, body.value, app.now(), query.dry()).await?;
    let whole = reading::whole(&mut conn, &by.0, row, app.now().date_naive()).await?;
    Ok(shown(HttpResponse::Created(), whole))
}

/// Get an application for a certificate
///
/// With what is asked, what is there, what is missing, and the steps that the caller can take.
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the application")),
    responses((status = 200, description = "The application", body = CertificationApplication)))]
#[get("/certification-applications/{id}")]
async fn get_certification_application(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("certification_application"))?;
    let whole = reading::whole(&mut conn, &by.0, row, app.now().date_naive()).await?;
    Ok(shown(HttpResponse::Ok(), whole))
}

/// Save a draft
///
/// Whole: what is left out is empty. Also while a reviewer's questions are open.
#[utoipa::path(tag = "certification", security(("bearer" = [])), request_body = CertificationApplicationUpdate,
    params(("id" = Uuid, Path, description = "Id of the application"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The application", body = CertificationApplication)))]
#[put("/certification-applications/{id}")]
async fn update_certification_application(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<CertificationApplicationUpdate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let now = app.now();
    let row = drafting::update(&mut conn, &by.0, *id, &version, body.value, now, query.dry()).await?;
    let whole = reading::whole(&mut conn, &by.0, row, now.date_naive()).await?;
    Ok(shown(HttpResponse::Ok(), whole))
}

/// Throw a draft away
#[utoipa::path(tag = "certification", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "Id of the application"), ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 204, description = "Thrown away")))]
#[delete("/certification-applications/{id}")]
async fn delete_certification_application(
    by: Person,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    drafting::discard(&mut conn, &by.0, *id, &version).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Take a step with an application
///
/// The applicant submits, answers, appeals and withdraws; the scheme's administrators assign, grant and refuse; the
/// reviewer asks; an administrator who had no part in the decision judges an appeal.
#[utoipa::path(tag = "certification", security(("bearer" = [])), request_body = CertificationStepCreate,
    params(("id" = Uuid, Path, description = "Id of the application"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The application after the step", body = CertificationApplication)))]
#[post("/certification-applications/{id}/steps")]
async fn step_certification_application(
    by: Person,
    request: HttpRequest,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<CertificationStepCreate>,
) -> Result<HttpResponse, AppError> {
    let around = Around::of(&request, &by.0)?;
    let mut conn: Guarded = db.as_caller(by.caller()).await?;
    let asked = body.value;
    let whole = transact(&mut conn, query.dry(), async |conn| {
        let row = actions::take_step(conn, &around, *id, &version, asked).await?;
        reading::whole(conn, &by.0, row, around.today()).await
    })
    .await?;
    Ok(shown(HttpResponse::Ok(), whole))
}

/// An application with its version.
pub fn shown(mut response: HttpResponseBuilder, whole: CertificationApplication) -> HttpResponse {
    response.insert_header(("etag", whole.etag.clone())).json(whole)
}
