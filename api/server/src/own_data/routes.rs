//! Taking the own data along, correcting them, and leaving.

use super::kept::KEPT;
use super::wire::{AddressConfirmation, AddressCreate, Kept, NameUpdate};
use super::{actions, address};
use crate::app::App;
use crate::auth::factors::wire::Confirmation;
use crate::auth::wire::Me;
use crate::auth::{Person, own_account};
use crate::db::Db;
use crate::http::{AppError, Body};
use actix_web::{HttpResponse, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(create_own_copy)
        .service(update_name)
        .service(create_address)
        .service(create_address_confirmation)
        .service(create_removal);
}

/// Take my data along
///
/// Everything of one's own as a ZIP archive: each table as JSON and CSV, a word to the reader, and checksums.
#[utoipa::path(tag = "auth", security(("bearer" = [])), request_body = Confirmation,
    responses((status = 200, description = "The archive", content_type = "application/zip")))]
#[post("/me/copies")]
async fn create_own_copy(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<Confirmation>,
) -> Result<HttpResponse, AppError> {
    let archive = actions::take_along(&app, &db, &by.0, body.value).await?;
    Ok(HttpResponse::Ok()
        .content_type("application/zip")
        .insert_header(("cache-control", "no-store"))
        .insert_header((
            "content-disposition",
            "attachment; filename=\"bellbuoy-own-data.zip\"",
        ))
        .body(archive))
}

/// Correct my name
#[utoipa::path(tag = "auth", security(("bearer" = [])), request_body = NameUpdate,
    responses((status = 200, description = "The person now", body = Me)))]
#[post("/me/name")]
async fn update_name(
    by: Person,
    db: web::Data<Db>,
    body: Body<NameUpdate>,
) -> Result<web::Json<Me>, AppError> {
    actions::rename(&db, &by.0, &body.value.name).await?;
    Ok(web::Json(own_account(&db, &by.0).await?))
}

/// Ask for another address
///
/// A word is sent to it; nothing changes before that is given back. The answer is the same for an address that somebody
/// else has.
#[utoipa::path(tag = "auth", security(("bearer" = [])), request_body = AddressCreate,
    responses((status = 202, description = "A letter is on its way")))]
#[post("/me/addresses")]
async fn create_address(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<AddressCreate>,
) -> Result<HttpResponse, AppError> {
    address::ask(&app, &db, &by.0, body.value).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Take another address
///
/// With the word that was sent to it. The old address gets a letter.
#[utoipa::path(tag = "auth", security(("bearer" = [])), request_body = AddressConfirmation,
    responses((status = 200, description = "The person now", body = Me)))]
#[post("/me/addresses/confirmations")]
async fn create_address_confirmation(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<AddressConfirmation>,
) -> Result<web::Json<Me>, AppError> {
    address::take(&app, &db, &by.0, body.value).await?;
    Ok(web::Json(own_account(&db, &by.0).await?))
}

/// Have my account removed
///
/// Name and address go at once, sessions and keys end, the membership is left. The answer says what stays, and why.
#[utoipa::path(tag = "auth", security(("bearer" = [])), request_body = Confirmation,
    responses((status = 201, description = "What stays", body = Vec<Kept>)))]
#[post("/me/removals")]
async fn create_removal(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<Confirmation>,
) -> Result<HttpResponse, AppError> {
    actions::remove(&app, &db, &by.0, body.value).await?;
    let kept = KEPT.iter().map(|(what, why)| Kept {
        what: (*what).to_owned(),
        why: (*why).to_owned(),
    });
    Ok(HttpResponse::Created().json(kept.collect::<Vec<_>>()))
}
