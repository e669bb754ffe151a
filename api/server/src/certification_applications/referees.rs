//! Referees: asked by a link that only they have, of which the database keeps a hash.

use super::actions::Around;
use super::model::RefereeRow;
use super::wire::{NamedReferee, ReferenceCreate, ReferenceRequest};
use super::{drafting, entries, letters, store};
use crate::db::{Guarded, transact};
use crate::http::{AppError, codes};
use crate::{audit, outbox, schemes};
use bellbuoy_domain::certification::CertificationStage;
use chrono::{DateTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// How long somebody is left alone before they are reminded.
const PATIENCE: TimeDelta = TimeDelta::days(3);

/// Sends a referee their link, once more to remind them: an earlier one stops working.
pub async fn send_link(
    conn: &mut AsyncPgConnection,
    around: &Around<'_>,
    referee: &RefereeRow,
    applicant: &str,
) -> Result<(), AppError> {
    if referee.answered_at.is_some() {
        return Ok(());
    }
    let key = hex::encode(rand::random::<[u8; 24]>());
    let link = format!("{}/references/{key}", around.base);
    store::ask_referee(conn, referee, &hash(&key), around.now).await?;
    letters::ask_referee(conn, referee, applicant, &link).await
}

/// Reminds a referee of one's application.
pub async fn remind(
    conn: &mut Guarded,
    around: &Around<'_>,
    id: Uuid,
    referee: Uuid,
) -> Result<(), AppError> {
    transact(conn, false, async |conn| {
        let row = drafting::own(conn, around.by, id).await?;
        let all = store::referees(conn, id).await?;
        let found = all
            .iter()
            .find(|one| one.id == referee)
            .ok_or(AppError::NotFound("referee"))?;
        let open = matches!(
            row.stage,
            CertificationStage::Submitted | CertificationStage::InReview | CertificationStage::Asked
        );
        if !open || found.answered_at.is_some() {
            let why = "referees are reminded who have not answered, while an application is under review";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let last = found.reminded_at.or(found.asked_at);
        if let Some(free) = last.map(|at| at + PATIENCE).filter(|free| *free > around.now) {
            let why = format!(
                "they were written to lately; remind them from {} on",
                free.date_naive()
            );
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let applicant = entries::applicant(conn, &row).await?;
        send_link(conn, around, found, &applicant.name).await?;
        let entry = audit::Entry::by(
            around.by.sub,
            "certification_referee.remind",
            "certification_application",
            id,
        );
        audit::record(conn, entry).await
    })
    .await
}

/// What a referee is asked; the server looks it up for them.
pub async fn look_up(conn: &mut AsyncPgConnection, key: &str) -> Result<ReferenceRequest, AppError> {
    let referee = store::referee_of(conn, &hash(key))
        .await?
        .ok_or(AppError::NotFound("reference"))?;
    let row = store::find(conn, referee.application_id)
        .await?
        .ok_or(AppError::NotFound("reference"))?;
    let scheme = schemes::of_version(conn, row.scheme_version_id).await?;
    let label = |found: Option<&String>, code: &str| found.cloned().unwrap_or_else(|| code.to_owned());
    Ok(ReferenceRequest {
        applicant: entries::applicant(conn, &row).await?.name,
        relation: referee.relation,
        referee: referee.name,
        discipline: label(
            scheme.content.discipline(&row.discipline).map(|one| &one.label),
            &row.discipline,
        ),
        level: label(scheme.content.level(&row.level).map(|one| &one.label), &row.level),
        answered_at: referee.answered_at,
    })
}

/// Takes what a referee says, once.
pub async fn answer(
    conn: &mut Guarded,
    key: &str,
    asked: &ReferenceCreate,
    now: DateTime<Utc>,
) -> Result<ReferenceRequest, AppError> {
    transact(conn, false, async |conn| {
        let referee = store::referee_of(conn, &hash(key))
            .await?
            .ok_or(AppError::NotFound("reference"))?;
        let said = (asked.recommends, asked.independent, asked.words.trim());
        if !store::answer_reference(conn, referee.id, said, now).await? {
            let why = "you have answered already; write to the scheme if something was wrong";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let id = referee.application_id;
        let entry = audit::Entry::by_system(
            "certification_referee.answer",
            "certification_application",
            Some(id),
        );
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "certification_application.changed", id).await?;
        look_up(conn, key).await
    })
    .await
}

fn hash(key: &str) -> Vec<u8> {
    Sha256::digest(key.as_bytes()).to_vec()
}

/// Names these referees and no others; who answered stays.
pub async fn name(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    asked: &[NamedReferee],
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let before = store::referees(conn, id).await?;
    let address = |one: &NamedReferee| one.email.trim().to_lowercase();
    let kept = |row: &RefereeRow| asked.iter().find(|one| address(one) == row.email);
    let gone = before.iter().filter(|row| kept(row).is_none());
    if let Some(row) = gone.clone().find(|row| row.answered_at.is_some()) {
        let why = format!("{} has answered already and stays", row.name);
        return Err(AppError::unfit("/referees", "answered", why));
    }
    store::drop_referees(conn, &gone.map(|row| row.id).collect::<Vec<_>>()).await?;
    for row in before.iter().filter(|row| row.answered_at.is_none()) {
        if let Some(one) = kept(row) {
            store::rename_referee(conn, row.id, one.name.trim(), one.relation.trim()).await?;
        }
    }
    let added: Vec<RefereeRow> = asked
        .iter()
        .filter(|one| before.iter().all(|row| row.email != address(one)))
        .map(|one| RefereeRow {
            id: Uuid::now_v7(),
            application_id: id,
            name: one.name.trim().to_owned(),
            email: address(one),
            relation: one.relation.trim().to_owned(),
            key_hash: None,
            asked_at: None,
            reminded_at: None,
            answered_at: None,
            recommends: None,
            independent: None,
            words: None,
            created_at: now,
        })
        .collect();
    Ok(store::name_referees(conn, &added).await?)
}
