//! Seats over HTTP.

use super::seat_export::{SHEET, Seats};
use super::wire::{AttendanceUpdate, Seat, Sitting};
use super::{attendance, booking, seat_store, shown, store};
use crate::app::App;
use crate::auth::{Person, SchemeAdministrator};
use crate::db::{Caller, Db};
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Form, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Body, Query};
use actix_web::{HttpRequest, HttpResponse, delete, get, post, put, web};
use serde::Deserialize;
use std::collections::HashMap;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of seats.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_own_seats)
        .service(create_seat)
        .service(delete_own_seat)
        .service(list_seats)
        .service(export_seats)
        .service(get_seat_metadata)
        .service(update_seat);
}

/// List one's own seats
///
/// The sittings in which one has a seat, waits for one or was, those that begin last first.
#[utoipa::path(tag = "certification", security(("bearer" = [])), responses((status = 200, description = "The sittings", body = Vec<Sitting>)))]
#[get("/sittings/seats/own")]
async fn list_own_seats(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
) -> Result<web::Json<Vec<Sitting>>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let ids: Vec<Uuid> = seat_store::of(&mut conn, by.0.sub).await?;
    let rows = store::find_all(&mut conn, &ids).await?;
    let all = shown::shown(&mut conn, rows, Some(by.0.sub), app.now()).await?;
    let mut by_id: HashMap<Uuid, Sitting> = all.into_iter().map(|one| (one.id, one)).collect();
    Ok(web::Json(ids.iter().filter_map(|id| by_id.remove(id)).collect()))
}

/// Book a seat
///
/// A place in the waiting list where none is free: whoever waits longest gets the next.
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the sitting"), DryRun),
    responses((status = 201, description = "The sitting with one's own seat", body = Sitting)))]
#[post("/sittings/{id}/seats")]
async fn create_seat(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    query: Query<DryRun>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let sitting = booking::book(&mut conn, by.0.sub, *id, app.now(), query.dry()).await?;
    Ok(HttpResponse::Created().json(sitting))
}

/// Give one's own seat up
///
/// Or the place in the waiting list. The first who waits gets the seat and a letter.
#[utoipa::path(tag = "certification", security(("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the sitting")),
    responses((status = 200, description = "The sitting", body = Sitting)))]
#[delete("/sittings/{id}/seats/own")]
async fn delete_own_seat(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<web::Json<Sitting>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let sitting = booking::give_up(&mut conn, by.0.sub, *id, app.now()).await?;
    Ok(web::Json(sitting))
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct SeatQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
}

/// List the seats of a sitting
///
/// In the order in which they were asked for, those given up as well.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), params(("id" = Uuid, Path, description = "Id of the sitting"), SeatQuery),
    responses((status = 200, description = "A page of seats", body = Page<Seat>)))]
#[get("/sittings/{id}/seats")]
async fn list_seats(
    by: SchemeAdministrator,
    request: HttpRequest,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    query: Query<SeatQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return export(&by, &request, &db, *id).await;
    }
    let asked = Asked::<Uuid>::read(&request, query.limit, query.cursor.as_deref())?;
    let mut conn = db.as_caller(by.caller()).await?;
    known(&mut conn, *id).await?;
    let from = asked.cursor.as_ref().map(|cursor| cursor.key);
    let rows = seat_store::list(&mut conn, *id, from, asked.back(), asked.probe()).await?;
    let page = Page::build(&request, &asked, rows, |(row, ..)| row.id, Seat::of);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export the seats of a sitting
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), params(("id" = Uuid, Path, description = "Id of the sitting"), ("form" = String, Path, description = "csv, ndjson or xlsx")),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/sittings/{id}/seats.{form:csv|ndjson|xlsx}")]
async fn export_seats(
    by: SchemeAdministrator,
    request: HttpRequest,
    db: web::Data<Db>,
    path: web::Path<(Uuid, String)>,
) -> Result<HttpResponse, AppError> {
    export(&by, &request, &db, path.0).await
}

async fn export(
    by: &SchemeAdministrator,
    request: &HttpRequest,
    db: &Db,
    id: Uuid,
) -> Result<HttpResponse, AppError> {
    {
        let mut conn = db.as_caller(by.caller()).await?;
        known(&mut conn, id).await?;
    }
    let seats = Seats {
        sitting: id,
        from: None,
        over: false,
    };
    export::send(request, db, by.caller(), SHEET, seats).await
}

/// Describe the file of seats
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), params(("id" = Uuid, Path, description = "Id of the sitting")),
    responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/sittings/{id}/seats/metadata.json")]
async fn get_seat_metadata(
    by: SchemeAdministrator,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<web::Json<Metadata>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    known(&mut conn, *id).await?;
    Ok(web::Json(SHEET.describe(SHEET.name, app.now())))
}

/// Enter who was there, and how an exam ended
///
/// Once the sitting has begun. The person gets a letter; a passed exam or an attended training meets the requirement.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), request_body = AttendanceUpdate,
    params(("id" = Uuid, Path, description = "Id of the sitting"), ("seat" = Uuid, Path, description = "Id of the seat"), DryRun,
        ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The seat", body = Seat)))]
#[put("/sittings/{id}/seats/{seat}")]
async fn update_seat(
    by: SchemeAdministrator,
    app: web::Data<App>,
    db: web::Data<Db>,
    path: web::Path<(Uuid, Uuid)>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<AttendanceUpdate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let at = path.into_inner();
    let seat = attendance::enter(&mut conn, &by.0, at, &version, body.value, app.now(), query.dry()).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("etag", seat.etag.clone()))
        .json(seat))
}

async fn known(conn: &mut diesel_async::AsyncPgConnection, id: Uuid) -> Result<(), AppError> {
    store::find(conn, id)
        .await?
        .map(|_there| ())
        .ok_or(AppError::NotFound("sitting"))
}
