//! The words and tables that forms offer: vocabularies, ports, countries, flag states, techniques.

mod flag_states;
pub mod routes;
mod store;
mod techniques;

pub use techniques::{import_attack, keep_built_in};
