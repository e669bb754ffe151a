//! What only a demo tells: the code that its people sign in with.

use crate::app::App;
use crate::auth::{Public, factors};
use crate::config::Mode;
use crate::http::AppError;
use crate::seed::people;
use actix_web::{HttpResponse, get, web};
use serde::Serialize;
use utoipa::ToSchema;
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the route.
pub fn mount(config: &mut ServiceConfig) {
    config.service(get_demo_code);
}

/// The code of this moment.
#[derive(Debug, Serialize, ToSchema)]
pub struct DemoCode {
    #[schema(example = "287082")]
    pub code: String,
    /// Seconds until the next one.
    #[schema(example = 17)]
    pub changes_in: i64,
}

/// Read the demo's code
///
/// The second factor of the demo's staff, as their authenticator would show it. There is no such address outside of demo
/// mode.
#[utoipa::path(tag = "site", security(()), responses((status = 200, description = "The code of this moment", body = DemoCode),
    (status = 404, description = "This is no demo")))]
#[get("/demo/code")]
async fn get_demo_code(_by: Public, app: web::Data<App>) -> Result<HttpResponse, AppError> {
    if app.config.mode != Mode::Demo {
        return Err(AppError::NotFound("address"));
    }
    let now = app.now();
    Ok(HttpResponse::Ok()
        .insert_header(("cache-control", "no-store"))
        .json(DemoCode {
            code: factors::code_at(&people::SECOND_FACTOR, now)?,
            changes_in: 30 - now.timestamp().rem_euclid(30),
        }))
}
