//! The log on the wire.

use super::model::EntryRow;
use crate::http::text::{one_line, some_text};
use bellbuoy_domain::certification::{CpdHours, CpdKind};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// What somebody did to stay current.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CpdEntry {
    pub id: Uuid,
    pub done_on: NaiveDate,
    pub hours: f64,
    pub kind: CpdKind,
    pub title: String,
    /// What was learned.
    pub learned: Option<String>,
    /// The sitting that was attended: such an entry stands by itself and does not change.
    pub sitting_id: Option<Uuid>,
    /// For `If-Match`; none for a sitting.
    pub etag: Option<String>,
}

impl From<EntryRow> for CpdEntry {
    fn from(row: EntryRow) -> Self {
        Self {
            etag: Some(row.etag()),
            id: row.id,
            done_on: row.done_on,
            hours: CpdHours::from_quarters(row.quarters.into()).hours(),
            kind: row.kind,
            title: row.title,
            learned: row.learned,
            sitting_id: None,
        }
    }
}

/// An entry as one writes it, whole.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "done_on": "2026-11-12", "hours": 3.5, "kind": "conference", "title": "Maritime cyber day, Hamburg" }))]
pub struct CpdEntryDraft {
    /// Today or earlier.
    pub done_on: NaiveDate,
    /// In steps of a quarter.
    #[schema(minimum = 0.25, maximum = 24, multiple_of = 0.25)]
    pub hours: f64,
    pub kind: CpdKind,
    #[validate(length(min = 3, max = 200), custom(function = "one_line"))]
    #[schema(min_length = 3, max_length = 200)]
    pub title: String,
    #[serde(default)]
    #[validate(length(min = 3, max = 4000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 4000)]
    pub learned: Option<String>,
}

/// How far the hours of a certificate's term have come.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CpdStanding {
    /// Number of the certificate.
    #[schema(example = "BB-C-2026-0417")]
    pub number: String,
    /// What people call the discipline.
    pub discipline: String,
    /// First day of the term.
    pub term_from: NaiveDate,
    /// Last day of the term, and of the certificate.
    pub valid_to: NaiveDate,
    /// What the scheme asks for in one term.
    pub hours_asked: u32,
    /// What was done in the term until today.
    pub hours_logged: f64,
    pub hours_missing: f64,
    /// Until the last day.
    pub days_left: i64,
    /// From when it can be renewed.
    pub renewal_opens_on: NaiveDate,
    /// Whether it can be renewed today.
    pub renewal_open: bool,
}

/// How far the hours of every certificate in force have come.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct CpdSummary {
    pub certificates: Vec<CpdStanding>,
    pub as_of: NaiveDate,
}
