//! Rows of certificates and of what happened to them.

use crate::http::precondition::etag;
use crate::schema::{certificate_events, certificates};
use bellbuoy_domain::certification::{CertificateStatus, CertificateStep, SanctionReason};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = certificates, check_for_backend(Pg))]
pub struct CertificateRow {
    pub id: Uuid,
    pub number: String,
    pub consultant_id: Option<Uuid>,
    pub supplier_id: Option<Uuid>,
    pub scheme_version_id: Uuid,
    pub discipline: String,
    pub level: String,
    pub level_rank: i16,
    pub status: CertificateStatus,
    pub valid_from: NaiveDate,
    pub valid_to: NaiveDate,
    pub list: i32,
    pub list_index: i32,
    pub demo: bool,
    pub revision: i32,
    pub granted_by: Option<Uuid>,
    pub granted_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
}

impl CertificateRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "certificate")
    }

    /// Where it stands on a day: what ran out yesterday has lapsed, whether or not that was noted yet.
    pub fn status_on(&self, today: NaiveDate) -> CertificateStatus {
        if self.status == CertificateStatus::Active && self.valid_to < today {
            CertificateStatus::Lapsed
        } else {
            self.status
        }
    }
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = certificate_events, check_for_backend(Pg))]
pub struct EventRow {
    pub id: Uuid,
    pub certificate_id: Uuid,
    pub step: CertificateStep,
    pub effective_on: NaiveDate,
    pub reason: Option<SanctionReason>,
    pub note: Option<String>,
    pub valid_to: Option<NaiveDate>,
    pub account_id: Option<Uuid>,
    pub recorded_at: DateTime<Utc>,
}
