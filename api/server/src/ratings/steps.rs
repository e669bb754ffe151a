//! Steps with a rating: by who wrote it, by who moderates, by who is rated.

use super::model::RatingRow;
use super::wire::{Rating, RatingRemark, RatingStepCreate};
use super::{actions, letters, published, reading, store};
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use crate::{audit, consultants, outbox, suppliers};
use bellbuoy_domain::certification::rating::{RatingActor, RatingStep, rating_step};
use bellbuoy_domain::certification::{HolderKind, ReviewStatus};
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// What is asked of which version of a rating, and when.
pub struct Asked<'a> {
    pub id: Uuid,
    pub version: &'a IfMatch,
    pub step: RatingStepCreate,
    pub now: DateTime<Utc>,
    pub dry_run: bool,
}

/// A step by the organisation that rates.
pub async fn by_rater(conn: &mut Guarded, by: &Claims, asked: Asked<'_>) -> Result<Rating, AppError> {
    transact(conn, asked.dry_run, async |conn| {
        let organisation = by.org.ok_or(AppError::NotFound("rating"))?;
        let before = actions::own(conn, organisation, asked.id).await?;
        let row = moved(before, RatingActor::Rater, by, &asked)?;
        let row = store::write(conn, &row).await?;
        noted(conn, by, &asked).await?;
        reading::one(conn, row, RatingActor::Rater).await
    })
    .await
}

/// A step by a scheme administrator. Of two at once the second is told what the first did.
pub async fn by_moderator(conn: &mut Guarded, by: &Claims, asked: Asked<'_>) -> Result<Rating, AppError> {
    transact(conn, asked.dry_run, async |conn| {
        let before = store::lock(conn, asked.id)
            .await?
            .ok_or(AppError::NotFound("rating"))?;
        if published::is_rated(conn, Some(by), before.rated()).await? {
            let why = "nobody moderates what is said about themselves; another administrator does";
            return Err(AppError::refused(&codes::FORBIDDEN, why));
        }
        let row = moved(before, RatingActor::Moderator, by, &asked)?;
        let row = store::write(conn, &row).await?;
        let name = name(conn, &row).await?;
        letters::tell(conn, &row, asked.step.step, &name).await?;
        noted(conn, by, &asked).await?;
        reading::one(conn, row, RatingActor::Moderator).await
    })
    .await
}

/// A step by who is rated, with what everybody sees: any other rating is not there for them.
pub async fn by_rated(conn: &mut Guarded, by: &Claims, asked: Asked<'_>) -> Result<RatingRemark, AppError> {
    transact(conn, asked.dry_run, async |conn| {
        let not_found = || AppError::NotFound("rating");
        let before = store::lock(conn, asked.id).await?.ok_or_else(not_found)?;
        let rated = before.rated();
        if !published::is_rated(conn, Some(by), rated).await? {
            return Err(not_found());
        }
        let today = asked.now.date_naive();
        let (_, rows) = published::shown(conn, rated, today).await?;
        if !rows.iter().any(|row| row.id == asked.id && row.remark.is_some()) {
            return Err(not_found());
        }
        let row = moved(before, RatingActor::Rated, by, &asked)?;
        store::write(conn, &row).await?;
        noted(conn, by, &asked).await?;
        let shown = published::of(conn, rated, true, today).await?;
        let remark = shown.remarks.into_iter().find(|one| one.id == asked.id);
        remark.ok_or_else(not_found)
    })
    .await
}

/// The row after a step. What the rules do not allow is told before the version is looked at.
fn moved(
    before: RatingRow,
    actor: RatingActor,
    by: &Claims,
    asked: &Asked<'_>,
) -> Result<RatingRow, AppError> {
    let step = asked.step.step;
    if step == RatingStep::Mend {
        let why = "is taken by PUT on the rating, with what it says from then on";
        return Err(AppError::unfit("/step", "elsewhere", why));
    }
    let state = rating_step(before.state(), step, actor)
        .map_err(|refusal| AppError::refused(&codes::CONFLICT, refusal.to_string()))?;
    asked.version.holds(&before.etag())?;
    let words = asked.step.words.as_ref().map(|words| words.trim().to_owned());
    if step.needs_words() && words.is_none() {
        let why = "has to say why, or what is answered; it is read by the other side";
        return Err(AppError::unfit("/words", "required", why));
    }
    let was_out = before.status == ReviewStatus::Published;
    let mut row = RatingRow {
        status: state.rating,
        answer_status: state.answer,
        revision: before.revision + 1,
        changed_at: asked.now,
        ..before
    };
    if actor == RatingActor::Moderator {
        row.moderated_by = Some(by.sub);
        row.moderated_at = Some(asked.now);
    }
    match step {
        RatingStep::Publish => {
            row.published_at = Some(asked.now);
            row.reason = None;
        }
        RatingStep::Refuse => row.reason = words,
        RatingStep::TakeDown => {
            row.reason = words;
            row.gone_at = Some(asked.now);
        }
        RatingStep::Withdraw => {
            row.remark = None;
            row.gone_at = was_out.then_some(asked.now);
        }
        RatingStep::Answer => {
            row.answer = words;
            row.answer_reason = None;
            row.answered_by = Some(by.sub);
            row.answered_at = Some(asked.now);
        }
        RatingStep::RefuseAnswer => row.answer_reason = words,
        RatingStep::Mend | RatingStep::PublishAnswer => {}
    }
    Ok(row)
}

async fn noted(conn: &mut AsyncPgConnection, by: &Claims, asked: &Asked<'_>) -> Result<(), AppError> {
    let action = format!("rating.{}", asked.step.step);
    let mut entry = audit::Entry::by(by.sub, &action, "rating", asked.id).fields(&["status"]);
    let reason = asked
        .step
        .words
        .clone()
        .filter(|_| asked.step.step != RatingStep::Answer);
    if let Some(reason) = reason {
        entry = entry.reason(reason);
    }
    audit::record(conn, entry).await?;
    outbox::enqueue(conn, "rating.changed", asked.id).await
}

async fn name(conn: &mut AsyncPgConnection, row: &RatingRow) -> Result<String, AppError> {
    let rated = row.rated();
    let found = match rated.kind {
        HolderKind::Person => consultants::holder(conn, rated.id).await?.map(|one| one.name),
        HolderKind::Supplier => suppliers::name(conn, rated.id).await?,
    };
    Ok(found.unwrap_or_default())
}
