//! Responders over HTTP.

use super::actions;
use super::wire::{Duty, DutyCreate, Responders, Rota};
use crate::app::App;
use crate::auth::{SchemeAdministrator, SignedIn};
use crate::db::Db;
use crate::http::dry_run::DryRun;
use crate::http::{AppError, Body, Fault, Query, codes};
use actix_web::{HttpResponse, delete, get, post, web};
use bellbuoy_domain::account::Role;
use bellbuoy_domain::certification::rota::Need;
use bellbuoy_domain::certification::{WorkDomain, find_language};
use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// How far the rota is shown when nothing else is asked.
const AHEAD: TimeDelta = TimeDelta::days(28);
/// The longest time that is shown at once.
const LONGEST: TimeDelta = TimeDelta::days(366);

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_responders)
        .service(get_rota)
        .service(create_duty)
        .service(delete_duty);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ResponderQuery {
    /// The moment; now when absent.
    at: Option<DateTime<Utc>>,
    /// What help is needed with.
    domain: Option<WorkDomain>,
    /// ISO 639-1.
    #[param(example = "en")]
    language: Option<String>,
}

fn for_helpers(role: Role) -> Result<(), AppError> {
    if matches!(
        role,
        Role::Analyst | Role::DutyOfficer | Role::SchemeAdministrator | Role::Admin
    ) {
        return Ok(());
    }
    let why = "who is on call is told to those who answer calls for help";
    Err(AppError::refused(&codes::FORBIDDEN, why))
}

/// List who can be called for help
///
/// On call and certified at that moment, the best match first, with every way to reach them.
#[utoipa::path(tag = "certification", security(("bearer" = ["analyst", "duty_officer", "scheme_administrator", "admin"])), params(ResponderQuery),
    responses((status = 200, description = "Who can be called", body = Responders)))]
#[get("/responders")]
async fn list_responders(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<ResponderQuery>,
) -> Result<web::Json<Responders>, AppError> {
    for_helpers(by.0.role)?;
    if let Some(code) = query
        .language
        .as_deref()
        .filter(|code| find_language(code).is_none())
    {
        let why = format!("`{code}` is not a code of ISO 639-1, such as en");
        let fault = Fault::new("?language", "unknown_language", why);
        return Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]));
    }
    let need = Need {
        at: query.at.unwrap_or_else(|| app.now()),
        domain: query.domain,
        language: query.language.clone(),
    };
    let mut conn = db.as_caller(by.caller()).await?;
    Ok(web::Json(actions::responders(&mut conn, need).await?))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct RotaQuery {
    /// From when; now when absent.
    from: Option<DateTime<Utc>>,
    /// Up to when; four weeks later when absent.
    to: Option<DateTime<Utc>>,
}

/// Get the rota
///
/// Who is on call when, and the times for which nobody is.
#[utoipa::path(tag = "certification", security(("bearer" = ["analyst", "duty_officer", "scheme_administrator", "admin"])), params(RotaQuery),
    responses((status = 200, description = "The rota", body = Rota)))]
#[get("/rota")]
async fn get_rota(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<RotaQuery>,
) -> Result<web::Json<Rota>, AppError> {
    for_helpers(by.0.role)?;
    let from = query.from.unwrap_or_else(|| app.now());
    let to = query.to.unwrap_or(from + AHEAD);
    if to <= from || to - from > LONGEST {
        let fault = Fault::new(
            "?to",
            "order",
            "`to` has to be later than `from`, by a year at most",
        );
        return Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]));
    }
    let mut conn = db.as_caller(by.caller()).await?;
    Ok(web::Json(actions::rota(&mut conn, from, to).await?))
}

/// Put somebody on the rota
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), request_body = DutyCreate, params(DryRun),
    responses((status = 201, description = "Entered", body = Duty)))]
#[post("/duties")]
async fn create_duty(
    by: SchemeAdministrator,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<DryRun>,
    body: Body<DutyCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let duty = actions::enter(&mut conn, &by.0, &body.value, app.now(), query.dry()).await?;
    Ok(HttpResponse::Created().json(duty))
}

/// Take somebody off the rota
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), params(("id" = Uuid, Path, description = "Id of the duty")),
    responses((status = 204, description = "Removed")))]
#[delete("/duties/{id}")]
async fn delete_duty(
    by: SchemeAdministrator,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    actions::remove(&mut conn, &by.0, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}
