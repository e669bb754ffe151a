//! Formats of others, translated to and from our words. No database, no HTTP.

pub mod attack;
pub mod csv_guard;
pub mod ical;
