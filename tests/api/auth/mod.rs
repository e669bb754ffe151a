//! Sign-in, sessions and tokens.

mod factors;
mod forged;
mod guess;
mod me;
mod own;
mod passwords;
mod refresh;
mod revoked;
mod sign_in;
