//! Sign-in through an organisation's identity provider (OpenID Connect Core, code flow with PKCE).

mod actions;
mod flow;
mod id_token;
mod line;
mod provider;
pub mod routes;
mod store;
mod why;

pub use provider::Provider;
