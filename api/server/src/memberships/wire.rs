//! Memberships and invitations on the wire.

use super::model::MembershipRow;
use super::store::InvitationRow;
use crate::http::text::{one_line, some_text};
use bellbuoy_domain::account::{MembershipState, MembershipStep, OrganisationKind, OrganisationRole};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A person of an organisation.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Membership {
    pub id: Uuid,
    pub organisation_id: Uuid,
    /// Absent until the invitation is accepted.
    pub account_id: Option<Uuid>,
    /// Absent until the invitation is accepted.
    pub name: Option<String>,
    pub email: String,
    pub role: OrganisationRole,
    pub state: MembershipState,
    /// Until when the link of the invitation works.
    pub invitation_expires_at: Option<DateTime<Utc>>,
    pub invited_by: Option<Uuid>,
    /// Why the last step was taken, where a reason is due.
    pub reason: Option<String>,
    pub revision: i32,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
    /// For `If-Match`.
    pub etag: String,
    /// The link, for handing over in person; told once, and only where the site sends no mail.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

impl From<(MembershipRow, Option<String>)> for Membership {
    fn from((row, name): (MembershipRow, Option<String>)) -> Self {
        Self {
            etag: row.etag(),
            id: row.id,
            organisation_id: row.organisation_id,
            account_id: row.account_id,
            name,
            email: row.email,
            role: row.role,
            state: row.state,
            invitation_expires_at: row.invitation_expires_at,
            invited_by: row.invited_by,
            reason: row.reason,
            revision: row.revision,
            created_at: row.created_at,
            changed_at: row.changed_at,
            link: None,
        }
    }
}

/// An invitation.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MembershipCreate {
    /// Whom to invite.
    #[validate(length(min = 3, max = 254), email)]
    #[schema(
        min_length = 3,
        max_length = 254,
        format = "email",
        example = "officer@line.example"
    )]
    pub email: String,
    pub role: OrganisationRole,
}

/// Another role for a person.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MembershipUpdate {
    pub role: OrganisationRole,
}

/// What changes where a membership stands.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct MembershipStepCreate {
    pub step: MembershipStep,
    /// Needed to suspend or remove.
    #[serde(default)]
    #[validate(length(min = 3, max = 1000), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 1000)]
    pub reason: Option<String>,
}

/// What an invitation's link is for.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Invitation {
    pub organisation: String,
    pub kind: OrganisationKind,
    pub email: String,
    pub role: OrganisationRole,
    pub expires_at: Option<DateTime<Utc>>,
}

impl From<InvitationRow> for Invitation {
    fn from(row: InvitationRow) -> Self {
        Self {
            organisation: row.organisation,
            kind: row.kind,
            email: row.email,
            role: row.role,
            expires_at: row.expires_at,
        }
    }
}

/// The account that accepts an invitation: a new one, or the one that has the invited address already.
#[derive(Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct InvitationAccept {
    /// Name shown to colleagues.
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100)]
    pub name: String,
    /// At least 12 characters; of an account that exists already, its password.
    #[validate(length(min = 12, max = 200))]
    #[schema(min_length = 12, max_length = 200, format = "password")]
    pub password: String,
}
