//! Organisations: joining, the directory, the people inside.

mod directory;
mod join;
mod letters;
mod people;
mod walls;
mod ways_out;
