//! The own second factor.

use super::actions;
use super::wire::{Confirmation, FactorConfirm, FactorSecret, Factors, RecoveryCodes};
use crate::app::App;
use crate::auth::Person;
use crate::db::Db;
use crate::http::{AppError, Body};
use actix_web::{HttpResponse, get, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(get_factors)
        .service(create_factor)
        .service(create_factor_confirmation)
        .service(create_factor_removal)
        .service(create_recovery_codes);
}

/// My second factor
///
/// Also for people of the platform who have none yet, and may do nothing else.
#[utoipa::path(tag = "auth", security(("bearer" = [])), responses((status = 200, description = "What is set up", body = Factors)))]
#[get("/me/factors")]
async fn get_factors(by: Person, db: web::Data<Db>) -> Result<web::Json<Factors>, AppError> {
    Ok(web::Json(actions::show(&db, &by.0).await?))
}

/// Begin a second factor
///
/// Gives a secret for an authenticator. It counts once its first code was given; one from before counts until then.
#[utoipa::path(tag = "auth", security(("bearer" = [])), request_body = Confirmation,
    responses((status = 201, description = "The secret, told once", body = FactorSecret)))]
#[post("/me/factors")]
async fn create_factor(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<Confirmation>,
) -> Result<HttpResponse, AppError> {
    let secret = actions::begin(&app, &db, &by.0, body.value).await?;
    Ok(told(HttpResponse::Created()).json(secret))
}

/// Give the first code
///
/// From here on the second factor counts; renew the session to act with it.
#[utoipa::path(tag = "auth", security(("bearer" = [])), request_body = FactorConfirm,
    responses((status = 201, description = "Recovery codes, told once", body = RecoveryCodes)))]
#[post("/me/factors/confirmations")]
async fn create_factor_confirmation(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<FactorConfirm>,
) -> Result<HttpResponse, AppError> {
    let codes = actions::confirm(&app, &db, &by.0, &body.value.code).await?;
    Ok(told(HttpResponse::Created()).json(codes))
}

/// Take the second factor away
///
/// Not for people of the platform, who need one.
#[utoipa::path(tag = "auth", security(("bearer" = [])), request_body = Confirmation,
    responses((status = 204, description = "Taken away")))]
#[post("/me/factors/removals")]
async fn create_factor_removal(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<Confirmation>,
) -> Result<HttpResponse, AppError> {
    actions::remove(&app, &db, &by.0, body.value).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Make new recovery codes
///
/// All before are no use any more.
#[utoipa::path(tag = "auth", security(("bearer" = [])), request_body = Confirmation,
    responses((status = 201, description = "Recovery codes, told once", body = RecoveryCodes)))]
#[post("/me/recovery-codes")]
async fn create_recovery_codes(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<Confirmation>,
) -> Result<HttpResponse, AppError> {
    let codes = actions::renew_recovery(&app, &db, &by.0, body.value).await?;
    Ok(told(HttpResponse::Created()).json(codes))
}

/// An answer that no cache may keep.
fn told(mut response: actix_web::HttpResponseBuilder) -> actix_web::HttpResponseBuilder {
    response.insert_header(("cache-control", "no-store"));
    response
}
