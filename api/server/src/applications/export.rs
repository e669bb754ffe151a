//! All applications, page by page.

use super::store;
use super::wire::Application;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use bellbuoy_domain::account::ApplicationStatus;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-applications",
    row: "An organisation that applied for membership.",
    licence: "For those who decide who joins; not to be passed on.",
    columns: &[
        Column("name", Cell::Text, "Name of the organisation."),
        Column("kind", Cell::Word("organisation_kind"), "What it is."),
        Column("country", Cell::Text, "Seat, ISO 3166-1 alpha-2."),
        Column("website", Cell::Text, "Address of its site."),
        Column("about", Cell::Text, "Why it wants to join, in its words."),
        Column("officer_name", Cell::Text, "Its company security officer."),
        Column("officer_email", Cell::Text, "Where the invitation goes."),
        Column("status", Cell::Word("application_status"), "Where it stands."),
        Column("question", Cell::Text, "What was asked of it."),
        Column("answer", Cell::Text, "What it answered."),
        Column("reason", Cell::Text, "Why it was refused."),
        Column("organisation_id", Cell::Uuid, "What it became, once approved."),
        Column("created_at", Cell::Instant, "When it came in."),
        Column("decided_at", Cell::Instant, "When it was decided."),
        Column("id", Cell::Uuid, "Id."),
    ],
};

/// Applications that fit, newest first.
pub struct Applications {
    pub status: Option<Vec<ApplicationStatus>>,
    pub from: Option<Uuid>,
    pub over: bool,
}

impl Pages for Applications {
    type Row = Application;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Application>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, self.status.as_deref(), self.from, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(|row| row.id);
        Ok(rows.into_iter().map(Application::from).collect())
    }
}
