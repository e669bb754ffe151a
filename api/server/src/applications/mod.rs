//! The way into the alliance: an organisation applies, an administrator asks, approves or refuses.

mod actions;
mod export;
mod model;
pub mod routes;
mod store;
mod wire;
