//! Complaints on the wire.

use crate::certificates::CertificateStepCreate;
use crate::http::text::{account, one_line, some_text};
use bellbuoy_domain::certification::{ComplaintStatus, ComplaintStep};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// What is said against the holder of a certificate. Name and address can stay out.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "certificate": "BB-C-2026-0417",
    "words": "The report names tests of the engine control that nobody saw being carried out."
}))]
pub struct ComplaintCreate {
    /// Number of the certificate of whom it is about.
    #[validate(length(min = 3, max = 60))]
    #[schema(min_length = 3, max_length = 60)]
    pub certificate: String,
    #[validate(length(min = 20, max = 8000), custom(function = "account"))]
    #[schema(min_length = 20, max_length = 8000)]
    pub words: String,
    #[serde(default)]
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100)]
    pub name: Option<String>,
    /// Where an answer goes.
    #[serde(default)]
    #[validate(length(min = 3, max = 254), email)]
    #[schema(min_length = 3, max_length = 254, format = "email")]
    pub email: Option<String>,
}

/// A complaint that was taken in, with the word by which it is followed.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ComplaintMade {
    /// Told once.
    pub key: String,
    pub complaint: ComplaintState,
}

/// What who complained may know.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ComplaintState {
    /// Number of the certificate.
    pub certificate: String,
    pub status: ComplaintStatus,
    /// What was decided and why.
    pub answer: Option<String>,
    pub created_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
}

/// A complaint as those who run the scheme see it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Complaint {
    pub id: Uuid,
    /// Number of the certificate.
    pub certificate: String,
    pub status: ComplaintStatus,
    pub words: String,
    pub name: Option<String>,
    pub email: Option<String>,
    pub answer: Option<String>,
    pub created_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
    /// For `If-Match`.
    pub etag: String,
}

/// A step to take, with the sanction that goes with it.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "step": "investigate" }))]
pub struct ComplaintStepCreate {
    pub step: ComplaintStep,
    /// What was decided and why, for who complained; needed when it is upheld or dismissed.
    #[serde(default)]
    #[validate(length(min = 3, max = 2000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 2000)]
    pub answer: Option<String>,
    /// A step with the certificate in the same moment: suspend while it is investigated, revoke when it is upheld,
    /// reinstate when it is dismissed.
    #[serde(default)]
    #[validate(nested)]
    pub sanction: Option<CertificateStepCreate>,
}
