//! Use cases of advisories.

use super::model::{AdvisoryRow, Edited};
use super::store;
use super::wire::{Advisory, AdvisoryCreate, AdvisoryUpdate};
use crate::app::App;
use crate::auth::token::Claims;
use crate::config::Mode;
use crate::db::{Guarded, transact};
use crate::http::idempotency::{self, Answer, Claim, IdempotencyKey};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use crate::{audit, outbox};
use bellbuoy_domain::advisory::{self, AdvisoryStatus, ReleaseRefusal};
use chrono::{DateTime, Datelike, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Begins a draft.
pub async fn create(
    app: &App,
    conn: &mut Guarded,
    by: &Claims,
    key: &IdempotencyKey,
    asked: AdvisoryCreate,
    hash: &[u8; 32],
    dry_run: bool,
) -> Result<(Answer, bool), AppError> {
    let scope = format!("{}/create_advisory", by.sub);
    let row = draft(app.now(), app.config.mode == Mode::Demo, by.sub, asked);
    transact(conn, dry_run, async |conn| {
        if let Claim::Replay(answer) = idempotency::claim(conn, &scope, key, hash).await? {
            return Ok((answer, true));
        }
        store::insert(conn, &row).await?;
        audit::record(
            conn,
            audit::Entry::by(by.sub, "advisory.create", "advisory", row.id),
        )
        .await?;
        let tag = row.etag();
        let answer = Answer::created(&Advisory::of(row, true), tag)?;
        idempotency::keep(conn, &scope, key, &answer).await?;
        Ok((answer, false))
    })
    .await
}

fn trimmed(text: String) -> String {
    text.trim().to_owned()
}

fn draft(now: DateTime<Utc>, demo: bool, author: Uuid, asked: AdvisoryCreate) -> AdvisoryRow {
    AdvisoryRow {
        id: Uuid::now_v7(),
        number: None,
        revision: 1,
        status: AdvisoryStatus::Draft,
        demo,
        title: trimmed(asked.title),
        what_happened: trimmed(asked.what_happened),
        lesson: trimmed(asked.lesson),
        kind: asked.kind,
        severity: asked.severity,
        tlp: asked.tlp,
        sea_regions: asked.sea_regions,
        systems: asked.systems,
        author_id: author,
        created_at: now,
        released_by: None,
        released_at: None,
        writers: vec![author],
    }
}

/// Changes a draft; whoever changes it is one of its writers from then on, so that nobody releases words of their own.
pub async fn update(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: AdvisoryUpdate,
    dry_run: bool,
) -> Result<AdvisoryRow, AppError> {
    transact(conn, dry_run, async |conn| {
        let before = locked(conn, id, version).await?;
        if !advisory::may_be_edited(before.status) {
            return Err(AppError::refused(
                &codes::CONFLICT,
                "only a draft changes; withdraw the advisory and write another",
            ));
        }
        let fields: Vec<&str> = [
            ("title", asked.title.is_some()),
            ("what_happened", asked.what_happened.is_some()),
            ("lesson", asked.lesson.is_some()),
            ("kind", asked.kind.is_some()),
            ("severity", asked.severity.is_some()),
            ("tlp", asked.tlp.is_some()),
            ("sea_regions", asked.sea_regions.is_some()),
            ("systems", asked.systems.is_some()),
        ]
        .into_iter()
        .filter_map(|(name, set)| set.then_some(name))
        .collect();
        if fields.is_empty() {
            return Ok(before);
        }
        let mut writers = before.writers;
        if !writers.contains(&by.sub) {
            writers.push(by.sub);
        }
        let edited = Edited {
            revision: before.revision + 1,
            title: asked.title.map(trimmed),
            what_happened: asked.what_happened.map(trimmed),
            lesson: asked.lesson.map(trimmed),
            kind: asked.kind,
            severity: asked.severity,
            tlp: asked.tlp,
            sea_regions: asked.sea_regions,
            systems: asked.systems,
            writers,
        };
        let after = store::edit(conn, id, &edited).await?;
        audit::record(
            conn,
            audit::Entry::by(by.sub, "advisory.update", "advisory", id).fields(&fields),
        )
        .await?;
        Ok(after)
    })
    .await
}

/// Releases a draft: the second person's step.
pub async fn release(
    app: &App,
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    dry_run: bool,
) -> Result<AdvisoryRow, AppError> {
    let now = app.now();
    transact(conn, dry_run, async |conn| {
        let before = locked(conn, id, version).await?;
        let asked = advisory::Release {
            status: before.status,
            tlp: before.tlp,
            title: &before.title,
            lesson: &before.lesson,
            writers: &before.writers,
            releaser: by.sub,
        };
        advisory::release(&asked).map_err(|refusal| match refusal {
            ReleaseRefusal::OwnWork => AppError::refused(&codes::SAME_PERSON, refusal.to_string()),
            _ => AppError::refused(&codes::CONFLICT, refusal.to_string()),
        })?;
        let number = numbered(conn, now).await?;
        let after = store::release(conn, id, &number, by.sub, now, before.revision + 1).await?;
        audit::record(
            conn,
            audit::Entry::by(by.sub, "advisory.release", "advisory", id).fields(&["status", "number"]),
        )
        .await?;
        outbox::enqueue(conn, "advisory.released", id).await?;
        Ok(after)
    })
    .await
}

/// Takes a released advisory back, with a reason.
pub async fn withdraw(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    reason: &str,
    dry_run: bool,
) -> Result<AdvisoryRow, AppError> {
    transact(conn, dry_run, async |conn| {
        let before = locked(conn, id, version).await?;
        if before.status != AdvisoryStatus::Released {
            return Err(AppError::refused(
                &codes::CONFLICT,
                "only a released advisory can be withdrawn",
            ));
        }
        let after = store::withdraw(conn, id, before.revision + 1).await?;
        audit::record(
            conn,
            audit::Entry::by(by.sub, "advisory.withdraw", "advisory", id)
                .fields(&["status"])
                .reason(reason),
        )
        .await?;
        outbox::enqueue(conn, "advisory.withdrawn", id).await?;
        Ok(after)
    })
    .await
}

async fn locked(conn: &mut AsyncPgConnection, id: Uuid, version: &IfMatch) -> Result<AdvisoryRow, AppError> {
    let row = store::lock(conn, id)
        .await?
        .ok_or(AppError::NotFound("advisory"))?;
    version.holds(&row.etag())?;
    Ok(row)
}

async fn numbered(conn: &mut AsyncPgConnection, at: DateTime<Utc>) -> Result<String, AppError> {
    let last = store::next_number(conn, i16::try_from(at.year()).unwrap_or_default()).await?;
    Ok(advisory::number(at.year(), last.unsigned_abs()))
}

/// Enters the demo's advisories as if they had been written and released in the past days.
pub async fn enter_demo(
    conn: &mut AsyncPgConnection,
    mut many: Vec<(AdvisoryCreate, u32)>,
    author: Uuid,
    releaser: Uuid,
    now: DateTime<Utc>,
) -> Result<usize, AppError> {
    many.sort_by_key(|(_, days_ago)| std::cmp::Reverse(*days_ago));
    let count = many.len();
    for (asked, days_ago) in many {
        let at = now - chrono::TimeDelta::days(i64::from(days_ago));
        let row = AdvisoryRow {
            status: AdvisoryStatus::Released,
            number: Some(numbered(conn, at).await?),
            released_by: Some(releaser),
            released_at: Some(at),
            ..draft(at, true, author, asked)
        };
        store::insert(conn, &row).await?;
    }
    Ok(count)
}
