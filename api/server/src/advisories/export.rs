//! The whole list of advisories, page by page.

use super::model::AdvisoryRow;
use super::store::{self, Filter, Key};
use super::wire::Advisory;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use diesel_async::AsyncPgConnection;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-advisories",
    row: "An advisory in its latest version.",
    licence: "Row by row as `tlp` says (Traffic Light Protocol 2.0): `clear` may go anywhere, with the number as its source.",
    columns: &[
        Column(
            "number",
            Cell::Text,
            "Name for people, as `BB-2026-001`; empty for a draft.",
        ),
        Column("released_at", Cell::Instant, "When a second person released it."),
        Column(
            "severity",
            Cell::Word("severity"),
            "How bad the worst of it can be.",
        ),
        Column("title", Cell::Text, "One line."),
        Column(
            "what_happened",
            Cell::Text,
            "What happened, without saying to whom.",
        ),
        Column("lesson", Cell::Text, "What to do about it."),
        Column(
            "kind",
            Cell::Word("incident_kind"),
            "What kind of incident it is about.",
        ),
        Column("sea_regions", Cell::Words("sea_region"), "Where it was seen."),
        Column("systems", Cell::Words("system"), "Systems it is about."),
        Column("tlp", Cell::Word("tlp"), "To whom it may be shown."),
        Column("demo", Cell::Flag, "Invented, for showing the site."),
        Column("id", Cell::Uuid, "Id."),
    ],
};

/// Advisories that fit a filter, newest first.
pub struct Advisories {
    filter: Filter,
    staff: bool,
    from: Option<Key>,
    over: bool,
}

impl Advisories {
    /// What fits a filter, as staff or as others see it.
    pub const fn of(filter: Filter, staff: bool) -> Self {
        Self {
            filter,
            staff,
            from: None,
            over: false,
        }
    }
}

impl Pages for Advisories {
    type Row = Advisory;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Advisory>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, &self.filter, self.from, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(key);
        Ok(rows
            .into_iter()
            .map(|row| Advisory::of(row, self.staff))
            .collect())
    }
}

/// The place of a row in the list.
pub fn key(row: &AdvisoryRow) -> Key {
    (row.released_at.unwrap_or(row.created_at), row.id)
}
