//! The description may only grow: what the last release promised still holds.
//!
//! `released.yaml` is the description of the last release; it is copied from `openapi.yaml` when there is another.

mod compare;
mod kinds;

use compare::breaks;
use serde_json::Value;

fn read(path: &str) -> Value {
    let text = std::fs::read_to_string(tests::database::root().join(path)).unwrap();
    yaml_serde::from_str(&text).unwrap()
}

#[test]
fn nothing_that_was_released_is_taken_back() {
    let (released, present) = (
        read("tests/api/contract/breaking/released.yaml"),
        read("openapi.yaml"),
    );
    let broken = breaks(&released, &present);
    assert!(
        broken.is_empty(),
        "clients of the last release would break:\n  {}",
        broken.join("\n  ")
    );
}
