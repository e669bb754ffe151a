//! All certificates, page by page.

use super::model::CertificateRow;
use super::store::{self, Filter, Key};
use super::whole;
use super::wire::Certificate;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use bellbuoy_domain::certification::{CertificateStatus, HolderKind, SanctionReason};
use chrono::{DateTime, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use serde::Serialize;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-certificates",
    row: "A certificate of a person or an accreditation of a supplier.",
    licence: "CC BY 4.0; not for unsolicited advertising.",
    columns: &[
        Column("number", Cell::Text, "Number; its last digit is a check digit."),
        Column("kind", Cell::Word("holder_kind"), "Of a person or of a supplier."),
        Column("holder", Cell::Text, "Name of the holder."),
        Column("holder_id", Cell::Uuid, "Id of the holder."),
        Column("scheme", Cell::Text, "Code of the scheme."),
        Column(
            "scheme_version",
            Cell::Number,
            "Version of the scheme under which it was granted.",
        ),
        Column("discipline", Cell::Text, "Code of the discipline."),
        Column("level", Cell::Text, "Code of the level."),
        Column("status", Cell::Word("certificate_status"), "Where it stands."),
        Column("valid_from", Cell::Day, "First day."),
        Column("valid_to", Cell::Day, "Last day."),
        Column(
            "reason",
            Cell::Word("sanction_reason"),
            "Class of the reason of the last sanction.",
        ),
        Column("granted_at", Cell::Instant, "When it was granted."),
        Column("changed_at", Cell::Instant, "When its last step was entered."),
        Column("demo", Cell::Flag, "Invented for demonstration."),
    ],
};

/// A line of the file.
#[derive(Debug, Serialize)]
pub struct Line {
    number: String,
    kind: HolderKind,
    holder: String,
    holder_id: Uuid,
    scheme: String,
    scheme_version: i32,
    discipline: String,
    level: String,
    status: CertificateStatus,
    valid_from: NaiveDate,
    valid_to: NaiveDate,
    reason: Option<SanctionReason>,
    granted_at: DateTime<Utc>,
    changed_at: DateTime<Utc>,
    demo: bool,
}

impl From<Certificate> for Line {
    fn from(one: Certificate) -> Self {
        Self {
            reason: one.events.iter().rev().find_map(|event| event.reason),
            number: one.number,
            kind: one.holder.kind,
            holder: one.holder.name,
            holder_id: one.holder.id,
            scheme: one.scheme,
            scheme_version: one.scheme_version,
            discipline: one.discipline.code,
            level: one.level.code,
            status: one.status,
            valid_from: one.valid_from,
            valid_to: one.valid_to,
            granted_at: one.granted_at,
            changed_at: one.changed_at,
            demo: one.demo,
        }
    }
}

/// The place of a row.
pub const fn key(row: &CertificateRow) -> Key {
    (row.changed_at, row.id)
}

/// Certificates that fit, what changed last first.
pub struct Certificates {
    pub filter: Filter,
    pub today: NaiveDate,
    pub from: Option<Key>,
    pub over: bool,
}

impl Pages for Certificates {
    type Row = Line;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Line>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, &self.filter, self.from, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(key);
        let whole = whole::whole(conn, rows, self.today).await?;
        Ok(whole.into_iter().map(Line::from).collect())
    }
}
