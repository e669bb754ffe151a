//! Applications that were invented for demonstration.

use super::model::{ApplicationRow, EventRow, QuestionRow};
use super::store;
use crate::http::AppError;
use crate::schemes::Current;
use bellbuoy_domain::certification::{CertificationActor, CertificationStage, CertificationStep};
use chrono::{DateTime, Days, Utc};
use diesel_async::AsyncPgConnection;
use serde_json::json;
use uuid::Uuid;

/// A step that was taken.
#[derive(Debug, Clone, Copy)]
pub struct InventedStep<'a> {
    pub step: CertificationStep,
    pub actor: CertificationActor,
    pub stage: CertificationStage,
    pub at: DateTime<Utc>,
    pub words: Option<&'a str>,
}

/// An application as it stands, and how it came there.
#[derive(Debug, Clone)]
pub struct Invented<'a> {
    pub account: Uuid,
    pub scheme: &'a Current,
    pub discipline: &'a str,
    pub level: &'a str,
    pub statement: &'a str,
    pub stage: CertificationStage,
    pub reviewer: Option<Uuid>,
    pub decided_by: Option<Uuid>,
    pub submitted_at: DateTime<Utc>,
    /// What was asked, beside which field, and when.
    pub question: Option<(&'a str, &'a str, DateTime<Utc>)>,
    /// Steps after it was submitted.
    pub steps: Vec<InventedStep<'a>>,
}

/// Enters an application that was invented.
///
/// # Errors
/// When the database refuses.
pub async fn enter_invented(conn: &mut AsyncPgConnection, invented: Invented<'_>) -> Result<(), AppError> {
    let content = &invented.scheme.content;
    let declared = content
        .requirements_for(invented.discipline, invented.level)
        .filter(|one| one.kind == bellbuoy_domain::certification::RequirementKind::Declaration)
        .map(|one| one.code.clone());
    let last = invented
        .steps
        .last()
        .map_or(invented.submitted_at, |step| step.at);
    let refused = |step: &&InventedStep<'_>| step.step == CertificationStep::Refuse;
    let review = Days::new(u64::from(content.review_days));
    // An appeal is given the time of a review anew.
    let since = invented
        .steps
        .iter()
        .rfind(|step| step.step == CertificationStep::Appeal)
        .map_or(invented.submitted_at, |step| step.at);
    let row = ApplicationRow {
        id: Uuid::now_v7(),
        account_id: invented.account,
        supplier_id: None,
        scheme_version_id: invented.scheme.version_id,
        discipline: invented.discipline.to_owned(),
        level: invented.level.to_owned(),
        renews: None,
        stage: invented.stage,
        statement: Some(invented.statement.to_owned()),
        interests: json!([]),
        no_interests: true,
        declared: declared.collect(),
        conduct_version: Some(content.code_of_conduct.version.clone()),
        curriculum: json!([]),
        reviewer_id: invented.reviewer,
        submitted_at: Some(invented.submitted_at),
        asked_on: invented.question.map(|(.., at)| at.date_naive()),
        due_on: since.date_naive().checked_add_days(review),
        decided_by: invented.decided_by,
        refused_on: invented
            .steps
            .iter()
            .find(refused)
            .map(|step| step.at.date_naive()),
        certificate_id: None,
        demo: true,
        revision: 1,
        created_at: invented.submitted_at,
        changed_at: last,
    };
    store::insert(conn, &row).await?;
    let submit = InventedStep {
        step: CertificationStep::Submit,
        actor: CertificationActor::Applicant,
        stage: CertificationStage::Submitted,
        at: invented.submitted_at,
        words: None,
    };
    for taken in std::iter::once(submit).chain(invented.steps) {
        let event = EventRow {
            id: Uuid::now_v7(),
            application_id: row.id,
            step: taken.step,
            actor: taken.actor,
            stage: taken.stage,
            words: taken.words.map(str::to_owned),
            account_id: None,
            recorded_at: taken.at,
        };
        store::note(conn, &event).await?;
    }
    if let Some((field, words, at)) = invented.question {
        let question = QuestionRow {
            id: Uuid::now_v7(),
            application_id: row.id,
            field: field.to_owned(),
            words: words.to_owned(),
            asked_by: invented.reviewer,
            asked_at: at,
            answer: None,
            answered_at: None,
        };
        store::ask(conn, &[question]).await?;
    }
    Ok(())
}
