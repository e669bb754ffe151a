//! What is kept of each step with an application.

use super::actions::Around;
use super::model::{ApplicationRow, EventRow};
use super::store;
use crate::auth::token::Claims;
use crate::http::AppError;
use crate::{audit, outbox};
use bellbuoy_domain::certification::{CertificationActor, CertificationStep};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Notes a step for the applicant, the audit and whoever listens.
pub async fn record(
    conn: &mut AsyncPgConnection,
    around: &Around<'_>,
    row: &ApplicationRow,
    step: CertificationStep,
    actor: CertificationActor,
    words: Option<String>,
) -> Result<(), AppError> {
    let event = EventRow {
        id: Uuid::now_v7(),
        application_id: row.id,
        step,
        actor,
        stage: row.stage,
        words: words.clone(),
        account_id: Some(around.by.sub),
        recorded_at: around.now,
    };
    store::note(conn, &event).await?;
    note(conn, around.by, step.as_str(), row.id, words).await
}

/// Notes for the audit and whoever listens that something was done with an application.
pub async fn note(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    what: &str,
    id: Uuid,
    reason: Option<String>,
) -> Result<(), AppError> {
    let action = format!("certification_application.{what}");
    let mut entry = audit::Entry::by(by.sub, &action, "certification_application", id).fields(&["stage"]);
    if let Some(reason) = reason {
        entry = entry.reason(reason);
    }
    audit::record(conn, entry).await?;
    outbox::enqueue(conn, "certification_application.changed", id).await
}
