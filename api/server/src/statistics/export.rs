//! Tables as files: one figure to a row, so that a program or a spreadsheet can turn them any way.

use super::model::ReleaseHead;
use super::store;
use super::wire::{Cell as Shown, ReleaseSummary, Table};
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use bellbuoy_domain::incident::Series;
use bellbuoy_domain::statistics::{Dimension, Hidden, Period};
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use serde::Serialize;
use uuid::Uuid;

/// The file of figures.
pub const FIGURES: Sheet = Sheet {
    name: "bellbuoy-figures",
    row: "A figure of one table: a count of accepted incidents, or the reason why it is not shown. Rows with an empty word \
        or period are totals; those of a table need not be the sum of its other rows, since one incident can hit several \
        systems and since figures are rounded.",
    licence: "CC-BY-4.0 for what a release shows: Bellbuoy, with `as_of`. Live figures are for members and not to be passed on.",
    columns: &[
        Column("series", Cell::Word("series"), "Which series is counted."),
        Column(
            "dimension",
            Cell::Word("dimension"),
            "What the words are words of.",
        ),
        Column(
            "word",
            Cell::Text,
            "Word of the dimension's vocabulary, or `unknown`; empty for all of them together.",
        ),
        Column("period_kind", Cell::Word("period"), "How long a period is."),
        Column(
            "period",
            Cell::Text,
            "As `2026-11`, `2026-Q4` or `2026`; empty for all of them together.",
        ),
        Column("partial", Cell::Flag, "The period is not over yet."),
        Column(
            "value",
            Cell::Number,
            "Incidents, rounded as `rounding` says; empty when hidden.",
        ),
        Column(
            "hidden",
            Cell::Word("hidden"),
            "Why there is no value: too few affected parties, or it would give away such a figure.",
        ),
        Column(
            "threshold",
            Cell::Number,
            "Fewest affected parties behind a value.",
        ),
        Column("rounding", Cell::Number, "Values are multiples of this."),
        Column("as_of", Cell::Instant, "When it was counted."),
    ],
};

/// The file of releases.
pub const RELEASES: Sheet = Sheet {
    name: "bellbuoy-releases",
    row: "Figures as they were once published for everybody.",
    licence: "CC-BY-4.0: Bellbuoy.",
    columns: &[
        Column("id", Cell::Uuid, "Id."),
        Column("published_at", Cell::Instant, "When it was published."),
        Column("as_of", Cell::Instant, "When it was counted."),
        Column(
            "threshold",
            Cell::Number,
            "Fewest affected parties behind a value.",
        ),
        Column("rounding", Cell::Number, "Values are multiples of this."),
    ],
};

/// A figure, with all that its table says of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Figure {
    pub series: Series,
    pub dimension: Dimension,
    pub word: String,
    pub period_kind: Period,
    pub period: String,
    pub partial: bool,
    pub value: Option<u64>,
    pub hidden: Hidden,
    pub threshold: u64,
    pub rounding: u64,
    pub as_of: DateTime<Utc>,
}

/// All figures of a table: row by row, each with its total last, then the totals of the columns.
pub fn figures(table: &Table) -> Vec<Figure> {
    let one = |word: &str, period: &str, partial, cell: Shown| Figure {
        series: table.series,
        dimension: table.dimension,
        word: word.to_owned(),
        period_kind: table.period,
        period: period.to_owned(),
        partial,
        value: cell.value,
        hidden: cell.hidden,
        threshold: table.threshold,
        rounding: table.rounding,
        as_of: table.as_of,
    };
    let line = |word: &str, cells: &[Shown], total: Shown| -> Vec<Figure> {
        let each = table.periods.iter().zip(cells);
        each.map(|(head, cell)| one(word, &head.id, head.partial, *cell))
            .chain([one(word, "", false, total)])
            .collect()
    };
    let rows = table
        .rows
        .iter()
        .flat_map(|row| line(&row.word, &row.cells, row.total));
    rows.chain(line("", &table.totals, table.total)).collect()
}

/// What stands in the list of releases.
pub fn summary(row: ReleaseHead) -> ReleaseSummary {
    ReleaseSummary {
        id: row.id,
        published_at: row.published_at,
        as_of: row.as_of,
        threshold: u64::from(row.threshold.unsigned_abs()),
        rounding: u64::from(row.rounding.unsigned_abs()),
    }
}

/// All releases, newest first.
#[derive(Debug, Default)]
pub struct Releases {
    from: Option<(DateTime<Utc>, Uuid)>,
    over: bool,
}

impl Pages for Releases {
    type Row = ReleaseSummary;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<ReleaseSummary>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::list_releases(conn, self.from, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(|row| (row.published_at, row.id));
        Ok(rows.into_iter().map(summary).collect())
    }
}
