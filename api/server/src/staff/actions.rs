//! Use cases of people of the platform. They run as the server itself, after the caller was seen to be an administrator.

use super::store::{self, StaffRow};
use super::wire::{StaffCreate, StaffUpdate};
use crate::app::App;
use crate::audit;
use crate::auth::model::NewAccount;
use crate::auth::password::NO_PASSWORD;
use crate::auth::token::Claims;
use crate::auth::{factors, own, store as accounts};
use crate::db::{Caller, Db, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use crate::mail::{self, Letter, Links};
use bellbuoy_domain::account::Role;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// All people of the platform.
pub async fn list(db: &Db) -> Result<Vec<StaffRow>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    Ok(store::list(&mut conn, None).await?)
}

/// One of them.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> Result<StaffRow, AppError> {
    store::list(conn, Some(id))
        .await?
        .into_iter()
        .next()
        .ok_or(AppError::NotFound("person"))
}

fn of_the_platform(role: Role) -> Result<Role, AppError> {
    if role.is_staff() {
        return Ok(role);
    }
    let why = "has to be a role of the platform; members come by an invitation of their organisation";
    Err(AppError::unfit("/role", "role", why))
}

/// Makes an account and the letter with the link to its first password.
pub async fn create(
    app: &App,
    db: &Db,
    by: &Claims,
    asked: StaffCreate,
    links: &Links,
    dry_run: bool,
) -> Result<(StaffRow, Option<String>), AppError> {
    let account = NewAccount {
        id: Uuid::now_v7(),
        email: asked.email.trim().to_lowercase(),
        name: asked.name.trim().to_owned(),
        role: of_the_platform(asked.role)?,
        password_hash: NO_PASSWORD.to_owned(),
    };
    let mut conn = db.as_caller(Caller::System).await?;
    transact(&mut conn, dry_run, async |conn| {
        if accounts::insert_account(conn, &account).await? == 0 {
            let why = "an account with this address exists already";
            return Err(AppError::unfit("/email", "constraint", why));
        }
        let entered = accounts::find(conn, account.id)
            .await?
            .ok_or(AppError::NotFound("person"))?;
        let link = own::link_for(conn, &entered, &links.base, true, app.now()).await?;
        let entry = audit::Entry::by(by.sub, "staff.create", "account", account.id);
        audit::record(conn, entry).await?;
        let row = find(conn, account.id).await?;
        Ok((row, links.told.then_some(link)))
    })
    .await
}

/// Gives a person another role, or suspends them; it takes effect within a second.
pub async fn update(
    db: &Db,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: StaffUpdate,
    dry_run: bool,
) -> Result<StaffRow, AppError> {
    if id == by.sub {
        let why = "nobody changes their own role or suspends themselves; ask another administrator";
        return Err(AppError::refused(&codes::FORBIDDEN, why));
    }
    let mut conn = db.as_caller(Caller::System).await?;
    transact(&mut conn, dry_run, async |conn| {
        store::lock(conn, id).await?;
        let before = find(conn, id).await?;
        version.holds(&before.etag())?;
        let role = asked.role.map_or(Ok(before.role), of_the_platform)?;
        let suspended = asked.suspended.unwrap_or(before.suspended);
        let mut fields = Vec::new();
        if role != before.role {
            fields.push("role");
        }
        if suspended != before.suspended {
            fields.push("suspended");
        }
        if fields.is_empty() {
            return Ok(before);
        }
        store::change(conn, id, role, suspended).await?;
        let entry = audit::Entry::by(by.sub, "staff.update", "account", id).fields(&fields);
        audit::record(conn, entry.reason(asked.reason)).await?;
        find(conn, id).await
    })
    .await
}

/// Lets somebody in again who lost password and second factor: both begin anew, and every session ends.
pub async fn recover(
    app: &App,
    db: &Db,
    by: &Claims,
    id: Uuid,
    reason: &str,
    links: &Links,
) -> Result<Option<String>, AppError> {
    if id == by.sub {
        let why = "nobody does this to themselves; ask another administrator, or use a recovery code";
        return Err(AppError::refused(&codes::FORBIDDEN, why));
    }
    let mut conn = db.as_caller(Caller::System).await?;
    let (link, ended) = transact(&mut conn, false, async |conn| {
        let account = accounts::find(conn, id)
            .await?
            .ok_or(AppError::NotFound("person"))?;
        if account.suspended {
            let why = "the account is suspended; lift that first";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        factors::store::remove(conn, id).await?;
        let ended = own::end_all(app, conn, id, "let in again by an administrator").await?;
        let letter = Letter {
            to: account.email.clone(),
            subject: "Your account on Bellbuoy begins anew".to_owned(),
            body: "An administrator took the second factor of your account away and ended its sessions, so that you can \
                   get in again. Another letter has the link to a new password.\n\nIf you did not ask for that, tell an \
                   administrator at once.\n"
                .to_owned(),
        };
        mail::enqueue(conn, &letter).await?;
        let link = own::link_for(conn, &account, &links.base, false, app.now()).await?;
        let entry = audit::Entry::by(by.sub, "account.recover", "account", id).reason(reason);
        audit::record(conn, entry).await?;
        Ok((links.told.then_some(link), ended))
    })
    .await?;
    own::forget(app, &ended);
    Ok(link)
}
