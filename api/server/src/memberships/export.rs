//! All people of an organisation, page by page.

use super::store::{self, Key};
use super::wire::Membership;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-memberships",
    row: "A person of an organisation, or an invitation that is open.",
    licence: "For the organisation whose people they are; not to be passed on.",
    columns: &[
        Column(
            "name",
            Cell::Text,
            "Name; empty until the invitation is accepted.",
        ),
        Column("email", Cell::Text, "Address."),
        Column(
            "role",
            Cell::Word("organisation_role"),
            "What the person is inside the organisation.",
        ),
        Column(
            "state",
            Cell::Word("membership_state"),
            "Where the membership stands.",
        ),
        Column(
            "reason",
            Cell::Text,
            "Why the last step was taken, where a reason is due.",
        ),
        Column(
            "invitation_expires_at",
            Cell::Instant,
            "Until when the link of the invitation works.",
        ),
        Column(
            "invited_by",
            Cell::Uuid,
            "Who invited; empty for the server itself.",
        ),
        Column("created_at", Cell::Instant, "When the person was invited."),
        Column("changed_at", Cell::Instant, "When the last step was taken."),
        Column(
            "account_id",
            Cell::Uuid,
            "The person; empty until the invitation is accepted.",
        ),
        Column("organisation_id", Cell::Uuid, "The organisation."),
        Column("id", Cell::Uuid, "Id."),
    ],
};

/// People of an organisation, by address.
pub struct Memberships {
    pub organisation: Uuid,
    /// Whether who left comes along.
    pub left: bool,
    pub from: Option<Key>,
    pub over: bool,
}

impl Pages for Memberships {
    type Row = Membership;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Membership>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let from = self.from.take();
        let rows = store::list(conn, self.organisation, self.left, from, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(|(row, _)| (row.email.clone(), row.id));
        Ok(rows.into_iter().map(Membership::from).collect())
    }
}
