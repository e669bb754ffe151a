//! The schemes an installation begins with. They are a start: each is changed by a new version.

use super::Scheme;

const READY: [&str; 2] = [
    include_str!("../../../data/schemes/maritime.json"),
    include_str!("../../../data/schemes/supplier.json"),
];

/// A scheme for people and one for suppliers.
#[must_use]
pub fn ready() -> Vec<Scheme> {
    READY
        .iter()
        .filter_map(|text| serde_json::from_str(text).ok())
        .collect()
}
