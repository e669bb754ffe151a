//! Complaints about holders of certificates: taken in from anybody, investigated, decided, with the sanction that follows.

mod actions;
mod export;
mod model;
pub mod routes;
mod store;
mod wire;
