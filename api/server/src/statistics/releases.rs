//! Public releases: the fixed tables, made from one state of the register, kept as published.

use super::model::{NewRelease, ReleaseRow};
use super::store;
use super::tables::{self, Figures};
use super::wire::Table;
use crate::app::App;
use crate::db::{Caller, Db, Guarded, transact};
use crate::http::AppError;
use crate::http::idempotency::{self, Answer, Claim, IdempotencyKey};
use crate::{audit, jobs};
use bellbuoy_domain::disclosure::Policy;
use bellbuoy_domain::incident::Series;
use bellbuoy_domain::statistics::{Dimension, Period};
use chrono::TimeDelta;
use uuid::Uuid;

/// What a publication belongs to.
#[derive(Debug, Clone, Default)]
pub struct Asked {
    /// Who pressed the button; nobody when the schedule did.
    pub by: Option<Uuid>,
    pub dry_run: bool,
    /// What ends with it.
    pub job: Option<Uuid>,
    /// Makes a repeat harmless.
    pub key: Option<IdempotencyKey>,
}

/// Publishes the figures as they stand; returns the release, and whether a request before had made it.
pub async fn publish(app: &App, conn: &mut Guarded, asked: Asked) -> Result<(ReleaseRow, bool), AppError> {
    let now = app.now();
    let mut published: Vec<Table> = Vec::new();
    for (series, policy) in [
        (Series::Reported, Policy::Public),
        (Series::PublicSource, Policy::Exempt),
    ] {
        let cells = store::cells(conn, series).await?;
        let figures = tokio::task::spawn_blocking(move || tables::protect(series, policy, &cells, now))
            .await
            .map_err(|error| AppError::Internal(error.into()))??;
        published.extend(all(&figures)?);
    }
    let release = NewRelease {
        id: Uuid::now_v7(),
        published_at: now,
        as_of: now,
        threshold: i16::try_from(Policy::Public.threshold()).unwrap_or(i16::MAX),
        rounding: i16::try_from(Policy::Public.rounding()).unwrap_or(i16::MAX),
        published_by: asked.by,
        tables: serde_json::to_value(&published).map_err(|error| AppError::Internal(error.into()))?,
    };
    let scope = format!("{}/publish_release", asked.by.unwrap_or_default());
    let key = asked.key.unwrap_or(IdempotencyKey(None));
    transact(conn, asked.dry_run, async |conn| {
        if let Claim::Replay(answer) = idempotency::claim(conn, &scope, &key, &[0; 32]).await? {
            let made: Uuid =
                serde_json::from_value(answer.body).map_err(|error| AppError::Internal(error.into()))?;
            let row = store::find_release(conn, made)
                .await?
                .ok_or(AppError::NotFound("release"))?;
            return Ok((row, true));
        }
        let row = store::insert_release(conn, &release).await?;
        let entry = match asked.by {
            Some(account) => audit::Entry::by(account, "statistics.release", "release", row.id),
            None => audit::Entry::by_system("statistics.release", "release", Some(row.id)),
        };
        audit::record(conn, entry).await?;
        if let Some(job) = asked.job {
            jobs::asked::done(conn, job, &format!("/api/v1/statistics/releases/{}", row.id)).await?;
        }
        let body = serde_json::to_value(row.id).map_err(|error| AppError::Internal(error.into()))?;
        let answer = Answer {
            status: 201,
            body,
            etag: None,
        };
        idempotency::keep(conn, &scope, &key, &answer).await?;
        Ok((row, false))
    })
    .await
}

fn all(figures: &Figures) -> Result<Vec<Table>, AppError> {
    let mut tables = Vec::new();
    for dimension in Dimension::ALL {
        for period in [Period::Month, Period::Year] {
            tables.push(figures.table(*dimension, period, None)?);
        }
    }
    Ok(tables)
}

/// Publishes when the schedule says so.
pub async fn release_if_due(app: &App, conn: &mut Guarded) -> Result<(), AppError> {
    let days = i64::from(app.config.release_days);
    if days == 0 {
        return Ok(());
    }
    let due = store::latest_at(conn)
        .await?
        .is_none_or(|last| app.now() - last >= TimeDelta::days(days));
    if due {
        publish(app, conn, Asked::default()).await?;
    }
    Ok(())
}

/// Publishes at once, for the seed.
pub async fn release_now(app: &App, db: &Db) -> Result<(), AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    publish(app, &mut conn, Asked::default()).await.map(|_| ())
}
