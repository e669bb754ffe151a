//! Begins a view, and says who is seen in it.

use super::wire::ViewCreate;
use crate::app::App;
use crate::audit;
use crate::auth::model::{Belonging, MembershipRow, OrganisationRow};
use crate::auth::token::Claims;
use crate::auth::wire::{Me, Session};
use crate::auth::{store, token};
use crate::db::{Caller, Db};
use crate::http::{AppError, Fault, codes};
use bellbuoy_domain::account::{MembershipState, OrganisationRole, OrganisationStatus, Role, Standing};
use bellbuoy_domain::policy::may_view_as;
use diesel_async::{AsyncConnection, AsyncPgConnection};
use uuid::Uuid;

/// A token that sees what the other role sees and changes nothing. It ends with the session it came from.
///
/// # Errors
/// When the role has no organisation or should have none, when there is no such member organisation, and when the
/// caller may not.
pub async fn begin(app: &App, db: &Db, by: &Claims, given: ViewCreate) -> Result<Session, AppError> {
    let organisation = given.organisation_id.or(by.org);
    let other = Standing {
        role: given.role,
        within: given.within,
    };
    fits(&given, organisation)?;
    let own = organisation.is_some() && organisation == by.org;
    may_view_as(by.standing(), other, own).map_err(|denied| AppError::denied(denied, "organisation"))?;
    let claims = by.view(app, other, organisation.filter(|_| other.role == Role::Member));
    let mut conn = db.as_caller(Caller::System).await?;
    let account = conn
        .transaction(async |conn| {
            let account = viewed(conn, &claims).await?;
            let about = claims.org.unwrap_or(by.sub);
            let kind = if claims.org.is_some() {
                "organisation"
            } else {
                "account"
            };
            let word = other.within.map_or(other.role.as_str(), |within| within.as_str());
            let entry = audit::Entry::by(by.sub, "session.view", kind, about).reason(format!("as {word}"));
            audit::record(conn, entry).await?;
            Ok::<_, AppError>(account)
        })
        .await?;
    Ok(Session {
        access_token: token::sign(app, &claims)?,
        token_type: "Bearer".to_owned(),
        expires_in: token::LIFETIME,
        account,
    })
}

fn fits(given: &ViewCreate, organisation: Option<Uuid>) -> Result<(), AppError> {
    let is_member = given.role == Role::Member;
    let mut faults = Vec::new();
    if is_member != given.within.is_some() {
        let why = if is_member {
            "has to say the role inside the organisation"
        } else {
            "is for members only"
        };
        faults.push(Fault::new("/within", codes::UNFIT.word, why));
    }
    if is_member && organisation.is_none() {
        let why = "has to name a member organisation";
        faults.push(Fault::new("/organisation_id", codes::UNFIT.word, why));
    }
    if !is_member && given.organisation_id.is_some() {
        faults.push(Fault::new(
            "/organisation_id",
            codes::UNFIT.word,
            "is for members only",
        ));
    }
    if faults.is_empty() {
        return Ok(());
    }
    Err(AppError::Unfit(faults))
}

/// The person that a view shows: the caller by name, in the place of the other.
pub async fn viewed(conn: &mut AsyncPgConnection, claims: &Claims) -> Result<Me, AppError> {
    let mut belonging = store::find_belonging(conn, claims.sub)
        .await?
        .ok_or(AppError::NotFound("account"))?;
    belonging.account.role = claims.role;
    belonging.membership = match (claims.org, claims.within) {
        (Some(id), Some(role)) => {
            let organisation = store::find_organisation(conn, id)
                .await?
                .filter(|found| found.status == OrganisationStatus::Member)
                .ok_or(AppError::NotFound("organisation"))?;
            Some((place(&organisation, role), organisation))
        }
        _ => None,
    };
    Ok(Me::of(
        Belonging {
            account: belonging.account,
            membership: belonging.membership,
        },
        false,
    ))
}

/// A membership that nobody holds: its id leads nowhere.
const fn place(organisation: &OrganisationRow, role: OrganisationRole) -> MembershipRow {
    MembershipRow {
        id: Uuid::nil(),
        organisation_id: organisation.id,
        role,
        state: MembershipState::Confirmed,
    }
}
