//! The question of independence on the wire.

use crate::http::text::{one_line, some_text};
use bellbuoy_domain::certification::independence::{IndependenceFinding, IndependenceSource, VesselTie};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Which assessor, which ship's companies, on which day.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
#[schema(example = json!({
    "on": "2026-12-01", "supplier_id": "01900000-0000-7000-8000-0000000000aa",
    "parties": [{ "tie": "owner", "name": "Meridian Tankers", "group": "Meridian Holding", "from_on": "2019-01-01" }],
    "earlier": [{ "on": "2024-11-20", "supplier_id": "01900000-0000-7000-8000-0000000000aa" }]
}))]
pub struct IndependenceCheckCreate {
    /// First day of the assessment.
    pub on: NaiveDate,
    /// The person of the register who would assess.
    #[serde(default)]
    pub consultant_id: Option<Uuid>,
    /// The firm of the register in whose name it is done; the one that the person works for on that day when absent.
    #[serde(default)]
    pub supplier_id: Option<Uuid>,
    /// The group that the firm belongs to.
    #[serde(default)]
    #[validate(length(min = 2, max = 160), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 160)]
    pub group: Option<String>,
    /// Companies that own, manage or equip the ship, or did.
    #[validate(length(min = 1, max = 50), nested)]
    #[schema(min_items = 1, max_items = 50)]
    pub parties: Vec<VesselParty>,
    /// Companies that the person worked for and the register does not know of.
    #[serde(default)]
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    pub work: Vec<AssessorWork>,
    /// Interests with regard to this ship that the assessor declared to you.
    #[serde(default)]
    #[validate(length(max = 50), nested)]
    #[schema(max_items = 50)]
    pub interests: Vec<StatedInterest>,
    /// Earlier assessments of the ship, by anybody.
    #[serde(default)]
    #[validate(length(max = 100))]
    #[schema(max_items = 100)]
    pub earlier: Vec<EarlierAssessment>,
}

/// A company and what it is to the ship. One of `organisation_id`, `supplier_id` and `name`.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct VesselParty {
    pub tie: VesselTie,
    /// A member organisation that you may know of.
    #[serde(default)]
    pub organisation_id: Option<Uuid>,
    /// A firm of the register.
    #[serde(default)]
    pub supplier_id: Option<Uuid>,
    #[serde(default)]
    #[validate(length(min = 2, max = 160), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 160)]
    pub name: Option<String>,
    /// The group that it belongs to.
    #[serde(default)]
    #[validate(length(min = 2, max = 160), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 160)]
    pub group: Option<String>,
    pub from_on: NaiveDate,
    /// The last day; none while it lasts.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
}

/// A company that the person worked for. One of `supplier_id` and `name`.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct AssessorWork {
    /// A firm of the register.
    #[serde(default)]
    pub supplier_id: Option<Uuid>,
    #[serde(default)]
    #[validate(length(min = 2, max = 160), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 160)]
    pub name: Option<String>,
    /// The group that it belongs to.
    #[serde(default)]
    #[validate(length(min = 2, max = 160), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 160)]
    pub group: Option<String>,
    pub from_on: NaiveDate,
    /// The last day; none while it lasts.
    #[serde(default)]
    pub to_on: Option<NaiveDate>,
}

/// An interest with regard to the ship.
#[derive(Debug, Clone, Serialize, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StatedInterest {
    #[validate(length(min = 2, max = 300), custom(function = "some_text"))]
    #[schema(min_length = 2, max_length = 300)]
    pub about: String,
    pub declared_on: NaiveDate,
    /// When somebody else found that it does not stand in the way.
    #[serde(default)]
    pub cleared_on: Option<NaiveDate>,
}

/// An assessment before this one, and who made it: by at least one of the ids, or by others.
#[derive(Debug, Clone, Serialize, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct EarlierAssessment {
    /// Before the day that is asked about.
    pub on: NaiveDate,
    #[serde(default)]
    pub consultant_id: Option<Uuid>,
    #[serde(default)]
    pub supplier_id: Option<Uuid>,
    /// Whoever is not given by an id was somebody else than those who are asked about.
    #[serde(default)]
    pub by_others: bool,
}

/// Whether an assessor is independent of a ship, and why.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IndependenceCheck {
    /// Whether every rule holds.
    pub independent: bool,
    pub on: NaiveDate,
    /// Each rule with its outcome.
    pub rules: Vec<IndependenceRule>,
}

/// One rule.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IndependenceRule {
    /// What would stand against independence.
    pub rule: IndependenceFinding,
    /// Whether nothing does.
    pub holds: bool,
    /// The outcome in plain words.
    pub explanation: String,
    /// What stands against it, one by one.
    pub against: Vec<IndependenceHindrance>,
    pub rests_on: Vec<IndependenceGround>,
}

/// Something that stands against independence.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IndependenceHindrance {
    pub text: String,
    pub since: Option<NaiveDate>,
    /// The first day on which it no longer counts, if that is known.
    pub until: Option<NaiveDate>,
}

/// What an outcome rests on.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct IndependenceGround {
    pub source: IndependenceSource,
    pub says: String,
}
