//! A certification scheme as data: what is certified, at which levels, and what an applicant has to show.

mod check;
mod diff;
mod needs;
mod ready;
#[cfg(test)]
mod tests;

pub use check::SchemeFault;
pub use diff::{SchemeChange, diff};
pub use needs::{CPD, Given, MissingRequirement, missing};
pub use ready::ready;

use serde::{Deserialize, Serialize};

use super::{EvidenceKind, HolderKind, RequirementKind};

/// A certification scheme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Scheme {
    #[cfg_attr(feature = "schema", schema(pattern = "^[a-z][a-z0-9_]{0,39}$"))]
    pub code: String,
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 120))]
    pub name: String,
    /// Whom it certifies.
    pub kind: HolderKind,
    #[cfg_attr(feature = "schema", schema(min_items = 1, max_items = 40))]
    pub disciplines: Vec<Discipline>,
    #[cfg_attr(feature = "schema", schema(min_items = 1, max_items = 10))]
    pub levels: Vec<Level>,
    #[cfg_attr(feature = "schema", schema(max_items = 200))]
    pub requirements: Vec<Requirement>,
    /// How long a certificate is valid.
    #[cfg_attr(feature = "schema", schema(minimum = 1, maximum = 120))]
    pub validity_months: u32,
    /// How long before its last day a certificate can be renewed.
    #[cfg_attr(feature = "schema", schema(maximum = 365))]
    pub renewal_opens_days: u32,
    /// How long after its last day a certificate can still be renewed.
    #[cfg_attr(feature = "schema", schema(maximum = 365))]
    pub grace_days: u32,
    /// Hours of continuing professional development in one term.
    #[cfg_attr(feature = "schema", schema(maximum = 2000))]
    pub cpd_hours: u32,
    #[cfg_attr(feature = "schema", schema(max_items = 10))]
    pub fees: Vec<Fee>,
    /// Within how many days an application is decided.
    #[cfg_attr(feature = "schema", schema(minimum = 1, maximum = 365))]
    pub review_days: u32,
    /// How many days an applicant has to appeal.
    #[cfg_attr(feature = "schema", schema(minimum = 1, maximum = 365))]
    pub appeal_days: u32,
    pub code_of_conduct: CodeOfConduct,
}

/// A field in which a certificate is granted.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Discipline {
    #[cfg_attr(feature = "schema", schema(pattern = "^[a-z][a-z0-9_]{0,39}$"))]
    pub code: String,
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 120))]
    pub label: String,
    #[cfg_attr(feature = "schema", schema(max_length = 1000))]
    pub about: String,
}

/// How far a certificate goes. A higher rank includes the lower ones.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Level {
    #[cfg_attr(feature = "schema", schema(pattern = "^[a-z][a-z0-9_]{0,39}$"))]
    pub code: String,
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 120))]
    pub label: String,
    #[cfg_attr(feature = "schema", schema(minimum = 1, maximum = 20))]
    pub rank: u8,
}

/// Something an applicant has to show or to do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Requirement {
    #[cfg_attr(feature = "schema", schema(pattern = "^[a-z][a-z0-9_]{0,39}$"))]
    pub code: String,
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 300))]
    pub label: String,
    pub kind: RequirementKind,
    /// How many of them.
    #[cfg_attr(feature = "schema", schema(minimum = 1, maximum = 50))]
    pub count: u32,
    /// The levels it is for; all without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub levels: Option<Vec<String>>,
    /// The disciplines it is for; all without it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub disciplines: Option<Vec<String>>,
    /// What proves it, if its kind is evidence.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub evidence: Option<EvidenceKind>,
}

/// What an application costs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct Fee {
    /// The code of the level.
    pub level: String,
    /// In the smallest unit of the currency, as cents.
    pub amount_minor: u32,
    /// ISO 4217.
    #[cfg_attr(feature = "schema", schema(pattern = "^[A-Z]{3}$"))]
    pub currency: String,
}

/// What holders promise. Its text is here, elsewhere, or both.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct CodeOfConduct {
    #[cfg_attr(feature = "schema", schema(min_length = 1, max_length = 20))]
    pub version: String,
    #[cfg_attr(feature = "schema", schema(max_length = 2000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
    #[cfg_attr(feature = "schema", schema(max_length = 20_000))]
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub text: Option<String>,
}

impl Scheme {
    /// The level of a code.
    #[must_use]
    pub fn level(&self, code: &str) -> Option<&Level> {
        self.levels.iter().find(|level| level.code == code)
    }

    /// The discipline of a code.
    #[must_use]
    pub fn discipline(&self, code: &str) -> Option<&Discipline> {
        self.disciplines.iter().find(|discipline| discipline.code == code)
    }
}
