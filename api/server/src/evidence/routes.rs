//! Curricula and papers over HTTP.

use super::wire::{Curriculum, CurriculumUpdate, EvidenceFile, EvidenceFileCreate};
use super::{actions, content, curricula, store};
use crate::app::App;
use crate::auth::Person;
use crate::db::Db;
use crate::http::dry_run::DryRun;
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Body, Query, body};
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put, web};
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(get_own_curriculum)
        .service(update_own_curriculum)
        .service(list_evidence)
        .service(create_evidence)
        .service(get_evidence)
        .service(send_evidence_file)
        .service(get_evidence_file)
        .service(delete_evidence);
}

/// Get one's own curriculum vitae
#[utoipa::path(tag = "certification", security(("bearer" = [])), responses((status = 200, description = "The curriculum vitae", body = Curriculum)))]
#[get("/curricula/own")]
async fn get_own_curriculum(by: Person, db: web::Data<Db>) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let found = curricula::get(&mut conn, &by.0).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("etag", found.etag.clone()))
        .json(found))
}

/// Write one's own curriculum vitae
///
/// Whole, once for all applications; each takes it along as it stands when it is submitted. Later times need `If-Match`.
#[utoipa::path(tag = "certification", security(("bearer" = [])), request_body = CurriculumUpdate,
    params(DryRun, ("If-Match" = Option<String>, Header, description = "ETag of the version you read; not for the first time")),
    responses((status = 200, description = "The curriculum vitae", body = Curriculum), (status = 201, description = "Begun", body = Curriculum)))]
#[put("/curricula/own")]
async fn update_own_curriculum(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    version: Option<IfMatch>,
    query: Query<DryRun>,
    body: Body<CurriculumUpdate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let (found, made) = curricula::put(&mut conn, &by.0, version, body.value, app.now(), query.dry()).await?;
    let mut response = if made {
        HttpResponse::Created()
    } else {
        HttpResponse::Ok()
    };
    Ok(response.insert_header(("etag", found.etag.clone())).json(found))
}

/// List one's own papers
#[utoipa::path(tag = "certification", security(("bearer" = [])), responses((status = 200, description = "All papers, newest first", body = Vec<EvidenceFile>)))]
#[get("/evidence")]
async fn list_evidence(by: Person, db: web::Data<Db>) -> Result<web::Json<Vec<EvidenceFile>>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    Ok(web::Json(actions::own_files(&mut conn, by.0.sub).await?))
}

/// Enter a paper
///
/// What it is; its file follows with `PUT /evidence/{id}/file`.
#[utoipa::path(tag = "certification", security(("bearer" = [])), request_body = EvidenceFileCreate, params(DryRun),
    responses((status = 201, description = "Entered", body = EvidenceFile)))]
#[post("/evidence")]
async fn create_evidence(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<DryRun>,
    body: Body<EvidenceFileCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = actions::enter(&mut conn, &by.0, body.value, app.now(), query.dry()).await?;
    Ok(HttpResponse::Created().json(EvidenceFile::from(row)))
}

/// Get a paper
///
/// One's own, or one that an application shows to the caller.
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the paper")),
    responses((status = 200, description = "The paper", body = EvidenceFile)))]
#[get("/evidence/{id}")]
async fn get_evidence(
    by: Person,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<web::Json<EvidenceFile>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("evidence"))?;
    Ok(web::Json(row.into()))
}

/// Send the file of a paper
///
/// PDF, JPEG or PNG, at most 5 MiB, once. With `Content-Digest` it is checked on arrival. Sending the same again changes
/// nothing.
#[utoipa::path(tag = "certification", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "Id of the paper"), ("content-digest" = Option<String>, Header, description = "RFC 9530, `sha-256=:…:`")),
    request_body(content = Vec<u8>, content_type = "application/pdf"),
    responses((status = 200, description = "Kept", body = EvidenceFile)))]
#[put("/evidence/{id}/file")]
async fn send_evidence_file(
    by: Person,
    request: HttpRequest,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    payload: web::Payload,
) -> Result<web::Json<EvidenceFile>, AppError> {
    let kind = content::named(&request)?;
    let bytes = body::read(payload, content::MOST).await?;
    let digest = content::check(&request, kind, &bytes)?;
    let mut conn = db.as_caller(by.caller()).await?;
    let row = actions::keep(&mut conn, &by.0, *id, kind, bytes.to_vec(), digest).await?;
    Ok(web::Json(row.into()))
}

/// Get the file of a paper
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the paper")),
    responses((status = 200, description = "The file", content_type = "application/pdf")))]
#[get("/evidence/{id}/file")]
async fn get_evidence_file(
    by: Person,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let (kind, bytes, digest) = actions::read(&mut conn, *id).await?;
    let ending = kind.rsplit('/').next().unwrap_or("bin");
    Ok(HttpResponse::Ok()
        .content_type(kind.as_str())
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{id}.{ending}\""),
        ))
        .insert_header(("content-digest", digest))
        .body(bytes))
}

/// Remove a paper
///
/// One that no application shows.
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the paper")),
    responses((status = 204, description = "Removed")))]
#[delete("/evidence/{id}")]
async fn delete_evidence(
    by: Person,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    actions::remove(&mut conn, &by.0, *id).await?;
    Ok(HttpResponse::NoContent().finish())
}
