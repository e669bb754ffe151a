//! Consultants on the wire.

use super::model::{ConsultantRow, ContactRow, EngagementRow, EntryRow};
use crate::http::text::{one_line, some_text};
use bellbuoy_domain::certification::{ContactKind, WorkDomain, WorkMode};
use bellbuoy_domain::place::{SeaRegion, find_port};
use bellbuoy_domain::vessel::VesselType;
use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

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
        let shown: Shown = serde_json::from_value(row.shown)?;
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

/// A way to reach somebody.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct Contact {
    pub kind: ContactKind,
    #[validate(length(min = 3, max = 254), custom(function = "one_line"))]
    #[schema(min_length = 3, max_length = 254)]
    pub value: String,
    /// Whether the register shows it.
    pub public: bool,
}

impl From<ContactRow> for Contact {
    fn from(row: ContactRow) -> Self {
        Self {
            kind: row.kind,
            value: row.value,
            public: row.public,
        }
    }
}

/// For whom somebody works or worked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Engagement {
    pub id: Uuid,
    pub supplier: SupplierName,
    pub from_on: NaiveDate,
    /// Last day; none while it lasts.
    pub to_on: Option<NaiveDate>,
    /// When it was entered.
    pub recorded_at: DateTime<Utc>,
    /// When the firm or the scheme confirmed it; it does not count before.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When it was taken back or replaced.
    pub retracted_at: Option<DateTime<Utc>>,
}

impl Engagement {
    /// An engagement with the name of its firm.
    pub fn of(row: EngagementRow, name: String) -> Self {
        Self {
            id: row.id,
            supplier: SupplierName {
                id: row.supplier_id,
                name,
            },
            from_on: row.from_on,
            to_on: row.to_on,
            recorded_at: row.recorded_at,
            confirmed_at: row.confirmed_at,
            retracted_at: row.retracted_at,
        }
    }
}

/// Who works or worked for a supplier.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Engaged {
    /// Id of the engagement.
    pub id: Uuid,
    pub consultant_id: Uuid,
    /// The person's name.
    pub name: String,
    pub from_on: NaiveDate,
    /// Last day; none while it lasts.
    pub to_on: Option<NaiveDate>,
    /// When it was entered.
    pub recorded_at: DateTime<Utc>,
    /// When the firm or the scheme confirmed it; others do not see it before.
    pub confirmed_at: Option<DateTime<Utc>>,
}

impl Engaged {
    /// An engagement with the name of the person.
    pub fn of(row: EngagementRow, name: String) -> Self {
        Self {
            id: row.id,
            consultant_id: row.consultant_id,
            name,
            from_on: row.from_on,
            to_on: row.to_on,
            recorded_at: row.recorded_at,
            confirmed_at: row.confirmed_at,
        }
    }
}

/// Somebody of the register. Who wants not to be found shows the name and the engagements only.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Consultant {
    pub id: Uuid,
    pub name: String,
    pub headline: Option<String>,
    pub about: Option<String>,
    pub base: Option<Base>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    pub regions: Vec<SeaRegion>,
    /// ISO 639-1.
    pub languages: Vec<String>,
    pub domains: Vec<WorkDomain>,
    pub vessel_types: Vec<VesselType>,
    pub modes: Vec<WorkMode>,
    pub available_from: Option<NaiveDate>,
    /// Not found by searches, by the person's own wish.
    pub hidden: bool,
    /// In the public register, which a first certificate opens.
    pub listed: bool,
    /// Invented for demonstration.
    pub demo: bool,
    pub contacts: Vec<Contact>,
    /// Newest first.
    pub engagements: Vec<Engagement>,
    /// For `If-Match`.
    pub etag: String,
}

impl Consultant {
    /// A person; `whole` for those who may see what is hidden.
    pub fn of(
        row: ConsultantRow,
        contacts: Vec<ContactRow>,
        engagements: Vec<Engagement>,
        whole: bool,
    ) -> Self {
        let etag = row.etag();
        let bare = Self {
            id: row.id,
            name: row.name,
            headline: None,
            about: None,
            base: None,
            country: None,
            regions: Vec::new(),
            languages: Vec::new(),
            domains: Vec::new(),
            vessel_types: Vec::new(),
            modes: Vec::new(),
            available_from: None,
            hidden: row.hidden,
            listed: row.listed,
            demo: row.demo,
            contacts: Vec::new(),
            engagements,
            etag,
        };
        if row.hidden && !whole {
            return bare;
        }
        Self {
            headline: row.headline,
            about: row.about,
            base: Some(Base::of(&row.base)),
            country: Some(row.country),
            regions: row.regions,
            languages: row.languages,
            domains: row.domains,
            vessel_types: row.vessel_types,
            modes: row.modes,
            available_from: row.available_from,
            contacts: contacts.into_iter().map(Contact::from).collect(),
            ..bare
        }
    }
}

/// One's own profile, whole: what is left out is empty.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Example Consultant", "headline": "Bridge networks and satellite links", "base": "NLRTM",
    "languages": ["en", "nl"], "domains": ["navigation", "communication"], "modes": ["on_site", "remote"],
    "contacts": [{ "kind": "email", "value": "consultant@firm.example", "public": false }]
}))]
pub struct ConsultantProfile {
    /// As it stands on certificates.
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100)]
    pub name: String,
    #[serde(default)]
    #[validate(length(min = 2, max = 160), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 160)]
    pub headline: Option<String>,
    #[serde(default)]
    #[validate(length(min = 2, max = 4000), custom(function = "some_text"))]
    #[schema(min_length = 2, max_length = 4000)]
    pub about: Option<String>,
    /// UN/LOCODE of the port next to which you work.
    #[validate(length(equal = 5))]
    #[schema(min_length = 5, max_length = 5, example = "NLRTM")]
    pub base: String,
    #[serde(default)]
    #[validate(length(max = 40))]
    #[schema(max_items = 40)]
    pub regions: Vec<SeaRegion>,
    /// ISO 639-1.
    #[validate(length(min = 1, max = 20))]
    #[schema(min_items = 1, max_items = 20)]
    pub languages: Vec<String>,
    #[serde(default)]
    #[validate(length(max = 16))]
    #[schema(max_items = 16)]
    pub domains: Vec<WorkDomain>,
    #[serde(default)]
    #[validate(length(max = 40))]
    #[schema(max_items = 40)]
    pub vessel_types: Vec<VesselType>,
    #[serde(default)]
    #[validate(length(max = 2))]
    #[schema(max_items = 2)]
    pub modes: Vec<WorkMode>,
    #[serde(default)]
    pub available_from: Option<NaiveDate>,
    /// Leave me out of searches; certificates and what happened to them stay public.
    #[serde(default)]
    pub hidden: bool,
    /// Each way once.
    #[serde(default)]
    #[validate(length(max = 3), nested)]
    #[schema(max_items = 3)]
    pub contacts: Vec<Contact>,
}

/// For whom one works or worked.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EngagementCreate {
    pub supplier_id: Uuid,
    pub from_on: NaiveDate,
    /// Last day; leave it out while it lasts.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
}

/// A letter to somebody of the register, who reads your address and answers or not.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "name": "Example Officer", "email": "officer@line.example",
    "words": "We look for a test of the bridge network of a product tanker, in dock at Rotterdam in the second week of March."
}))]
pub struct EnquiryCreate {
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100)]
    pub name: String,
    /// Where the answer goes.
    #[validate(length(min = 3, max = 254), email)]
    #[schema(min_length = 3, max_length = 254, format = "email")]
    pub email: String,
    #[validate(length(min = 20, max = 4000), custom(function = "some_text"))]
    #[schema(min_length = 20, max_length = 4000)]
    pub words: String,
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
