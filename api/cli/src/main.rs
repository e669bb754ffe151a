//! The command line of a careful reporter and of key holders.
fn main() {}
