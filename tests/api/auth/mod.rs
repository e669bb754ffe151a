//! Sign-in, sessions and tokens.

mod accounts;
mod address;
mod factors;
mod forged;
mod guess;
mod me;
mod oidc;
mod oidc_words;
mod own;
mod own_data;
mod passwords;
mod provider;
mod refresh;
mod revoked;
mod sign_in;
mod views;
