//! The checks, for administrators.

use super::{Finding, examine};
use crate::app::App;
use crate::auth::Admin;
use crate::db::Db;
use actix_web::{get, web};
use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the route.
pub fn mount(config: &mut ServiceConfig) {
    config.service(get_doctor);
}

/// How fit the site is for real use.
#[derive(Debug, Serialize, ToSchema)]
pub struct Examination {
    pub as_of: DateTime<Utc>,
    pub findings: Vec<Finding>,
}

/// Is the site fit for real use
///
/// TLS, clock, mail, backup, keys, migrations and more, each with its remedy; as `bellbuoy-server doctor` says it.
#[utoipa::path(tag = "site", security(("bearer" = ["admin"])),
    responses((status = 200, description = "What each check found", body = Examination)))]
#[get("/doctor")]
async fn get_doctor(_by: Admin, app: web::Data<App>, db: web::Data<Db>) -> web::Json<Examination> {
    web::Json(Examination {
        as_of: app.now(),
        findings: examine(&app, &db).await,
    })
}
