//! Ratings that were invented for demonstration.

use super::model::RatingRow;
use super::store;
use crate::http::AppError;
use bellbuoy_domain::certification::{HolderKind, ReviewStatus};
use chrono::{DateTime, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// A rating that was invented.
#[derive(Debug, Clone)]
pub struct Invented {
    pub rated: (HolderKind, Uuid),
    pub organisation: Uuid,
    pub account: Option<Uuid>,
    pub days: (NaiveDate, NaiveDate),
    /// In the order of the criteria.
    pub stars: [i16; 4],
    pub remark: Option<String>,
    pub named: bool,
    pub status: ReviewStatus,
    pub reason: Option<String>,
    pub answer: Option<(String, ReviewStatus)>,
    /// When it was sent, and published if it was.
    pub at: DateTime<Utc>,
}

/// Enters a rating that was invented.
pub async fn enter_invented(conn: &mut AsyncPgConnection, invented: Invented) -> Result<Uuid, AppError> {
    let (kind, id) = invented.rated;
    let [competence, conduct, report, timeliness] = invented.stars;
    let (answer, answer_status) = invented.answer.unzip();
    let row = RatingRow {
        id: Uuid::new_v4(),
        consultant_id: (kind == HolderKind::Person).then_some(id),
        supplier_id: (kind == HolderKind::Supplier).then_some(id),
        organisation_id: invented.organisation,
        account_id: invented.account,
        from_on: invented.days.0,
        to_on: invented.days.1,
        competence,
        conduct,
        report,
        timeliness,
        remark: invented.remark,
        named: invented.named,
        status: invented.status,
        reason: invented.reason,
        moderated_by: None,
        moderated_at: None,
        published_at: (invented.status == ReviewStatus::Published).then_some(invented.at),
        gone_at: None,
        answered_at: answer.as_ref().map(|_| invented.at),
        answer,
        answer_status,
        answer_reason: None,
        answered_by: None,
        demo: true,
        revision: 1,
        created_at: invented.at,
        changed_at: invented.at,
    };
    store::insert(conn, &row).await?;
    Ok(row.id)
}
