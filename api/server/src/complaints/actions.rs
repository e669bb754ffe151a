//! Use cases of complaints.

use super::model::{ComplaintRow, Decided};
use super::store;
use super::wire::{Complaint, ComplaintCreate, ComplaintState, ComplaintStepCreate};
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use crate::mail::{self, Letter};
use crate::{audit, certificates, consultants, outbox};
use bellbuoy_domain::certification::{ComplaintStatus, ComplaintStep, complaint_step};
use chrono::{DateTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// Complaints taken in an hour, from everybody together; nothing is counted by address.
const AN_HOUR: i64 = 60;

/// Takes a complaint in; returns it with the word by which it is followed.
pub async fn take_in(
    conn: &mut Guarded,
    asked: ComplaintCreate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<(ComplaintState, String), AppError> {
    let key = hex::encode(rand::random::<[u8; 24]>());
    transact(conn, dry_run, async |conn| {
        if store::lately(conn, now - TimeDelta::hours(1)).await? >= AN_HOUR {
            return Err(AppError::TooMany(3600));
        }
        let held = certificates::by_number(conn, &asked.certificate, now.date_naive()).await?;
        let held = held.ok_or_else(|| {
            let why = "is not the number of a certificate that was issued here; POST /api/v1/certificate-checks checks it";
            AppError::unfit("/certificate", "unknown_certificate", why)
        })?;
        let row = ComplaintRow {
            id: Uuid::now_v7(),
            certificate_id: held.id,
            status: ComplaintStatus::Received,
            words: asked.words.trim().to_owned(),
            name: asked.name,
            email: asked.email.map(|email| email.trim().to_lowercase()),
            key_hash: hash(&key),
            answer: None,
            decided_by: None,
            decided_at: None,
            revision: 1,
            created_at: now,
        };
        store::insert(conn, &row).await?;
        let entry = audit::Entry::by_system("complaint.create", "complaint", Some(row.id));
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "complaint.created", row.id).await?;
        Ok((state(conn, row).await?, key))
    })
    .await
}

/// Finds a complaint by the word of who made it.
pub async fn follow(conn: &mut AsyncPgConnection, key: &str) -> Result<ComplaintState, AppError> {
    let row = store::find_by_key(conn, &hash(key))
        .await?
        .ok_or(AppError::NotFound("complaint"))?;
    state(conn, row).await
}

/// Takes a step with a complaint, and with the certificate in the same transaction.
pub async fn take_step(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: ComplaintStepCreate,
    now: DateTime<Utc>,
) -> Result<Complaint, AppError> {
    let before = store::lock(conn, id)
        .await?
        .ok_or(AppError::NotFound("complaint"))?;
    version.holds(&before.etag())?;
    let status = complaint_step(before.status, asked.step)
        .map_err(|refusal| AppError::refused(&codes::CONFLICT, refusal.to_string()))?;
    let decides = asked.step != ComplaintStep::Investigate;
    if decides && asked.answer.is_none() {
        let why = "has to say what was decided and why; who complained reads it";
        return Err(AppError::unfit("/answer", "required", why));
    }
    let number = number(conn, before.certificate_id).await?;
    let about_oneself = match consultants::own_id(conn, by.sub).await? {
        Some(own) => certificates::by_number(conn, &number, now.date_naive())
            .await?
            .is_some_and(|held| held.consultant_id == Some(own)),
        None => false,
    };
    if about_oneself {
        let why = "nobody decides on a complaint about themselves; another administrator does";
        return Err(AppError::refused(&codes::FORBIDDEN, why));
    }
    if let Some(sanction) = asked.sanction {
        let tag = certificates::tag_of(conn, before.certificate_id).await?;
        certificates::take_step(conn, by, &number, &IfMatch::exactly(&tag), sanction, now)
            .await
            .map_err(|error| error.below("/sanction"))?;
    }
    let decided = Decided {
        status,
        answer: asked.answer.clone(),
        decided_by: Some(by.sub),
        decided_at: decides.then_some(now),
        revision: before.revision + 1,
    };
    let after = store::decide(conn, id, &decided).await?;
    if let (true, Some(to), Some(answer)) = (decides, &after.email, &asked.answer) {
        let letter = Letter {
            to: to.clone(),
            subject: "Your complaint was decided".to_owned(),
            body: format!(
                "Your complaint about the holder of {number} is {}.\n\n{answer}\n",
                status.label().to_lowercase()
            ),
        };
        mail::enqueue(conn, &letter).await?;
    }
    let action = format!("complaint.{}", asked.step);
    let mut entry = audit::Entry::by(by.sub, &action, "complaint", id).fields(&["status"]);
    if let Some(answer) = asked.answer {
        entry = entry.reason(answer);
    }
    audit::record(conn, entry).await?;
    outbox::enqueue(conn, "complaint.changed", id).await?;
    shown(conn, after).await
}

/// Rows as those who run the scheme see them.
pub async fn all(conn: &mut AsyncPgConnection, rows: Vec<ComplaintRow>) -> Result<Vec<Complaint>, AppError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.certificate_id).collect();
    let numbers = certificates::numbers(conn, &ids).await?;
    let number = |row: &ComplaintRow| numbers.get(&row.certificate_id).cloned().unwrap_or_default();
    Ok(rows.into_iter().map(|row| complaint(number(&row), row)).collect())
}

/// A row as those who run the scheme see it.
pub async fn shown(conn: &mut AsyncPgConnection, row: ComplaintRow) -> Result<Complaint, AppError> {
    Ok(complaint(number(conn, row.certificate_id).await?, row))
}

fn complaint(certificate: String, row: ComplaintRow) -> Complaint {
    Complaint {
        certificate,
        etag: row.etag(),
        id: row.id,
        status: row.status,
        words: row.words,
        name: row.name,
        email: row.email,
        answer: row.answer,
        created_at: row.created_at,
        decided_at: row.decided_at,
    }
}

async fn state(conn: &mut AsyncPgConnection, row: ComplaintRow) -> Result<ComplaintState, AppError> {
    Ok(ComplaintState {
        certificate: number(conn, row.certificate_id).await?,
        status: row.status,
        answer: row.answer,
        created_at: row.created_at,
        decided_at: row.decided_at,
    })
}

async fn number(conn: &mut AsyncPgConnection, id: Uuid) -> Result<String, AppError> {
    Ok(certificates::number_of(conn, id).await?.unwrap_or_default())
}

fn hash(key: &str) -> Vec<u8> {
    Sha256::digest(key.as_bytes()).to_vec()
}
