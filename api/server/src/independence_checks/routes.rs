//! Independence over HTTP.

use super::actions;
use super::wire::{IndependenceCheck, IndependenceCheckCreate};
use crate::auth::SignedIn;
use crate::db::Db;
use crate::http::{AppError, Body};
use actix_web::{post, web};
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config.service(verify_independence);
}

/// Check whether an assessor is independent of a ship
///
/// Each rule with its outcome, why, and what that rests on: said by you, or known by the register. Nothing of the
/// question is kept. For a key: `organisations:read`.
#[utoipa::path(tag = "certification", security(("bearer" = ["member", "scheme_administrator"])), request_body = IndependenceCheckCreate,
    responses((status = 200, description = "Whether they are, rule by rule", body = IndependenceCheck)))]
#[post("/independence-checks")]
async fn verify_independence(
    by: SignedIn,
    db: web::Data<Db>,
    body: Body<IndependenceCheckCreate>,
) -> Result<web::Json<IndependenceCheck>, AppError> {
    Ok(web::Json(actions::ask(&db, &by.0, &body.value).await?))
}
