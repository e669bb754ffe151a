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
pub mod wire;

pub use callers::{Admin, Analyst, Anyone, Desk, Person, Public, SignedIn, Staff};
pub use second::again;

use crate::db::{Caller, Db};
use crate::http::AppError;
use uuid::Uuid;

/// Accounts that work at the desk today.
pub async fn active_analysts(db: &Db) -> Result<Vec<Uuid>, AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    Ok(store::active_analysts(&mut conn).await?)
}
