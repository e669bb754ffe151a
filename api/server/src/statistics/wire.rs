//! Figures on the wire. Each table says what it counts, of how many, as of when, and why a cell is hidden.

use bellbuoy_domain::incident::Series;
use bellbuoy_domain::statistics::{Dimension, Hidden, Period};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;

/// A column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct PeriodHead {
    /// `2026-11`, `2026-Q4` or `2026`.
    #[schema(example = "2026-11")]
    pub id: String,
    /// Not over yet on the day of the table.
    pub partial: bool,
}

/// A figure, or why there is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Cell {
    /// Rounded as the table says; absent when hidden.
    pub value: Option<u64>,
    pub hidden: Hidden,
}

/// One word's figures.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct TableRow {
    pub word: String,
    pub cells: Vec<Cell>,
    pub total: Cell,
}

/// Counts of incidents by one dimension and period.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Table {
    pub dimension: Dimension,
    pub series: Series,
    pub period: Period,
    pub periods: Vec<PeriodHead>,
    pub rows: Vec<TableRow>,
    pub totals: Vec<Cell>,
    pub total: Cell,
    /// Incidents behind the table; absent when even that is hidden.
    pub n: Option<u64>,
    pub as_of: DateTime<Utc>,
    /// What is counted.
    pub definition: String,
    /// Fewest affected parties behind a shown figure.
    pub threshold: u64,
    /// Figures are rounded to a multiple of this.
    pub rounding: u64,
}

/// What the public sees: fixed tables after disclosure control.
#[derive(Debug, Serialize, ToSchema)]
pub struct Release {
    pub id: Uuid,
    pub published_at: DateTime<Utc>,
    pub as_of: DateTime<Utc>,
    pub threshold: u64,
    pub rounding: u64,
    pub definition: String,
    pub tables: Vec<Table>,
}

/// A release without its tables.
#[derive(Debug, Serialize, ToSchema)]
pub struct ReleaseSummary {
    pub id: Uuid,
    pub published_at: DateTime<Utc>,
    pub as_of: DateTime<Utc>,
    pub threshold: u64,
    pub rounding: u64,
}
