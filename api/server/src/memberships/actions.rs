//! Use cases of memberships: what each step and each other role needs.

use super::model::{Changed, MembershipRow};
use super::store;
use super::wire::{MembershipCreate, MembershipStepCreate};
use super::{Invited, invite};
use crate::auth::token::Claims;
use crate::db::{Caller, Db, Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use crate::mail::Links;
use crate::{audit, organisations, outbox};
use bellbuoy_domain::account::{
    MembershipState, MembershipStep, OrganisationRole, Role, may_manage, membership_step,
};
use bellbuoy_domain::policy::{Facts, Verb, can};
use chrono::Utc;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Whether the caller may manage people of role `whom` in the organisation.
pub fn manages(by: &Claims, organisation: Uuid, whom: OrganisationRole) -> Result<(), AppError> {
    let facts = Facts {
        own: by.org == Some(organisation),
        ..Facts::default()
    };
    can(Some(by.standing()), Verb::ManageOrganisation, &facts)
        .map_err(|denied| AppError::denied(denied, "organisation"))?;
    let lifts = by.role == Role::Admin || by.within.is_some_and(|within| may_manage(within, whom));
    if lifts {
        return Ok(());
    }
    Err(AppError::refused(
        &codes::FORBIDDEN,
        format!("people of the role `{whom}` are managed by owners"),
    ))
}

/// Whether the caller may know the people of an organisation.
pub async fn may_look(conn: &mut AsyncPgConnection, by: &Claims, organisation: Uuid) -> Result<(), AppError> {
    let inside = by.org == Some(organisation) || by.role == Role::Admin;
    if inside && organisations::exists(conn, organisation).await? {
        Ok(())
    } else {
        Err(AppError::NotFound("organisation"))
    }
}

/// Invites a person; returns the membership and the link.
pub async fn invite_person(
    conn: &mut Guarded,
    by: &Claims,
    organisation: Uuid,
    asked: &MembershipCreate,
    links: &Links,
    dry_run: bool,
) -> Result<(MembershipRow, String), AppError> {
    manages(by, organisation, asked.role)?;
    transact(conn, dry_run, async |conn| {
        let name = organisations::member_name(conn, organisation).await?;
        let invited = Invited {
            organisation,
            name: &name,
            email: &asked.email,
            role: asked.role,
            by: by.sub,
            base: &links.base,
        };
        let (id, link) = invite(conn, invited).await?;
        let (row, _) = store::find(conn, id)
            .await?
            .ok_or(AppError::NotFound("membership"))?;
        Ok((row, link))
    })
    .await
}

/// Takes a membership one step on its way.
pub async fn step(
    db: &Db,
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: MembershipStepCreate,
    dry_run: bool,
) -> Result<MembershipRow, AppError> {
    transact(conn, dry_run, async |conn| {
        // Who may not change it may still know of it, which the lock would not tell.
        let (before, _) = store::find(conn, id)
            .await?
            .ok_or(AppError::NotFound("membership"))?;
        let own = before.account_id == Some(by.sub);
        if asked.step.is_own() {
            if !own || asked.step == MembershipStep::Accept {
                let why =
                    "an invitation is accepted by its link, and a membership is left by the person alone";
                return Err(AppError::refused(&codes::FORBIDDEN, why));
            }
        } else {
            manages(by, before.organisation_id, before.role)?;
            if own {
                let why = "nobody decides on their own membership; ask another owner or an administrator";
                return Err(AppError::refused(&codes::FORBIDDEN, why));
            }
        }
        if asked.step.needs_reason() && asked.reason.is_none() {
            return Err(AppError::unfit("/reason", "required", "has to say why"));
        }
        let before = locked(conn, &before, version).await?;
        let state = membership_step(before.state, asked.step)
            .map_err(|refusal| AppError::refused(&codes::CONFLICT, refusal.to_string()))?;
        keep_an_owner(db, conn, &before, before.role, state).await?;
        let changed = Changed {
            role: before.role,
            state,
            reason: asked.reason.clone(),
            revision: before.revision + 1,
            changed_at: Utc::now(),
        };
        let after = store::change(conn, id, &changed).await?;
        let action = format!("membership.{}", asked.step);
        let mut entry = audit::Entry::by(by.sub, &action, "membership", id).fields(&["state"]);
        if let Some(reason) = asked.reason {
            entry = entry.reason(reason);
        }
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "membership.changed", id).await?;
        Ok(after)
    })
    .await
}

/// Gives a person another role.
pub async fn change_role(
    db: &Db,
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    role: OrganisationRole,
    dry_run: bool,
) -> Result<MembershipRow, AppError> {
    transact(conn, dry_run, async |conn| {
        let (before, _) = store::find(conn, id)
            .await?
            .ok_or(AppError::NotFound("membership"))?;
        manages(by, before.organisation_id, before.role)?;
        manages(by, before.organisation_id, role)?;
        if before.account_id == Some(by.sub) {
            let why = "nobody changes their own role; ask another owner or an administrator";
            return Err(AppError::refused(&codes::FORBIDDEN, why));
        }
        let before = locked(conn, &before, version).await?;
        if before.state == MembershipState::Left {
            let why = "who left has no role; invite the person again";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        if before.role == role {
            return Ok(before);
        }
        keep_an_owner(db, conn, &before, role, before.state).await?;
        let changed = Changed {
            role,
            state: before.state,
            reason: before.reason.clone(),
            revision: before.revision + 1,
            changed_at: Utc::now(),
        };
        let after = store::change(conn, id, &changed).await?;
        let entry = audit::Entry::by(by.sub, "membership.update", "membership", id).fields(&["role"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "membership.changed", id).await?;
        Ok(after)
    })
    .await
}

/// An organisation keeps one confirmed owner, or nobody could let others in or out; one that has left needs none.
async fn keep_an_owner(
    db: &Db,
    conn: &mut AsyncPgConnection,
    before: &MembershipRow,
    role: OrganisationRole,
    state: MembershipState,
) -> Result<(), AppError> {
    let owned = before.role == OrganisationRole::Owner && before.state == MembershipState::Confirmed;
    let owns = role == OrganisationRole::Owner && state == MembershipState::Confirmed;
    if owned && !owns && store::other_owners(conn, before.organisation_id, before.id).await? == 0 {
        // Whoever is left in it sees nothing of the organisation any more.
        let mut system = db.as_caller(Caller::System).await?;
        if organisations::has_left(&mut system, before.organisation_id).await? {
            return Ok(());
        }
        return Err(AppError::refused(
            &codes::CONFLICT,
            "the organisation would be left without an owner; make another person owner first",
        ));
    }
    Ok(())
}

async fn locked(
    conn: &mut AsyncPgConnection,
    found: &MembershipRow,
    version: &IfMatch,
) -> Result<MembershipRow, AppError> {
    // The owners first and in one order, or two who change each other would wait for each other.
    if found.role == OrganisationRole::Owner {
        store::other_owners(conn, found.organisation_id, found.id).await?;
    }
    let row = store::lock(conn, found.id)
        .await?
        .ok_or(AppError::NotFound("membership"))?;
    version.holds(&row.etag())?;
    Ok(row)
}
