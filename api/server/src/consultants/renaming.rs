//! A change of the name that stands on certificates, by the scheme.

use super::store;
use super::wire::{Consultant, ConsultantNameUpdate};
use super::{actions, wire};
use crate::auth::SchemeAdministrator;
use crate::auth::store as accounts;
use crate::auth::token::Claims;
use crate::db::{Db, Guarded, transact};
use crate::http::dry_run::DryRun;
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Body, Query, codes};
use crate::mail::{self, Letter};
use crate::{audit, outbox};
use actix_web::{HttpResponse, put, web};
use bellbuoy_domain::place::plain;
use uuid::Uuid;

/// Change the name of a consultant
///
/// By the scheme, which has seen why: certificates are in this name from now on. A code that was printed before says the
/// earlier one, and a check tells both. Until the first certificate a person changes the name in their own profile.
#[utoipa::path(tag = "certification", security(("bearer" = ["scheme_administrator"])), request_body = ConsultantNameUpdate,
    params(("id" = Uuid, Path, description = "Id of the consultant"), DryRun, ("If-Match" = String, Header, description = "ETag of the version you read")),
    responses((status = 200, description = "The consultant", body = wire::Consultant)))]
#[put("/consultants/{id}/name")]
pub async fn update_consultant_name(
    by: SchemeAdministrator,
    db: web::Data<Db>,
    id: web::Path<Uuid>,
    version: IfMatch,
    query: Query<DryRun>,
    body: Body<ConsultantNameUpdate>,
) -> Result<HttpResponse, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let found = rename(&mut conn, &by.0, *id, &version, &body.value, query.dry()).await?;
    Ok(HttpResponse::Ok()
        .insert_header(("etag", found.etag.clone()))
        .json(found))
}

async fn rename(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: &ConsultantNameUpdate,
    dry_run: bool,
) -> Result<Consultant, AppError> {
    transact(conn, dry_run, async |conn| {
        let before = store::lock(conn, id)
            .await?
            .ok_or(AppError::NotFound("consultant"))?;
        version.holds(&before.etag())?;
        if before.account_id == Some(by.sub) {
            let why = "nobody changes the name on their own certificates; another administrator does";
            return Err(AppError::refused(&codes::SAME_PERSON, why));
        }
        if !before.listed {
            let why = "no certificate was granted yet: the person changes the name in their own profile";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let name = asked.name.trim();
        if name == before.name {
            return Err(AppError::unfit("/name", "same", "is the name that stands there"));
        }
        let plain_name = plain(name);
        // What somebody is found by begins with the name.
        let words = before.words.replacen(&before.plain_name, &plain_name, 1);
        let after = store::rename(conn, id, (name, &plain_name, &words), before.revision + 1).await?;
        let account = match after.account_id {
            Some(account) => accounts::find(conn, account).await?,
            None => None,
        };
        if let Some(found) = account {
            let letter = Letter {
                to: found.email,
                subject: "The name on your certificates".to_owned(),
                body: format!(
                    "The scheme has changed the name on your certificates from {} to {}.\n\n{}\n\nPrint their codes anew: \
                     those that you have show the earlier name.\n",
                    before.name,
                    after.name,
                    asked.words.trim()
                ),
            };
            mail::enqueue(conn, &letter).await?;
        }
        let entry = audit::Entry::by(by.sub, "consultant.rename", "consultant", id)
            .fields(&["name"])
            .reason(asked.words.trim().to_owned());
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "consultant.changed", id).await?;
        actions::whole(conn, after, true).await
    })
    .await
}
