//! What the words mean and which steps are lawful.
//!
//! Pure: no I/O, no clock, no randomness. Time and random bytes are arguments; database and
//! schema traits exist only behind the features `sql` and `schema`.

#[macro_use]
mod code;
#[macro_use]
pub mod vocabulary;

mod data;

pub mod account;
pub mod advisory;
pub mod certification;
pub mod disclosure;
pub mod incident;
pub mod intake;
pub mod job;
pub mod ledger;
pub mod machine;
pub mod marking;
pub mod month;
pub mod place;
pub mod policy;
pub mod proof;
pub mod receipt;
pub mod reference;
pub mod sealed;
pub mod shareable;
pub mod statistics;
pub mod system;
pub mod technique;
pub mod vessel;
pub mod work;
