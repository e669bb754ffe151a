//! What is published of ratings, over HTTP.

use super::model::Rated;
use super::published;
use super::wire::RatingFigures;
use crate::app::App;
use crate::auth::Anyone;
use crate::db::{Caller, Db};
use crate::http::AppError;
use crate::{consultants, suppliers};
use actix_web::{get, web};
use bellbuoy_domain::certification::HolderKind;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of published ratings.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(get_consultant_ratings)
        .service(get_supplier_ratings);
}

/// Get what customers say of a consultant
///
/// Means by criterion from at least five organisations, drawn on the first of a month; before that, that there are
/// fewer. Nothing names a customer who did not agree.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the consultant")),
    responses((status = 200, description = "The figures", body = RatingFigures)))]
#[get("/consultants/{id}/ratings")]
async fn get_consultant_ratings(
    by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<web::Json<RatingFigures>, AppError> {
    let rated = Rated {
        kind: HolderKind::Person,
        id: *id,
    };
    let own = {
        let mut conn = db.as_caller(by.caller()).await?;
        consultants::holder(&mut conn, *id)
            .await?
            .ok_or(AppError::NotFound("consultant"))?;
        published::is_rated(&mut conn, by.0.as_ref(), rated).await?
    };
    drawn(&app, &db, rated, own).await
}

/// Get what customers say of a supplier
///
/// As for a consultant.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the supplier")),
    responses((status = 200, description = "The figures", body = RatingFigures)))]
#[get("/suppliers/{id}/ratings")]
async fn get_supplier_ratings(
    by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<web::Json<RatingFigures>, AppError> {
    let rated = Rated {
        kind: HolderKind::Supplier,
        id: *id,
    };
    let own = {
        let mut conn = db.as_caller(by.caller()).await?;
        suppliers::name(&mut conn, *id)
            .await?
            .ok_or(AppError::NotFound("supplier"))?;
        published::is_rated(&mut conn, by.0.as_ref(), rated).await?
    };
    drawn(&app, &db, rated, own).await
}

async fn drawn(app: &App, db: &Db, rated: Rated, own: bool) -> Result<web::Json<RatingFigures>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    Ok(web::Json(
        published::of(&mut conn, rated, own, app.now().date_naive()).await?,
    ))
}
