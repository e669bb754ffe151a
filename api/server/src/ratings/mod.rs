//! What customers say of certified people and accredited firms: moderated, answered, and published as figures that name
//! nobody.

mod actions;
mod export;
mod invented;
mod letters;
mod model;
mod public_routes;
mod published;
mod reading;
pub mod routes;
mod steps;
mod store;
mod wire;

pub use actions::forget;
pub use invented::{Invented, enter_invented};
