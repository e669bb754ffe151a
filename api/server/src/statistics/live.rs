//! Live figures: protected once for all who ask at the same time, and held until something changes.

use super::store::{self, Standing};
use super::tables::{self, Figures};
use crate::app::App;
use crate::db::{Caller, Db};
use crate::http::AppError;
use bellbuoy_domain::disclosure::Policy;
use bellbuoy_domain::incident::Series;
use bellbuoy_domain::month::Month;
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::sync::{Arc, PoisonError};
use std::time::Instant;

/// Figures of a series, and how fresh they are.
#[derive(Debug, Clone)]
struct Made {
    /// How the series stood before its cells were read.
    standing: Standing,
    /// When that was.
    since: Instant,
    figures: Arc<Figures>,
}

/// The figures last made of each series.
#[derive(Debug, Default)]
pub struct Held {
    last: std::sync::Mutex<HashMap<Series, Made>>,
    turn: tokio::sync::Mutex<()>,
}

impl Held {
    fn get(&self, series: Series, fits: impl Fn(&Made) -> bool) -> Option<Arc<Figures>> {
        let last = self.last.lock().unwrap_or_else(PoisonError::into_inner);
        last.get(&series)
            .filter(|made| fits(made))
            .map(|made| made.figures.clone())
    }

    fn put(&self, series: Series, made: Made) {
        self.last
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .insert(series, made);
    }
}

/// The figures of a series as they stand now, in at most two statements. Whoever finds them changed makes
/// them; those who come meanwhile wait for figures that were begun after they asked.
pub async fn figures(app: &App, db: &Db, caller: Caller, series: Series) -> Result<Arc<Figures>, AppError> {
    let month = Month::of(app.now().date_naive());
    let current = |figures: &Figures| Month::of(figures.as_of.date_naive()) == month;
    let since = Instant::now();
    let mut conn = db.as_caller(caller).await?;
    let standing = store::standing(&mut conn, series).await?;
    drop(conn);
    if let Some(figures) = app
        .figures
        .get(series, |made| made.standing == standing && current(&made.figures))
    {
        return Ok(figures);
    }
    let _turn = app.figures.turn.lock().await;
    let fresh = |made: &Made| (made.standing == standing || made.since > since) && current(&made.figures);
    if let Some(figures) = app.figures.get(series, fresh) {
        return Ok(figures);
    }
    let begun = Instant::now();
    let mut conn = db.as_caller(caller).await?;
    let cells = store::cells(&mut conn, series).await?;
    drop(conn);
    let figures = Arc::new(protected(series, cells, app.now()).await?);
    // What was read may be newer than `standing`: whoever sees the newer one makes them once more.
    app.figures.put(
        series,
        Made {
            standing,
            since: begun,
            figures: figures.clone(),
        },
    );
    Ok(figures)
}

async fn protected(
    series: Series,
    cells: Vec<store::CellRow>,
    now: DateTime<Utc>,
) -> Result<Figures, AppError> {
    let policy = if series == Series::PublicSource {
        Policy::Exempt
    } else {
        Policy::Member
    };
    tokio::task::spawn_blocking(move || tables::protect(series, policy, &cells, now))
        .await
        .map_err(|error| AppError::Internal(error.into()))?
}
