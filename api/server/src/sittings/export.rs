//! All sittings, page by page.

use super::shown;
use super::store::{self, Filter, Key};
use super::wire::Sitting;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use bellbuoy_domain::certification::SittingKind;
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use serde::Serialize;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-sittings",
    row: "An exam, a training or a workshop.",
    licence: "CC BY 4.0.",
    columns: &[
        Column("id", Cell::Uuid, "Id of the sitting."),
        Column("kind", Cell::Word("sitting_kind"), "Exam, training or workshop."),
        Column("title", Cell::Text, "Title."),
        Column("scheme", Cell::Text, "Code of the scheme."),
        Column(
            "requirement",
            Cell::Text,
            "Code of the requirement that is met by it.",
        ),
        Column("starts_at", Cell::Instant, "When it begins."),
        Column("ends_at", Cell::Instant, "When it ends."),
        Column("time_zone", Cell::Text, "Time zone of its place."),
        Column("port", Cell::Text, "UN/LOCODE of the port."),
        Column("country", Cell::Text, "Country of the port."),
        Column("place", Cell::Text, "Where exactly."),
        Column(
            "online",
            Cell::Flag,
            "Whether one can take part over the network.",
        ),
        Column("seats", Cell::Number, "How many seats there are."),
        Column("free", Cell::Number, "How many of them can be booked."),
        Column("waiting", Cell::Number, "How many wait for one."),
        Column("book_until", Cell::Instant, "Until when seats are booked."),
        Column(
            "hours",
            Cell::Decimal,
            "Hours that count as professional development.",
        ),
        Column("cancelled_at", Cell::Instant, "When it was cancelled."),
        Column("demo", Cell::Flag, "Invented for demonstration."),
    ],
};

/// A line of the file.
#[derive(Debug, Serialize)]
pub struct Line {
    id: Uuid,
    kind: SittingKind,
    title: String,
    scheme: Option<String>,
    requirement: Option<String>,
    starts_at: DateTime<Utc>,
    ends_at: DateTime<Utc>,
    time_zone: String,
    port: Option<String>,
    country: Option<String>,
    place: Option<String>,
    online: bool,
    seats: i16,
    free: i16,
    waiting: i32,
    book_until: DateTime<Utc>,
    hours: f64,
    cancelled_at: Option<DateTime<Utc>>,
    demo: bool,
}

impl From<Sitting> for Line {
    fn from(one: Sitting) -> Self {
        let (scheme, requirement) = one.requirement.map(|met| (met.scheme, met.code)).unzip();
        let (port, country) = one.port.map(|port| (port.code, port.country)).unzip();
        Self {
            id: one.id,
            kind: one.kind,
            title: one.title,
            scheme,
            requirement,
            starts_at: one.starts_at,
            ends_at: one.ends_at,
            time_zone: one.time_zone,
            port,
            country,
            place: one.place,
            online: one.online,
            seats: one.seats,
            free: one.free,
            waiting: one.waiting,
            book_until: one.book_until,
            hours: one.hours,
            cancelled_at: one.cancelled_at,
            demo: one.demo,
        }
    }
}

/// Sittings that fit, in the order of the list.
pub struct Sittings {
    pub filter: Filter,
    pub now: DateTime<Utc>,
    pub from: Option<Key>,
    pub over: bool,
}

impl Pages for Sittings {
    type Row = Line;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Line>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let rows = store::list(conn, &self.filter, self.from, false, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(|row| (row.starts_at, row.id));
        let shown = shown::shown(conn, rows, None, self.now).await?;
        Ok(shown.into_iter().map(Line::from).collect())
    }
}
