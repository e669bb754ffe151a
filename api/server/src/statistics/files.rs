//! Figures as files, and what their columns mean.

use super::asked::{ReleaseQuery, StatisticsQuery, live_table, release};
use super::export::{FIGURES, RELEASES, Releases, figures};
use super::wire::Table;
use crate::app::App;
use crate::auth::{Anyone, SignedIn};
use crate::db::Db;
use crate::http::export::{self, Form, Metadata};
use crate::http::{AppError, Query};
use actix_web::{HttpRequest, HttpResponse, get, web};
use utoipa_actix_web::service_config::ServiceConfig;

/// Adds the files; their paths come before those of the things they show.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(export_incident_statistics)
        .service(get_incident_statistics_metadata)
        .service(export_releases)
        .service(get_releases_metadata)
        .service(export_release)
        .service(get_release_metadata);
}

/// Tables as a file.
pub fn file(form: Form, tables: &[Table]) -> Result<HttpResponse, AppError> {
    let rows: Vec<_> = tables.iter().flat_map(figures).collect();
    export::respond(form, FIGURES.name, FIGURES, &rows)
}

/// Export live counts
///
/// The same table, one figure to a row, as `.csv`, `.ndjson` or `.xlsx`; also by `Accept` on the table itself.
#[utoipa::path(tag = "statistics", security(("bearer" = ["member", "analyst", "admin"])),
    params(("form" = String, Path, description = "csv, ndjson or xlsx"), StatisticsQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/statistics/incidents.{form:csv|ndjson|xlsx}")]
async fn export_incident_statistics(
    by: SignedIn,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<StatisticsQuery>,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    let table = live_table(&by, &app, &db, &query).await?;
    file(Form::asked(&request)?, &[table])
}

/// Describe the file of live counts
#[utoipa::path(tag = "statistics", security(("bearer" = ["member", "analyst", "admin"])), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/statistics/incidents/metadata.json")]
async fn get_incident_statistics_metadata(_by: SignedIn, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(FIGURES.describe(FIGURES.name, app.now()))
}

/// Export the list of releases
///
/// As `.csv`, `.ndjson` or `.xlsx`; also by `Accept` on the list itself.
#[utoipa::path(tag = "statistics", security(()), params(("form" = String, Path, description = "csv, ndjson or xlsx")),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/statistics/releases.{form:csv|ndjson|xlsx}")]
async fn export_releases(
    by: Anyone,
    request: HttpRequest,
    db: web::Data<Db>,
) -> Result<HttpResponse, AppError> {
    export::send(&request, &db, by.caller(), RELEASES, Releases::default()).await
}

/// Describe the file of releases
#[utoipa::path(tag = "statistics", security(()), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/statistics/releases/metadata.json")]
async fn get_releases_metadata(_by: Anyone, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(RELEASES.describe(RELEASES.name, app.now()))
}

/// Export a release
///
/// All its tables, or those asked for, one figure to a row, as `.csv`, `.ndjson` or `.xlsx`; also by `Accept` on the
/// release itself.
#[utoipa::path(tag = "statistics", security(()),
    params(("id" = String, Path, description = "Id, or latest", example = "latest"),
        ("form" = String, Path, description = "csv, ndjson or xlsx"), ReleaseQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/statistics/releases/{id}.{form:csv|ndjson|xlsx}")]
async fn export_release(
    by: Anyone,
    request: HttpRequest,
    db: web::Data<Db>,
    path: web::Path<(String, String)>,
    query: Query<ReleaseQuery>,
) -> Result<HttpResponse, AppError> {
    let release = release(&by, &db, &path.0, &query).await?;
    file(Form::asked(&request)?, &release.tables)
}

/// Describe the file of a release
#[utoipa::path(tag = "statistics", security(()), params(("id" = String, Path, description = "Id, or latest", example = "latest")),
    responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/statistics/releases/{id}/metadata.json")]
async fn get_release_metadata(
    by: Anyone,
    db: web::Data<Db>,
    id: web::Path<String>,
) -> Result<web::Json<Metadata>, AppError> {
    let everything = ReleaseQuery::default();
    let release = release(&by, &db, &id, &everything).await?;
    Ok(web::Json(FIGURES.describe(FIGURES.name, release.as_of)))
}
