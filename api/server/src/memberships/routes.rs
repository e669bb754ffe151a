//! People of an organisation, and the links that invite them.

use super::export::{Memberships, SHEET};
use super::store::{self, Key};
use super::wire::{
    Invitation, InvitationAccept, Membership, MembershipCreate, MembershipStepCreate, MembershipUpdate,
};
use super::{actions, invitations};
use crate::app::App;
use crate::auth::{Anyone, Person, SignedIn};
use crate::db::{Caller, Db};
use crate::http::dry_run::DryRun;
use crate::http::export::{self, Metadata};
use crate::http::page::{Asked, Page};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Body, Query};
use crate::mail::Links;
use actix_web::{HttpRequest, HttpResponse, get, patch, post, web};
use diesel_async::AsyncPgConnection;
use serde::Deserialize;
use utoipa::IntoParams;
use utoipa_actix_web::service_config::ServiceConfig;
use uuid::Uuid;

/// Adds the routes of this slice.
pub fn mount(config: &mut ServiceConfig) {
    config
        .service(list_memberships)
        .service(export_memberships)
        .service(get_membership_metadata)
        .service(create_membership)
        .service(get_membership)
        .service(update_membership)
        .service(step_membership)
        .service(get_invitation)
        .service(accept_invitation);
}

#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
struct MembershipQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    limit: Option<u16>,
    /// From `next` or `prev` of another page.
    cursor: Option<String>,
    /// `true` shows who left, too.
    left: Option<bool>,
}

/// List the people of an organisation
///
/// For its own people and for administrators.
#[utoipa::path(tag = "organisations", security(("bearer" = ["member", "admin"])),
    params(("id" = Uuid, Path, description = "Id of the organisation"), MembershipQuery),
    responses((status = 200, description = "A page of people, by address", body = Page<Membership>)))]
#[get("/organisations/{id}/memberships")]
async fn list_memberships(
    by: SignedIn,
    request: HttpRequest,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    query: Query<MembershipQuery>,
) -> Result<HttpResponse, AppError> {
    let asked = Asked::<Key>::read(&request, query.limit, query.cursor.as_deref())?;
    let mut conn = db.as_caller(by.caller()).await?;
    actions::may_look(&mut conn, &by.0, *id).await?;
    let from = asked.cursor.as_ref().map(|cursor| cursor.key.clone());
    let left = query.left == Some(true);
    let rows = store::list(&mut conn, *id, left, from, asked.back(), asked.probe()).await?;
    let page = Page::build(
        &request,
        &asked,
        rows,
        |(row, _)| (row.email.clone(), row.id),
        Membership::from,
    );
    let mut response = HttpResponse::Ok();
    if let Some(links) = page.links() {
        response.insert_header(("link", links));
    }
    Ok(response.json(page))
}

/// Export the people of an organisation
///
/// The same list, whole, as `.csv`, `.ndjson` or `.xlsx`.
#[utoipa::path(tag = "organisations", security(("bearer" = ["member", "admin"])),
    params(("id" = Uuid, Path, description = "Id of the organisation"), ("form" = String, Path, description = "csv, ndjson or xlsx"), MembershipQuery),
    responses((status = 200, description = "The file", content_type = "text/csv")))]
#[get("/organisations/{id}/memberships.{form:csv|ndjson|xlsx}")]
async fn export_memberships(
    by: SignedIn,
    request: HttpRequest,
    db: web::Data<Db>,
    path: web::Path<(Uuid, String)>,
    query: Query<MembershipQuery>,
) -> Result<HttpResponse, AppError> {
    export::may_export(by.caller())?;
    let (organisation, _form) = path.into_inner();
    let mut conn = db.as_caller(by.caller()).await?;
    actions::may_look(&mut conn, &by.0, organisation).await?;
    drop(conn);
    let memberships = Memberships {
        organisation,
        left: query.left == Some(true),
        from: None,
        over: false,
    };
    export::send(&request, &db, by.caller(), SHEET, memberships).await
}

/// Describe the file of people
#[utoipa::path(tag = "organisations", security(("bearer" = ["member", "admin"])), params(("id" = Uuid, Path, description = "Id of the organisation")),
    responses((status = 200, description = "The columns", body = Metadata)))]
#[get("/organisations/{id}/memberships/metadata.json")]
async fn get_membership_metadata(
    by: SignedIn,
    app: web::Data<App>,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<web::Json<Metadata>, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    actions::may_look(&mut conn, &by.0, *id).await?;
    Ok(web::Json(SHEET.describe(SHEET.name, app.now())))
}

/// Invite a person
///
/// Sends a link that works for seven days. Who accepts it has no rights before the membership is confirmed.
#[utoipa::path(tag = "organisations", security(("bearer" = ["member", "admin"])), request_body = MembershipCreate,
    params(("id" = Uuid, Path, description = "Id of the organisation"), DryRun),
    responses((status = 201, description = "The invitation", body = Membership)))]
#[post("/organisations/{id}/memberships")]
async fn create_membership(
    by: SignedIn,
    request: HttpRequest,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    query: Query<DryRun>,
    body: Body<MembershipCreate>,
) -> Result<HttpResponse, AppError> {
    let links = Links::of(&request)?;
    let mut conn = db.as_caller(by.caller()).await?;
    let (row, link) = actions::invite_person(&mut conn, &by.0, *id, &body.value, &links, query.dry()).await?;
    let tag = row.etag();
    Ok(HttpResponse::Created()
        .insert_header(("etag", tag))
        .json(Membership {
            link: links.told.then_some(link),
            ..Membership::from((row, None))
        }))
}

/// Get a membership
///
/// One's own, or one of the own organisation.
#[utoipa::path(tag = "organisations", security(("bearer" = [])), params(("id" = Uuid, Path, description = "Id of the membership")),
    responses((status = 200, description = "The membership", body = Membership)))]
#[get("/memberships/{id}")]
async fn get_membership(
    by: Person,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = store::find(&mut conn, *id)
        .await?
        .ok_or(AppError::NotFound("membership"))?;
    Ok(shown(row.into()))
}

/// Give a person another role
#[utoipa::path(tag = "organisations", security(("bearer" = ["member", "admin"])), request_body = MembershipUpdate,
    params(("id" = Uuid, Path, description = "Id of the membership"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The membership after the change", body = Membership)))]
#[patch("/memberships/{id}")]
async fn update_membership(
    by: SignedIn,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<MembershipUpdate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row =
        actions::change_role(&db, &mut conn, &by.0, *id, &version, body.value.role, query.dry()).await?;
    let name = named(&mut conn, *id).await?;
    Ok(shown((row, name).into()))
}

/// What the person of a membership is called, which a change of it does not change.
async fn named(conn: &mut AsyncPgConnection, id: Uuid) -> Result<Option<String>, AppError> {
    Ok(store::find(conn, id).await?.and_then(|(_, name)| name))
}

/// Confirm, suspend, reinstate, remove or leave
///
/// Rights come and go with the step, on every server within a second. A person leaves by themselves; the other steps
/// are taken by who manages, and never on oneself.
#[utoipa::path(tag = "organisations", security(("bearer" = [])), request_body = MembershipStepCreate,
    params(("id" = Uuid, Path, description = "Id of the membership"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The membership after the step", body = Membership)))]
#[post("/memberships/{id}/steps")]
async fn step_membership(
    by: Person,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<MembershipStepCreate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let row = actions::step(&db, &mut conn, &by.0, *id, &version, body.value, query.dry()).await?;
    let name = named(&mut conn, *id).await?;
    Ok(shown((row, name).into()))
}

/// Look at an invitation
///
/// By the word in its link. A word that is wrong, used or too old looks like one that never was.
#[utoipa::path(tag = "organisations", security(()), params(("word" = String, Path, description = "The word in the link")),
    responses((status = 200, description = "What it is for", body = Invitation)))]
#[get("/invitations/{word}")]
async fn get_invitation(
    _by: Anyone,
    db: web::Data<Db>,
    word: web::Path<String>,
) -> Result<web::Json<Invitation>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let found = invitations::look_up(&mut conn, &word).await?;
    Ok(web::Json(found.into()))
}

/// Accept an invitation
///
/// Makes an account with the invited address, or takes the one that is there if its password fits.
#[utoipa::path(tag = "organisations", security(()), request_body = InvitationAccept,
    params(("word" = String, Path, description = "The word in the link")),
    responses((status = 201, description = "Accepted; waits for confirmation", body = Membership)))]
#[post("/invitations/{word}/acceptances")]
async fn accept_invitation(
    _by: Anyone,
    app: web::Data<App>,
    db: web::Data<Db>,
    word: web::Path<String>,
    body: Body<InvitationAccept>,
) -> Result<HttpResponse, AppError> {
    let row = invitations::accept(&app, &db, &word, body.value).await?;
    let mut conn = db.as_caller(Caller::System).await?;
    let name = named(&mut conn, row.id).await?;
    let tag = row.etag();
    Ok(HttpResponse::Created()
        .insert_header(("etag", tag))
        .json(Membership::from((row, name))))
}

fn shown(membership: Membership) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header(("etag", membership.etag.clone()))
        .json(membership)
}
