//! Rows of memberships.

use crate::http::precondition::etag;
use crate::schema::memberships;
use bellbuoy_domain::account::{MembershipState, OrganisationRole};
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = memberships, check_for_backend(Pg))]
pub struct MembershipRow {
    pub id: Uuid,
    pub organisation_id: Uuid,
    pub account_id: Option<Uuid>,
    pub email: String,
    pub role: OrganisationRole,
    pub state: MembershipState,
    pub invitation_expires_at: Option<DateTime<Utc>>,
    pub invited_by: Option<Uuid>,
    pub reason: Option<String>,
    pub revision: i32,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
}

impl MembershipRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "membership")
    }
}

/// A change of role or state.
#[derive(Debug, AsChangeset)]
#[diesel(table_name = memberships)]
pub struct Changed {
    pub role: OrganisationRole,
    pub state: MembershipState,
    pub reason: Option<String>,
    pub revision: i32,
    pub changed_at: DateTime<Utc>,
}
