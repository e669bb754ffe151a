//! Organisations on the wire.

use super::model::OrganisationRow;
use crate::http::text::{some_text, web_address};
use bellbuoy_domain::account::{
    OrganisationKind, OrganisationStatus, OrganisationStep, Partnership, Visibility,
};
use serde::{Deserialize, Deserializer, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A member organisation, as far as the caller may know it.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Organisation {
    pub id: Uuid,
    pub name: String,
    pub kind: OrganisationKind,
    /// Seat, ISO 3166-1 alpha-2.
    pub country: Option<String>,
    pub website: Option<String>,
    /// A few lines about it.
    pub about: Option<String>,
    /// In what it works with the alliance beyond membership; none is exclusive.
    pub partner_as: Vec<Partnership>,
    pub status: OrganisationStatus,
    pub visibility: Visibility,
    /// Why it was suspended or left; for its own people and administrators.
    pub reason: Option<String>,
    pub revision: i32,
}

impl Organisation {
    /// The row as its own people and administrators see it (`inside`), or as others do.
    pub fn of(row: OrganisationRow, inside: bool) -> Self {
        Self {
            id: row.id,
            name: row.name,
            kind: row.kind,
            country: row.country,
            website: row.website,
            about: row.about,
            partner_as: row.partner_as,
            status: row.status,
            visibility: row.visibility,
            reason: row.reason.filter(|_| inside),
            revision: row.revision,
        }
    }
}

/// Members of one kind that are counted without a name.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Undisclosed {
    pub kind: OrganisationKind,
    pub members: i64,
}

/// A change of what an organisation says of itself: what is absent stays, `null` empties.
#[derive(Debug, Clone, Default, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationUpdate {
    /// Who sees in the directory that it is a member.
    #[serde(default)]
    pub visibility: Option<Visibility>,
    #[serde(default)]
    #[validate(length(max = 6))]
    #[schema(max_items = 6)]
    pub partner_as: Option<Vec<Partnership>>,
    /// Beginning with `https://`.
    #[serde(default, deserialize_with = "present")]
    #[validate(length(min = 11, max = 200), custom(function = "web_address"))]
    #[schema(value_type = Option<String>, min_length = 11, max_length = 200, example = "https://line.example")]
    pub website: Option<Option<String>>,
    #[serde(default, deserialize_with = "present")]
    #[validate(length(min = 3, max = 1000), custom(function = "some_text"))]
    #[schema(value_type = Option<String>, min_length = 3, max_length = 1000)]
    pub about: Option<Option<String>>,
}

/// What changes where an organisation stands.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct OrganisationStepCreate {
    pub step: OrganisationStep,
    /// Needed to suspend.
    #[serde(default)]
    #[validate(length(min = 3, max = 1000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 1000)]
    pub reason: Option<String>,
}

fn present<'de, D: Deserializer<'de>, T: Deserialize<'de>>(from: D) -> Result<Option<Option<T>>, D::Error> {
    Option::deserialize(from).map(Some)
}
