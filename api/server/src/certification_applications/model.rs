//! Rows of applications for a certificate and of what belongs to them.

use crate::http::precondition::etag;
use crate::schema::{
    certification_applications, certification_events, certification_evidence, certification_findings,
    certification_questions, certification_referees,
};
use bellbuoy_domain::certification::{
    CertificationActor, CertificationStage, CertificationStep, CriterionVerdict,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use serde_json::Value;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = certification_applications, check_for_backend(Pg), treat_none_as_null = true)]
pub struct ApplicationRow {
    pub id: Uuid,
    pub account_id: Uuid,
    pub supplier_id: Option<Uuid>,
    pub scheme_version_id: Uuid,
    pub discipline: String,
    pub level: String,
    pub renews: Option<Uuid>,
    pub stage: CertificationStage,
    pub statement: Option<String>,
    pub interests: Value,
    pub no_interests: bool,
    pub declared: Vec<String>,
    pub conduct_version: Option<String>,
    pub curriculum: Value,
    pub reviewer_id: Option<Uuid>,
    pub submitted_at: Option<DateTime<Utc>>,
    pub asked_on: Option<NaiveDate>,
    pub due_on: Option<NaiveDate>,
    pub decided_by: Option<Uuid>,
    pub refused_on: Option<NaiveDate>,
    pub certificate_id: Option<Uuid>,
    pub demo: bool,
    pub revision: i32,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
}

impl ApplicationRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "certification_application")
    }
}

/// A paper shown for a requirement.
#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = certification_evidence, check_for_backend(Pg))]
pub struct ShownRow {
    pub application_id: Uuid,
    pub requirement: String,
    pub file_id: Uuid,
    pub account_id: Uuid,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = certification_referees, check_for_backend(Pg))]
pub struct RefereeRow {
    pub id: Uuid,
    pub application_id: Uuid,
    pub name: String,
    pub email: String,
    pub relation: String,
    pub key_hash: Option<Vec<u8>>,
    pub asked_at: Option<DateTime<Utc>>,
    pub reminded_at: Option<DateTime<Utc>>,
    pub answered_at: Option<DateTime<Utc>>,
    pub recommends: Option<bool>,
    pub independent: Option<bool>,
    pub words: Option<String>,
    pub created_at: DateTime<Utc>,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = certification_questions, check_for_backend(Pg))]
pub struct QuestionRow {
    pub id: Uuid,
    pub application_id: Uuid,
    pub field: String,
    pub words: String,
    pub asked_by: Option<Uuid>,
    pub asked_at: DateTime<Utc>,
    pub answer: Option<String>,
    pub answered_at: Option<DateTime<Utc>>,
}

#[derive(Debug, Clone, HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = certification_findings, check_for_backend(Pg), treat_none_as_null = true)]
pub struct FindingRow {
    pub application_id: Uuid,
    pub requirement: String,
    pub verdict: CriterionVerdict,
    pub words: Option<String>,
    pub account_id: Option<Uuid>,
    pub recorded_at: DateTime<Utc>,
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = certification_events, check_for_backend(Pg))]
pub struct EventRow {
    pub id: Uuid,
    pub application_id: Uuid,
    pub step: CertificationStep,
    pub actor: CertificationActor,
    pub stage: CertificationStage,
    pub words: Option<String>,
    pub account_id: Option<Uuid>,
    pub recorded_at: DateTime<Utc>,
}
