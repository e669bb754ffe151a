//! The keys that an analyst opens reports with.

use super::desk::{decode, note_step};
use super::keyring;
use super::model::AnalystKeyRow;
use super::wire::{AnalystKey, DeskEpoch, DeskKeys};
use crate::auth::Desk;
use crate::db::Db;
use crate::http::{AppError, Body};
use actix_web::{HttpResponse, get, put, web};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config.service(get_desk_keys).service(set_desk_key);
}

/// Get the desk's keys
///
/// The analyst's own wrapped key, and each epoch's key as wrapped for this analyst.
#[utoipa::path(tag = "desk", security(("bearer" = ["analyst"])), responses((status = 200, description = "The keys", body = DeskKeys)))]
#[get("/desk/keys")]
async fn get_desk_keys(by: Desk, db: web::Data<Db>) -> Result<web::Json<DeskKeys>, AppError> {
    let mut conn = db.intake().await?;
    let mine = keyring::find_analyst_key(&mut conn, by.0.sub).await?;
    let mut wrapped = keyring::wrapped_for(&mut conn, by.0.sub).await?;
    let epochs = keyring::epochs(&mut conn).await?;
    let recovery = keyring::recovery(&mut conn).await?.unwrap_or_default();
    Ok(web::Json(DeskKeys {
        mine: mine.map(|key| AnalystKey {
            recipient: key.recipient,
            wrapped: STANDARD.encode(key.wrapped),
        }),
        recovery,
        epochs: epochs
            .into_iter()
            .map(|epoch| DeskEpoch {
                wrapped: wrapped.remove(&epoch.id).map(|bytes| STANDARD.encode(bytes)),
                id: epoch.id,
                recipient: epoch.recipient,
                current: epoch.current,
            })
            .collect(),
    }))
}

/// Set my desk key
///
/// The first time, or with a new passphrase; the key itself never leaves the analyst's browser unwrapped.
#[utoipa::path(tag = "desk", security(("bearer" = ["analyst"])), request_body = AnalystKey,
    responses((status = 204, description = "Set")))]
#[put("/desk/keys/mine")]
async fn set_desk_key(by: Desk, db: web::Data<Db>, body: Body<AnalystKey>) -> Result<HttpResponse, AppError> {
    let AnalystKey { recipient, wrapped } = body.value;
    let row = AnalystKeyRow {
        account_id: by.0.sub,
        recipient,
        wrapped: decode("/wrapped", &wrapped)?,
    };
    note_step(&by, &db, "desk.key", by.0.sub).await?;
    keyring::set_analyst_key(&mut *db.intake().await?, &row).await?;
    Ok(HttpResponse::NoContent().finish())
}
