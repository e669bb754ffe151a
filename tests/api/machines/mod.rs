//! Programs that call with a key.

mod assertions;
mod keys;
mod oauth;
mod oauth_ends;
mod oauth_rights;
mod public_keys;
mod scopes;
pub mod signer;
