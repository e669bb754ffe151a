//! Incidents: reported by name, accepted from the sealed desk, or known from public sources.

pub mod acceptance;
pub mod actions;
mod changes;
mod check;
mod decisions;
mod export;
pub mod list;
mod model;
pub mod routes;
pub mod search;
mod store;
pub mod wire;
mod words;

pub use actions::{Accepted, accept_from_desk, enter_public};
