//! All checkpoints, page by page.

use super::store;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use bellbuoy_domain::ledger::Checkpoint;
use diesel_async::AsyncPgConnection;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-audit-checkpoints",
    row: "A signed statement of where the record of the audit stood.",
    licence: "To be kept where nobody who runs the register can change it.",
    columns: &[
        Column("format", Cell::Text, "Name of the format."),
        Column("number", Cell::Number, "The last entry it vouches for."),
        Column(
            "hash",
            Cell::Text,
            "Hash of that entry, which covers all before it, in hex.",
        ),
        Column("hour", Cell::Instant, "The hour in which it was signed."),
        Column("kid", Cell::Text, "Which of the published keys signed it."),
        Column("signature", Cell::Text, "Ed25519 over its text, in base64url."),
    ],
};

/// Checkpoints, newest first.
#[derive(Default)]
pub struct Checkpoints {
    after: Option<i64>,
    over: bool,
}

impl Pages for Checkpoints {
    type Row = Checkpoint;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Checkpoint>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::checkpoints(conn, self.after, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.after = rows.last().map(|row| row.number);
        Ok(rows.into_iter().map(Checkpoint::from).collect())
    }
}
