//! The directory, and the entry of one organisation.

use super::actions;
use super::export::{Organisations, SHEET, key};
use super::model::OrganisationRow;
use super::store::{self, Filter, Key};
use super::wire::{Organisation, OrganisationStepCreate, OrganisationUpdate, Undisclosed};
use crate::app::App;
use crate::auth::{Anyone, SignedIn};
use crate::db::{Caller, Db};
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Form, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::precondition::IfMatch;
use crate::http::words::words;
use crate::http::{AppError, Body, Fault, Query, codes};
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use bellbuoy_domain::account::Role;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_organisations)
        .service(export_organisations)
        .service(get_organisation_metadata)
        .service(list_undisclosed)
        .service(get_organisation)
        .service(update_organisation)
        .service(step_organisation);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct OrganisationQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// What it is.
    kind: Option<String>,
    /// In what it works with the alliance.
    partner_as: Option<String>,
    /// Seat, ISO 3166-1 alpha-2.
    #[param(example = "NL")]
    country: Option<String>,
    /// Part of the name.
    #[param(max_length = 100)]
    q: Option<String>,
}

impl OrganisationQuery {
    fn filter(&self, by: &Anyone) -> Result<Filter, AppError> {
        let mut faults = Vec::new();
        let filter = Filter {
            all: by.0.as_ref().is_some_and(|claims| claims.role == Role::Admin),
            kind: words("kind", self.kind.as_deref(), &mut faults),
            partner_as: words("partner_as", self.partner_as.as_deref(), &mut faults),
            country: self.country.clone(),
            name: self.q.clone().filter(|part| !part.trim().is_empty()),
        };
        if self.q.as_ref().is_some_and(|q| q.chars().count() > 100) {
            let why = "`q` has to be at most 100 characters";
            faults.push(Fault::new("?q", codes::BAD_PARAMETER.word, why));
        }
        if faults.is_empty() {
            Ok(filter)
        } else {
            Err(AppError::Query(&codes::BAD_PARAMETER, faults))
        }
    }
}

/// List member organisations
///
/// The directory: members who agree to be listed, by name. Administrators see every organisation, whatever its state.
#[utoipa::path(tag = "organisations", security((), ("bearer" = [])), params(OrganisationQuery),
    responses((status = 200, description = "A page of the directory", body = Page<Organisation>)))]
#[get("/organisations")]
async fn list_organisations(
    by: Anyone,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<OrganisationQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return export(&by, &request, &db, &query).await;
    }
    let asked = Asked::<Key>::read(&request, query.limit, query.cursor.as_deref())?;
    let filter = query.filter(&by)?;
    let mut conn = db.as_caller(by.caller()).await?;
    let from = asked.cursor.as_ref().map(|cursor| cursor.key.clone());
    let rows = store::list(&mut conn, &filter, from, asked.back(), asked.probe()).await?;
    let page = Page::build(&request, &asked, rows, key, |row| {
        Organisation::of(row, filter.all)
    });
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export the directory
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "organisations", security((), ("bearer" = [])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), OrganisationQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/organisations.{form:csv|ndjson|xlsx}")]
async fn export_organisations(
    by: Anyone,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<OrganisationQuery>,
) -> Result<HttpResponse, AppError> {
    export(&by, &request, &db, &query).await
}

async fn export(
    by: &Anyone,
    request: &HttpRequest,
    db: &Db,
    query: &OrganisationQuery,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    let organisations = Organisations {
        filter: query.filter(by)?,
        from: None,
        over: false,
    };
    export::send(request, db, by.caller(), SHEET, organisations).await
}

/// Describe the file of the directory
#[utoipa::path(tag = "organisations", security(()), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/organisations/metadata.json")]
async fn get_organisation_metadata(_by: Anyone, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Count the members that are not named
///
/// Members who want to be counted and not named, by kind.
#[utoipa::path(tag = "organisations", security(()), responses((status = 200, description = "How many of each kind", body = Vec<Undisclosed>)))]
#[get("/organisations/undisclosed")]
async fn list_undisclosed(_by: Anyone, db: web::Data<Db>) -> Result<web::Json<Vec<Undisclosed>>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let counted = store::undisclosed(&mut conn).await?;
    let counted = counted
        .into_iter()
        .map(|(kind, members)| Undisclosed { kind, members });
    Ok(web::Json(counted.collect()))
}

/// Get an organisation
///
/// The own one, or one of the directory.
#[utoipa::path(tag = "organisations", security((), ("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the organisation")),
    responses((status = 200, description = "The organisation", body = Organisation)))]
#[get("/organisations/{id}")]
async fn get_organisation(
    by: Anyone,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("organisation"))?;
    let inside =
        by.0.as_ref()
            .is_some_and(|claims| claims.role == Role::Admin || claims.org == Some(row.id));
    Ok(shown(row, inside))
}

/// Change the entry of an organisation
///
/// For its owners and its company security officer.
#[utoipa::path(tag = "organisations", security(("bearer" = ["member", "admin"])), request_body = OrganisationUpdate,
    params(("id" = Uuid, Path, description = "Id of the organisation"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The organisation after the change", body = Organisation)))]
#[patch("/organisations/{id}")]
async fn update_organisation(
    by: SignedIn,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<OrganisationUpdate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = actions::update(&mut conn, &by.0, *id, &version, body.value, query.dry()).await?;
    Ok(shown(row, true))
}

/// Suspend, reinstate or let an organisation leave
///
/// Its people lose or regain their rights at once. Administrators take every step; an owner may let it leave.
#[utoipa::path(tag = "organisations", security(("bearer" = ["member", "admin"])), request_body = OrganisationStepCreate,
    params(("id" = Uuid, Path, description = "Id of the organisation"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The organisation after the step", body = Organisation)))]
#[post("/organisations/{id}/steps")]
async fn step_organisation(
    by: SignedIn,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<OrganisationStepCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = actions::step(&mut conn, &by.0, *id, &version, body.value, query.dry()).await?;
    Ok(shown(row, true))
}

fn shown(row: OrganisationRow, inside: bool) -> HttpResponse {
    let tag = row.etag();
    HttpResponse::Ok()
        .insert_header(("etag", tag))
        .json(Organisation::of(row, inside))
}
