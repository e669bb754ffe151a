//! One's own entry in the register.

use super::wire::{Consultant, ConsultantProfile, Engagement, EngagementCreate};
use super::{engagements, profile};
use crate::app::App;
use crate::auth::Person;
use crate::db::Db;
use crate::http::dry_run::DryRun;
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Body, Query};
use actix_web::{HttpResponse, delete, get, post, put, web};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of one's own entry.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(get_own_consultant)
        .service(update_own_consultant)
        .service(create_own_engagement)
        .service(delete_own_engagement);
}

/// Get one's own profile in the register
#[utoipa::path(tag = "certification", security(("bearer" = [])), responses((status = 200, description = "The profile", body = Consultant)))]
#[get("/consultants/own")]
async fn get_own_consultant(by: Person, db: web::Data<Db>) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    Ok(shown(profile::get(&mut conn, &by.0).await?, false))
}

/// Write one's own profile in the register
///
/// Whole: what is left out is empty. The first time begins it; later ones need `If-Match`. Others see it once a first
/// certificate was granted.
#[utoipa::path(tag = "certification", security(("bearer" = [])), request_body = ConsultantProfile,
    params(DryRun, ("If-Match" = Option<String>, Header, description = "ETag of the version you read; not for the first time")),
    responses((status = 200, description = "The profile", body = Consultant), (status = 201, description = "Begun", body = Consultant)))]
#[put("/consultants/own")]
async fn update_own_consultant(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    version: Option<IfMatch>,
    query: Query<DryRun>,
    body: Body<ConsultantProfile>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let (profile, made) = profile::put(&mut conn, &by.0, version, body.value, app.now(), query.dry()).await?;
    Ok(shown(profile, made))
}

/// State for whom one works or worked
///
/// It counts once the firm or the scheme has confirmed it.
#[utoipa::path(tag = "certification", security(("bearer" = [])), request_body = EngagementCreate, params(DryRun),
    responses((status = 201, description = "Stated", body = Engagement)))]
#[post("/consultants/own/engagements")]
async fn create_own_engagement(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<DryRun>,
    body: Body<EngagementCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let made = engagements::engage(&mut conn, &by.0, &body.value, app.now(), query.dry()).await?;
    Ok(HttpResponse::Created().json(made))
}

/// Take an engagement back
///
/// For one that does not hold, or whose days were wrong: state it anew. What was known before stays readable.
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the engagement")),
    responses((status = 200, description = "All engagements", body = Vec<Engagement>)))]
#[delete("/consultants/own/engagements/{id}")]
async fn delete_own_engagement(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<web::Json<Vec<Engagement>>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    Ok(web::Json(
        engagements::retract(&mut conn, &by.0, *id, app.now()).await?,
    ))
}

fn shown(profile: Consultant, made: bool) -> HttpResponse {
    let tag = profile.etag.clone();
    let mut response = if made {
        HttpResponse::Created()
    } else {
        HttpResponse::Ok()
    };
    response.insert_header(("etag", tag)).json(profile)
}
