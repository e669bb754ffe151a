//! All applications, page by page.

use super::entries;
use super::store::{self, Filter};
use super::wire::CertificationApplicationEntry;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use bellbuoy_domain::certification::{CertificationStage, HolderKind};
use chrono::{DateTime, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use serde::Serialize;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-certification-applications",
    row: "An application for a certificate, an accreditation or a renewal.",
    licence: "For those who run the scheme and for who applied; not to be passed on.",
    columns: &[
        Column("id", Cell::Uuid, "Id."),
        Column("applicant", Cell::Text, "Name of who applies."),
        Column("kind", Cell::Word("holder_kind"), "A person or a supplier."),
        Column("scheme", Cell::Text, "Code of the scheme."),
        Column("discipline", Cell::Text, "Code of the discipline."),
        Column("level", Cell::Text, "Code of the level."),
        Column(
            "renews",
            Cell::Text,
            "Number of the certificate that is to be renewed.",
        ),
        Column("stage", Cell::Word("certification_stage"), "Where it stands."),
        Column("reviewer", Cell::Text, "Name of who reviews it."),
        Column("submitted_at", Cell::Instant, "When it was submitted."),
        Column("due_on", Cell::Day, "By when it is to be decided."),
        Column(
            "days_left",
            Cell::Number,
            "Days until then; less than none when it is late.",
        ),
        Column("changed_at", Cell::Instant, "When it last changed."),
    ],
};

/// A line of the file.
#[derive(Debug, Serialize)]
pub struct Line {
    id: Uuid,
    applicant: String,
    kind: HolderKind,
    scheme: String,
    discipline: String,
    level: String,
    renews: Option<String>,
    stage: CertificationStage,
    reviewer: Option<String>,
    submitted_at: Option<DateTime<Utc>>,
    due_on: Option<NaiveDate>,
    days_left: Option<i64>,
    changed_at: DateTime<Utc>,
}

impl From<CertificationApplicationEntry> for Line {
    fn from(one: CertificationApplicationEntry) -> Self {
        Self {
            id: one.id,
            applicant: one.applicant.name,
            kind: one.applicant.kind,
            scheme: one.scheme,
            discipline: one.discipline.code,
            level: one.level.code,
            renews: one.renews,
            stage: one.stage,
            reviewer: one.reviewer,
            submitted_at: one.submitted_at,
            due_on: one.due_on,
            days_left: one.days_left,
            changed_at: one.changed_at,
        }
    }
}

/// Applications that fit, newest first.
pub struct Applications {
    pub filter: Filter,
    pub today: NaiveDate,
    pub from: Option<Uuid>,
    pub over: bool,
}

impl Pages for Applications {
    type Row = Line;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Line>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, &self.filter, self.from, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(|row| row.id);
        let entries = entries::entries(conn, rows, self.today).await?;
        Ok(entries.into_iter().map(Line::from).collect())
    }
}
