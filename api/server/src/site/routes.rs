//! Health, version and the site's own facts.

use super::{demo, well_known};
use crate::app::App;
use crate::auth::Anyone;
use crate::config::Mode;
use crate::db::{Caller, Db};
use crate::http::messages::Language;
use crate::http::{AppError, codes};
use crate::seed::people;
use actix_web::http::header::{CONTENT_LANGUAGE, VARY};
use actix_web::{HttpRequest, HttpResponse, get, web};
use bellbuoy_domain::account::Role;
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes at the root.
pub fn mount_root(config: &mut ServiceConfig) {
    config
        .service(get_health)
        .service(get_ready)
        .service(get_version)
        .service(get_problem)
        .configure(well_known::mount);
}

/// Adds the routes below `/api/v1`.
pub fn mount(config: &mut ServiceConfig) {
    config.service(get_instance).configure(demo::mount);
}

/// A state in one word.
#[derive(Debug, Serialize, ToSchema)]
pub struct State {
    #[schema(example = "ok")]
    pub status: String,
}

/// Is the process alive
#[utoipa::path(tag = "site", security(()), responses((status = 200, description = "Alive", body = State)))]
#[get("/health")]
async fn get_health(_by: Anyone) -> web::Json<State> {
    web::Json(State {
        status: "ok".to_owned(),
    })
}

/// Is the site ready
///
/// 503 while the database does not answer.
#[utoipa::path(tag = "site", security(()), responses((status = 200, description = "Ready", body = State)))]
#[get("/ready")]
async fn get_ready(_by: Anyone, db: web::Data<Db>) -> Result<web::Json<State>, AppError> {
    let register = db.as_caller(Caller::Anyone).await?;
    drop(register);
    db.intake_answers().await?;
    Ok(web::Json(State {
        status: "ok".to_owned(),
    }))
}

/// Which version runs.
#[derive(Debug, Serialize, ToSchema)]
pub struct Version {
    #[schema(example = "0.1.0")]
    pub version: String,
    /// `demo` or `production`.
    pub mode: String,
}

/// Which version runs
#[utoipa::path(tag = "site", security(()), responses((status = 200, description = "The version", body = Version)))]
#[get("/version")]
async fn get_version(_by: Anyone, app: web::Data<App>) -> web::Json<Version> {
    web::Json(Version {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        mode: app.config.mode.as_str().to_owned(),
    })
}

/// The site's own facts.
#[derive(Debug, Serialize, ToSchema)]
pub struct Instance {
    pub name: String,
    /// `demo` or `production`.
    pub mode: String,
    pub duty_desk_phone: Option<String>,
    /// An identity provider that members may sign in through, at `/api/v1/auth/oidc`.
    pub oidc: Option<Oidc>,
    /// Only in demo mode.
    pub demo: Option<Demo>,
}

/// An identity provider.
#[derive(Debug, Serialize, ToSchema)]
pub struct Oidc {
    /// What people call it.
    pub name: String,
}

/// How to try the demo.
#[derive(Debug, Serialize, ToSchema)]
pub struct Demo {
    pub people: Vec<DemoPerson>,
    pub password: String,
    pub desk_passphrase: String,
}

/// One of the demo's people.
#[derive(Debug, Serialize, ToSchema)]
pub struct DemoPerson {
    pub email: String,
    pub name: String,
    pub role: Role,
}

/// About this site
#[utoipa::path(tag = "site", security(()), responses((status = 200, description = "Name, mode, and how to try the demo", body = Instance)))]
#[get("/instance")]
async fn get_instance(_by: Anyone, app: web::Data<App>) -> web::Json<Instance> {
    let demo = (app.config.mode == Mode::Demo).then(|| Demo {
        people: people::PEOPLE
            .into_iter()
            .map(|person| DemoPerson {
                email: person.email.to_owned(),
                name: person.name.to_owned(),
                role: person.role,
            })
            .collect(),
        password: people::PASSWORD.to_owned(),
        desk_passphrase: people::DESK_PASSPHRASE.to_owned(),
    });
    web::Json(Instance {
        name: app.config.name.clone(),
        mode: app.config.mode.as_str().to_owned(),
        duty_desk_phone: app.config.duty_desk.clone(),
        oidc: app.oidc.as_ref().map(|provider| Oidc {
            name: provider.name.clone(),
        }),
        demo,
    })
}

/// What a problem code means
///
/// The page behind a problem's `type`.
#[utoipa::path(tag = "site", security(()), params(("code" = String, Path, description = "Code of the problem", example = "stale")),
    responses((status = 200, description = "Meaning and remedy", body = String, content_type = "text/plain")))]
#[get("/problems/{code}")]
async fn get_problem(
    _by: Anyone,
    request: HttpRequest,
    code: web::Path<String>,
) -> Result<HttpResponse, AppError> {
    let code = codes::find(&code).ok_or(AppError::NotFound("problem"))?;
    let language = Language::asked(request.headers());
    let told = language.message(code);
    let text = format!(
        "{} ({})\n\n{}.\n\n{}\n",
        code.word, code.status, told.title, told.remedy
    );
    Ok(HttpResponse::Ok()
        .insert_header((CONTENT_LANGUAGE, language.tag()))
        .insert_header((VARY, "accept-language"))
        .content_type("text/plain; charset=utf-8")
        .body(text))
}
