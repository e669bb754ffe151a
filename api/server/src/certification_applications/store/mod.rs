//! Queries of applications for a certificate.

mod beside;
mod forget;
mod rows;

pub use beside::*;
pub use forget::forget;
pub use rows::*;
