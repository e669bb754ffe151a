//! From cells to protected tables.

use super::UNKNOWN;
use super::store::CellRow;
use super::wire::{Cell, PeriodHead, Table, TableRow};
use crate::http::AppError;
use bellbuoy_domain::disclosure::{self, Counts, Cube, DimensionId, Policy, Protected, Shown};
use bellbuoy_domain::incident::{IncidentKind, Series, Severity, VerificationLevel, VictimType};
use bellbuoy_domain::month::Month;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::statistics::{Dimension, Period};
use bellbuoy_domain::system::System;
use bellbuoy_domain::vocabulary::Vocabulary;
use chrono::{DateTime, Datelike, NaiveDate, Utc};

/// What every table counts.
pub const DEFINITION: &str = "An incident is one occurrence with an adverse or possible effect on a ship, a port or a shore office, \
    malicious or not (IMO MSC-FAL.1/Circ.3 Rev.3). Near misses count, tests and refused reports do not. It counts in the month of \
    the occurrence; where only the quarter or the year is known, in the month that the record names. Coverage: what was reported here, \
    not all that happened.";

/// The protected figures of a series.
#[derive(Debug, Clone)]
pub struct Figures {
    protected: Protected,
    dimensions: Vec<(Dimension, DimensionId)>,
    pub series: Series,
    pub policy: Policy,
    pub as_of: DateTime<Utc>,
    this_month: Month,
}

/// Puts cells into a cube and protects it.
pub fn protect(
    series: Series,
    policy: Policy,
    cells: &[CellRow],
    now: DateTime<Utc>,
) -> Result<Figures, AppError> {
    let this_month = month_of(now.date_naive())?;
    let months = cells
        .iter()
        .filter(|cell| cell.period == "month")
        .map(|cell| cell.starts);
    let first = months.clone().min().map_or(Ok(this_month), month_of)?;
    let last = months.max().map_or(Ok(this_month), month_of)?.max(this_month);
    let mut cube = Cube::new(first, last);
    let dimensions: Vec<(Dimension, DimensionId)> = Dimension::ALL
        .iter()
        .map(|dimension| {
            (
                *dimension,
                cube.dimension(
                    dimension.as_str(),
                    *dimension != Dimension::System,
                    &words_of(*dimension),
                ),
            )
        })
        .collect();
    for cell in cells {
        let counts = counts(cell);
        let span = span(cell);
        let placed = match dimensions
            .iter()
            .find(|(dimension, _)| dimension.as_str() == cell.dimension)
        {
            Some((_, id)) => cube.set(*id, &cell.word, &span, counts),
            None => cube.set_total(&span, counts),
        };
        placed.map_err(|fault| AppError::Internal(fault.into()))?;
    }
    let protected = cube
        .protect(policy)
        .map_err(|fault| AppError::Internal(fault.into()))?;
    Ok(Figures {
        protected,
        dimensions,
        series,
        policy,
        as_of: now,
        this_month,
    })
}

fn words_of(dimension: Dimension) -> Vec<&'static str> {
    fn all<V: Vocabulary>() -> Vec<&'static str> {
        V::ALL.iter().map(|word| word.as_str()).collect()
    }
    let mut words = match dimension {
        Dimension::Kind => all::<IncidentKind>(),
        Dimension::VictimType => all::<VictimType>(),
        Dimension::SeaRegion => all::<SeaRegion>(),
        Dimension::System => all::<System>(),
        Dimension::Severity => all::<Severity>(),
        Dimension::Verification => all::<VerificationLevel>(),
    };
    if !words.contains(&UNKNOWN) && matches!(dimension, Dimension::SeaRegion | Dimension::System) {
        words.push(UNKNOWN);
    }
    words
}

/// While changes wait to be folded, their parties are not counted yet: at least one stands behind an incident.
fn counts(cell: &CellRow) -> Counts {
    let incidents = u64::try_from(cell.incidents).unwrap_or_default();
    let parties = u64::try_from(cell.parties).unwrap_or_default();
    Counts {
        incidents,
        parties: parties.clamp(incidents.min(1), incidents),
    }
}

fn span(cell: &CellRow) -> String {
    let (year, month) = (cell.starts.year(), cell.starts.month());
    match cell.period.as_str() {
        "month" => format!("{year:04}-{month:02}"),
        "quarter" => format!("{year:04}-Q{}", month.div_ceil(3)),
        "year" => format!("{year:04}"),
        _ => String::new(),
    }
}

fn month_of(date: NaiveDate) -> Result<Month, AppError> {
    Month::of(date).ok_or_else(|| AppError::Internal(anyhow::anyhow!("a date outside the calendar: {date}")))
}

impl Figures {
    /// One table, whole or cut to some months.
    pub fn table(
        &self,
        dimension: Dimension,
        period: Period,
        months: Option<(Month, Month)>,
    ) -> Result<Table, AppError> {
        let id = self
            .dimensions
            .iter()
            .find(|(found, _)| *found == dimension)
            .map(|(_, id)| *id);
        let id = id.ok_or_else(|| AppError::Internal(anyhow::anyhow!("no dimension {dimension}")))?;
        let table = match months {
            Some((first, last)) => self.protected.slice(id, period, first, last),
            None => self.protected.table(id, period),
        };
        Ok(self.shape(dimension, period, table))
    }

    fn shape(&self, dimension: Dimension, period: Period, table: disclosure::Table) -> Table {
        let (year, quarter) = (self.this_month.year(), self.this_month.quarter());
        let running = match period {
            Period::Month => self.this_month.to_string(),
            Period::Quarter => format!("{year}-Q{quarter}"),
            Period::Year => year.to_string(),
        };
        Table {
            dimension,
            series: self.series,
            period,
            periods: table
                .periods
                .into_iter()
                .map(|id| PeriodHead {
                    partial: id == running,
                    id,
                })
                .collect(),
            rows: table
                .rows
                .into_iter()
                .map(|row| TableRow {
                    word: row.word,
                    cells: row.cells.into_iter().map(cell).collect(),
                    total: cell(row.total),
                })
                .collect(),
            totals: table.totals.into_iter().map(cell).collect(),
            total: cell(table.total),
            n: table.total.value,
            as_of: self.as_of,
            definition: DEFINITION.to_owned(),
            threshold: self.policy.threshold(),
            rounding: self.policy.rounding(),
        }
    }
}

const fn cell(shown: Shown) -> Cell {
    Cell {
        value: shown.value,
        hidden: shown.hidden,
    }
}
