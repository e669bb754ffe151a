//! Consultants on the wire.

mod asked;
mod engagement;
mod entry;
mod person;

pub use asked::{ConsultantNameUpdate, ConsultantProfile, EngagementCreate, EnquiryCreate};
pub use engagement::{Engaged, Engagement};
pub use entry::{Base, ConsultantEntry, RegisterSummary, SupplierName};
pub use person::{Consultant, Contact};
