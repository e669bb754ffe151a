//! The whole log, page by page.

use super::log;
use super::store::{Days, Key};
use super::wire::CpdEntry;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use bellbuoy_domain::certification::CpdKind;
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use serde::Serialize;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-cpd-entries",
    row: "What somebody did to stay current.",
    licence: "Your own data.",
    columns: &[
        Column("id", Cell::Uuid, "Id of the entry, or of the sitting."),
        Column("done_on", Cell::Day, "The day."),
        Column("hours", Cell::Decimal, "Hours, in steps of a quarter."),
        Column("kind", Cell::Word("cpd_kind"), "What it was."),
        Column("title", Cell::Text, "Title."),
        Column("learned", Cell::Text, "What was learned."),
        Column(
            "sitting_id",
            Cell::Uuid,
            "The sitting that was attended; none for what somebody entered.",
        ),
    ],
};

/// A line of the file.
#[derive(Debug, Serialize)]
pub struct Line {
    id: Uuid,
    done_on: NaiveDate,
    hours: f64,
    kind: CpdKind,
    title: String,
    learned: Option<String>,
    sitting_id: Option<Uuid>,
}

impl From<CpdEntry> for Line {
    fn from(entry: CpdEntry) -> Self {
        Self {
            id: entry.id,
            done_on: entry.done_on,
            hours: entry.hours,
            kind: entry.kind,
            title: entry.title,
            learned: entry.learned,
            sitting_id: entry.sitting_id,
        }
    }
}

/// The log of an account.
pub struct Log {
    pub account: Uuid,
    pub days: Days,
    pub from: Option<Key>,
    pub over: bool,
}

impl Pages for Log {
    type Row = Line;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Line>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let page = log::page(conn, self.account, self.days, self.from, false, i64::from(MOST)).await?;
        self.over = page.len() < usize::from(MOST);
        self.from = page.last().map(log::key);
        Ok(page.into_iter().map(Line::from).collect())
    }
}
