//! An application with all that belongs to it.

use super::Interest;
use crate::certificates::SchemeWord;
use crate::evidence::{CurriculumEntry, EvidenceFile};
use bellbuoy_domain::certification::scheme::MissingRequirement;
use bellbuoy_domain::certification::{
    CertificationActor, CertificationStage, CertificationStep, CriterionVerdict, EvidenceKind, HolderKind,
    RequirementKind,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// Who applies.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Applicant {
    pub kind: HolderKind,
    /// Name as it will stand on the certificate.
    pub name: String,
    /// Id in the register; none for a person without a profile yet.
    pub id: Option<Uuid>,
}

/// What was found on a requirement.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CriterionFinding {
    pub verdict: CriterionVerdict,
    pub words: Option<String>,
    pub recorded_at: DateTime<Utc>,
}

/// A requirement and what is there for it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RequirementState {
    pub code: String,
    pub label: String,
    pub kind: RequirementKind,
    /// What kind of paper proves it.
    pub evidence: Option<EvidenceKind>,
    /// How many.
    pub count: u32,
    pub files: Vec<EvidenceFile>,
    /// Whether the applicant declared it.
    pub declared: bool,
    /// The day on which the exam was passed or the training attended; none while it was not.
    pub done_on: Option<NaiveDate>,
    /// Hours of continuing professional development in the term that is renewed; for `cpd` only.
    pub hours: Option<f64>,
    /// Shown to the applicant once it is decided.
    pub finding: Option<CriterionFinding>,
}

/// Somebody who was asked about the applicant.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Referee {
    pub id: Uuid,
    pub name: String,
    pub email: String,
    pub relation: String,
    pub asked_at: Option<DateTime<Utc>>,
    pub reminded_at: Option<DateTime<Utc>>,
    pub answered_at: Option<DateTime<Utc>>,
    /// For those who review only, as the two fields below.
    pub recommends: Option<bool>,
    pub independent: Option<bool>,
    pub words: Option<String>,
}

/// A question beside a field, and its answer.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CertificationQuestion {
    pub id: Uuid,
    pub field: String,
    pub words: String,
    pub asked_at: DateTime<Utc>,
    pub answer: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
}

/// A step that was taken.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CertificationEvent {
    pub step: CertificationStep,
    pub actor: CertificationActor,
    /// Where it stood then.
    pub stage: CertificationStage,
    pub words: Option<String>,
    pub recorded_at: DateTime<Utc>,
}

/// Somebody who could review.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ReviewerCandidate {
    pub account_id: Uuid,
    pub name: String,
    /// What stands in the way, in a sentence.
    pub conflict: Option<String>,
    /// Applications that wait for them.
    pub open: i64,
}

/// An application with all that belongs to it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CertificationApplication {
    pub id: Uuid,
    pub applicant: Applicant,
    /// Whether the caller is who applies.
    pub own: bool,
    /// Code of the scheme.
    pub scheme: String,
    /// Version of the scheme that it follows.
    pub scheme_version: i32,
    pub discipline: SchemeWord,
    pub level: SchemeWord,
    /// Number of the certificate that is to be renewed.
    pub renews: Option<String>,
    pub stage: CertificationStage,
    pub statement: Option<String>,
    pub interests: Vec<Interest>,
    /// The applicant declares that there are none.
    pub no_interests: bool,
    /// The version of the code of conduct that was accepted.
    pub conduct_version: Option<String>,
    /// As it is now in a draft, as it was submitted later.
    pub curriculum: Vec<CurriculumEntry>,
    pub requirements: Vec<RequirementState>,
    /// What has to be there before it can be submitted.
    pub missing: Vec<MissingRequirement>,
    /// Why it cannot be submitted yet, in sentences.
    pub open: Vec<String>,
    pub referees: Vec<Referee>,
    pub questions: Vec<CertificationQuestion>,
    /// In the order in which they were taken.
    pub events: Vec<CertificationEvent>,
    pub reviewer_id: Option<Uuid>,
    /// Name of who reviews it; for those who run the scheme.
    pub reviewer: Option<String>,
    pub submitted_at: Option<DateTime<Utc>>,
    /// By when it is to be decided; moves by the days it waited for the applicant.
    pub due_on: Option<NaiveDate>,
    pub refused_on: Option<NaiveDate>,
    /// Last day on which a refusal can be appealed.
    pub appeal_until: Option<NaiveDate>,
    /// Number of the certificate that was granted.
    pub certificate: Option<String>,
    /// Steps that the caller can take.
    pub steps: Vec<CertificationStep>,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
    /// For `If-Match`.
    pub etag: String,
}
