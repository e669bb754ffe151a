//! What somebody shows of themselves: a curriculum vitae and papers, entered once and used by every application.

mod actions;
mod content;
mod curricula;
mod model;
pub mod routes;
mod store;
mod wire;

pub use actions::{forget, own_files, some_files};
pub use curricula::entries;
pub use wire::{CurriculumEntry, EvidenceFile};
