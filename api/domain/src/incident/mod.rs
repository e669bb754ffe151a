//! Incidents: their words, and the steps of the review.

mod actor;
mod classification;
mod facets;
mod impact;
mod kind;
mod severity;
mod status;
mod verification;

pub use actor::*;
pub use classification::*;
pub use facets::*;
pub use impact::*;
pub use kind::*;
pub use severity::*;
pub use status::*;
pub use verification::*;
