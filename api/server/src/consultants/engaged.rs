//! Who works for a supplier: the supplier's half of an engagement.

use super::store;
use super::wire::Engaged;
use crate::app::App;
use crate::auth::token::Claims;
use crate::auth::{Anyone, SignedIn};
use crate::db::{Db, Guarded, transact};
use crate::http::dry_run::DryRun;
use crate::http::{AppError, Query, codes};
use crate::{audit, outbox, suppliers};
use actix_web::{HttpResponse, get, post, web};
use bellbuoy_domain::account::Role;
use chrono::{DateTime, Utc};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of a supplier's people.
pub fn mount(config: &mut ServiceConfig) {
    config.service(list_engaged).service(accept_engagement);
}

/// List who works for a supplier
///
/// And who did, but for those who do not want to be found. The supplier itself sees those as well, and whom it did not
/// confirm yet.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the supplier")),
    responses((status = 200, description = "The people, by name", body = Vec<Engaged>)))]
#[get("/suppliers/{id}/engagements")]
async fn list_engaged(
    by: Anyone,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<web::Json<Vec<Engaged>>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let firm = suppliers::firm(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("supplier"))?;
    let whole = by.0.as_ref().is_some_and(|by| {
        let within = by.org.is_some() && by.org == firm.organisation_id;
        within || by.role.runs_schemes()
    });
    let all = store::engaged_by(&mut conn, *id, whole).await?;
    Ok(web::Json(
        all.into_iter()
            .map(|(row, name)| Engaged::of(row, name))
            .collect(),
    ))
}

/// Confirm that somebody works for a supplier
///
/// By an owner or the company security officer of the firm, or by the scheme. It counts from then on.
#[utoipa::path(tag = "certification", security(("bearer" = ["member", "scheme_administrator"])),
    params(("id" = Uuid, Path, description = "Id of the supplier"), ("engagement" = Uuid, Path, description = "Id of the engagement"), DryRun),
    responses((status = 201, description = "Confirmed", body = Engaged)))]
#[post("/suppliers/{id}/engagements/{engagement}/confirmations")]
async fn accept_engagement(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    path: web::Path<(Uuid, Uuid)>,
    query: Query<DryRun>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let made = confirm(&mut conn, &by.0, *path, app.now(), query.dry()).await?;
    Ok(HttpResponse::Created().json(made))
}

async fn confirm(
    conn: &mut Guarded,
    by: &Claims,
    (supplier, id): (Uuid, Uuid),
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Engaged, AppError> {
    transact(conn, dry_run, async |conn| {
        let firm = suppliers::firm(conn, supplier)
            .await?
            .ok_or(AppError::NotFound("supplier"))?;
        let manages = by.org.is_some()
            && by.org == firm.organisation_id
            && by.within.is_some_and(|within| within.manages());
        if !manages && by.role != Role::SchemeAdministrator {
            let why = "who works for a supplier is confirmed by its owners, its company security officer or the scheme";
            return Err(AppError::refused(&codes::FORBIDDEN, why));
        }
        let row = store::lock_engagement_by(conn, supplier, id)
            .await?
            .filter(|row| row.retracted_at.is_none())
            .ok_or(AppError::NotFound("engagement"))?;
        if row.confirmed_at.is_some() {
            return Err(AppError::refused(&codes::CONFLICT, "it is confirmed already"));
        }
        let row = store::confirm(conn, row.id, now).await?;
        let entry = audit::Entry::by(by.sub, "engagement.confirm", "engagement", id).fields(&["confirmed_at"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "consultant.changed", row.consultant_id).await?;
        let names = store::names(conn, &[row.consultant_id]).await?;
        let name = names.into_iter().next().map(|(_, name)| name).unwrap_or_default();
        Ok(Engaged::of(row, name))
    })
    .await
}
