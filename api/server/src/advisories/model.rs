//! Rows of advisories.

use crate::schema::advisories;
use bellbuoy_domain::advisory::AdvisoryStatus;
use bellbuoy_domain::incident::{IncidentKind, Severity};
use bellbuoy_domain::marking::Tlp;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::system::System;
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = advisories, check_for_backend(Pg))]
pub struct AdvisoryRow {
    pub id: Uuid,
    pub number: Option<String>,
    pub revision: i32,
    pub status: AdvisoryStatus,
    pub demo: bool,
    pub title: String,
    pub what_happened: String,
    pub lesson: String,
    pub kind: IncidentKind,
    pub severity: Severity,
    pub tlp: Tlp,
    pub sea_regions: Vec<SeaRegion>,
    pub systems: Vec<System>,
    pub author_id: Uuid,
    pub created_at: DateTime<Utc>,
    pub released_by: Option<Uuid>,
    pub released_at: Option<DateTime<Utc>>,
    pub writers: Vec<Uuid>,
}

/// What a change of a draft sets; what is absent stays.
#[derive(Debug, AsChangeset)]
#[diesel(table_name = advisories)]
pub struct Edited {
    pub revision: i32,
    pub title: Option<String>,
    pub what_happened: Option<String>,
    pub lesson: Option<String>,
    pub kind: Option<IncidentKind>,
    pub severity: Option<Severity>,
    pub tlp: Option<Tlp>,
    pub sea_regions: Option<Vec<SeaRegion>>,
    pub systems: Option<Vec<System>>,
    pub writers: Vec<Uuid>,
}

impl AdvisoryRow {
    /// The version a change is meant for.
    pub fn etag(&self) -> String {
        crate::http::precondition::etag(self.id, self.revision, "advisory")
    }
}
