//! The first start of a real site: no password is built in; a link that is printed once asks four questions.

mod actions;
pub mod routes;
mod wire;

pub use actions::{due, word};
