//! The own sessions and password.

use super::actions;
use super::wire::{AccountCreate, OwnSession, PasswordChange, PasswordChoice, PasswordLink, PasswordRequest};
use crate::app::App;
use crate::auth::{Person, Public};
use crate::db::Db;
use crate::http::{AppError, Body};
use crate::mail::Links;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, web};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_own_sessions)
        .service(delete_own_sessions)
        .service(delete_own_session)
        .service(update_password)
        .service(create_account)
        .service(create_password_link)
        .service(get_password_link)
        .service(set_password);
}

/// Where I am signed in
///
/// The latest first.
#[utoipa::path(tag = "auth", security(("bearer" = [])), responses((status = 200, description = "Sessions that have not ended", body = Vec<OwnSession>)))]
#[get("/me/sessions")]
async fn list_own_sessions(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<web::Json<Vec<OwnSession>>, AppError> {
    let rows = actions::sessions(&app, &db, &by.0).await?;
    let told = |row| OwnSession::of(row, by.0.sid);
    Ok(web::Json(rows.into_iter().map(told).collect()))
}

/// Sign out everywhere
///
/// Every session ends, this one too, on every server within a second.
#[utoipa::path(tag = "auth", security(("bearer" = [])), responses((status = 204, description = "Signed out everywhere")))]
#[delete("/me/sessions")]
async fn delete_own_sessions(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<HttpResponse, AppError> {
    actions::end(&app, &db, &by.0, None).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Sign out elsewhere
#[utoipa::path(tag = "auth", security(("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the session")),
    responses((status = 204, description = "That session has ended")))]
#[delete("/me/sessions/{id}")]
async fn delete_own_session(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    actions::end(&app, &db, &by.0, Some(*id)).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Change my password
///
/// Every other session ends.
#[utoipa::path(tag = "auth", security(("bearer" = [])), request_body = PasswordChange,
    responses((status = 204, description = "Changed")))]
#[post("/me/password")]
async fn update_password(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<PasswordChange>,
) -> Result<HttpResponse, AppError> {
    actions::change(&app, &db, &by.0, body.value).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Ask for a new password
///
/// A letter with a link goes to the address, if an account has it. The answer is the same for every address.
#[utoipa::path(tag = "auth", security(()), request_body = PasswordRequest,
    responses((status = 202, description = "A letter is on its way, if the address is known")))]
#[post("/auth/passwords")]
async fn create_password_link(
    _by: Public,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<PasswordRequest>,
) -> Result<HttpResponse, AppError> {
    actions::told(&app)?;
    let links = Links::of(&request)?;
    actions::forgotten(&app, &db, &body.value.email, &links.base).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// Ask for an account
///
/// For who wants to be certified; members come by an invitation of their organisation. A letter goes to the address: with
/// a link to the first password, or to a new one for who has an account already. The answer is the same.
#[utoipa::path(tag = "auth", security(()), request_body = AccountCreate,
    responses((status = 202, description = "A letter is on its way")))]
#[post("/auth/accounts")]
async fn create_account(
    _by: Public,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<AccountCreate>,
) -> Result<HttpResponse, AppError> {
    actions::told(&app)?;
    let links = Links::of(&request)?;
    actions::wanted(&app, &db, &body.value, &links.base).await?;
    Ok(HttpResponse::Accepted().finish())
}

/// What a password's link is for
#[utoipa::path(tag = "auth", security(()), params(("word" = String, Path, description = "The word in the link")),
    responses((status = 200, description = "Whose password it sets", body = PasswordLink)))]
#[get("/auth/passwords/{word}")]
async fn get_password_link(
    _by: Public,
    app: web::Data<App>,
    db: web::Data<Db>,
    word: web::Path<String>,
) -> Result<HttpResponse, AppError> {
    let link = actions::link(&app, &db, &word).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "no-store"))
        .json(link))
}

/// Choose a password by a link
///
/// The link is used up, and every session ends. Sign in with the new password afterwards.
#[utoipa::path(tag = "auth", security(()), params(("word" = String, Path, description = "The word in the link")),
    request_body = PasswordChoice, responses((status = 204, description = "The password is set")))]
#[post("/auth/passwords/{word}")]
async fn set_password(
    _by: Public,
    app: web::Data<App>,
    db: web::Data<Db>,
    word: web::Path<String>,
    body: Body<PasswordChoice>,
) -> Result<HttpResponse, AppError> {
    actions::choose(&app, &db, &word, body.value).await?;
    Ok(HttpResponse::NoContent().finish())
}
