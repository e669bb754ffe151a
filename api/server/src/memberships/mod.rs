//! People of an organisation: invited by link, accepted by the person, confirmed by who manages.

mod actions;
mod invitations;
mod model;
pub mod routes;
mod store;
mod wire;

pub use invitations::{Invited, invite};
