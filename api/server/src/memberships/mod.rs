//! People of an organisation: invited by link, accepted by the person, confirmed by who manages.

mod actions;
mod export;
mod invitations;
mod model;
pub mod routes;
mod store;
mod wire;

pub use invitations::{Invited, invite};
pub use store::other_owners;
