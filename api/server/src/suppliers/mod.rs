//! Firms whose people assess ships.

mod actions;
mod export;
mod model;
pub mod routes;
mod store;
mod wire;

pub use actions::{Firm, Invented, count, enter_invented, firm, list_publicly, name, names};
