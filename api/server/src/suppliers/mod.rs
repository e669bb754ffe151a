//! Firms whose people assess ships.

mod actions;
mod export;
mod model;
mod own;
pub mod routes;
mod store;
mod wire;

pub use actions::{Firm, Invented, count, enter_invented, firm, list_publicly, name, names};
pub use own::own_or_begun;
