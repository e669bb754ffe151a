//! All ratings that the caller may know of, page by page.

use super::model::RatingRow;
use super::reading;
use super::store::{self, Filter, Key};
use super::wire::Rating;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use bellbuoy_domain::certification::rating::RatingActor;
use bellbuoy_domain::certification::{HolderKind, ReviewStatus};
use chrono::{DateTime, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use serde::Serialize;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-ratings",
    row: "A rating of a person or a firm by an organisation.",
    licence: "For the organisation that rates and for those who run the scheme; not to be passed on.",
    columns: &[
        Column("id", Cell::Uuid, "Id."),
        Column("kind", Cell::Word("holder_kind"), "Of a person or of a firm."),
        Column("rated", Cell::Text, "Name of who is rated."),
        Column("rated_id", Cell::Uuid, "Id of who is rated."),
        Column("organisation", Cell::Text, "Name of the organisation that rates."),
        Column(
            "organisation_id",
            Cell::Uuid,
            "Id of the organisation that rates.",
        ),
        Column("from_on", Cell::Day, "First day of the engagement."),
        Column("to_on", Cell::Day, "Last day of the engagement."),
        Column("competence", Cell::Number, "Stars for competence, one to five."),
        Column(
            "conduct",
            Cell::Number,
            "Stars for conduct on board or on site, one to five.",
        ),
        Column(
            "report",
            Cell::Number,
            "Stars for the quality of the report, one to five.",
        ),
        Column("timeliness", Cell::Number, "Stars for timeliness, one to five."),
        Column("remark", Cell::Text, "A few words for everybody."),
        Column(
            "named",
            Cell::Flag,
            "Whether the name may stand beside the remark.",
        ),
        Column("status", Cell::Word("review_status"), "Where it stands."),
        Column("reason", Cell::Text, "Why it was refused or taken down."),
        Column("answer", Cell::Text, "What who is rated says to it."),
        Column(
            "answer_status",
            Cell::Word("review_status"),
            "Where the answer stands.",
        ),
        Column("created_at", Cell::Instant, "When it was sent."),
        Column("published_at", Cell::Instant, "When it was published."),
        Column("demo", Cell::Flag, "Invented for demonstration."),
    ],
};

/// A line of the file.
#[derive(Debug, Serialize)]
pub struct Line {
    id: Uuid,
    kind: HolderKind,
    rated: String,
    rated_id: Uuid,
    organisation: String,
    organisation_id: Uuid,
    from_on: NaiveDate,
    to_on: NaiveDate,
    competence: u8,
    conduct: u8,
    report: u8,
    timeliness: u8,
    remark: Option<String>,
    named: bool,
    status: ReviewStatus,
    reason: Option<String>,
    answer: Option<String>,
    answer_status: Option<ReviewStatus>,
    created_at: DateTime<Utc>,
    published_at: Option<DateTime<Utc>>,
    demo: bool,
}

impl From<Rating> for Line {
    fn from(one: Rating) -> Self {
        Self {
            id: one.id,
            kind: one.rated.kind,
            rated: one.rated.name,
            rated_id: one.rated.id,
            organisation: one.organisation,
            organisation_id: one.organisation_id,
            from_on: one.from_on,
            to_on: one.to_on,
            competence: one.competence,
            conduct: one.conduct,
            report: one.report,
            timeliness: one.timeliness,
            remark: one.remark,
            named: one.named,
            status: one.status,
            reason: one.reason,
            answer: one.answer,
            answer_status: one.answer_status,
            created_at: one.created_at,
            published_at: one.published_at,
            demo: one.demo,
        }
    }
}

/// The place of a row.
pub const fn key(row: &RatingRow) -> Key {
    (row.created_at, row.id)
}

/// Ratings that fit, what came last first.
pub struct Ratings {
    pub filter: Filter,
    pub reader: RatingActor,
    pub from: Option<Key>,
    pub over: bool,
}

impl Pages for Ratings {
    type Row = Line;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Line>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, &self.filter, self.from, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(key);
        let all = reading::all(conn, rows, self.reader).await?;
        Ok(all.into_iter().map(Line::from).collect())
    }
}
