//! What is asked of the figures: by parameters, for a page or a file alike.

use super::model::ReleaseRow;
use super::tables::DEFINITION;
use super::wire::{Release, Table};
use super::{live, store};
use crate::app::App;
use crate::auth::{Anyone, SignedIn};
use crate::db::Db;
use crate::http::{AppError, Fault, codes};
use bellbuoy_domain::incident::Series;
use bellbuoy_domain::month::Month;
use bellbuoy_domain::statistics::{Dimension, Period};
use bellbuoy_domain::vocabulary::Vocabulary;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Which live table.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct StatisticsQuery {
    /// What the rows are.
    by: Dimension,
    /// What the columns are; month when absent. Only periods that lie in the months asked for as a whole.
    period: Option<Period>,
    /// First month, as `2026-01`.
    #[param(value_type = Option<String>, example = "2025-01")]
    from: Option<Month>,
    /// Last month.
    #[param(value_type = Option<String>, example = "2026-10")]
    to: Option<Month>,
    /// reported when absent.
    series: Option<Series>,
}

/// The live table that is asked for.
pub async fn live_table(
    by: &SignedIn,
    app: &App,
    db: &Db,
    query: &StatisticsQuery,
) -> Result<Table, AppError> {
    let series = query.series.unwrap_or(Series::Reported);
    let months = match (query.from, query.to) {
        (None, None) => None,
        (from, to) => {
            let last = to.or_else(|| Month::of(app.now().date_naive()));
            let first = from.or_else(|| Month::new(1900, 1));
            first.zip(last)
        }
    };
    if months.is_some_and(|(first, last)| first > last) {
        return Err(AppError::Query(
            &codes::BAD_PARAMETER,
            vec![Fault::new(
                "?to",
                codes::BAD_PARAMETER.word,
                "`to` lies before `from`",
            )],
        ));
    }
    let figures = live::figures(app, db, by.caller(), series).await?;
    let period = query.period.unwrap_or(Period::Month);
    let table = figures.table(query.by, period, months)?;
    if months.is_some() && table.periods.is_empty() {
        let why = format!(
            "no whole {period} with incidents lies in these months; ask for more of them, or for shorter periods"
        );
        let fault = Fault::new("?from", codes::BAD_PARAMETER.word, why);
        return Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]));
    }
    Ok(table)
}

/// Which tables of a release.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ReleaseQuery {
    /// Only tables by this dimension.
    by: Option<Dimension>,
    /// Only tables by this period.
    period: Option<Period>,
    /// Only tables of this series.
    series: Option<Series>,
}

/// The release of an id, or the latest, with the tables that are asked for.
pub async fn release(by: &Anyone, db: &Db, id: &str, query: &ReleaseQuery) -> Result<Release, AppError> {
    let mut conn = db.as_caller(by.caller()).await?;
    let found = match Uuid::try_parse(id) {
        Ok(id) => store::find_release(&mut conn, id).await?,
        Err(_not_an_id) if id == "latest" => store::latest(&mut conn).await?,
        Err(_not_an_id) => None,
    };
    shape(found.ok_or(AppError::NotFound("release"))?, query)
}

/// The fault of asking for what no table of the release has; a release without tables has no such fault.
fn held<V: Vocabulary + PartialEq>(
    name: &str,
    asked: Option<V>,
    of: impl Iterator<Item = V>,
) -> Option<Fault> {
    let asked = asked?;
    let mut there: Vec<V> = Vec::new();
    for word in of {
        if !there.contains(&word) {
            there.push(word);
        }
    }
    if there.is_empty() || there.contains(&asked) {
        return None;
    }
    let detail = format!("no table of this release has the {name} `{}`", asked.as_str());
    let accepted = there.into_iter().map(Vocabulary::as_str);
    Some(Fault::new(format!("?{name}"), codes::BAD_PARAMETER.word, detail).accepted(accepted))
}

/// A release on the wire, with the tables that are asked for.
pub fn shape(row: ReleaseRow, query: &ReleaseQuery) -> Result<Release, AppError> {
    let mut tables: Vec<Table> =
        serde_json::from_value(row.tables).map_err(|error| AppError::Internal(error.into()))?;
    let faults: Vec<Fault> = [
        held("by", query.by, tables.iter().map(|table| table.dimension)),
        held("period", query.period, tables.iter().map(|table| table.period)),
        held("series", query.series, tables.iter().map(|table| table.series)),
    ]
    .into_iter()
    .flatten()
    .collect();
    if !faults.is_empty() {
        return Err(AppError::Query(&codes::BAD_PARAMETER, faults));
    }
    tables.retain(|table| {
        query.by.is_none_or(|by| by == table.dimension)
            && query.period.is_none_or(|period| period == table.period)
            && query.series.is_none_or(|series| series == table.series)
    });
    Ok(Release {
        id: row.id,
        published_at: row.published_at,
        as_of: row.as_of,
        threshold: u64::from(row.threshold.unsigned_abs()),
        rounding: u64::from(row.rounding.unsigned_abs()),
        definition: DEFINITION.to_owned(),
        tables,
    })
}
