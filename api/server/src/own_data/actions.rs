//! Use cases of the own data.

use super::archive;
use super::parts::parts;
use super::store;
use crate::app::App;
use crate::auth::factors::wire::Confirmation;
use crate::auth::token::Claims;
use crate::auth::{factors, own};
use crate::db::{Caller, Db, transact};
use crate::http::{AppError, codes};
use crate::{
    audit, certification_applications, consultants, cpd_entries, evidence, memberships, organisations,
    outbox, ratings, sittings,
};

/// Everything of the person, packed; of one state of the register.
pub async fn take_along(app: &App, db: &Db, by: &Claims, given: Confirmation) -> Result<Vec<u8>, AppError> {
    factors::actions::confirmed(app, db, by, given).await?;
    let mut conn = db.as_caller(Caller::System).await?;
    let rows = transact(&mut conn, false, async |conn| {
        audit::record(
            conn,
            audit::Entry::by(by.sub, "account.take_along", "account", by.sub),
        )
        .await?;
        let mut rows = Vec::new();
        for part in parts() {
            rows.push((part, store::rows(conn, part, by.sub).await?));
        }
        Ok(rows)
    })
    .await?;
    drop(conn);
    let now = app.now();
    tokio::task::spawn_blocking(move || archive::pack(&rows, now))
        .await
        .map_err(|error| AppError::Internal(error.into()))?
}

/// Corrects the name.
pub async fn rename(db: &Db, by: &Claims, name: &str) -> Result<(), AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    transact(&mut conn, false, async |conn| {
        store::rename(conn, by.sub, name.trim()).await?;
        let entry = audit::Entry::by(by.sub, "account.update", "account", by.sub).fields(&["name"]);
        audit::record(conn, entry).await
    })
    .await
}

/// Removes the account of a member: what names the person goes at once, on every server.
pub async fn remove(app: &App, db: &Db, by: &Claims, given: Confirmation) -> Result<(), AppError> {
    let account = factors::actions::confirmed(app, db, by, given).await?;
    if account.role.is_staff() {
        let why = "people of the platform are let go by an administrator, who hands their work on first";
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    let now = app.now();
    let mut conn = db.as_caller(Caller::System).await?;
    let ended = transact(&mut conn, false, async |conn| {
        let acting = store::membership(conn, by.sub).await?;
        if let Some((membership, organisation, true)) = acting
            && memberships::other_owners(conn, organisation, membership).await? == 0
            && !organisations::has_left(conn, organisation).await?
        {
            let why = "the organisation would be left without an owner; make another person owner first, or let it leave";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        factors::store::remove(conn, by.sub).await?;
        let ended = own::end_all(app, conn, by.sub, "account removed").await?;
        let keys = store::forget(conn, by.sub, &account.email, now).await?;
        consultants::forget(conn, by.sub).await?;
        certification_applications::forget(conn, by.sub).await?;
        ratings::forget(conn, by.sub).await?;
        evidence::forget(conn, by.sub).await?;
        sittings::leave(conn, by.sub, now).await?;
        cpd_entries::forget(conn, by.sub).await?;
        let left = acting.map(|(membership, ..)| ("membership.leave", "membership", membership));
        let revoked = keys.into_iter().map(|key| ("api_key.revoke", "api_key", key));
        for (action, kind, id) in left.into_iter().chain(revoked) {
            let entry = audit::Entry::by(by.sub, action, kind, id).reason("account removed");
            audit::record(conn, entry).await?;
        }
        audit::record(conn, audit::Entry::by(by.sub, "account.remove", "account", by.sub)).await?;
        outbox::enqueue(conn, "account.removed", by.sub).await?;
        Ok(ended)
    })
    .await?;
    own::forget(app, &ended);
    Ok(())
}
