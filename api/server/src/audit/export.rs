//! The whole audit, page by page.

use super::routes::AuditEntry;
use super::store;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-audit",
    row: "A step that somebody privileged took.",
    licence: "For the operator of the register; not to be passed on.",
    columns: &[
        Column("number", Cell::Number, "Position in the record, without gaps."),
        Column(
            "at",
            Cell::Instant,
            "When; cut to the hour for steps on sealed reports.",
        ),
        Column(
            "actor",
            Cell::Uuid,
            "Account that took the step; empty for the server itself.",
        ),
        Column("action", Cell::Text, "What was done, as `noun.verb`."),
        Column("object_kind", Cell::Text, "What it was done to."),
        Column("object_id", Cell::Uuid, "Id of what it was done to."),
        Column("fields", Cell::Texts, "Names of the fields that changed."),
        Column("reason", Cell::Text, "Why, in the words of who did it."),
        Column("id", Cell::Uuid, "Id of the entry."),
        Column(
            "hash",
            Cell::Text,
            "SHA-256 over this entry and the hash before it, in hex.",
        ),
    ],
};

/// Numbered entries that fit, newest first.
pub struct Entries {
    pub actions: Option<Vec<String>>,
    pub object: Option<Uuid>,
    pub after: Option<i64>,
    pub over: bool,
}

impl Pages for Entries {
    type Row = AuditEntry;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<AuditEntry>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let actions = self.actions.as_deref();
        let rows = store::list(conn, actions, self.object, self.after, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.after = rows.last().and_then(|row| row.number);
        Ok(rows.into_iter().map(AuditEntry::from).collect())
    }
}
