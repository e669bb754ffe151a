//! Advisories over HTTP.

use super::export::{Advisories, SHEET, key};
use super::model::AdvisoryRow;
use super::store::{self, Filter, Key};
use super::wire::{Advisory, AdvisoryCreate, AdvisoryUpdate, WithdrawalCreate};
use super::{actions, feed};
use crate::app::App;
use crate::auth::{Analyst, Anyone};
use crate::db::{Db, Guarded};
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Form, Metadata};
use crate::http::idempotency::IdempotencyKey;
use crate::http::page::{Asked, Page};
use crate::http::precondition::{self, IfMatch};
use crate::http::words::words;
use crate::http::{AppError, Body, Query, codes};
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use bellbuoy_domain::advisory::AdvisoryStatus;
use bellbuoy_domain::marking::Audience;
use bellbuoy_domain::policy::{Facts, audience};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_advisories)
        .service(export_advisories)
        .service(get_advisory_metadata)
        .service(get_advisory_feed)
        .service(create_advisory)
        .service(get_advisory)
        .service(update_advisory)
        .service(release_advisory)
        .service(withdraw_advisory);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct AdvisoryQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// released when absent; drafts are for staff.
    status: Option<String>,
    kind: Option<String>,
    severity: Option<String>,
}

impl AdvisoryQuery {
    fn filter(&self) -> Result<Filter, AppError> {
        let mut faults = Vec::new();
        let filter = Filter {
            status: words("status", self.status.as_deref(), &mut faults)
                .unwrap_or_else(|| vec![AdvisoryStatus::Released]),
            kind: words("kind", self.kind.as_deref(), &mut faults),
            severity: words("severity", self.severity.as_deref(), &mut faults),
        };
        if faults.is_empty() {
            Ok(filter)
        } else {
            Err(AppError::Query(&codes::BAD_PARAMETER, faults))
        }
    }
}

fn staff(by: &Anyone) -> bool {
    by.0.as_ref()
        .is_some_and(|claims| audience(claims.role, &Facts::default()) == Audience::Desk)
}

/// List advisories
///
/// The public sees what was released as TLP:CLEAR, members TLP:GREEN as well, staff everything.
#[utoipa::path(tag = "advisories", security((), ("bearer" = [])), params(AdvisoryQuery),
    responses((status = 200, description = "A page of advisories", body = Page<Advisory>)))]
#[get("/advisories")]
async fn list_advisories(
    by: Anyone,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<AdvisoryQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return export(&by, &request, &db, &query).await;
    }
    let asked = Asked::<Key>::read(&request, query.limit, query.cursor.as_deref())?;
    let filter = query.filter()?;
    let mut conn = db.as_caller(by.caller()).await?;
    let rows = store::list(
        &mut conn,
        &filter,
        asked.cursor.as_ref().map(|cursor| cursor.key),
        asked.back(),
        asked.probe(),
    )
    .await?;
    let staff = staff(&by);
    let page = Page::build(&request, &asked, rows, key, |row| Advisory::of(row, staff));
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export advisories
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "advisories", security((), ("bearer" = [])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), AdvisoryQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/advisories.{form:csv|ndjson|xlsx}")]
async fn export_advisories(
    by: Anyone,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<AdvisoryQuery>,
) -> Result<HttpResponse, AppError> {
    export(&by, &request, &db, &query).await
}

async fn export(
    by: &Anyone,
    request: &HttpRequest,
    db: &Db,
    query: &AdvisoryQuery,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    let advisories = Advisories::of(query.filter()?, staff(by));
    export::send(request, db, by.caller(), SHEET, advisories).await
}

/// Describe the file of advisories
///
/// What each column of the export means, its type, unit or vocabulary, and the licence of the data.
#[utoipa::path(tag = "advisories", security((), ("bearer" = [])), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/advisories/metadata.json")]
async fn get_advisory_metadata(_by: Anyone, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Follow advisories
///
/// The newest 50 that the public may see, as an Atom feed.
#[utoipa::path(tag = "advisories", security(()), responses((status = 200, description = "The feed", body = String, content_type = "application/atom+xml")))]
#[get("/advisories.atom")]
async fn get_advisory_feed(
    _by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(crate::db::Caller::Anyone).await?;
    let filter = Filter {
        status: vec![AdvisoryStatus::Released],
        ..Filter::default()
    };
    let rows = store::list(&mut conn, &filter, None, false, 50).await?;
    let base = crate::http::origin::base(&request);
    let body = feed::atom(&base, &app.config.name, &rows)?;
    Ok(HttpResponse::Ok()
        .content_type("application/atom+xml; charset=utf-8")
        .body(body))
}

/// Get an advisory
///
/// By id, or by its number such as `BB-2026-001`.
#[utoipa::path(tag = "advisories", security((), ("bearer" = [])), params(("id" = String, Path, description = "Id or number")),
    responses((status = 200, description = "The advisory", body = Advisory), (status = 304, description = "You have this version")))]
#[get("/advisories/{id}")]
async fn get_advisory(
    by: Anyone,
    request: HttpRequest,
    db: web::Data<Db>,
    id: web::Path<String>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = match Uuid::try_parse(&id) {
        Ok(id) => store::find(&mut conn, id)
            .await?
            .ok_or(AppError::NotFound("advisory"))?,
        Err(_not_an_id) => named(&mut conn, &id).await?,
    };
    let tag = row.etag();
    if precondition::has_it(&request, &tag) {
        return Ok(HttpResponse::NotModified().insert_header(("etag", tag)).finish());
    }
    Ok(HttpResponse::Ok()
        .insert_header(("etag", tag))
        .json(Advisory::of(row, staff(&by))))
}

/// Begin an advisory
#[utoipa::path(tag = "advisories", security(("bearer" = ["analyst"])), request_body = AdvisoryCreate,
    params(DryRun, ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat harmless")),
    responses((status = 201, description = "The draft", body = Advisory)))]
#[post("/advisories")]
async fn create_advisory(
    by: Analyst,
    app: web::Data<App>,
    db: web::Data<Db>,
    key: IdempotencyKey,
    query: Query<DryRun>,
    body: Body<AdvisoryCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let (answer, replayed) =
        actions::create(&app, &mut conn, &by.0, &key, body.value, &body.hash, query.dry()).await?;
    Ok(answer.respond(replayed))
}

/// Change a draft
///
/// Whoever changes it becomes its author: nobody releases words of their own.
#[utoipa::path(tag = "advisories", security(("bearer" = ["analyst"])), request_body = AdvisoryUpdate,
    params(("id" = Uuid, Path, description = "Id of the draft"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The draft after the change", body = Advisory)))]
#[patch("/advisories/{id}")]
async fn update_advisory(
    by: Analyst,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<AdvisoryUpdate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = actions::update(&mut conn, &by.0, *id, &version, body.value, query.dry()).await?;
    Ok(shown(row))
}

/// Release an advisory
///
/// The second person's step: who wrote the draft cannot release it.
#[utoipa::path(tag = "advisories", security(("bearer" = ["analyst"])),
    params(("id" = Uuid, Path, description = "Id of the draft"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 201, description = "The released advisory", body = Advisory)))]
#[post("/advisories/{id}/releases")]
async fn release_advisory(
    by: Analyst,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = actions::release(&app, &mut conn, &by.0, *id, &version, query.dry()).await?;
    let tag = row.etag();
    Ok(HttpResponse::Created()
        .insert_header(("etag", tag))
        .json(Advisory::of(row, true)))
}

/// Withdraw an advisory
#[utoipa::path(tag = "advisories", security(("bearer" = ["analyst"])), request_body = WithdrawalCreate,
    params(("id" = String, Path, description = "Id or number"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 201, description = "The withdrawn advisory", body = Advisory)))]
#[post("/advisories/{id}/withdrawals")]
async fn withdraw_advisory(
    by: Analyst,
    db: web::Data<Db>,
    id: web::Path<String>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<WithdrawalCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let id = match Uuid::try_parse(&id) {
        Ok(id) => id,
        Err(_not_an_id) => named(&mut conn, &id).await?.id,
    };
    let row = actions::withdraw(&mut conn, &by.0, id, &version, &body.value.reason, query.dry()).await?;
    let tag = row.etag();
    Ok(HttpResponse::Created()
        .insert_header(("etag", tag))
        .json(Advisory::of(row, true)))
}

async fn named(conn: &mut Guarded, number: &str) -> Result<AdvisoryRow, AppError> {
    let found = match number.contains('\0') {
        true => None,
        false => store::find_by_number(conn, number).await?,
    };
    found.ok_or(AppError::NotFound("advisory"))
}

fn shown(row: AdvisoryRow) -> HttpResponse {
    let tag = row.etag();
    HttpResponse::Ok()
        .insert_header(("etag", tag))
        .json(Advisory::of(row, true))
}
