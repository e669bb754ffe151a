//! What a view takes.

use bellbuoy_domain::account::{OrganisationRole, Role};
use serde::Deserialize;
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// As whom to look.
#[derive(Debug, Clone, Copy, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct ViewCreate {
    /// `member` for somebody of an organisation.
    pub role: Role,
    /// The role inside the organisation; of members only.
    #[serde(default)]
    pub within: Option<OrganisationRole>,
    /// The organisation of a member; one's own when left out.
    #[serde(default)]
    pub organisation_id: Option<Uuid>,
}
