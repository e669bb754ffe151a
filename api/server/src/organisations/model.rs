//! Rows of organisations.

use crate::http::precondition::etag;
use crate::schema::organisations;
use bellbuoy_domain::account::{OrganisationKind, OrganisationStatus, Partnership, Visibility};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery)]
#[diesel(table_name = organisations, check_for_backend(Pg))]
pub struct OrganisationRow {
    pub id: Uuid,
    pub name: String,
    pub kind: OrganisationKind,
    pub country: Option<String>,
    pub status: OrganisationStatus,
    pub visibility: Visibility,
    pub partner_as: Vec<Partnership>,
    pub website: Option<String>,
    pub about: Option<String>,
    pub reason: Option<String>,
    pub revision: i32,
}

impl OrganisationRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "organisation")
    }
}

/// A change of the entry; what is absent stays.
#[derive(Debug, AsChangeset)]
#[diesel(table_name = organisations)]
pub struct Edited {
    pub revision: i32,
    pub visibility: Option<Visibility>,
    pub partner_as: Option<Vec<Partnership>>,
    pub website: Option<Option<String>>,
    pub about: Option<Option<String>>,
}
