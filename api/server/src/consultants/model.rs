//! Rows of the register.

use crate::http::precondition::etag;
use crate::schema::{consultant_contacts, consultants, engagements};
use bellbuoy_domain::certification::{ContactKind, WorkDomain, WorkMode};
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::vessel::VesselType;
use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::sql_types;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = consultants, check_for_backend(Pg))]
pub struct ConsultantRow {
    pub id: Uuid,
    pub account_id: Option<Uuid>,
    pub name: String,
    pub plain_name: String,
    pub words: String,
    pub headline: Option<String>,
    pub about: Option<String>,
    pub country: String,
    pub base: String,
    pub regions: Vec<SeaRegion>,
    pub languages: Vec<String>,
    pub domains: Vec<WorkDomain>,
    pub vessel_types: Vec<VesselType>,
    pub modes: Vec<WorkMode>,
    pub available_from: Option<NaiveDate>,
    pub listed: bool,
    pub hidden: bool,
    pub demo: bool,
    pub revision: i32,
    pub created_at: DateTime<Utc>,
}

impl ConsultantRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "consultant")
    }
}

/// What its person writes in a profile.
#[derive(Debug, Clone, AsChangeset)]
#[diesel(table_name = consultants, treat_none_as_null = true)]
pub struct Written {
    pub name: String,
    pub plain_name: String,
    pub words: String,
    pub headline: Option<String>,
    pub about: Option<String>,
    pub country: String,
    pub base: String,
    pub regions: Vec<SeaRegion>,
    pub languages: Vec<String>,
    pub domains: Vec<WorkDomain>,
    pub vessel_types: Vec<VesselType>,
    pub modes: Vec<WorkMode>,
    pub available_from: Option<NaiveDate>,
    pub hidden: bool,
    pub revision: i32,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = consultant_contacts, check_for_backend(Pg))]
pub struct ContactRow {
    pub consultant_id: Uuid,
    pub kind: ContactKind,
    pub value: String,
    pub public: bool,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = engagements, check_for_backend(Pg))]
pub struct EngagementRow {
    pub id: Uuid,
    pub consultant_id: Uuid,
    pub supplier_id: Uuid,
    pub from_on: NaiveDate,
    pub to_on: Option<NaiveDate>,
    pub recorded_at: DateTime<Utc>,
    pub confirmed_at: Option<DateTime<Utc>>,
    pub retracted_at: Option<DateTime<Utc>>,
}

/// A row of the register as it is searched.
#[derive(Debug, Clone, QueryableByName)]
pub struct EntryRow {
    #[diesel(sql_type = sql_types::Uuid)]
    pub consultant_id: Uuid,
    #[diesel(sql_type = sql_types::Text)]
    pub name: String,
    #[diesel(sql_type = sql_types::Text)]
    pub base: String,
    #[diesel(sql_type = sql_types::Text)]
    pub country: String,
    /// JSON, as the database wrote it: parsed once, into what is shown.
    #[diesel(sql_type = sql_types::Text)]
    pub shown: String,
    #[diesel(sql_type = sql_types::Nullable<sql_types::Date>)]
    pub available_from: Option<NaiveDate>,
}
