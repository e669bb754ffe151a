//! Calendars of sittings over HTTP.

use super::model::SittingRow;
use super::store::{self, Filter};
use super::wire::Sitting;
use super::{calendar, shown};
use crate::app::App;
use crate::auth::Anyone;
use crate::db::Db;
use crate::http::{AppError, origin};
use actix_web::{HttpRequest, HttpResponse, get, web};
use diesel_async::AsyncPgConnection;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// The most sittings in one calendar.
const IN_CALENDAR: i64 = 500;

/// Adds the routes of calendars.
pub fn mount(config: &mut ServiceConfig) {
    config.service(get_sitting_calendar).service(get_calendar_entry);
}

/// Follow sittings in a calendar
///
/// All that are not over, as iCalendar (RFC 5545); what is cancelled stays in it and says so.
#[utoipa::path(tag = "certification", security(()), responses((status = 200, description = "The calendar", content_type = "text/calendar")))]
#[get("/sittings.ics")]
async fn get_sitting_calendar(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<HttpResponse, AppError> {
    let now = app.now();
    let filter = Filter {
        after: Some(now),
        ..Filter::default()
    };
    let mut conn = db.as_caller(by.caller()).await?;
    let rows = store::list(&mut conn, &filter, None, false, IN_CALENDAR).await?;
    calendar_of(&mut conn, &request, &app, rows).await
}

/// Get a sitting for one's calendar
#[utoipa::path(tag = "certification", security(()), params(("id" = Uuid, Path, description = "Id of the sitting")),
    responses((status = 200, description = "The calendar", content_type = "text/calendar")))]
#[get("/sittings/{id}.ics")]
async fn get_calendar_entry(
    by: Anyone,
    request: HttpRequest,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("sitting"))?;
    calendar_of(&mut conn, &request, &app, vec![row]).await
}

async fn calendar_of(
    conn: &mut AsyncPgConnection,
    request: &HttpRequest,
    app: &App,
    rows: Vec<SittingRow>,
) -> Result<HttpResponse, AppError> {
    let revisions: Vec<i32> = rows.iter().map(|row| row.revision).collect();
    let sittings = shown::shown(conn, rows, None, app.now()).await?;
    let both: Vec<(Sitting, i32)> = sittings.into_iter().zip(revisions).collect();
    let text = calendar::calendar(&origin::base(request), &app.config.name, &both);
    Ok(HttpResponse::Ok()
        .content_type("text/calendar; charset=utf-8")
        .insert_header((
            "content-disposition",
            "attachment; filename=\"bellbuoy-sittings.ics\"",
        ))
        .body(text))
}
