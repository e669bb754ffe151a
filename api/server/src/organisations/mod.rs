//! Member organisations: the directory, and what each says of itself.

mod actions;
mod export;
mod model;
pub mod routes;
mod store;
mod wire;

pub use actions::enter;

use crate::http::{AppError, codes};
use bellbuoy_domain::account::OrganisationStatus;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Whether there is such an organisation for the caller.
pub async fn exists(conn: &mut AsyncPgConnection, id: Uuid) -> Result<bool, AppError> {
    Ok(store::find(conn, id).await?.is_some())
}

/// The names of some organisations that the caller may know of.
pub async fn names(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>, AppError> {
    Ok(store::names(conn, ids).await?)
}

/// Whether an organisation has left, as far as the caller may know of it.
pub async fn has_left(conn: &mut AsyncPgConnection, id: Uuid) -> Result<bool, AppError> {
    let found = store::find(conn, id).await?;
    Ok(found.is_some_and(|row| row.status == OrganisationStatus::Left))
}

/// The name of an organisation that is a member.
pub async fn member_name(conn: &mut AsyncPgConnection, id: Uuid) -> Result<String, AppError> {
    let row = store::find(conn, id)
        .await?
        .ok_or(AppError::NotFound("organisation"))?;
    if row.status != OrganisationStatus::Member {
        return Err(AppError::refused(
            &codes::CONFLICT,
            format!("an organisation that is `{}` invites nobody", row.status),
        ));
    }
    Ok(row.name)
}
