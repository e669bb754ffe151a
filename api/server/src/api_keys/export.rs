//! All keys that the caller may know of, page by page.

use super::store;
use super::wire::ApiKey;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-api-keys",
    row: "A key of a program, without its secret.",
    licence: "For the organisation whose keys they are.",
    columns: &[
        Column("name", Cell::Text, "What it is for."),
        Column("test", Cell::Flag, "Whether it sees demo data only."),
        Column("scopes", Cell::Words("key_scope"), "What it opens."),
        Column(
            "addresses",
            Cell::Texts,
            "Networks it may be used from; empty is everywhere.",
        ),
        Column("created_at", Cell::Instant, "When it was made."),
        Column("expires_at", Cell::Instant, "After this it is no use."),
        Column("last_used_on", Cell::Day, "Day of the last use."),
        Column(
            "previous_until",
            Cell::Instant,
            "Until when the secret before the last rotation works.",
        ),
        Column("revoked_at", Cell::Instant, "When it was revoked."),
        Column("revoked_reason", Cell::Text, "Why it was revoked."),
        Column("account_id", Cell::Uuid, "Who made it."),
        Column("organisation_id", Cell::Uuid, "For whom it acts."),
        Column("id", Cell::Uuid, "Id."),
    ],
};

/// Keys of an organisation, newest first; all that the caller may know of without one.
pub struct Keys {
    pub organisation: Option<Uuid>,
    pub from: Option<Uuid>,
    pub over: bool,
}

impl Pages for Keys {
    type Row = ApiKey;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<ApiKey>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, self.organisation, self.from, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(|row| row.id);
        Ok(rows.into_iter().map(ApiKey::from).collect())
    }
}
