//! What a signed-in person does with their own account: sessions, password; and how a forgotten one is replaced.

mod actions;
mod browser;
mod letters;
pub mod routes;
mod store;
mod wire;

pub use actions::{end_all, forget, told};
pub use browser::browser;
pub use letters::{answer, link_for};
