//! The way to the provider and back. Both ends are addresses that a browser opens, so what goes wrong is told on the
//! sign-in page.

use super::actions;
use super::flow::{Flow, PATIENCE};
use super::provider::Provider;
use super::why::{Stop, Why};
use crate::app::App;
use crate::auth::actions::{Browser, Issued};
use crate::auth::routes::{BINDING, cookies};
use crate::auth::{Public, own};
use crate::config::Mode;
use crate::db::Db;
use crate::http::problem::Problem;
use crate::http::{AppError, origin};
use actix_web::cookie::time::Duration;
use actix_web::cookie::{Cookie, SameSite};
use actix_web::http::header::LOCATION;
use actix_web::{HttpRequest, HttpResponse, get, web};
use std::collections::HashMap;
use utoipa_actix_web::service_config::ServiceConfig;

const FLOW: &str = "bellbuoy_oidc";
const PATH: &str = "/api/v1/auth/oidc";

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config.service(open_provider).service(get_provider_answer);
}

/// Sign in through the organisation's identity provider
///
/// For browsers: sends the person there (OpenID Connect, code flow with PKCE). 404 where none is configured.
#[utoipa::path(tag = "auth", security(()), responses(
    (status = 303, description = "To the provider, or back to the sign-in page with the reason"),
    (status = 404, description = "No provider is configured", body = Problem, content_type = "application/problem+json")))]
#[get("/auth/oidc")]
async fn open_provider(
    _by: Public,
    request: HttpRequest,
    app: web::Data<App>,
) -> Result<HttpResponse, AppError> {
    let provider = configured(&app)?;
    let flow = Flow::begin(&app.keys.secret, app.now());
    Ok(match provider.address(&flow, &back(&request)?).await {
        Ok(address) => HttpResponse::SeeOther()
            .insert_header((LOCATION, address))
            .cookie(cookie(
                &app,
                flow.cookie,
                Duration::seconds(PATIENCE.num_seconds()),
            ))
            .finish(),
        Err(why) => told(why),
    })
}

/// Come back from the identity provider
///
/// For browsers: takes the provider's answer, sets the refresh cookie and leads to the page, which then renews the
/// session. What the provider adds to the address is not looked at.
#[utoipa::path(tag = "auth", security(()), extensions(("x-open-query" = json!(true))), responses(
    (status = 303, description = "To the sign-in page, signed in or with the reason why not"),
    (status = 404, description = "No provider is configured", body = Problem, content_type = "application/problem+json")))]
#[get("/auth/oidc/callback")]
async fn get_provider_answer(
    _by: Public,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<HttpResponse, AppError> {
    let provider = configured(&app)?;
    let mut response = match returned(&request, &app, &db, provider).await {
        Ok(issued) => {
            let mut response = HttpResponse::SeeOther();
            response.insert_header((LOCATION, "/sign-in?entered=yes"));
            for cookie in cookies(&app, issued.refresh, issued.binding) {
                response.cookie(cookie);
            }
            response.finish()
        }
        Err(Stop::Why(why)) => told(why),
        Err(Stop::Fault(fault)) => return Err(fault),
    };
    let gone = cookie(&app, String::new(), Duration::ZERO);
    response
        .add_cookie(&gone)
        .map_err(|error| AppError::Internal(error.into()))?;
    Ok(response)
}

async fn returned(request: &HttpRequest, app: &App, db: &Db, provider: &Provider) -> Result<Issued, Stop> {
    let told = once(request.query_string())?;
    let value = |name: &str| told.get(name).map(String::as_str);
    let flow = request
        .cookie(FLOW)
        .and_then(|cookie| Flow::resume(&app.keys.secret, cookie.value(), app.now()))
        .filter(|flow| value("state").is_some_and(|state| flow.is(state)))
        .ok_or(Why::Stale)?;
    if !provider.answers(value("iss")).await? {
        return Err(Why::Failed.into());
    }
    let Some(code) = value("code").filter(|_| value("error").is_none()) else {
        return Err(Why::Denied.into());
    };
    let back = back(request)?;
    let said = provider
        .exchange(&flow, code.to_owned(), &back, app.now())
        .await?;
    let device = request.cookie(BINDING).map(|cookie| cookie.value().to_owned());
    let browser = Browser {
        device: device.as_deref(),
        name: own::browser(request.headers()),
    };
    actions::enter(app, db, provider, &said, browser).await
}

/// What came back, each name once.
fn once(query: &str) -> Result<HashMap<String, String>, Why> {
    let mut all = HashMap::new();
    for (name, value) in form_urlencoded::parse(query.as_bytes()) {
        if all.insert(name.into_owned(), value.into_owned()).is_some() {
            return Err(Why::Failed);
        }
    }
    Ok(all)
}

fn configured(app: &App) -> Result<&Provider, AppError> {
    app.oidc.as_deref().ok_or(AppError::NotFound("provider"))
}

/// Where the provider sends people back to.
fn back(request: &HttpRequest) -> Result<String, AppError> {
    Ok(format!("{}{PATH}/callback", origin::sure(request)?))
}

fn told(why: Why) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((LOCATION, format!("/sign-in?error={}", why.as_str())))
        .finish()
}

/// It has to come along when the provider sends the browser back, which a strict one does not.
fn cookie(app: &App, value: String, age: Duration) -> Cookie<'static> {
    Cookie::build(FLOW, value)
        .path(PATH)
        .http_only(true)
        .secure(app.config.mode == Mode::Production)
        .same_site(SameSite::Lax)
        .max_age(age)
        .finish()
}
