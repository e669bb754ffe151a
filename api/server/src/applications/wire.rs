//! Applications on the wire.

use super::model::ApplicationRow;
use crate::http::text::{account, one_line, some_text, web_address};
use bellbuoy_domain::account::{ApplicationDecision, ApplicationStatus, OrganisationKind};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// An organisation that wants to become a member, with its company security officer.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Example Line", "kind": "shipping_company", "country": "NL", "website": "https://line.example",
    "about": "Twelve container ships between Rotterdam and the Baltic; entered in the company register as 24365870.",
    "officer_name": "Example Officer", "officer_email": "officer@line.example"
}))]
pub struct ApplicationCreate {
    #[validate(length(min = 2, max = 120), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 120)]
    pub name: String,
    pub kind: OrganisationKind,
    /// Seat, ISO 3166-1 alpha-2.
    #[serde(default)]
    #[validate(length(equal = 2))]
    #[schema(min_length = 2, max_length = 2, example = "NL")]
    pub country: Option<String>,
    /// Beginning with `https://`.
    #[serde(default)]
    #[validate(length(min = 11, max = 200), custom(function = "web_address"))]
    #[schema(min_length = 11, max_length = 200)]
    pub website: Option<String>,
    /// Why it wants to join, and what can be checked: registers, fleets, names of people who know it.
    #[validate(length(min = 20, max = 4000), custom(function = "account"))]
    #[schema(min_length = 20, max_length = 4000)]
    pub about: String,
    /// The company security officer.
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100)]
    pub officer_name: String,
    /// The invitation goes there.
    #[validate(length(min = 3, max = 254), email)]
    #[schema(min_length = 3, max_length = 254, format = "email")]
    pub officer_email: String,
}

/// A new application, with the key by which the applicant follows it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ApplicationMade {
    /// Told once.
    pub key: String,
    pub application: ApplicationState,
}

/// What the applicant may know.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ApplicationState {
    pub name: String,
    pub status: ApplicationStatus,
    /// What an administrator wants to know.
    pub question: Option<String>,
    pub answer: Option<String>,
    /// Why it was refused.
    pub reason: Option<String>,
    pub created_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
}

impl From<ApplicationRow> for ApplicationState {
    fn from(row: ApplicationRow) -> Self {
        Self {
            name: row.name,
            status: row.status,
            question: row.question,
            answer: row.answer,
            reason: row.reason,
            created_at: row.created_at,
            decided_at: row.decided_at,
        }
    }
}

/// An application as an administrator sees it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Application {
    pub id: Uuid,
    pub name: String,
    pub kind: OrganisationKind,
    pub country: Option<String>,
    pub website: Option<String>,
    pub about: String,
    pub officer_name: String,
    pub officer_email: String,
    pub status: ApplicationStatus,
    pub question: Option<String>,
    pub answer: Option<String>,
    pub reason: Option<String>,
    /// What it became, once approved.
    pub organisation_id: Option<Uuid>,
    pub revision: i32,
    pub created_at: DateTime<Utc>,
    pub decided_at: Option<DateTime<Utc>>,
    /// For `If-Match`.
    pub etag: String,
    /// The officer's invitation, for handing over in person; told once, and only where the site sends no mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

impl From<ApplicationRow> for Application {
    fn from(row: ApplicationRow) -> Self {
        Self {
            etag: row.etag(),
            id: row.id,
            name: row.name,
            kind: row.kind,
            country: row.country,
            website: row.website,
            about: row.about,
            officer_name: row.officer_name,
            officer_email: row.officer_email,
            status: row.status,
            question: row.question,
            answer: row.answer,
            reason: row.reason,
            organisation_id: row.organisation_id,
            revision: row.revision,
            created_at: row.created_at,
            decided_at: row.decided_at,
            link: None,
        }
    }
}

/// What an administrator decides.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ApplicationDecisionCreate {
    pub decision: ApplicationDecision,
    /// The question, or the reason for refusing; the applicant reads it.
    #[serde(default)]
    #[validate(length(min = 3, max = 2000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 2000)]
    pub words: Option<String>,
}

/// The applicant's answer.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AnswerCreate {
    #[validate(length(min = 3, max = 4000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 4000)]
    pub answer: String,
}
