//! Reviewing an application, and being a referee.

use super::actions::Around;
use super::routes::shown;
use super::wire::{
    CertificationApplication, FindingUpdate, ReferenceCreate, ReferenceRequest, ReviewerCandidate,
};
use super::{conflicts, reading, referees, reviewing, store};
use crate::app::App;
use crate::auth::{Anyone, Person};
use crate::db::{Caller, Db, transact};
use crate::http::dry_run::DryRun;
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Body, Query, codes};
use actix_web::{HttpRequest, HttpResponse, get, post, put, web};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of reviews and references.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_reviewers)
        .service(update_finding)
        .service(send_reminder)
        .service(get_reference_request)
        .service(create_reference);
}

/// List who could review an application
///
/// With what stands in the way of each, as an employment by the applicant's firm within 24 months.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator", "qa_reviewer"])), params(("id" = Uuid, Path, description = "Id of the application")),
    responses((status = 200, description = "Everybody who reviews", body = Vec<ReviewerCandidate>)))]
#[get("/certification-applications/{id}/reviewers")]
async fn list_reviewers(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<web::Json<Vec<ReviewerCandidate>>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("certification_application"))?;
    if !by.0.role.runs_schemes() || row.account_id == by.0.sub {
        let why = "those who run the scheme see who could review";
        return Err(AppError::refused(&codes::FORBIDDEN, why));
    }
    let all = conflicts::candidates(&mut conn, &row, app.now().date_naive()).await?;
    Ok(web::Json(all))
}

/// Say what was found on a requirement
///
/// By who was assigned to review the application. Every requirement needs one before it can be granted.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator", "qa_reviewer"])), request_body = FindingUpdate,
    params(("id" = Uuid, Path, description = "Id of the application"), ("requirement" = String, Path, description = "Code of the requirement"), DryRun,
        ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The application", body = CertificationApplication)))]
#[put("/certification-applications/{id}/findings/{requirement}")]
async fn update_finding(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    path: web::Path<(Uuid, String)>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<FindingUpdate>,
) -> Result<HttpResponse, AppError> {
    let (id, requirement) = path.into_inner();
    let now = app.now();
    let mut conn = db.as_caller(by.caller()).await?;
    let asked = body.value;
    let whole = transact(&mut conn, query.dry(), async |conn| {
        let row = reviewing::find(conn, &by.0, id, &requirement, &version, asked, now).await?;
        reading::whole(conn, &by.0, row, now.date_naive()).await
    })
    .await?;
    Ok(shown(HttpResponse::Ok(), whole))
}

/// Remind a referee
///
/// Of one's own application, not before three days. The link in the earlier letter stops working.
#[utoipa::path(tag = "certification", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "Id of the application"), ("referee" = Uuid, Path, description = "Id of the referee")),
    responses((status = 204, description = "Reminded")))]
#[post("/certification-applications/{id}/referees/{referee}/reminders")]
async fn send_reminder(
    by: Person,
    request: HttpRequest,
    db: web::Data<Db>,
    path: web::Path<(Uuid, Uuid)>,
) -> Result<HttpResponse, AppError> {
    let (id, referee) = path.into_inner();
    let around = Around::of(&request, &by.0)?;
    let mut conn = db.as_caller(by.caller()).await?;
    referees::remind(&mut conn, &around, id, referee).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Read what one is asked as a referee
///
/// By the word in the link of the letter.
#[utoipa::path(tag = "certification", security(()), params(("key" = String, Path, description = "The word in the link")),
    responses((status = 200, description = "Who asks, and for what", body = ReferenceRequest)))]
#[get("/references/{key}")]
async fn get_reference_request(
    _by: Anyone,
    db: web::Data<Db>,
    key: web::Path<String>,
) -> Result<web::Json<ReferenceRequest>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    Ok(web::Json(referees::look_up(&mut conn, &key).await?))
}

/// Give a reference
///
/// Once. The applicant does not read it.
#[utoipa::path(tag = "certification", security(()), request_body = ReferenceCreate, params(("key" = String, Path, description = "The word in the link")),
    responses((status = 201, description = "Taken in", body = ReferenceRequest)))]
#[post("/references/{key}")]
async fn create_reference(
    _by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    key: web::Path<String>,
    body: Body<ReferenceCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let told = referees::answer(&mut conn, &key, &body.value, app.now()).await?;
    Ok(HttpResponse::Created().json(told))
}
