//! Sittings over HTTP.

use super::export::{SHEET, Sittings};
use super::store::{self, Filter, Key};
use super::wire::{Sitting, SittingCancellation, SittingDraft};
use super::{actions, calendar_routes, facts, seat_routes, shown};
use crate::app::App;
use crate::auth::{Anyone, SchemeAdministrator};
use crate::db::Db;
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Form, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::precondition::IfMatch;
use crate::http::words::words;
use crate::http::{AppError, Body, Fault, Query, codes};
use actix_web::{HttpRequest, HttpResponse, get, post, put, web};
use bellbuoy_domain::place::{find_country, find_port};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_sittings)
        .service(export_sittings)
        .service(get_sitting_metadata)
        .configure(calendar_routes::mount)
        .configure(seat_routes::mount)
        .service(get_sitting)
        .service(create_sitting)
        .service(update_sitting)
        .service(withdraw_sitting);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct SittingQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// Exams, trainings or workshops.
    #[param(example = "exam,training")]
    kind: Option<String>,
    /// Code of the scheme whose requirement is met.
    scheme: Option<String>,
    /// First day.
    from: Option<NaiveDate>,
    /// Last day.
    to: Option<NaiveDate>,
    /// Those that have begun, the last first, instead of those that are not over.
    past: Option<bool>,
    /// Those with a seat that can be booked.
    free: Option<bool>,
    /// UN/LOCODE of the port.
    #[param(example = "NLRTM")]
    port: Option<String>,
    /// Country of the port, ISO 3166-1 alpha-2.
    #[param(example = "NL")]
    country: Option<String>,
}

impl SittingQuery {
    fn filter(&self, now: DateTime<Utc>) -> Result<Filter, AppError> {
        let mut faults = Vec::new();
        let upper = |text: &Option<String>| text.as_ref().map(|code| code.trim().to_uppercase());
        let (port, country) = (upper(&self.port), upper(&self.country));
        let mut unknown = |name: &str, why: String| {
            faults.push(Fault::new(format!("?{name}"), codes::BAD_PARAMETER.word, why));
        };
        if let Some(code) = port.as_ref().filter(|code| find_port(code).is_none()) {
            unknown(
                "port",
                format!("`{code}` is not the UN/LOCODE of a port, such as NLRTM"),
            );
        }
        if let Some(code) = country.as_ref().filter(|code| find_country(code).is_none()) {
            unknown(
                "country",
                format!("`{code}` is not a country of ISO 3166-1, such as NL"),
            );
        }
        if let (Some(from), Some(to)) = (self.from, self.to)
            && to < from
        {
            unknown("to", format!("`to` has to be {from} or later, the first day"));
        }
        let past = self.past == Some(true);
        let days = self.from.is_some() || self.to.is_some();
        let filter = Filter {
            kind: words("kind", self.kind.as_deref(), &mut faults),
            scheme: self.scheme.clone(),
            from: self.from,
            to: self.to,
            before: past.then_some(now),
            after: (!past && !days).then_some(now),
            free_at: (self.free == Some(true)).then_some(now),
            port,
            country,
        };
        if faults.is_empty() {
            Ok(filter)
        } else {
            Err(AppError::Query(&codes::BAD_PARAMETER, faults))
        }
    }
}

/// List sittings
///
/// Exams, trainings and workshops that are not over, the next first; with days, those of the days.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(SittingQuery),
    responses((status = 200, description = "A page of sittings", body = Page<Sitting>)))]
#[get("/sittings")]
async fn list_sittings(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<SittingQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return export(&by, &request, &app, &db, &query).await;
    }
    let asked = Asked::<Key>::read(&request, query.limit, query.cursor.as_deref())?;
    let now = app.now();
    let filter = query.filter(now)?;
    facts::names_a_scheme(&db, by.caller(), query.scheme.as_deref()).await?;
    let mut conn = db.as_caller(by.caller()).await?;
    let from = asked.cursor.as_ref().map(|cursor| cursor.key);
    let rows = store::list(&mut conn, &filter, from, asked.back(), asked.probe()).await?;
    let all = shown::shown(&mut conn, rows, account(&by), now).await?;
    let page = Page::build(&request, &asked, all, |one| (one.starts_at, one.id), |one| one);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export sittings
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), SittingQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/sittings.{form:csv|ndjson|xlsx}")]
async fn export_sittings(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<SittingQuery>,
) -> Result<HttpResponse, AppError> {
    export(&by, &request, &app, &db, &query).await
}

async fn export(
    by: &Anyone,
    request: &HttpRequest,
    app: &App,
    db: &Db,
    query: &SittingQuery,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    facts::names_a_scheme(db, by.caller(), query.scheme.as_deref()).await?;
    let sittings = Sittings {
        filter: query.filter(app.now())?,
        now: app.now(),
        from: None,
        over: false,
    };
    export::send(request, db, by.caller(), SHEET, sittings).await
}

/// Describe the file of sittings
#[utoipa::path(tag = "certification", security(()), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/sittings/metadata.json")]
async fn get_sitting_metadata(_by: Anyone, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Get a sitting
///
/// Who is signed in sees their own seat, and who has one sees where one takes part over the network.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the sitting")),
    responses((status = 200, description = "The sitting", body = Sitting)))]
#[get("/sittings/{id}")]
async fn get_sitting(
    by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("sitting"))?;
    let sitting = shown::one(&mut conn, row, account(&by), app.now()).await?;
    Ok(answer(HttpResponse::Ok(), sitting))
}

/// Announce a sitting
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), request_body = SittingDraft, params(DryRun),
    responses((status = 201, description = "Announced", body = Sitting)))]
#[post("/sittings")]
async fn create_sitting(
    by: SchemeAdministrator,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<DryRun>,
    body: Body<SittingDraft>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let made = actions::create(&mut conn, &by.0, body.value, app.now(), query.dry()).await?;
    Ok(answer(HttpResponse::Created(), made))
}

/// Change a sitting
///
/// Whole. More seats go to those who wait, who get a letter; so does everybody with a seat when time or place changes.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), request_body = SittingDraft,
    params(("id" = Uuid, Path, description = "Id of the sitting"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "Changed", body = Sitting)))]
#[put("/sittings/{id}")]
async fn update_sitting(
    by: SchemeAdministrator,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<SittingDraft>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let (now, dry) = (app.now(), query.dry());
    let made = actions::update(&mut conn, &by.0, *id, &version, body.value, now, dry).await?;
    Ok(answer(HttpResponse::Ok(), made))
}

/// Cancel a sitting
///
/// Before it begins. Everybody with a seat gets a letter.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), request_body = SittingCancellation,
    params(("id" = Uuid, Path, description = "Id of the sitting"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "Cancelled", body = Sitting)))]
#[post("/sittings/{id}/cancellations")]
async fn withdraw_sitting(
    by: SchemeAdministrator,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<SittingCancellation>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let (now, dry) = (app.now(), query.dry());
    let made = actions::cancel(&mut conn, &by.0, *id, &version, body.value, now, dry).await?;
    Ok(answer(HttpResponse::Ok(), made))
}

fn account(by: &Anyone) -> Option<Uuid> {
    by.0.as_ref().map(|by| by.sub)
}

fn answer(mut response: actix_web::HttpResponseBuilder, sitting: Sitting) -> HttpResponse {
    response
        .insert_header(("etag", sitting.etag.clone()))
        .json(sitting)
}
