//! Certificates on the wire.

use super::model::{CertificateRow, EventRow};
use crate::http::text::some_text;
use bellbuoy_domain::certification::validity::ValidityReason;
use bellbuoy_domain::certification::{
    CertificateStatus, CertificateStep, CheckAnswer, HolderKind, SanctionReason,
};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Who holds a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CertificateHolder {
    pub id: Uuid,
    pub kind: HolderKind,
    pub name: String,
}

/// A code of a scheme and what people call it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SchemeWord {
    pub code: String,
    pub label: String,
}

/// A step that was taken with a certificate.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CertificateEvent {
    pub step: CertificateStep,
    /// From which day it counts; a revocation may reach back to the first day.
    pub effective_on: NaiveDate,
    pub reason: Option<SanctionReason>,
    /// What everybody may read about it.
    pub note: Option<String>,
    /// The last day after a renewal.
    pub valid_to: Option<NaiveDate>,
    /// When it was entered.
    pub recorded_at: DateTime<Utc>,
}

impl From<EventRow> for CertificateEvent {
    fn from(row: EventRow) -> Self {
        Self {
            step: row.step,
            effective_on: row.effective_on,
            reason: row.reason,
            note: row.note,
            valid_to: row.valid_to,
            recorded_at: row.recorded_at,
        }
    }
}

/// What was granted to whom, and all that happened to it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct Certificate {
    pub id: Uuid,
    #[schema(example = "BB-C-2026-0417")]
    pub number: String,
    pub holder: CertificateHolder,
    /// Code of the scheme.
    pub scheme: String,
    /// Version of the scheme under which it was granted.
    pub scheme_version: i32,
    pub discipline: SchemeWord,
    pub level: SchemeWord,
    /// Where it stands today.
    pub status: CertificateStatus,
    pub valid_from: NaiveDate,
    /// Last day.
    pub valid_to: NaiveDate,
    pub granted_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
    /// Invented for demonstration.
    pub demo: bool,
    /// In the order in which they were entered.
    pub events: Vec<CertificateEvent>,
    /// For `If-Match`.
    pub etag: String,
}

/// What belongs to a row and stands elsewhere.
#[derive(Debug, Clone)]
pub struct Beside {
    pub holder: CertificateHolder,
    pub scheme: String,
    pub scheme_version: i32,
    pub discipline: SchemeWord,
    pub level: SchemeWord,
    pub events: Vec<CertificateEvent>,
}

impl Certificate {
    /// A row with what belongs to it, as it stands on a day.
    pub fn of(row: CertificateRow, beside: Beside, today: NaiveDate) -> Self {
        Self {
            etag: row.etag(),
            status: row.status_on(today),
            id: row.id,
            number: row.number,
            holder: beside.holder,
            scheme: beside.scheme,
            scheme_version: beside.scheme_version,
            discipline: beside.discipline,
            level: beside.level,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
            granted_at: row.granted_at,
            changed_at: row.changed_at,
            demo: row.demo,
            events: beside.events,
        }
    }
}

/// A step to take. The scheme suspends, reinstates, revokes and renews; the holder withdraws.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "step": "suspend", "reason": "under_investigation", "words": "A complaint came in on 3 November." }))]
pub struct CertificateStepCreate {
    pub step: CertificateStep,
    /// Class of the reason, which is public; for suspending and revoking.
    #[serde(default)]
    pub reason: Option<SanctionReason>,
    /// From which day it counts: today when absent; a revocation may reach back to the first day.
    #[serde(default)]
    pub effective_on: Option<NaiveDate>,
    /// What everybody may read about it.
    #[serde(default)]
    #[validate(length(min = 3, max = 500), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 500)]
    pub note: Option<String>,
    /// Why, for the holder and the audit; needed wherever a reason is, and for renewing without an application.
    #[serde(default)]
    #[validate(length(min = 3, max = 2000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 2000)]
    pub words: Option<String>,
}

/// What to check: a signed certificate, as its QR code holds it, or a number.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "number": "BB-C-2026-0417" }))]
pub struct CertificateCheckCreate {
    /// The text of the QR code: the signed certificate, with or without the address in front of it.
    #[serde(default)]
    #[validate(length(min = 3, max = 8000))]
    #[schema(min_length = 3, max_length = 8000)]
    pub credential: Option<String>,
    #[serde(default)]
    #[validate(length(min = 3, max = 60))]
    #[schema(min_length = 3, max_length = 60)]
    pub number: Option<String>,
}

/// Something that a signed certificate says and the register says otherwise today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct CheckDifference {
    /// `name`, `discipline`, `level`, `valid_from` or `valid_to`.
    #[schema(example = "valid_to")]
    pub field: String,
    pub signed: String,
    /// What holds.
    pub register: String,
}

/// The answer to a check.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct CertificateCheck {
    pub answer: CheckAnswer,
    /// The answer in a sentence.
    pub detail: String,
    /// Numbers that were probably meant.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub did_you_mean: Vec<String>,
    /// Where the signed certificate is out of date: it was signed before a renewal or a change of name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub differs: Vec<CheckDifference>,
    /// The certificate as the register has it; none for one that was not issued here.
    pub certificate: Option<Certificate>,
    /// The moment it is true for.
    pub as_of: DateTime<Utc>,
}

/// Why a day counts or does not.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ValidityWord {
    pub code: ValidityReason,
    /// The reason in a sentence, with its days.
    pub detail: String,
}

/// Days that count or do not for the same reasons.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ValiditySpan {
    pub from: NaiveDate,
    /// Last day.
    pub to: NaiveDate,
    pub valid: bool,
    pub reasons: Vec<ValidityWord>,
}

/// Whether somebody was certified on some days.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Validity {
    /// Whether every day counts.
    pub valid: bool,
    pub days: Vec<ValiditySpan>,
    /// Of all days, each once.
    pub reasons: Vec<ValidityWord>,
    /// What should be known although the days count.
    pub notices: Vec<ValidityWord>,
    /// What was entered later does not count here.
    pub known_at: DateTime<Utc>,
}
