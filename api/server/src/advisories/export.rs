//! The whole list of advisories, page by page.

use super::model::AdvisoryRow;
use super::store::{self, Filter, Key};
use super::wire::Advisory;
use crate::http::AppError;
use crate::http::export::{Pages, Sheet};
use crate::http::page::MOST;
use diesel_async::AsyncPgConnection;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-advisories",
    columns: &[
        "number",
        "released_at",
        "severity",
        "title",
        "what_happened",
        "lesson",
        "kind",
        "sea_regions",
        "systems",
        "tlp",
        "demo",
        "id",
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
