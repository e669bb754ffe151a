//! The page that every endpoint is held to: the description, and how answers look.

mod answers;
mod breaking;
mod compression;
mod languages;
mod limits;
mod metadata;
mod spec;
