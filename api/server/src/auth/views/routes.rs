//! The way into a view.

use super::actions;
use super::wire::ViewCreate;
use crate::app::App;
use crate::auth::SignedIn;
use crate::auth::wire::Session;
use crate::db::Db;
use crate::http::{AppError, Body};
use actix_web::{HttpResponse, post, web};
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config.service(create_view);
}

/// View as somebody else
///
/// A token that sees what somebody of that role sees: an administrator as staff or as somebody of any organisation,
/// who manages an organisation as its people. Every request with it that is not `GET` is answered 403 `view_only`. It
/// lasts ten minutes, ends with the session, and the audit says that it was made.
#[utoipa::path(tag = "auth", security(("bearer" = ["member", "admin"])), request_body = ViewCreate,
    responses((status = 201, description = "A token to look with", body = Session)))]
#[post("/me/views")]
async fn create_view(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<ViewCreate>,
) -> Result<HttpResponse, AppError> {
    let session = actions::begin(&app, &db, &by.0, body.value).await?;
    Ok(HttpResponse::Created()
        .insert_header(("cache-control", "no-store"))
        .json(session))
}
