//! Certificates over HTTP.

use super::export::{Certificates, SHEET};
use super::store::{self, Filter, Key};
use super::wire::{Certificate, CertificateStepCreate};
use super::{actions, check_routes, feed, whole};
use crate::app::App;
use crate::auth::{Anyone, Person};
use crate::db::{Db, transact};
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Form, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::precondition::IfMatch;
use crate::http::words::words;
use crate::http::{AppError, Body, Query, codes, origin};
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use bellbuoy_domain::certification::CertificateNumber;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Changes that the feed shows.
const IN_FEED: i64 = 50;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_certificates)
        .service(export_certificates)
        .service(get_certificate_metadata)
        .service(get_certificate_feed)
        .configure(check_routes::mount)
        .service(get_certificate)
        .service(step_certificate);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct CertificateQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// Those of this person.
    consultant: Option<Uuid>,
    /// Those of this supplier.
    supplier: Option<Uuid>,
    /// Where they stand.
    #[param(example = "suspended,revoked")]
    status: Option<String>,
    /// Of people or of suppliers.
    kind: Option<String>,
}

impl CertificateQuery {
    fn filter(&self) -> Result<Filter, AppError> {
        let mut faults = Vec::new();
        let filter = Filter {
            consultant: self.consultant,
            supplier: self.supplier,
            status: words("status", self.status.as_deref(), &mut faults),
            kind: words("kind", self.kind.as_deref(), &mut faults),
        };
        if faults.is_empty() {
            Ok(filter)
        } else {
            Err(AppError::Query(&codes::BAD_PARAMETER, faults))
        }
    }
}

/// List certificates
///
/// Of people and suppliers, what changed last first, each with all that happened to it.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(CertificateQuery),
    responses((status = 200, description = "A page of certificates", body = Page<Certificate>)))]
#[get("/certificates")]
async fn list_certificates(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<CertificateQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return export(&by, &request, &app, &db, &query).await;
    }
    let asked = Asked::<Key>::read(&request, query.limit, query.cursor.as_deref())?;
    let filter = query.filter()?;
    let mut conn = db.as_caller(by.caller()).await?;
    let from = asked.cursor.as_ref().map(|cursor| cursor.key);
    let rows = store::list(&mut conn, &filter, from, asked.back(), asked.probe()).await?;
    let all = whole::whole(&mut conn, rows, app.now().date_naive()).await?;
    let page = Page::build(&request, &asked, all, |one| (one.changed_at, one.id), |one| one);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export certificates
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "certification", security((), ("bearer" = [])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), CertificateQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/certificates.{form:csv|ndjson|xlsx}")]
async fn export_certificates(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<CertificateQuery>,
) -> Result<HttpResponse, AppError> {
    export(&by, &request, &app, &db, &query).await
}

async fn export(
    by: &Anyone,
    request: &HttpRequest,
    app: &App,
    db: &Db,
    query: &CertificateQuery,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    let certificates = Certificates {
        filter: query.filter()?,
        today: app.now().date_naive(),
        from: None,
        over: false,
    };
    export::send(request, db, by.caller(), SHEET, certificates).await
}

/// Describe the file of certificates
#[utoipa::path(tag = "certification", security(()), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/certificates/metadata.json")]
async fn get_certificate_metadata(_by: Anyone, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Follow changes of the register
///
/// An Atom feed of what was granted, suspended, reinstated, renewed, revoked or given back.
#[utoipa::path(tag = "certification", security(()), responses((status = 200, description = "The feed", content_type = "application/atom+xml")))]
#[get("/certificates.atom")]
async fn get_certificate_feed(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let rows = store::list(&mut conn, &Filter::default(), None, false, IN_FEED).await?;
    let changed = whole::whole(&mut conn, rows, app.now().date_naive()).await?;
    let body = feed::atom(&origin::base(&request), &app.config.name, &changed)?;
    Ok(HttpResponse::Ok().content_type("application/atom+xml").body(body))
}

/// Get a certificate
///
/// By its number, however it is written.
#[utoipa::path(tag = "certification", security(()), params(("number" = String, Path, description = "Number of the certificate", example = "BB-C-2026-0417")),
    responses((status = 200, description = "The certificate", body = Certificate)))]
#[get("/certificates/{number}")]
async fn get_certificate(
    by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    number: web::Path<String>,
) -> Result<HttpResponse, AppError> {
    let number = read(&number)?;
    let mut conn = db.for_keys(by.caller()).await?;
    let found = whole::one(&mut conn, number.as_str(), app.now().date_naive()).await?;
    shown(found)
}

/// Take a step with a certificate
///
/// The scheme's administrators suspend, reinstate, revoke and renew; the holder gives it back. Everybody sees it at
/// once, in searches, checks and status lists.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator", "member"])), request_body = CertificateStepCreate,
    params(("number" = String, Path, description = "Number of the certificate", example = "BB-C-2026-0417"), DryRun,
        ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The certificate after the step", body = Certificate)))]
#[post("/certificates/{number}/steps")]
async fn step_certificate(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    number: web::Path<String>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<CertificateStepCreate>,
) -> Result<HttpResponse, AppError> {
    let number = read(&number)?;
    let now = app.now();
    let mut conn = db.as_caller(by.caller()).await?;
    let asked = body.value;
    let found = transact(&mut conn, query.dry(), async |conn| {
        let row = actions::take_step(conn, &by.0, number.as_str(), &version, asked, now).await?;
        whole::whole(conn, vec![row], now.date_naive()).await
    })
    .await?;
    shown(found.into_iter().next())
}

/// A number as the register writes it. A wrong one is answered like one that was never given.
pub fn read(number: &str) -> Result<CertificateNumber, AppError> {
    CertificateNumber::read(number).map_err(|fault| AppError::refused(&codes::NOT_FOUND, fault.to_string()))
}

fn shown(found: Option<Certificate>) -> Result<HttpResponse, AppError> {
    let certificate = found.ok_or(AppError::NotFound("certificate"))?;
    Ok(HttpResponse::Ok()
        .insert_header(("etag", certificate.etag.clone()))
        .json(certificate))
}
