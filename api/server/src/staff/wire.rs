//! People of the platform on the wire.

use super::store::StaffRow;
use crate::http::precondition::etag;
use crate::http::text::{one_line, some_text};
use bellbuoy_domain::account::Role;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// Somebody who works for the platform.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct StaffMember {
    pub id: Uuid,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub suspended: bool,
    /// When a second factor was set up; nothing can be done before.
    pub second_factor_at: Option<DateTime<Utc>>,
    pub created_at: DateTime<Utc>,
    /// When role or suspension last changed.
    pub changed_at: DateTime<Utc>,
    pub revision: i32,
    /// For `If-Match`.
    pub etag: String,
}

impl StaffRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "staff")
    }
}

impl From<StaffRow> for StaffMember {
    fn from(row: StaffRow) -> Self {
        Self {
            etag: row.etag(),
            id: row.id,
            email: row.email,
            name: row.name,
            role: row.role,
            suspended: row.suspended,
            second_factor_at: row.second_factor_at,
            created_at: row.created_at,
            changed_at: row.changed_at,
            revision: row.revision,
        }
    }
}

/// Somebody new of the platform.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffCreate {
    #[validate(length(min = 3, max = 254), email)]
    #[schema(
        min_length = 3,
        max_length = 254,
        format = "email",
        example = "new-analyst@desk.example"
    )]
    pub email: String,
    #[validate(length(min = 2, max = 100), custom(function = "one_line"))]
    #[schema(min_length = 2, max_length = 100, example = "New Analyst")]
    pub name: String,
    /// Any but `member`.
    pub role: Role,
}

/// The person, and where letters are not sent the link to a first password.
#[derive(Debug, Serialize, ToSchema)]
pub struct StaffMade {
    pub person: StaffMember,
    /// Only where no letters are sent: hand it over yourself. It works for seven days, once.
    pub link: Option<String>,
}

/// What changes of a person; what is absent stays.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct StaffUpdate {
    /// Any but `member`.
    #[serde(default)]
    pub role: Option<Role>,
    #[serde(default)]
    pub suspended: Option<bool>,
    /// Why; it stands in the audit.
    #[validate(length(min = 3, max = 500), custom(function = "some_text"))]
    #[schema(min_length = 3, max_length = 500, example = "moves to the quality team")]
    pub reason: String,
}

/// Why somebody is let in again.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct RecoveryCreate {
    /// How it was made sure who asks; it stands in the audit.
    #[validate(length(min = 3, max = 500), custom(function = "some_text"))]
    #[schema(
        min_length = 3,
        max_length = 500,
        example = "called back on the number of the crew list"
    )]
    pub reason: String,
}

/// How the person gets in again.
#[derive(Debug, Serialize, ToSchema)]
pub struct Recovered {
    /// Only where no letters are sent: hand it over yourself. It works for an hour, once.
    pub link: Option<String>,
}
