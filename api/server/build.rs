//! Tells cargo which folders outside the package are compiled into the server.

fn main() {
    println!("cargo:rerun-if-changed=../../migrations");
    println!("cargo:rerun-if-changed=src/db/replaceable");
}
