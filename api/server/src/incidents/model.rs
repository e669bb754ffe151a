//! Rows of incidents and their coded facts.

use crate::schema::{incident_facts, incidents};
use bellbuoy_domain::incident::{
    Actor, ActorMotive, BackupState, Cause, Classification, Containment, CrimeLink, IncidentKind,
    IncidentStatus, IncidentType, OccurredPrecision, ReporterRole, SecurityAttribute, SecurityIncident,
    Series, Severity, SeverityAxis, Track, VerificationLevel, VictimType,
};
use bellbuoy_domain::marking::Tlp;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::system::System;
use bellbuoy_domain::vessel::{SizeBand, VesselType};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

/// An incident as lists and figures see it.
#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = incidents, check_for_backend(Pg))]
pub struct IncidentRow {
    pub id: Uuid,
    pub reference: String,
    pub revision: i32,
    pub status: IncidentStatus,
    pub track: Track,
    pub series: Series,
    pub demo: bool,
    pub organisation_id: Option<Uuid>,
    pub account_id: Option<Uuid>,
    pub reported_at: Option<DateTime<Utc>>,
    pub recorded_month: NaiveDate,
    pub title: String,
    pub summary: String,
    pub occurred_on: NaiveDate,
    pub occurred_precision: OccurredPrecision,
    pub kind: IncidentKind,
    pub security_incident: SecurityIncident,
    pub cause: Cause,
    pub victim_type: VictimType,
    pub vessel_type: Option<VesselType>,
    pub sea_region: Option<SeaRegion>,
    pub country: Option<String>,
    pub severity: Severity,
    pub systems: Vec<System>,
    pub verification: VerificationLevel,
    pub tlp: Tlp,
    pub affected_party: Option<Uuid>,
    pub duplicate_of: Option<Uuid>,
    pub refusal_reason: Option<String>,
    pub source: Option<String>,
}

/// The coded facts that only the single incident shows.
#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = incident_facts, check_for_backend(Pg))]
pub struct FactsRow {
    pub incident_id: Uuid,
    pub classification: Classification,
    pub incident_type: Option<IncidentType>,
    pub size_band: Option<SizeBand>,
    pub unlocode: Option<String>,
    pub safety: Option<SeverityAxis>,
    pub operational: Option<SeverityAxis>,
    pub environmental: Option<SeverityAxis>,
    pub financial: Option<SeverityAxis>,
    pub data: Option<SeverityAxis>,
    pub reporter_role: Option<ReporterRole>,
    pub actor: Option<Actor>,
    pub motive: Option<ActorMotive>,
    pub backups: Option<BackupState>,
    pub workaround: Option<String>,
    pub attributes: Vec<SecurityAttribute>,
    pub containment: Vec<Containment>,
    pub crime_links: Vec<CrimeLink>,
    pub services: serde_json::Value,
    pub techniques: serde_json::Value,
}

/// What a decision changes.
#[derive(Debug, AsChangeset)]
#[diesel(table_name = incidents, treat_none_as_null = true)]
pub struct Decided {
    pub status: IncidentStatus,
    pub revision: i32,
    pub verification: VerificationLevel,
    pub severity: Severity,
    pub tlp: Tlp,
    pub duplicate_of: Option<Uuid>,
    pub refusal_reason: Option<String>,
}

impl IncidentRow {
    /// Its place in the public order: month, then id.
    pub fn key(&self) -> (NaiveDate, Uuid) {
        (self.recorded_month, self.id)
    }

    /// The version a change is meant for.
    pub fn etag(&self) -> String {
        crate::http::precondition::etag(self.id, self.revision, "incident")
    }
}
