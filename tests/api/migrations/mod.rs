//! The shape of the database: made and unmade alike, described, and walled.

mod catalogue;
mod shape;
mod walls;
