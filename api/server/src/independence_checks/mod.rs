//! Whether an assessor is independent of a ship: the domain's rule, asked with what the caller says and what the register
//! knows. Nothing of it is kept.

mod actions;
mod assessor;
mod companies;
mod facts;
pub mod routes;
mod wire;
