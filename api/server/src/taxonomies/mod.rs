//! The words and tables that forms offer: vocabularies, ports, countries, techniques.

pub mod routes;
mod store;
mod techniques;

pub use techniques::{import_attack, keep_built_in};
