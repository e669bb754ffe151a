//! Certification schemes: what is asked of whom, in versions.

mod actions;
mod codes;
mod current;
mod model;
pub mod routes;
mod store;
mod wire;

pub use actions::{enter_ready, keep_ready};
pub use codes::{Code, are_known};
pub use current::{Current, current, in_force, of_version, of_versions};
