//! The register of consultants and suppliers: how a certificate is come by, what it says and on which days it counts.
//!
//! Terms follow ISO/IEC 17024.

mod application_words;
mod complaint;
mod conflict;
mod cooling;
mod cpd;
pub mod credential;
pub mod group;
pub mod independence;
mod language;
mod number;
pub mod rating;
mod register_words;
pub mod rota;
pub mod scheme;
mod sitting;
mod stage;
mod status;
pub mod status_list;
pub mod validity;
mod words;

pub use application_words::{
    CertificationActor, CertificationStage, CertificationStep, ComplaintStatus, ComplaintStep,
    CriterionVerdict, CurriculumKind, EvidenceKind, RequirementKind, ReviewStatus, SeatState, SittingKind,
    SittingResult,
};
pub use complaint::{ComplaintRefusal, step as complaint_step};
pub use conflict::{Applicant, Conflict, EmployedBy, REVIEWER_MONTHS, Reviewer, conflict};
pub use cpd::{
    CpdHours, CpdHoursFault, CpdKind, LAST_MONTH, ReminderKind, due as due_reminder, first_of_term, last_day,
};
pub use language::{Language, find_language, languages};
pub use number::{CertificateNumber, NumberFault};
pub use register_words::{CheckAnswer, ContactKind};
pub use sitting::{AttendanceRefusal, SeatRefusal, Seating, attendance, counted, overlap};
pub use stage::{
    StageRefusal, appeal_open, possible as possible_certification_steps, step as certification_step,
};
pub use status::{CertificateRefusal, possible as possible_certificate_steps, step as certificate_step};
pub use status_list::StatusPurpose;
pub use words::{
    CertificateStatus, CertificateStep, HolderKind, RegistryActor, SanctionReason, WorkDomain, WorkMode,
};
