//! Certificates of people and accreditations of suppliers: granted, suspended, revoked, checked by anybody.

mod actions;
mod check_routes;
mod checks;
mod dependants;
mod export;
mod feed;
mod granting;
mod held;
mod lists;
mod model;
mod renewing;
pub mod routes;
mod signed;
mod standing;
mod store;
mod validity;
mod whole;
mod wire;

pub use actions::{Told, enter_step, lapse, take_step};
pub use dependants::tell_dependants;
pub use granting::{Grant, Granted, grant};
pub use held::{Held, in_force};
pub use renewing::{Numbered, by_number, days_of, number_of, numbers, renew, tag_of};
pub use standing::holds_no_other;
pub use validity::held_on;
pub use wire::{CertificateStepCreate, SchemeWord};
