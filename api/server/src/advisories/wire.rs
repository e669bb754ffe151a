//! Advisories on the wire.

use super::model::AdvisoryRow;
use crate::http::text::{account, headline, some_text};
use bellbuoy_domain::advisory::AdvisoryStatus;
use bellbuoy_domain::incident::{IncidentKind, Severity};
use bellbuoy_domain::marking::Tlp;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::system::System;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A draft.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdvisoryCreate {
    /// One line that says what to know.
    #[validate(length(min = 8, max = 160), custom(function = "headline"))]
    #[schema(min_length = 8, max_length = 160)]
    pub title: String,
    /// De-identified account.
    #[validate(length(min = 20, max = 8000), custom(function = "account"))]
    #[schema(min_length = 20, max_length = 8000)]
    pub what_happened: String,
    /// What to do.
    #[validate(length(min = 20, max = 8000), custom(function = "account"))]
    #[schema(min_length = 20, max_length = 8000)]
    pub lesson: String,
    pub kind: IncidentKind,
    pub severity: Severity,
    pub tlp: Tlp,
    /// Where it matters; empty is everywhere.
    #[serde(default)]
    #[validate(length(max = 21))]
    #[schema(max_items = 21)]
    pub sea_regions: Vec<SeaRegion>,
    #[serde(default)]
    #[validate(length(max = 60))]
    #[schema(max_items = 60)]
    pub systems: Vec<System>,
}

/// A change of a draft: what is absent or null stays, since nothing of a draft can be taken away.
#[derive(Debug, Clone, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AdvisoryUpdate {
    #[serde(default)]
    #[validate(length(min = 8, max = 160), custom(function = "headline"))]
    #[schema(min_length = 8, max_length = 160)]
    pub title: Option<String>,
    #[serde(default)]
    #[validate(length(min = 20, max = 8000), custom(function = "account"))]
    #[schema(min_length = 20, max_length = 8000)]
    pub what_happened: Option<String>,
    #[serde(default)]
    #[validate(length(min = 20, max = 8000), custom(function = "account"))]
    #[schema(min_length = 20, max_length = 8000)]
    pub lesson: Option<String>,
    #[serde(default)]
    pub kind: Option<IncidentKind>,
    #[serde(default)]
    pub severity: Option<Severity>,
    #[serde(default)]
    pub tlp: Option<Tlp>,
    #[serde(default)]
    #[validate(length(max = 21))]
    #[schema(max_items = 21)]
    pub sea_regions: Option<Vec<SeaRegion>>,
    #[serde(default)]
    #[validate(length(max = 60))]
    #[schema(max_items = 60)]
    pub systems: Option<Vec<System>>,
}

/// Why an advisory is taken back.
#[derive(Debug, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct WithdrawalCreate {
    #[validate(length(min = 3, max = 1000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 1000)]
    pub reason: String,
}

/// An advisory.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Advisory {
    pub id: Uuid,
    /// Given on release.
    #[schema(example = "BB-2026-001")]
    pub number: Option<String>,
    pub revision: i32,
    pub status: AdvisoryStatus,
    /// Invented for demonstration.
    pub demo: bool,
    pub title: String,
    pub what_happened: String,
    pub lesson: String,
    pub kind: IncidentKind,
    pub severity: Severity,
    pub tlp: Tlp,
    pub sea_regions: Vec<SeaRegion>,
    pub systems: Vec<System>,
    /// Who wrote it; only staff see this.
    pub author_id: Option<Uuid>,
    /// Everybody who wrote any of it, and so cannot release it; only staff see this.
    pub writers: Option<Vec<Uuid>>,
    /// The second person; only staff see this.
    pub released_by: Option<Uuid>,
    pub released_at: Option<DateTime<Utc>>,
}

impl Advisory {
    /// Shapes a row; the people behind it are for staff.
    pub fn of(row: AdvisoryRow, staff: bool) -> Self {
        Self {
            id: row.id,
            number: row.number,
            revision: row.revision,
            status: row.status,
            demo: row.demo,
            title: row.title,
            what_happened: row.what_happened,
            lesson: row.lesson,
            kind: row.kind,
            severity: row.severity,
            tlp: row.tlp,
            sea_regions: row.sea_regions,
            systems: row.systems,
            author_id: staff.then_some(row.author_id),
            writers: staff.then_some(row.writers),
            released_by: row.released_by.filter(|_| staff),
            released_at: row.released_at,
        }
    }
}
