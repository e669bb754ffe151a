//! What belongs to a person: taking it along, correcting it, and having the account removed.

mod actions;
mod address;
mod archive;
mod certified_parts;
mod kept;
mod parts;
pub mod routes;
mod store;
mod wire;
