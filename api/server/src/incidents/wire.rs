//! Incidents on the wire.

use super::model::{FactsRow, IncidentRow};
use crate::http::text::some_text;
use bellbuoy_domain::incident::{
    Actor, ActorMotive, BackupState, Cause, Classification, Containment, CrimeLink, Decision, IncidentKind,
    IncidentStatus, IncidentType, OccurredPrecision, ReporterRole, SecurityAttribute, SecurityIncident,
    Series, Service, ServiceState, Severity, SeverityAxis, TechniqueMatrix, Track, VerificationLevel,
    VictimType,
};
use bellbuoy_domain::marking::Tlp;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::system::System;
use bellbuoy_domain::vessel::{SizeBand, VesselType};
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Effects on each axis.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct SeverityAxes {
    /// People and the safety of the ship.
    pub safety: Option<SeverityAxis>,
    /// The voyage, the terminal or the office.
    pub operational: Option<SeverityAxis>,
    pub environmental: Option<SeverityAxis>,
    pub financial: Option<SeverityAxis>,
    /// Confidentiality and integrity of data.
    pub data: Option<SeverityAxis>,
}

/// A service that was hit, and how it went on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AffectedService {
    pub service: Service,
    pub state: ServiceState,
    #[serde(default)]
    pub down_at: Option<DateTime<Utc>>,
    #[serde(default)]
    pub restored_at: Option<DateTime<Utc>>,
}

/// A technique of MITRE ATT&CK.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct TechniqueRef {
    pub matrix: TechniqueMatrix,
    /// As `T0856` or `T1566.001`.
    #[schema(example = "T0856")]
    pub id: String,
}

/// A report by name, or the coded facts an analyst accepts.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "title": "Both GNSS receivers jumped for 40 minutes", "summary": "Position was 30 miles off; radar was right.",
    "kind": "position_or_time_wrong", "occurred_on": "2026-11-12", "occurred_precision": "day",
    "victim_type": "vessel", "vessel_type": "lng_carrier", "sea_region": "black_sea", "severity": "major", "systems": ["gnss"]
}))]
pub struct IncidentCreate {
    /// One line.
    #[validate(length(min = 3, max = 160))]
    #[schema(min_length = 3, max_length = 160)]
    pub title: String,
    /// What happened, in your words.
    #[validate(length(min = 1, max = 8000), custom(function = "some_text"))]
    #[schema(min_length = 1, max_length = 8000)]
    pub summary: String,
    pub kind: IncidentKind,
    /// Day of the occurrence, or the first day of the period.
    pub occurred_on: NaiveDate,
    pub occurred_precision: OccurredPrecision,
    pub victim_type: VictimType,
    pub severity: Severity,
    /// Suspected when absent.
    #[serde(default)]
    pub security_incident: Option<SecurityIncident>,
    /// Unknown when absent.
    #[serde(default)]
    pub cause: Option<Cause>,
    /// From the kind when absent.
    #[serde(default)]
    pub classification: Option<Classification>,
    #[serde(default)]
    pub incident_type: Option<IncidentType>,
    #[serde(default)]
    pub vessel_type: Option<VesselType>,
    #[serde(default)]
    pub size_band: Option<SizeBand>,
    #[serde(default)]
    pub sea_region: Option<SeaRegion>,
    /// ISO 3166-1 alpha-2.
    #[serde(default)]
    #[validate(length(equal = 2))]
    #[schema(min_length = 2, max_length = 2, example = "NL")]
    pub country: Option<String>,
    /// UN/LOCODE of the port.
    #[serde(default, alias = "UNLocationCode")]
    #[validate(length(min = 5, max = 6))]
    #[schema(min_length = 5, max_length = 6, example = "NLRTM")]
    pub unlocode: Option<String>,
    #[serde(default)]
    pub severity_axes: Option<SeverityAxes>,
    #[serde(default)]
    pub reporter_role: Option<ReporterRole>,
    #[serde(default)]
    pub actor: Option<Actor>,
    #[serde(default)]
    pub motive: Option<ActorMotive>,
    #[serde(default)]
    pub backups: Option<BackupState>,
    #[serde(default)]
    #[validate(length(max = 2000), custom(function = "some_text"))]
    #[schema(max_length = 2000)]
    pub workaround: Option<String>,
    #[serde(default)]
    #[validate(length(max = 60))]
    #[schema(max_items = 60)]
    pub systems: Vec<System>,
    #[serde(default)]
    #[validate(length(max = 30))]
    #[schema(max_items = 30)]
    pub services: Vec<AffectedService>,
    #[serde(default)]
    #[validate(length(max = 3))]
    #[schema(max_items = 3)]
    pub attributes: Vec<SecurityAttribute>,
    #[serde(default)]
    #[validate(length(max = 20))]
    #[schema(max_items = 20)]
    pub containment: Vec<Containment>,
    #[serde(default)]
    #[validate(length(max = 10))]
    #[schema(max_items = 10)]
    pub crime_links: Vec<CrimeLink>,
    #[serde(default)]
    #[validate(length(max = 50))]
    #[schema(max_items = 50)]
    pub techniques: Vec<TechniqueRef>,
}

/// A step of the review.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DecisionCreate {
    pub decision: Decision,
    /// On acceptance: how well it is verified.
    #[serde(default)]
    pub verification: Option<VerificationLevel>,
    #[serde(default)]
    pub severity: Option<Severity>,
    #[serde(default)]
    pub tlp: Option<Tlp>,
    /// On refusal.
    #[serde(default)]
    #[validate(length(min = 3, max = 1000))]
    #[schema(min_length = 3, max_length = 1000)]
    pub reason: Option<String>,
    /// On linking: the incident that this one repeats.
    #[serde(default)]
    pub duplicate_of: Option<Uuid>,
}

/// An incident as it stands in a list.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IncidentSummary {
    pub id: Uuid,
    #[schema(example = "INC-7K4QWZ")]
    pub reference: String,
    pub revision: i32,
    pub status: IncidentStatus,
    pub track: Track,
    pub series: Series,
    /// Invented for demonstration.
    pub demo: bool,
    pub organisation_id: Option<Uuid>,
    /// Only for reports by name.
    pub reported_at: Option<DateTime<Utc>>,
    /// Month in which it was recorded.
    #[schema(example = "2026-11")]
    pub recorded_month: String,
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
    pub duplicate_of: Option<Uuid>,
    pub refusal_reason: Option<String>,
    /// Where a public-source incident is known from.
    pub source: Option<String>,
}

/// An incident with all its coded facts.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Incident {
    #[serde(flatten)]
    pub summary: IncidentSummary,
    pub classification: Classification,
    pub incident_type: Option<IncidentType>,
    pub size_band: Option<SizeBand>,
    pub unlocode: Option<String>,
    pub severity_axes: SeverityAxes,
    pub reporter_role: Option<ReporterRole>,
    pub actor: Option<Actor>,
    pub motive: Option<ActorMotive>,
    pub backups: Option<BackupState>,
    pub workaround: Option<String>,
    pub attributes: Vec<SecurityAttribute>,
    pub containment: Vec<Containment>,
    pub crime_links: Vec<CrimeLink>,
    pub services: Vec<AffectedService>,
    pub techniques: Vec<TechniqueRef>,
}

impl From<IncidentRow> for IncidentSummary {
    fn from(row: IncidentRow) -> Self {
        Self {
            id: row.id,
            reference: row.reference,
            revision: row.revision,
            status: row.status,
            track: row.track,
            series: row.series,
            demo: row.demo,
            organisation_id: row.organisation_id,
            reported_at: row.reported_at,
            recorded_month: row.recorded_month.format("%Y-%m").to_string(),
            title: row.title,
            summary: row.summary,
            occurred_on: row.occurred_on,
            occurred_precision: row.occurred_precision,
            kind: row.kind,
            security_incident: row.security_incident,
            cause: row.cause,
            victim_type: row.victim_type,
            vessel_type: row.vessel_type,
            sea_region: row.sea_region,
            country: row.country,
            severity: row.severity,
            systems: row.systems,
            verification: row.verification,
            tlp: row.tlp,
            duplicate_of: row.duplicate_of,
            refusal_reason: row.refusal_reason,
            source: row.source,
        }
    }
}

impl From<(IncidentRow, FactsRow)> for Incident {
    fn from((row, facts): (IncidentRow, FactsRow)) -> Self {
        Self {
            summary: row.into(),
            classification: facts.classification,
            incident_type: facts.incident_type,
            size_band: facts.size_band,
            unlocode: facts.unlocode,
            severity_axes: SeverityAxes {
                safety: facts.safety,
                operational: facts.operational,
                environmental: facts.environmental,
                financial: facts.financial,
                data: facts.data,
            },
            reporter_role: facts.reporter_role,
            actor: facts.actor,
            motive: facts.motive,
            backups: facts.backups,
            workaround: facts.workaround,
            attributes: facts.attributes,
            containment: facts.containment,
            crime_links: facts.crime_links,
            services: serde_json::from_value(facts.services).unwrap_or_default(),
            techniques: serde_json::from_value(facts.techniques).unwrap_or_default(),
        }
    }
}
