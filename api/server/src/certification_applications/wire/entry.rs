//! An application in a list.

use super::Applicant;
use crate::certificates::SchemeWord;
use bellbuoy_domain::certification::CertificationStage;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// An application as the board shows it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CertificationApplicationEntry {
    pub id: Uuid,
    pub applicant: Applicant,
    /// Code of the scheme.
    pub scheme: String,
    pub discipline: SchemeWord,
    pub level: SchemeWord,
    /// Number of the certificate that is to be renewed.
    pub renews: Option<String>,
    pub stage: CertificationStage,
    pub reviewer_id: Option<Uuid>,
    /// Name of who reviews it.
    pub reviewer: Option<String>,
    pub submitted_at: Option<DateTime<Utc>>,
    /// By when it is to be decided.
    pub due_on: Option<NaiveDate>,
    /// Days until then, less than none when it is late; none while it waits for the applicant or is decided.
    pub days_left: Option<i64>,
    pub changed_at: DateTime<Utc>,
}
