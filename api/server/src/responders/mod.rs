//! Certified responders on call, for whoever is asked for help now.

mod actions;
mod demo;
mod model;
pub mod routes;
mod store;
mod wire;

pub use demo::enter_demo;
