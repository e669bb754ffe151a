//! All accredited suppliers, page by page.

use super::model::SupplierRow;
use super::store::{self, Filter, Key};
use super::wire::Supplier;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use diesel_async::AsyncPgConnection;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-suppliers",
    row: "A firm with an accreditation in force.",
    licence: "CC BY 4.0; not for unsolicited advertising.",
    columns: &[
        Column("name", Cell::Text, "Name as it stands on certificates."),
        Column("about", Cell::Text, "About its work."),
        Column("country", Cell::Text, "Seat, ISO 3166-1 alpha-2."),
        Column("unlocode", Cell::Text, "UN/LOCODE of the port next to its seat."),
        Column("place", Cell::Text, "Name of that port."),
        Column("languages", Cell::Texts, "Working languages, ISO 639-1."),
        Column("domains", Cell::Words("work_domain"), "Fields of work."),
        Column("website", Cell::Text, "Its site."),
        Column("email", Cell::Text, "For enquiries."),
        Column("demo", Cell::Flag, "Invented for demonstration."),
        Column("id", Cell::Uuid, "Id."),
    ],
};

/// The place of a row.
pub fn key(row: &SupplierRow) -> Key {
    (row.plain_name.clone(), row.id)
}

/// Suppliers that fit, by name.
pub struct Suppliers {
    pub filter: Filter,
    pub from: Option<Key>,
    pub over: bool,
}

impl Pages for Suppliers {
    type Row = Supplier;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Supplier>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, &self.filter, self.from.clone(), false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(key);
        Ok(rows.into_iter().map(Supplier::from).collect())
    }
}
