//! What a search finds.

use crate::consultants::model::EntryRow;
use bellbuoy_domain::certification::WorkMode;
use bellbuoy_domain::place::find_port;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// The port next to which somebody works.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Base {
    #[schema(example = "NLRTM")]
    pub unlocode: String,
    #[schema(example = "Rotterdam")]
    pub name: String,
    /// Degrees, north positive.
    pub latitude: f64,
    /// Degrees, east positive.
    pub longitude: f64,
}

impl Base {
    /// The port of a code.
    pub fn of(unlocode: &str) -> Self {
        let port = find_port(unlocode);
        Self {
            unlocode: unlocode.to_owned(),
            name: port.map_or_else(|| unlocode.to_owned(), |port| port.name.clone()),
            latitude: port.map_or(0.0, |port| port.latitude),
            longitude: port.map_or(0.0, |port| port.longitude),
        }
    }
}

/// A firm by name.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct SupplierName {
    pub id: Uuid,
    pub name: String,
}

/// A certificate in force, as a list shows it.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
pub struct HeldCertificate {
    #[schema(example = "BB-C-2026-0417")]
    pub number: String,
    /// Code of the discipline.
    pub discipline: String,
    /// Code of the level.
    pub level: String,
    /// Last day.
    pub valid_to: NaiveDate,
}

#[derive(Debug, Clone, Deserialize)]
struct Shown {
    name: String,
    headline: Option<String>,
    languages: Vec<String>,
    modes: Vec<WorkMode>,
    suppliers: Vec<SupplierName>,
    certificates: Vec<HeldCertificate>,
}

/// Somebody who is found: a person with at least one certificate in force.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct ConsultantEntry {
    pub id: Uuid,
    pub name: String,
    pub headline: Option<String>,
    pub base: Base,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// ISO 639-1.
    pub languages: Vec<String>,
    pub modes: Vec<WorkMode>,
    /// From when the person can be engaged; none if that is not said.
    pub available_from: Option<NaiveDate>,
    /// Firms the person works for today; none for somebody independent.
    pub suppliers: Vec<SupplierName>,
    /// In force, the highest level first.
    pub certificates: Vec<HeldCertificate>,
    /// From the port asked for, nautical miles, great circle.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub distance: Option<f64>,
}

impl ConsultantEntry {
    /// A row of the register; `far` in tenths of a nautical mile.
    ///
    /// # Errors
    /// When the row does not hold what the database writes.
    pub fn of(row: EntryRow, far: Option<i32>) -> Result<Self, serde_json::Error> {
        let shown: Shown = serde_json::from_str(&row.shown)?;
        Ok(Self {
            id: row.consultant_id,
            name: shown.name,
            headline: shown.headline,
            base: Base::of(&row.base),
            country: row.country,
            languages: shown.languages,
            modes: shown.modes,
            available_from: row.available_from,
            suppliers: shown.suppliers,
            certificates: shown.certificates,
            distance: far.map(|far| f64::from(far) / 10.0),
        })
    }
}

/// How many can be found today.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct RegisterSummary {
    /// People with a certificate in force who want to be found.
    pub people: i64,
    /// Firms with an accreditation in force.
    pub suppliers: i64,
    /// The day it is true for.
    pub as_of: NaiveDate,
}
