//! Incidents over HTTP.

use super::actions;
use super::changes;
use super::decisions;
use super::export::{Incidents, SHEET};
use super::list::{IncidentQuery, Reach};
use super::model::IncidentRow;
use super::search::searched;
use super::store::{self, Key};
use super::wire::{DecisionCreate, Incident, IncidentCreate, IncidentSummary};
use super::words::Part;
use crate::app::App;
use crate::auth::SignedIn;
use crate::db::Db;
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Form, Metadata};
use crate::http::idempotency::IdempotencyKey;
use crate::http::page::{Asked, COUNTED, Page};
use crate::http::precondition::{self, IfMatch};
use crate::http::{AppError, Body, Query};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use bellbuoy_domain::policy::{Facts, Verb, can};
use bellbuoy_domain::reference::Reference;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_incidents)
        .service(export_incidents)
        .service(get_incident_metadata)
        .service(create_incident)
        .service(get_incident)
        .service(decide_incident);
}

/// List incidents
///
/// What you may see: your organisation's reports and the publicly known ones; analysts see all.
/// The order is by month and then by id, so that it does not tell when somebody reported.
#[utoipa::path(tag = "incidents", security(("bearer" = ["member", "analyst", "admin"])), params(IncidentQuery),
    responses((status = 200, description = "A page of incidents", body = Page<IncidentSummary>)))]
#[get("/incidents")]
async fn list_incidents(
    by: SignedIn,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<IncidentQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return export(&by, &request, &app, &db, &query).await;
    }
    if let Some(since) = &query.updated_since {
        return changes::page(&by, &request, &app, &db, &query, since).await;
    }
    let asked = Asked::<Key>::read(&request, query.limit, query.cursor.as_deref())?;
    let ascending = query.ascending()? != asked.back();
    let counts = query.with_total == Some(true);
    let part = Part {
        from: asked.cursor.as_ref().map(|cursor| cursor.key),
        ascending,
        limit: asked.probe(),
    };
    let mut conn = if !counts && query.has_one_way(Reach::of(by.caller())) {
        db.for_page(by.caller()).await?
    } else {
        db.as_caller(by.caller()).await?
    };
    // What is counted has to be found whole.
    let wanted = Some(part).filter(|_| !counts);
    let filter = searched(&app, &mut conn, by.caller(), &query, wanted).await?;
    let rows = store::list(&mut conn, &filter, part.from, ascending, part.limit).await?;
    let total = if counts {
        Some(store::count(&mut conn, &filter, COUNTED).await?)
    } else {
        None
    };
    let page = Page::build(&request, &asked, rows, IncidentRow::key, IncidentSummary::from).with_total(total);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export incidents
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`; also by `Accept` on the list itself.
#[utoipa::path(tag = "incidents", security(("bearer" = ["member", "analyst", "admin"])),
    params(("form" = String, Path, description = "csv, ndjson or xlsx"), IncidentQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/incidents.{form:csv|ndjson|xlsx}")]
async fn export_incidents(
    by: SignedIn,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<IncidentQuery>,
) -> Result<HttpResponse, AppError> {
    export(&by, &request, &app, &db, &query).await
}

async fn export(
    by: &SignedIn,
    request: &HttpRequest,
    app: &App,
    db: &Db,
    query: &IncidentQuery,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    let incidents = Incidents::of(app, query, by.caller())?;
    export::send(request, db, by.caller(), SHEET, incidents).await
}

/// Describe the file of incidents
///
/// What each column of the export means, its type, unit or vocabulary, and the licence of the data.
#[utoipa::path(tag = "incidents", security(("bearer" = ["member", "analyst", "admin"])), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/incidents/metadata.json")]
async fn get_incident_metadata(_by: SignedIn, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Report an incident by name
///
/// Takes the same facts as the anonymous report, in plain JSON. A member's report waits for review.
#[utoipa::path(tag = "incidents", security(("bearer" = ["member", "analyst"])), request_body = IncidentCreate,
    params(DryRun, ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat harmless")),
    responses((status = 201, description = "Taken in", body = Incident)))]
#[post("/incidents")]
async fn create_incident(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    key: IdempotencyKey,
    query: Query<DryRun>,
    body: Body<IncidentCreate>,
) -> Result<HttpResponse, AppError> {
    can(Some(by.0.standing()), Verb::SubmitIncident, &Facts::default())
        .map_err(|denied| AppError::denied(denied, "incident"))?;
    let mut conn = db.as_caller(by.caller()).await?;
    let made = actions::submit(&app, &mut conn, &by.0, &key, body.value, &body.hash, query.dry()).await?;
    Ok(made.answer.respond(made.replayed))
}

/// Get an incident
///
/// By id, or by its reference such as `INC-7K4QWZ`.
#[utoipa::path(tag = "incidents", security(("bearer" = ["member", "analyst", "admin"])),
    params(("id" = String, Path, description = "Id or reference")),
    responses((status = 200, description = "The incident", body = Incident), (status = 304, description = "You have this version")))]
#[get("/incidents/{id}")]
async fn get_incident(
    by: SignedIn,
    request: HttpRequest,
    db: web::Data<Db>,
    id: web::Path<String>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let found = match Uuid::try_parse(&id) {
        Ok(id) => store::find(&mut conn, id).await?,
        Err(_not_an_id) => match Reference::read(&id) {
            Ok(reference) => store::find_by_reference(&mut conn, reference.as_str()).await?,
            Err(_not_a_reference) => None,
        },
    };
    let (row, facts) = found.ok_or(AppError::NotFound("incident"))?;
    let tag = row.etag();
    if precondition::has_it(&request, &tag) {
        return Ok(HttpResponse::NotModified().insert_header(("etag", tag)).finish());
    }
    Ok(HttpResponse::Ok()
        .insert_header(("etag", tag))
        .json(Incident::from((row, facts))))
}

/// Decide on an incident
///
/// Takes it one step on its way: take up, accept, refuse, link to another, withdraw, reopen.
#[utoipa::path(tag = "incidents", security(("bearer" = ["analyst", "member"])), request_body = DecisionCreate,
    params(("id" = String, Path, description = "Id or reference"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The incident after the step", body = Incident)))]
#[post("/incidents/{id}/decisions")]
async fn decide_incident(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<String>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<DecisionCreate>,
) -> Result<HttpResponse, AppError> {
    decisions::ever(by.0.standing())?;
    let mut conn = db.as_caller(by.caller()).await?;
    let id = match Uuid::try_parse(&id) {
        Ok(id) => Some(id),
        Err(_not_an_id) => match Reference::read(&id) {
            Ok(reference) => store::id_of(&mut conn, reference.as_str()).await?,
            Err(_not_a_reference) => None,
        },
    };
    let id = id.ok_or(AppError::NotFound("incident"))?;
    let (incident, tag) =
        decisions::decide(&app, &mut conn, &by.0, id, &version, body.value, query.dry()).await?;
    Ok(HttpResponse::Ok().insert_header(("etag", tag)).json(incident))
}
