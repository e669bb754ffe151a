//! People of the platform: who they are, as what, and how they get in and out; and the way back for whoever lost both
//! password and second factor.

mod actions;
mod export;
pub mod routes;
mod store;
mod wire;
