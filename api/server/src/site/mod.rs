//! What belongs to no noun: health, version, keys, the site's own facts, problem pages, and the
//! files of the web entries.

mod demo;
mod files;
pub mod routes;
mod well_known;

pub use files::{mount as mount_files, otherwise};
