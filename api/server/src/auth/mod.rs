//! Who calls: the caller types that stand in handler signatures, sign-in, sessions, tokens, keys.

pub mod actions;
pub mod callers;
pub mod factors;
pub mod guess;
pub mod keys;
pub mod machines;
pub mod model;
pub mod own;
pub mod password;
pub mod revocations;
pub mod routes;
mod second;
pub mod store;
pub mod token;
pub mod views;
pub mod wire;

pub use callers::{Admin, Analyst, Anyone, Desk, Person, Public, SchemeAdministrator, SignedIn, Staff};
pub use second::again;

use crate::db::{Caller, Db};
use crate::http::AppError;
use token::Claims;
use uuid::Uuid;
use wire::Me;

/// Accounts that work at the desk today.
pub async fn active_analysts(db: &Db) -> Result<Vec<Uuid>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    Ok(store::active_analysts(&mut conn).await?)
}

/// The signed-in person. Where they wait they may know, which the walls keep from guests.
pub async fn own_account(db: &Db, by: &Claims) -> Result<Me, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    if by.view {
        return views::viewed(&mut conn, by).await;
    }
    let found = store::find_belonging(&mut conn, by.sub)
        .await?
        .ok_or(AppError::NotFound("account"))?;
    Ok(Me::of(found, by.bare))
}
