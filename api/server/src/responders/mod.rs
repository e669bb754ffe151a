//! Certified responders on call, for whoever is asked for help now.

mod actions;
mod model;
pub mod routes;
mod store;
mod wire;
