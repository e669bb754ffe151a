//! Sign-in and what a person may know of themselves.

use super::actions::{self, Browser, Given, Issued};
use super::wire::{Limits, Me, Session, SessionCreate};
use super::{Person, Public, factors, own, own_account, token, views};
use crate::app::App;
use crate::config::Mode;
use crate::db::Db;
use crate::http::{AppError, Body, body, codes, page, rate};
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::{HttpMessage, HttpRequest, HttpResponse, delete, get, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

const REFRESH: &str = "bellbuoy_refresh";
pub const BINDING: &str = "bellbuoy_client";
const PATH: &str = "/api/v1/auth";

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(create_session)
        .service(refresh_session)
        .service(delete_session)
        .service(get_me)
        .service(get_limits)
        .configure(factors::routes::mount)
        .configure(own::routes::mount)
        .configure(views::routes::mount);
}

/// Sign in
///
/// Checks the password, and the code of a second factor where there is one, and opens a session. The refresh token is
/// set as a cookie that scripts cannot read; the access token lives ten minutes.
///
/// Who has a second factor and gives no code is answered `second_factor_needed`: ask for the code and send all again.
#[utoipa::path(tag = "auth", security(()), request_body = SessionCreate,
    responses((status = 201, description = "Signed in", body = Session)))]
#[post("/auth/sessions")]
async fn create_session(
    _by: Public,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<SessionCreate>,
) -> Result<HttpResponse, AppError> {
    let SessionCreate {
        email,
        password,
        code,
    } = body.value;
    let device = request.cookie(BINDING).map(|cookie| cookie.value().to_owned());
    let given = Given {
        email: &email,
        password,
        code: code.as_deref(),
    };
    let browser = Browser {
        device: device.as_deref(),
        name: own::browser(request.headers()),
    };
    let issued = actions::sign_in(&app, &db, given, browser).await?;
    Ok(respond(&app, HttpResponse::Created(), issued))
}

/// Renew the session
///
/// Exchanges the refresh cookie for a new one and a new access token. A second use of the same
/// cookie by another browser ends the session.
#[utoipa::path(tag = "auth", security(()), responses((status = 200, description = "Renewed", body = Session)))]
#[post("/auth/sessions/refresh")]
async fn refresh_session(
    _by: Public,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<HttpResponse, AppError> {
    let refresh = request
        .cookie(REFRESH)
        .ok_or_else(|| AppError::Remedied(&codes::SESSION_ENDED))?;
    // Who has the one cookie without the other is another browser.
    let binding = request.cookie(BINDING);
    let binding = binding.as_ref().map_or("", |cookie| cookie.value());
    let issued = actions::refresh(&app, &db, refresh.value(), binding).await?;
    Ok(respond(&app, HttpResponse::Ok(), issued))
}

/// Sign out
#[utoipa::path(tag = "auth", security(("bearer" = [])), responses((status = 204, description = "Signed out")))]
#[delete("/auth/sessions")]
async fn delete_session(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<HttpResponse, AppError> {
    actions::sign_out(&app, &db, by.0.sub, by.0.sid).await?;
    let mut response = HttpResponse::NoContent();
    response.cookie(cookie(&app, REFRESH, String::new(), Duration::ZERO));
    Ok(response.finish())
}

/// Who am I
#[utoipa::path(tag = "auth", security(("bearer" = [])), responses((status = 200, description = "The signed-in person", body = Me)))]
#[get("/me")]
async fn get_me(by: Person, db: web::Data<Db>) -> Result<web::Json<Me>, AppError> {
    Ok(web::Json(own_account(&db, &by.0).await?))
}

/// My budget
#[utoipa::path(tag = "auth", security(("bearer" = [])), responses((status = 200, description = "What may be asked, and what is left", body = Limits)))]
#[get("/me/limits")]
async fn get_limits(_by: Person, request: HttpRequest) -> web::Json<Limits> {
    let remaining = request
        .extensions()
        .get::<rate::Left>()
        .map_or(0, |left| left.remaining);
    web::Json(Limits {
        requests_per_minute: rate::PER_MINUTE,
        remaining,
        body_bytes: body::LIMIT,
        page_items: page::MOST,
    })
}

fn respond(app: &App, mut response: actix_web::HttpResponseBuilder, issued: Issued) -> HttpResponse {
    for cookie in cookies(app, issued.refresh, issued.binding) {
        response.cookie(cookie);
    }
    response.json(Session {
        access_token: issued.access_token,
        token_type: "Bearer".to_owned(),
        expires_in: token::LIFETIME,
        account: issued.me,
    })
}

/// What a session leaves in the browser.
pub fn cookies(app: &App, refresh: String, binding: String) -> [Cookie<'static>; 2] {
    [
        cookie(app, REFRESH, refresh, Duration::hours(12)),
        cookie(app, BINDING, binding, Duration::days(365)),
    ]
}

fn cookie(app: &App, name: &'static str, value: String, age: Duration) -> Cookie<'static> {
    Cookie::build(name, value)
        .path(PATH)
        .http_only(true)
        .secure(app.config.mode == Mode::Production)
        .same_site(SameSite::Strict)
        .max_age(age)
        .finish()
}
