//! Sealed intake: envelopes, mailboxes, desk keys. Knows no other noun and is known by none; its
//! tables are read by a role of their own.

pub mod chaff;
pub mod desk;
pub mod desk_keys;
pub mod epochs;
pub mod filing;
pub mod flood;
mod keyring;
mod mailboxes;
mod model;
pub mod routes;
mod sent;
mod store;
mod wire;

pub use epochs::{has_recovery, keep_epoch, rotate, seed_keys};

use crate::db::Db;
use crate::http::AppError;

/// Makes the order in which sealed reports and messages arrived unknowable from the tables; done every night.
pub async fn forget_order(db: &Db) -> Result<(), AppError> {
    let mut conn = db.intake().await?;
    store::forget_order(&mut conn).await?;
    Ok(())
}
