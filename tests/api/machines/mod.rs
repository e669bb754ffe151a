//! Programs that call with a key.

mod keys;
mod scopes;
