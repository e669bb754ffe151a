//! The register of people who may assess a ship: who they are, for whom they worked, and how they are found.

mod actions;
mod engaged;
mod engagements;
mod export;
mod message;
mod model;
mod own_routes;
mod profile;
mod register;
mod renaming;
pub mod routes;
mod search;
mod store;
mod wire;

pub use actions::{
    Employed, Holder, Invented, Skilled, contacts, employments, enter_invented, firm_today, forget, holder,
    list_publicly, names, of_accounts, own_id, skilled,
};
pub use register::unknown_port;
pub use wire::{Base, ConsultantProfile, Contact, SupplierName};
