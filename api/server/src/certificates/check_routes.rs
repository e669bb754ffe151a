//! What anybody needs to check a certificate: the signed text, the status lists, the answer by REST.

use super::routes::read;
use super::validity::{self, ValidityQuery};
use super::wire::{CertificateCheck, CertificateCheckCreate, Validity};
use super::{checks, lists, signed, store, whole};
use crate::app::App;
use crate::auth::Anyone;
use crate::db::Db;
use crate::http::{AppError, Body, Query, origin, precondition};
use crate::{consultants, suppliers};
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use bellbuoy_domain::certification::StatusPurpose;
use sha2::{Digest, Sha256};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Of a signed certificate and of a signed list (VC-JOSE-COSE §6.1).
const SIGNED: &str = "application/vc+jwt";

/// Adds the routes of checking.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(create_certificate_check)
        .service(get_credential)
        .service(get_status_list)
        .service(get_validity);
}

/// Check a certificate
///
/// The signed one, as its QR code holds it, or a number that somebody reads out. Always answers 200: what it finds is
/// in `answer`.
#[utoipa::path(tag = "certification", security(()), request_body = CertificateCheckCreate,
    responses((status = 200, description = "What was found", body = CertificateCheck)))]
#[post("/certificate-checks")]
async fn create_certificate_check(
    by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    body: Body<CertificateCheckCreate>,
) -> Result<web::Json<CertificateCheck>, AppError> {
    let mut conn = db.for_keys(by.caller()).await?;
    Ok(web::Json(checks::check(&app, &mut conn, body.value).await?))
}

/// Get a certificate as a signed statement
///
/// An Open Badges 3.0 credential as a JWT, signed with the key of `/.well-known/jwks.json` whose purpose is
/// `certificate`. It is what the QR code holds.
#[utoipa::path(tag = "certification", security(()), params(("number" = String, Path, description = "Number of the certificate", example = "BB-C-2026-0417")),
    responses((status = 200, description = "The signed certificate", content_type = "application/vc+jwt")))]
#[get("/certificates/{number}/credential")]
async fn get_credential(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    number: web::Path<String>,
) -> Result<HttpResponse, AppError> {
    let base = origin::sure(&request)?;
    let number = read(&number)?;
    let mut conn = db.for_keys(by.caller()).await?;
    let row = store::find(&mut conn, number.as_str())
        .await?
        .ok_or(AppError::NotFound("certificate"))?;
    let besides = whole::besides(&mut conn, std::slice::from_ref(&row)).await?;
    let beside = besides.first().ok_or(AppError::NotFound("certificate"))?;
    let firm = match row.consultant_id {
        Some(id) => consultants::firm_today(&mut conn, id, app.now().date_naive()).await?,
        None => None,
    };
    let firm = match firm {
        Some(id) => suppliers::name(&mut conn, id).await?,
        None => None,
    };
    let statement = signed::statement(&row, beside, firm, &base)?;
    Ok(HttpResponse::Ok()
        .content_type(SIGNED)
        .body(signed::credential(&app, statement)))
}

/// Get a status list
///
/// A Bitstring Status List 1.0 as a signed JWT, with one bit for each certificate. A copy is good for a day; later
/// suspensions do not show in it.
#[utoipa::path(tag = "certification", security(()), params(("list" = i32, Path, description = "Number of the list"),
        ("purpose" = String, Path, description = "r for revoked, s for suspended")),
    responses((status = 200, description = "The signed list", content_type = "application/vc+jwt"), (status = 304, description = "You have this version")))]
#[get("/status-lists/{list}/{purpose}")]
async fn get_status_list(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    path: web::Path<(i32, String)>,
) -> Result<HttpResponse, AppError> {
    let base = origin::sure(&request)?;
    let (list, purpose) = path.into_inner();
    let purpose = StatusPurpose::ALL
        .iter()
        .find(|one| one.letter() == purpose)
        .ok_or(AppError::NotFound("status list"))?;
    let mut conn = db.as_caller(by.caller()).await?;
    let signed = lists::get(&app, &mut conn, &base, list, *purpose)
        .await?
        .ok_or(AppError::NotFound("status list"))?;
    let digest = Sha256::digest(&signed);
    let tag = format!("\"{}\"", hex::encode(digest.get(..12).unwrap_or_default()));
    if precondition::has_it(&request, &tag) {
        return Ok(HttpResponse::NotModified().insert_header(("etag", tag)).finish());
    }
    Ok(HttpResponse::Ok()
        .content_type(SIGNED)
        .insert_header(("etag", tag))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .body(signed))
}

/// Ask whether somebody was certified on some days
///
/// Whether a person held a discipline at a level, and worked for an accredited supplier if one is named, on every day
/// of a span, as far as it was known at a moment; with the reason for each day that does not count.
#[utoipa::path(tag = "certification", security(()), params(("id" = Uuid, Path, description = "Id of the consultant"), ValidityQuery),
    responses((status = 200, description = "The answer", body = Validity)))]
#[get("/consultants/{id}/validity")]
async fn get_validity(
    by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    query: Query<ValidityQuery>,
) -> Result<web::Json<Validity>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    Ok(web::Json(validity::ask(&mut conn, *id, &query, app.now()).await?))
}
