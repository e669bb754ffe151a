//! Looking at the register as somebody of another role would: to read, for ten minutes, and noted in the audit.

mod actions;
pub mod routes;
pub mod wire;

pub use actions::viewed;
