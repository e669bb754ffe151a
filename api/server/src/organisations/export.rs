//! The whole directory, page by page.

use super::model::OrganisationRow;
use super::store::{self, Filter, Key};
use super::wire::Organisation;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use diesel_async::AsyncPgConnection;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-organisations",
    row: "A member organisation that agrees to be listed; for administrators, every organisation.",
    licence: "For finding partners; not for advertising.",
    columns: &[
        Column("name", Cell::Text, "Name."),
        Column("kind", Cell::Word("organisation_kind"), "What it is."),
        Column("country", Cell::Text, "Seat, ISO 3166-1 alpha-2."),
        Column("website", Cell::Text, "Address of its site."),
        Column("about", Cell::Text, "A few lines about it."),
        Column(
            "partner_as",
            Cell::Words("partnership"),
            "In what it works with the alliance beyond membership.",
        ),
        Column("status", Cell::Word("organisation_status"), "Where it stands."),
        Column(
            "visibility",
            Cell::Word("visibility"),
            "Who sees that it is a member.",
        ),
        Column("id", Cell::Uuid, "Id."),
    ],
};

/// Organisations that fit a filter, by name.
pub struct Organisations {
    pub filter: Filter,
    pub from: Option<Key>,
    pub over: bool,
}

impl Pages for Organisations {
    type Row = Organisation;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Organisation>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, &self.filter, self.from.take(), false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(key);
        Ok(rows.into_iter().map(|row| Organisation::of(row, false)).collect())
    }
}

/// The place of a row in the list.
pub fn key(row: &OrganisationRow) -> Key {
    (row.name.to_lowercase(), row.id)
}
