//! All people of the platform as a file.

use super::store;
use super::wire::StaffMember;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use diesel_async::AsyncPgConnection;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-staff",
    row: "Somebody who works for the platform.",
    licence: "For administrators of this site; not to be passed on.",
    columns: &[
        Column("name", Cell::Text, "Name."),
        Column("email", Cell::Text, "Address."),
        Column("role", Cell::Word("role"), "What the person is on the platform."),
        Column("suspended", Cell::Flag, "Whether the person is shut out."),
        Column(
            "second_factor_at",
            Cell::Instant,
            "When a second factor was set up; nothing can be done before.",
        ),
        Column("created_at", Cell::Instant, "When the person was entered."),
        Column(
            "changed_at",
            Cell::Instant,
            "When role or suspension last changed.",
        ),
        Column("id", Cell::Uuid, "Id of the account."),
    ],
};

/// People of the platform, by name: one page, as in the list.
#[derive(Debug, Default)]
pub struct Staff {
    over: bool,
}

impl Pages for Staff {
    type Row = StaffMember;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<StaffMember>, AppError> {
        if std::mem::replace(&mut self.over, true) {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, None).await?;
        Ok(rows.into_iter().map(StaffMember::from).collect())
    }
}
