//! All complaints, page by page.

use super::wire::Complaint;
use super::{actions, store};
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use bellbuoy_domain::certification::ComplaintStatus;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-complaints",
    row: "A complaint about the holder of a certificate.",
    licence: "For those who run the scheme; not to be passed on.",
    columns: &[
        Column("id", Cell::Uuid, "Id."),
        Column("certificate", Cell::Text, "Number of the certificate."),
        Column("status", Cell::Word("complaint_status"), "Where it stands."),
        Column("words", Cell::Text, "What happened."),
        Column("name", Cell::Text, "Who complains, if they say so."),
        Column("email", Cell::Text, "Where an answer goes, if they say so."),
        Column("answer", Cell::Text, "What was decided and why."),
        Column("created_at", Cell::Instant, "When it came in."),
        Column("decided_at", Cell::Instant, "When it was decided."),
    ],
};

/// Complaints that fit, newest first.
pub struct Complaints {
    pub status: Option<Vec<ComplaintStatus>>,
    pub from: Option<Uuid>,
    pub over: bool,
}

impl Pages for Complaints {
    type Row = Complaint;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Complaint>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, self.status.as_deref(), self.from, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(|row| row.id);
        actions::all(conn, rows).await
    }
}
