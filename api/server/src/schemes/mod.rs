//! Certification schemes: what is asked of whom, in versions.

mod actions;
mod model;
pub mod routes;
mod store;
mod wire;

pub use actions::{Current, current, enter_ready, in_force, keep_ready, of_version, of_versions};
