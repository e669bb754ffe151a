//! Ratings over HTTP, for those who write them and those who moderate.

use super::export::{Ratings, SHEET};
use super::steps::{self, Asked as StepAsked};
use super::store::{self, Filter, Key};
use super::wire::{Rating, RatingCreate, RatingStepCreate};
use super::{actions, public_routes, reading};
use crate::app::App;
use crate::auth::token::Claims;
use crate::auth::{Anyone, Person, SignedIn};
use crate::db::{Caller, Db};
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Form, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::precondition::IfMatch;
use crate::http::words::words;
use crate::http::{AppError, Body, Query, codes};
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, delete, get, post, put, web};
use bellbuoy_domain::account::Role;
use bellbuoy_domain::certification::rating::{RatingActor, RatingStep};
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_ratings)
        .service(export_ratings)
        .service(get_rating_metadata)
        .service(create_rating)
        .service(get_rating)
        .service(update_rating)
        .service(delete_rating)
        .service(step_rating)
        .configure(public_routes::mount);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct RatingQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// Where they stand.
    #[param(example = "pending,refused")]
    status: Option<String>,
    /// Where the answers to them stand.
    #[param(example = "pending")]
    answer: Option<String>,
    /// Of this person.
    consultant: Option<Uuid>,
    /// Of this firm.
    supplier: Option<Uuid>,
}

impl RatingQuery {
    fn filter(&self) -> Result<Filter, AppError> {
        let mut faults = Vec::new();
        let filter = Filter {
            status: words("status", self.status.as_deref(), &mut faults),
            answer: words("answer", self.answer.as_deref(), &mut faults),
            consultant: self.consultant,
            supplier: self.supplier,
        };
        if faults.is_empty() {
            Ok(filter)
        } else {
            Err(AppError::Query(&codes::BAD_PARAMETER, faults))
        }
    }
}

/// As what somebody reads ratings: for their organisation, or to moderate them.
fn reader(by: &Claims) -> Result<RatingActor, AppError> {
    if by.role == Role::SchemeAdministrator {
        Ok(RatingActor::Moderator)
    } else if by.org.is_some() {
        Ok(RatingActor::Rater)
    } else {
        let why = "ratings are read by the organisation that wrote them and by the scheme's administrators";
        Err(AppError::refused(&codes::FORBIDDEN, why))
    }
}

/// List ratings
///
/// Those of one's own organisation; all of them for a scheme administrator. What came last first.
#[utoipa::path(tag = "certification", security(("bearer" = ["member", "scheme_administrator"])), params(RatingQuery),
    responses((status = 200, description = "A page of ratings", body = Page<Rating>)))]
#[get("/ratings")]
async fn list_ratings(
    by: SignedIn,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<RatingQuery>,
) -> Result<HttpResponse, AppError> {
    if Form::asked(&request)?.is_export() {
        return send(&by, &request, &db, &query).await;
    }
    let reader = reader(&by.0)?;
    let filter = query.filter()?;
    let asked = Asked::<Key>::read(&request, query.limit, query.cursor.as_deref())?;
    let mut conn = db.as_caller(by.caller()).await?;
    let from = asked.cursor.as_ref().map(|cursor| cursor.key);
    let rows = store::list(&mut conn, &filter, from, asked.back(), asked.probe()).await?;
    let all = reading::all(&mut conn, rows, reader).await?;
    let page = Page::build(&request, &asked, all, |one| (one.created_at, one.id), |one| one);
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export ratings
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "certification", security(("bearer" = ["member", "scheme_administrator"])), params(("form" = String, Path, description = "csv, ndjson or xlsx"), RatingQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/ratings.{form:csv|ndjson|xlsx}")]
async fn export_ratings(
    by: SignedIn,
    request: HttpRequest,
    db: web::Data<Db>,
    query: Query<RatingQuery>,
) -> Result<HttpResponse, AppError> {
    send(&by, &request, &db, &query).await
}

async fn send(
    by: &SignedIn,
    request: &HttpRequest,
    db: &Db,
    query: &RatingQuery,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    let ratings = Ratings {
        reader: reader(&by.0)?,
        filter: query.filter()?,
        from: None,
        over: false,
    };
    export::send(request, db, by.caller(), SHEET, ratings).await
}

/// Describe the file of ratings
#[utoipa::path(tag = "certification", security(()), responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/ratings/metadata.json")]
async fn get_rating_metadata(_by: Anyone, app: web::Data<App>) -> web::Json<Metadata> {
    web::Json(SHEET.describe(SHEET.name, app.now()))
}

/// Rate a person or a firm
///
/// By a shipowner, manager, port, terminal or insurer after an engagement, one rating each. It waits for a scheme
/// administrator, and is published in figures that name nobody.
#[utoipa::path(tag = "certification", security(("bearer" = ["member"])), request_body = RatingCreate, params(DryRun),
    responses((status = 201, description = "Waits for moderation", body = Rating)))]
#[post("/ratings")]
async fn create_rating(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    query: Query<DryRun>,
    body: Body<RatingCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let made = actions::create(&mut conn, &by.0, body.value, app.now(), query.dry()).await?;
    Ok(answer(HttpResponse::Created(), made))
}

/// Get a rating
#[utoipa::path(tag = "certification", security(("bearer" = ["member", "scheme_administrator"])), params(("id" = Uuid, Path, description = "Id of the rating")),
    responses((status = 200, description = "The rating", body = Rating)))]
#[get("/ratings/{id}")]
async fn get_rating(by: SignedIn, db: web::Data<Db>, id: web::Path<Uuid>) -> Result<HttpResponse, AppError> {
    let reader = reader(&by.0)?;
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("rating"))?;
    let found = reading::one(&mut conn, row, reader).await?;
    Ok(answer(HttpResponse::Ok(), found))
}

/// Mend a rating
///
/// Whole, while it waits or after it was refused; it waits for moderation again.
#[utoipa::path(tag = "certification", security(("bearer" = ["member"])), request_body = RatingCreate,
    params(("id" = Uuid, Path, description = "Id of the rating"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "Waits for moderation", body = Rating)))]
#[put("/ratings/{id}")]
async fn update_rating(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<RatingCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let (now, dry) = (app.now(), query.dry());
    let made = actions::mend(&mut conn, &by.0, (*id, &version), body.value, now, dry).await?;
    Ok(answer(HttpResponse::Ok(), made))
}

/// Withdraw a rating
///
/// Its remark goes at once; figures that count it stay until the next are drawn.
#[utoipa::path(tag = "certification", security(("bearer" = ["member"])),
    params(("id" = Uuid, Path, description = "Id of the rating"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 204, description = "Withdrawn")))]
#[delete("/ratings/{id}")]
async fn delete_rating(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let asked = StepAsked {
        id: *id,
        version: &version,
        step: RatingStepCreate {
            step: RatingStep::Withdraw,
            words: None,
        },
        now: app.now(),
        dry_run: query.dry(),
    };
    steps::by_rater(&mut conn, &by.0, asked).await?;
    Ok(HttpResponse::NoContent().finish())
}

/// Take a step with a rating
///
/// A scheme administrator publishes, refuses or takes down, and does the same with the answer. Who is rated answers a
/// remark that everybody sees, and gets the remark back. Who wrote it may withdraw.
#[utoipa::path(tag = "certification", security(("bearer" = [])), request_body = RatingStepCreate,
    params(("id" = Uuid, Path, description = "Id of the rating"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The rating after the step; for who is rated, the remark", body = Rating)))]
#[post("/ratings/{id}/steps")]
async fn step_rating(
    by: Person,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<RatingStepCreate>,
) -> Result<HttpResponse, AppError> {
    let asked = StepAsked {
        id: *id,
        version: &version,
        step: body.value,
        now: app.now(),
        dry_run: query.dry(),
    };
    if by.0.role == Role::SchemeAdministrator {
        let mut conn = db.as_caller(by.caller()).await?;
        let after = steps::by_moderator(&mut conn, &by.0, asked).await?;
        return Ok(answer(HttpResponse::Ok(), after));
    }
    if by.0.org.is_some() {
        let mut conn = db.as_caller(by.caller()).await?;
        if store::find(&mut conn, *id).await?.is_some() {
            let after = steps::by_rater(&mut conn, &by.0, asked).await?;
            return Ok(answer(HttpResponse::Ok(), after));
        }
    }
    let mut conn = db.as_caller(Caller::System).await?;
    let remark = steps::by_rated(&mut conn, &by.0, asked).await?;
    Ok(HttpResponse::Ok().json(remark))
}

fn answer(mut response: HttpResponseBuilder, found: Rating) -> HttpResponse {
    response.insert_header(("etag", found.etag.clone())).json(found)
}
