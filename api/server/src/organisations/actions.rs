//! Use cases of organisations.

use super::model::{Edited, OrganisationRow};
use super::store;
use super::wire::{OrganisationStepCreate, OrganisationUpdate};
use crate::auth::model::NewOrganisation;
use crate::auth::token::Claims;
use crate::auth::{self};
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use crate::{audit, outbox};
use bellbuoy_domain::account::{OrganisationStatus, OrganisationStep, organisation_step};
use bellbuoy_domain::policy::{Facts, Verb, can};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Whether the caller may manage the organisation.
pub fn may_manage(by: &Claims, organisation: Uuid) -> Result<(), AppError> {
    let facts = Facts {
        own: by.org == Some(organisation),
        ..Facts::default()
    };
    can(Some(by.standing()), Verb::ManageOrganisation, &facts)
        .map_err(|denied| AppError::denied(denied, "organisation"))
}

/// Enters an organisation, for whoever decides that it is a member.
pub async fn enter(conn: &mut AsyncPgConnection, organisation: &NewOrganisation) -> Result<(), AppError> {
    if auth::store::insert_organisation(conn, organisation).await? == 0 {
        return Err(AppError::unfit(
            "/name",
            "constraint",
            "an organisation of this name exists already",
        ));
    }
    Ok(())
}

/// Changes what an organisation says of itself.
pub async fn update(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: OrganisationUpdate,
    dry_run: bool,
) -> Result<OrganisationRow, AppError> {
    may_manage(by, id)?;
    transact(conn, dry_run, async |conn| {
        let before = locked(conn, id, version).await?;
        let fields: Vec<&str> = [
            ("visibility", asked.visibility.is_some()),
            ("partner_as", asked.partner_as.is_some()),
            ("website", asked.website.is_some()),
            ("about", asked.about.is_some()),
        ]
        .into_iter()
        .filter_map(|(name, set)| set.then_some(name))
        .collect();
        if fields.is_empty() {
            return Ok(before);
        }
        let edited = Edited {
            revision: before.revision + 1,
            visibility: asked.visibility,
            partner_as: asked.partner_as,
            website: asked.website,
            about: asked.about,
        };
        let after = store::edit(conn, id, &edited).await?;
        let entry = audit::Entry::by(by.sub, "organisation.update", "organisation", id).fields(&fields);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "organisation.changed", id).await?;
        Ok(after)
    })
    .await
}

/// Suspends an organisation, takes it in again, or lets it leave. Administrators take every step; an owner may leave.
pub async fn step(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: OrganisationStepCreate,
    dry_run: bool,
) -> Result<OrganisationRow, AppError> {
    may_manage(by, id)?;
    let by_admin = can(Some(by.standing()), Verb::ManageAlliance, &Facts::default());
    if asked.step != OrganisationStep::Leave {
        by_admin.map_err(|denied| AppError::denied(denied, "organisation"))?;
    } else if by_admin.is_err() && by.within != Some(bellbuoy_domain::account::OrganisationRole::Owner) {
        return Err(AppError::refused(
            &codes::FORBIDDEN,
            "an organisation leaves by the word of an owner or an administrator",
        ));
    }
    if asked.step.needs_reason() && asked.reason.is_none() {
        let why = "has to say why; its people read it";
        return Err(AppError::unfit("/reason", "required", why));
    }
    transact(conn, dry_run, async |conn| {
        let before = locked(conn, id, version).await?;
        let status = lawful(before.status, asked.step)?;
        let reason = asked.reason.as_deref();
        let after = store::set_status(conn, id, status, reason, before.revision + 1).await?;
        let action = format!("organisation.{}", asked.step);
        let mut entry = audit::Entry::by(by.sub, &action, "organisation", id).fields(&["status"]);
        if let Some(reason) = reason {
            entry = entry.reason(reason);
        }
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "organisation.changed", id).await?;
        Ok(after)
    })
    .await
}

fn lawful(from: OrganisationStatus, step: OrganisationStep) -> Result<OrganisationStatus, AppError> {
    organisation_step(from, step).ok_or_else(|| {
        let why = format!("cannot `{step}` an organisation that is `{from}`");
        AppError::refused(&codes::CONFLICT, why)
    })
}

async fn locked(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    version: &IfMatch,
) -> Result<OrganisationRow, AppError> {
    let row = store::lock(conn, id)
        .await?
        .ok_or(AppError::NotFound("organisation"))?;
    version.holds(&row.etag())?;
    Ok(row)
}
