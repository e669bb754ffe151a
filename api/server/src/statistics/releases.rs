//! Public releases: the fixed tables, made from one state of the register, kept as published.

use super::model::{NewRelease, ReleaseRow};
use super::store;
use super::tables::{self, Figures};
use super::wire::Table;
use crate::app::App;
use crate::audit;
use crate::db::{Caller, Db, Guarded, transact};
use crate::http::AppError;
use bellbuoy_domain::disclosure::Policy;
use bellbuoy_domain::incident::Series;
use bellbuoy_domain::statistics::{Dimension, Period};
use chrono::TimeDelta;
use uuid::Uuid;

/// Publishes the figures as they stand; `by` is who pressed the button.
pub async fn publish(
    app: &App,
    conn: &mut Guarded,
    by: Option<Uuid>,
    dry_run: bool,
) -> Result<ReleaseRow, AppError> {
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
        published_by: by,
        tables: serde_json::to_value(&published).map_err(|error| AppError::Internal(error.into()))?,
    };
    transact(conn, dry_run, async |conn| {
        let row = store::insert_release(conn, &release).await?;
        let entry = match by {
            Some(account) => audit::Entry::by(account, "statistics.release", "release", row.id),
            None => audit::Entry::by_system("statistics.release", "release", Some(row.id)),
        };
        audit::record(conn, entry).await?;
        Ok(row)
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
        publish(app, conn, None, false).await?;
    }
    Ok(())
}

/// Publishes at once, for the seed.
pub async fn release_now(app: &App, db: &Db) -> Result<(), AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    publish(app, &mut conn, None, false).await.map(|_| ())
}
