//! The first start.

use super::actions;
use super::wire::{Setup, SetupCreate};
use crate::app::App;
use crate::auth::Public;
use crate::db::{Caller, Db};
use crate::http::{AppError, Body};
use actix_web::{HttpResponse, get, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config.service(get_setup).service(create_setup);
}

/// Is the site to be set up
///
/// By the word in the link that the server prints at its start, as long as there is no administrator.
#[utoipa::path(tag = "site", security(()), params(("word" = String, Path, description = "The word in the link")),
    responses((status = 200, description = "The link works", body = Setup)))]
#[get("/setup/{word}")]
async fn get_setup(
    _by: Public,
    app: web::Data<App>,
    db: web::Data<Db>,
    word: web::Path<String>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    actions::check(&app, &mut conn, &word).await?;
    let site = app.config.name.clone();
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "no-store"))
        .json(Setup { site }))
}

/// Set the site up
///
/// Enters the organisation that runs it and the first administrator, who signs in afterwards and sets up a second
/// factor. The link is no use any more.
#[utoipa::path(tag = "site", security(()), params(("word" = String, Path, description = "The word in the link")),
    request_body = SetupCreate, responses((status = 204, description = "Set up: sign in")))]
#[post("/setup/{word}")]
async fn create_setup(
    _by: Public,
    app: web::Data<App>,
    db: web::Data<Db>,
    word: web::Path<String>,
    body: Body<SetupCreate>,
) -> Result<HttpResponse, AppError> {
    actions::create(&app, &db, &word, body.value).await?;
    Ok(HttpResponse::NoContent().finish())
}
