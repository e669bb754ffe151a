//! Applications for a certificate on the wire.

mod asked;
mod entry;
mod reference;
mod whole;

pub use asked::{
    Answered, CertificationApplicationCreate, CertificationApplicationUpdate, CertificationStepCreate,
    FindingUpdate, Interest, NamedReferee, QuestionAsked,
};
pub use entry::CertificationApplicationEntry;
pub use reference::{ReferenceCreate, ReferenceRequest};
pub use whole::{
    Applicant, CertificationApplication, CertificationEvent, CertificationQuestion, CriterionFinding,
    Referee, RequirementState, ReviewerCandidate,
};
