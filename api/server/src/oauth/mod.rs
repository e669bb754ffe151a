//! OAuth 2 client credentials (RFC 6749 §4.4): a program turns its key into a short access token.

mod actions;
mod assertion;
mod form;
mod refusal;
pub mod routes;
mod store;
mod wire;

pub use store::sweep;
