//! The way to a certificate: an applicant shows what a scheme asks for, reviewers ask and find, the scheme decides.

mod actions;
mod conflicts;
mod deciding;
mod declared;
mod drafting;
mod entries;
mod export;
mod invented;
mod known;
mod letters;
mod model;
mod reading;
mod record;
mod referees;
mod review_routes;
mod reviewing;
pub mod routes;
mod steps;
mod store;
mod wire;

pub use actions::forget;
pub use declared::{Declared, declared};
pub use invented::{Invented, InventedStep, enter_invented};
