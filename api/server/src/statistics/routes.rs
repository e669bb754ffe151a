//! Figures over HTTP.

use super::asked::{ReleaseQuery, StatisticsQuery, live_table, release, shape};
use super::export::{RELEASES, Releases, summary};
use super::wire::{Release, ReleaseSummary, Table};
use super::{files, releases, store};
use crate::app::App;
use crate::auth::{Anyone, SignedIn, Staff};
use crate::db::Db;
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Form};
use crate::http::idempotency::IdempotencyKey;
use crate::http::page::{Asked, Page};
use crate::http::{AppError, Query};
use crate::jobs::asked::{self as jobs, Job, RespondAsync};
use actix_web::http::header::CACHE_CONTROL;
use actix_web::{HttpRequest, HttpResponse, get, post, web};
use bellbuoy_domain::job::JobKind;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .configure(files::mount)
        .service(get_incident_statistics)
        .service(list_releases)
        .service(get_release)
        .service(publish_release);
}

/// Count incidents, live
///
/// For members: cells of fewer than five affected parties are hidden, and as many others as are
/// needed so that none of them can be worked out. Publicly known incidents are a series of their own.
#[utoipa::path(tag = "statistics", security(("bearer" = ["member", "analyst", "admin"])), params(StatisticsQuery),
    responses((status = 200, description = "The table", body = Table)))]
#[get("/statistics/incidents")]
async fn get_incident_statistics(
    by: SignedIn,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<StatisticsQuery>,
) -> Result<HttpResponse, AppError> {
    let form = Form::asked(&request)?;
    if form.is_export() {
        export::may_export(by.caller())?;
    }
    let table = live_table(&by, &app, &db, &query).await?;
    if form.is_export() {
        return files::file(form, &[table]);
    }
    Ok(HttpResponse::Ok().json(table))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct ReleasesQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
}

/// List releases
///
/// What was published for the public, newest first.
#[utoipa::path(tag = "statistics", security(()), params(ReleasesQuery), responses((status = 200, description = "A page of releases", body = Page<ReleaseSummary>)))]
#[get("/statistics/releases")]
async fn list_releases(
    by: Anyone,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<ReleasesQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return export::send(&request, &db, by.caller(), RELEASES, Releases::default()).await;
    }
    let asked = Asked::<(DateTime<Utc>, Uuid)>::read(&request, query.limit, query.cursor.as_deref())?;
    let mut conn = db.as_caller(by.caller()).await?;
    let rows = store::list_releases(
        &mut conn,
        asked.cursor.as_ref().map(|cursor| cursor.key),
        asked.back(),
        asked.probe(),
    )
    .await?;
    let page = Page::build(&request, &asked, rows, |row| (row.published_at, row.id), summary);
    Ok(HttpResponse::Ok().json(page))
}

/// Get a release
///
/// By id, or `latest`. Cells of fewer than ten affected parties are hidden, others with them where they
/// would give these away, and the rest is rounded to five. Publicly known incidents are shown as they are.
#[utoipa::path(tag = "statistics", security(()), params(("id" = String, Path, description = "Id, or latest", example = "latest"), ReleaseQuery),
    responses((status = 200, description = "The release", body = Release)))]
#[get("/statistics/releases/{id}")]
async fn get_release(
    by: Anyone,
    request: HttpRequest,
    db: web::Data<Db>,
    id: web::Path<String>,
    query: Query<ReleaseQuery>,
) -> Result<HttpResponse, AppError> {
    let form = Form::asked(&request)?;
    let release = release(&by, &db, &id, &query).await?;
    if form.is_export() {
        return files::file(form, &release.tables);
    }
    Ok(HttpResponse::Ok()
        .insert_header((CACHE_CONTROL, "public, max-age=60"))
        .json(release))
}

/// Publish figures
///
/// Makes a release of the figures as they stand. It also happens by schedule. With `Prefer: respond-async` it
/// becomes a job.
#[utoipa::path(tag = "statistics", security(("bearer" = ["analyst", "admin"])),
    params(DryRun, ("Idempotency-Key" = Option<String>, Header, description = "Makes a repeat harmless"),
        ("Prefer" = Option<String>, Header, description = "`respond-async` for a job")),
    responses((status = 201, description = "The release", body = Release), (status = 202, description = "A job makes it", body = Job)))]
#[post("/statistics/releases")]
async fn publish_release(
    by: Staff,
    app: web::Data<App>,
    db: web::Data<Db>,
    key: IdempotencyKey,
    wants: RespondAsync,
    query: Query<DryRun>,
) -> Result<HttpResponse, AppError> {
    if wants.0 && !query.dry() {
        let (app, own, caller, by_whom) =
            (app.get_ref().clone(), db.get_ref().clone(), by.caller(), by.0.sub);
        let work = async move |job| {
            let mut conn = own.as_caller(caller).await?;
            let asked = releases::Asked {
                by: Some(by_whom),
                job: Some(job),
                ..Default::default()
            };
            releases::publish(&app, &mut conn, asked).await?;
            Ok(())
        };
        return jobs::begin(&db, &by.0, JobKind::PublishRelease, &key, work).await;
    }
    let mut conn = db.as_caller(by.caller()).await?;
    let asked = releases::Asked {
        by: Some(by.0.sub),
        dry_run: query.dry(),
        job: None,
        key: Some(key),
    };
    let (row, replayed) = releases::publish(&app, &mut conn, asked).await?;
    let everything = ReleaseQuery::default();
    let mut answer = HttpResponse::Created();
    if replayed {
        answer.insert_header(("idempotency-replayed", "true"));
    }
    Ok(answer.json(shape(row, &everything)?))
}
