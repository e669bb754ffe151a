//! What the command line shares with the server's seed and with tests: keys, sealing, opening, recovery, the
//! check of an exported audit.
//!
//! The server itself never opens anything; nothing here speaks HTTP.

pub mod audit;
pub mod certificate;
pub mod keys;
pub mod proof;
pub mod recovery;
pub mod seal;
