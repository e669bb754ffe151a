//! Advisories: de-identified lessons, written by one person and released by another.

mod actions;
mod export;
mod feed;
mod model;
pub mod routes;
mod store;
pub mod wire;

pub use actions::enter_demo;
