//! What people send to the register.

use super::Contact;
use crate::http::text::{one_line, some_text};
use bellbuoy_domain::certification::{WorkDomain, WorkMode};
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::vessel::VesselType;
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

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

/// The name of somebody certified, changed by the scheme.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({ "name": "Ada Holm-Berg", "words": "Married on 3 November; the certificate of marriage was seen." }))]
pub struct ConsultantNameUpdate {
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100)]
    pub name: String,
    /// Why, for the person and the audit.
    #[validate(length(min = 3, max = 2000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 2000)]
    pub words: String,
}
