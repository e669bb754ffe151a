//! Somebody of the register, and the ways to reach them.

use super::{Base, Engagement};
use crate::consultants::model::{ConsultantRow, ContactRow};
use crate::http::text::one_line;
use bellbuoy_domain::certification::{ContactKind, WorkDomain, WorkMode};
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::vessel::VesselType;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

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
