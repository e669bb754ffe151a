//! Ships: types, sizes and the numbers that identify them.

mod company_number;
mod imo_number;
mod mmsi;
mod types;

pub use company_number::{CompanyNumber, CompanyNumberFault};
pub use imo_number::{ImoNumber, ImoNumberFault};
pub use mmsi::{Mmsi, MmsiFault};
pub use types::{SizeBand, VesselType};

/// The digits of a text once a prefix and separators are taken off; none if anything else is in it.
fn digits(text: &str, prefix: &str) -> Option<Vec<u32>> {
    let plain = text.trim().to_lowercase();
    let rest = plain.strip_prefix(prefix).unwrap_or(&plain);
    rest.chars()
        .filter(|c| !matches!(c, ' ' | ':' | '-'))
        .map(|c| c.to_digit(10))
        .collect()
}

fn written(digits: &[u32]) -> String {
    digits
        .iter()
        .filter_map(|digit| char::from_digit(*digit, 10))
        .collect()
}
