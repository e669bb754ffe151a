//! The register over HTTP, for everybody.

use super::export::{Register, SHEET};
use super::register::RegisterQuery;
use super::search::{self, Key, Wanted};
use super::wire::{Consultant, ConsultantEntry, EnquiryCreate, RegisterSummary};
use super::{actions, engaged, message, own_routes, renaming};
use crate::app::App;
use crate::auth::Anyone;
use crate::db::{Caller, Db};
use crate::http::export::{self, Form, Metadata};
use crate::http::page::{Asked, COUNTED, Page};
use crate::http::{AppError, Body, Query};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use std::sync::Arc;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_consultants)
        .service(export_consultants)
        .service(get_consultant_metadata)
        .service(get_register_summary)
        .configure(own_routes::mount)
        .configure(engaged::mount)
        .service(get_consultant)
        .service(renaming::update_consultant_name)
        .service(send_enquiry);
}

/// Search the register of consultants
///
/// People with a certificate in force who want to be found: by name, or nearest first when a port is given. No fee, no
/// ranking by payment.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(RegisterQuery),
    responses((status = 200, description = "A page of the register", body = Page<ConsultantEntry>)))]
#[get("/consultants")]
async fn list_consultants(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<RegisterQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return export(&by, &request, &app, &db, &query).await;
    }
    let asked = Asked::<Key>::read(&request, query.limit, query.cursor.as_deref())?;
    let filter = query.filter()?;
    let today = app.now().date_naive();
    query.names_schemes(&db, by.caller()).await?;
    let wanted = Wanted {
        from: asked.cursor.as_ref().map(|cursor| cursor.key.clone()),
        back: asked.back(),
        limit: asked.probe(),
        today,
    };
    let rows = search::page(&db, by.caller(), &app.common_people, &filter, &wanted).await?;
    let total = if query.with_total == Some(true) {
        let mut conn = db.as_caller(by.caller()).await?;
        Some(search::count(&mut conn, &filter, today, COUNTED).await?)
    } else {
        None
    };
    let near = filter.near.is_some();
    let mut entries = Vec::with_capacity(rows.len());
    for (row, far) in rows {
        let key = (far, row.name.clone(), row.consultant_id);
        let entry = ConsultantEntry::of(row, near.then_some(far))
            .map_err(|error| AppError::Internal(error.into()))?;
        entries.push((key, entry));
    }
    let page = Page::build(&request, &asked, entries, |row| row.0.clone(), |row| row.1).with_total(total);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export the register of consultants
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), RegisterQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/consultants.{form:csv|ndjson|xlsx}")]
async fn export_consultants(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<RegisterQuery>,
) -> Result<HttpResponse, AppError> {
    export(&by, &request, &app, &db, &query).await
}

async fn export(
    by: &Anyone,
    request: &HttpRequest,
    app: &App,
    db: &Db,
    query: &RegisterQuery,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    query.names_schemes(db, by.caller()).await?;
    let register = Register {
        filter: query.filter()?,
        today: app.now().date_naive(),
        common: Arc::clone(&app.common_people),
        from: None,
        over: false,
    };
    export::send(request, db, by.caller(), SHEET, register).await
}

/// Describe the file of consultants
#[utoipa::path(tag = "certification", security(()), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/consultants/metadata.json")]
async fn get_consultant_metadata(_by: Anyone, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Count the register
///
/// People and firms that can be found today.
#[utoipa::path(tag = "certification", security(()), responses((status = 200, description = "How many there are", body = RegisterSummary)))]
#[get("/consultants/summary")]
async fn get_register_summary(
    _by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<web::Json<RegisterSummary>, AppError> {
    let mut conn = db.as_caller(Caller::Anyone).await?;
    Ok(web::Json(
        actions::summary(&mut conn, app.now().date_naive()).await?,
    ))
}

/// Get a consultant
///
/// What a person says of themselves and for whom they worked. Certificates are at `/certificates?consultant=`.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the consultant")),
    responses((status = 200, description = "The consultant", body = Consultant)))]
#[get("/consultants/{id}")]
async fn get_consultant(
    by: Anyone,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let found = actions::get(&mut conn, by.0.as_ref(), *id).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("etag", found.etag.clone()))
        .json(found))
}

/// Write to a consultant
///
/// As a letter to an address that you are not told. The person reads yours and answers or not.
#[utoipa::path(tag = "certification", security(()), request_body = EnquiryCreate, params(("id" = Uuid, Path, description = "Id of the consultant")),
    responses((status = 202, description = "On its way")))]
#[post("/consultants/{id}/enquiries")]
async fn send_enquiry(
    _by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    body: Body<EnquiryCreate>,
) -> Result<HttpResponse, AppError> {
    message::send(&app, &db, *id, body.value).await?;
    Ok(HttpResponse::Accepted().finish())
}
