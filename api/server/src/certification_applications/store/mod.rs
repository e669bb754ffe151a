//! Queries of applications for a certificate.

mod beside;
mod rows;

pub use beside::*;
pub use rows::*;
