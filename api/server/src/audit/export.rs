//! The whole audit, page by page.

use super::routes::AuditEntry;
use super::store;
use crate::http::AppError;
use crate::http::export::{Pages, Sheet};
use crate::http::page::MOST;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-audit",
    columns: &[
        "number",
        "at",
        "actor",
        "action",
        "object_kind",
        "object_id",
        "fields",
        "reason",
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
