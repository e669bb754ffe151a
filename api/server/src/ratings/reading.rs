//! Rows as their readers see them.

use super::model::RatingRow;
use super::wire::{RatedHolder, Rating};
use crate::http::AppError;
use crate::{consultants, organisations, suppliers};
use bellbuoy_domain::certification::ReviewStatus;
use bellbuoy_domain::certification::rating::{RatingActor, possible_rating_steps};
use diesel_async::AsyncPgConnection;
use std::collections::HashMap;
use uuid::Uuid;

/// Rows as the organisation that wrote them sees them, or a moderator.
pub async fn all(
    conn: &mut AsyncPgConnection,
    rows: Vec<RatingRow>,
    reader: RatingActor,
) -> Result<Vec<Rating>, AppError> {
    let ids = |of: fn(&RatingRow) -> Option<Uuid>| rows.iter().filter_map(of).collect::<Vec<Uuid>>();
    let people = consultants::names(conn, &ids(|row| row.consultant_id)).await?;
    let firms = suppliers::names(conn, &ids(|row| row.supplier_id)).await?;
    let organisations = organisations::names(conn, &ids(|row| Some(row.organisation_id))).await?;
    let names: HashMap<Uuid, String> = people.into_iter().chain(firms).chain(organisations).collect();
    Ok(rows.into_iter().map(|row| seen(row, &names, reader)).collect())
}

/// One of them.
pub async fn one(
    conn: &mut AsyncPgConnection,
    row: RatingRow,
    reader: RatingActor,
) -> Result<Rating, AppError> {
    all(conn, vec![row], reader)
        .await?
        .pop()
        .ok_or(AppError::NotFound("rating"))
}

fn seen(row: RatingRow, names: &HashMap<Uuid, String>, reader: RatingActor) -> Rating {
    let name = |id: Uuid| names.get(&id).cloned().unwrap_or_default();
    let rated = row.rated();
    let [competence, conduct, report, timeliness] = row.stars();
    let moderates = reader == RatingActor::Moderator;
    let answered = moderates || row.answer_status == Some(ReviewStatus::Published);
    Rating {
        rated: RatedHolder {
            kind: rated.kind,
            id: rated.id,
            name: name(rated.id),
        },
        organisation: name(row.organisation_id),
        possible: possible_rating_steps(row.state(), reader).collect(),
        etag: row.etag(),
        id: row.id,
        organisation_id: row.organisation_id,
        from_on: row.from_on,
        to_on: row.to_on,
        competence,
        conduct,
        report,
        timeliness,
        remark: row.remark,
        named: row.named,
        status: row.status,
        reason: row.reason,
        answer: row.answer.filter(|_| answered),
        answer_status: row.answer_status.filter(|_| answered),
        answer_reason: row.answer_reason.filter(|_| moderates),
        created_at: row.created_at,
        changed_at: row.changed_at,
        published_at: row.published_at,
        demo: row.demo,
    }
}
