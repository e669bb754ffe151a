//! Sign-in, sessions and tokens.

mod forged;
mod guess;
mod me;
mod refresh;
mod revoked;
mod sign_in;
