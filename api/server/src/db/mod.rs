//! The database: pools and their guard, roles, migrations, names of constraints, the private cluster.

pub mod bootstrap;
pub mod common;
pub mod embedded;
pub mod errors;
pub mod keyset;
pub mod limited;
pub mod migrate;
pub mod pool;
mod remembering;
pub mod statement;
pub mod transaction;
pub mod vocabularies;

pub use pool::{Caller, Db, Guarded, Long};
pub use transaction::transact;
