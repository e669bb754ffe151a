//! Keys for programs that act for an organisation.

mod actions;
mod export;
mod model;
pub mod routes;
mod store;
mod wire;
