//! The reporters' half of the sealed intake.

mod file;
mod headers;
mod keys;
mod mailbox;
mod order;
mod refuse;
mod withdraw;
