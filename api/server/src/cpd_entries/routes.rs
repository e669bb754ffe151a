//! The log of professional development over HTTP.

use super::export::{Log, SHEET};
use super::store::{self, Days, Key};
use super::wire::{CpdEntry, CpdEntryDraft, CpdSummary};
use super::{actions, log, summary};
use crate::app::App;
use crate::auth::{Anyone, Person};
use crate::db::Db;
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Form, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Body, Fault, Query, codes};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put, web};
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_cpd_entries)
        .service(export_cpd_entries)
        .service(get_cpd_metadata)
        .service(get_cpd_summary)
        .service(get_cpd_entry)
        .service(create_cpd_entry)
        .service(update_cpd_entry)
        .service(delete_cpd_entry);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct CpdQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// Somebody of the register; for the scheme's administrators.
    consultant: Option<Uuid>,
    /// First day.
    from: Option<NaiveDate>,
    /// Last day.
    to: Option<NaiveDate>,
}

impl CpdQuery {
    fn days(&self) -> Result<Days, AppError> {
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to < from
        {
            let why = format!("`to` has to be {from} or later, the first day");
            let fault = Fault::new("?to", codes::BAD_PARAMETER.word, why);
            return Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]));
        }
        Ok((self.from, self.to))
    }
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct WhoseQuery {
    /// Somebody of the register; for the scheme's administrators.
    consultant: Option<Uuid>,
}

/// List what one did to stay current
///
/// One's own entries and the sittings that one attended, last day first.
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(CpdQuery),
    responses((status = 200, description = "A page of entries", body = Page<CpdEntry>)))]
#[get("/cpd-entries")]
async fn list_cpd_entries(
    by: Person,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<CpdQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return export(&by, &request, &db, &query).await;
    }
    let asked = Asked::<Key>::read(&request, query.limit, query.cursor.as_deref())?;
    let days = query.days()?;
    let mut conn = db.as_caller(by.caller()).await?;
    let account = actions::whose(&mut conn, &by.0, query.consultant).await?;
    let from = asked.cursor.as_ref().map(|cursor| cursor.key);
    let all = log::page(&mut conn, account, days, from, asked.back(), asked.probe()).await?;
    let page = Page::build(&request, &asked, all, log::key, |entry| entry);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export what one did to stay current
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), CpdQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/cpd-entries.{form:csv|ndjson|xlsx}")]
async fn export_cpd_entries(
    by: Person,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<CpdQuery>,
) -> Result<HttpResponse, AppError> {
    export(&by, &request, &db, &query).await
}

async fn export(
    by: &Person,
    request: &HttpRequest,
    db: &Db,
    query: &CpdQuery,
) -> Result<HttpResponse, AppError> {
    let days = query.days()?;
    let account = {
        let mut conn = db.as_caller(by.caller()).await?;
        actions::whose(&mut conn, &by.0, query.consultant).await?
    };
    let entries = Log {
        account,
        days,
        from: None,
        over: false,
    };
    export::send(request, db, by.caller(), SHEET, entries).await
}

/// Describe the file of what one did to stay current
#[utoipa::path(tag = "certification", security(()), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/cpd-entries/metadata.json")]
async fn get_cpd_metadata(_by: Anyone, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Get how far the hours have come
///
/// For each certificate in force: what its scheme asks for in the term, what was done, and when renewal opens.
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(WhoseQuery),
    responses((status = 200, description = "The summary", body = CpdSummary)))]
#[get("/cpd-entries/summary")]
async fn get_cpd_summary(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<WhoseQuery>,
) -> Result<web::Json<CpdSummary>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let account = actions::whose(&mut conn, &by.0, query.consultant).await?;
    let today = app.now().date_naive();
    Ok(web::Json(summary::summary(&mut conn, account, today).await?))
}

/// Get an entry of one's own
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the entry")),
    responses((status = 200, description = "The entry", body = CpdEntry)))]
#[get("/cpd-entries/{id}")]
async fn get_cpd_entry(by: Person, db: web::Data<Db>, id: web::Path<Uuid>) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, by.0.sub, *id)
        .await?
        .ok_or(AppError::NotFound("entry"))?;
    Ok(answer(HttpResponse::Ok(), row.into()))
}

/// Enter what one did
#[utoipa::path(tag = "certification", security(("bearer" = [])), request_body = CpdEntryDraft, params(DryRun),
    responses((status = 201, description = "Entered", body = CpdEntry)))]
#[post("/cpd-entries")]
async fn create_cpd_entry(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<DryRun>,
    body: Body<CpdEntryDraft>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let made = actions::create(&mut conn, &by.0, body.value, app.now(), query.dry()).await?;
    Ok(answer(HttpResponse::Created(), made))
}

/// Correct an entry of one's own
///
/// Whole. A sitting that was attended stands by itself and is not corrected here.
#[utoipa::path(tag = "certification", security(("bearer" = [])), request_body = CpdEntryDraft,
    params(("id" = Uuid, Path, description = "Id of the entry"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "Corrected", body = CpdEntry)))]
#[put("/cpd-entries/{id}")]
async fn update_cpd_entry(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<CpdEntryDraft>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let (now, dry) = (app.now(), query.dry());
    let made = actions::update(&mut conn, &by.0, *id, &version, body.value, now, dry).await?;
    Ok(answer(HttpResponse::Ok(), made))
}

/// Delete an entry of one's own
#[utoipa::path(tag = "certification", security(("bearer" = [])),
    params(("id" = Uuid, Path, description = "Id of the entry"), ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 204, description = "Deleted")))]
#[delete("/cpd-entries/{id}")]
async fn delete_cpd_entry(
    by: Person,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    actions::delete(&mut conn, &by.0, *id, &version).await?;
    Ok(HttpResponse::NoContent().finish())
}

fn answer(mut response: actix_web::HttpResponseBuilder, entry: CpdEntry) -> HttpResponse {
    if let Some(etag) = &entry.etag {
        response.insert_header(("etag", etag.clone()));
    }
    response.json(entry)
}
