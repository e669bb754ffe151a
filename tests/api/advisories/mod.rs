//! Advisories: written by one person, released by another, read by those they are marked for.

mod feed;
mod release;
mod visible;
mod write;
