//! An anonymous report leaves no address, no agent and no hour: in no row, no file and no log.

mod canaries;
mod log;
mod times;
