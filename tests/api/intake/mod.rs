//! The reporters' half of the sealed intake.

mod file;
mod keys;
mod mailbox;
mod order;
mod refuse;
mod withdraw;
