//! The chain over the audit: sealing what is committed, signing where it stands, checking that it holds.
//!
//! The rules are `bellbuoy_domain::ledger`. Writers do not wait for the chain: they insert, and the one worker seals.

mod elsewhere;
mod export;
mod folder;
mod keeper;
pub mod model;
pub mod routes;
mod seal;
mod store;
mod verification;
pub mod wire;

pub use keeper::Keeper;
pub use seal::seal;
pub use verification::{examine, verify};
