//! The register of consultants and suppliers: how a certificate is come by, what it says and on which days it counts.
//!
//! Terms follow ISO/IEC 17024.

mod application_words;
pub mod credential;
mod language;
mod number;
pub mod scheme;
mod status;
pub mod status_list;
pub mod validity;
mod words;

pub use application_words::{
    CertificationActor, CertificationStage, CertificationStep, ComplaintStatus, CriterionVerdict,
    EvidenceKind, RequirementKind, ReviewStatus, SeatState, SittingKind, SittingResult,
};
pub use language::{Language, find_language, languages};
pub use number::{CertificateNumber, NumberFault};
pub use status::{CertificateRefusal, possible as possible_certificate_steps, step as certificate_step};
pub use status_list::StatusPurpose;
pub use words::{
    CertificateStatus, CertificateStep, HolderKind, RegistryActor, SanctionReason, WorkDomain, WorkMode,
};
