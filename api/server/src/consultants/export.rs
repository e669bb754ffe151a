//! The register, page by page.

use super::register::Filter;
use super::search::{self, Key, Wanted};
use super::wire::ConsultantEntry;
use crate::db::common::Common;
use crate::http::AppError;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use serde::Serialize;
use std::sync::Arc;
use uuid::Uuid;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-consultants",
    row: "A person with at least one certificate in force who wants to be found.",
    licence: "CC BY 4.0; not for unsolicited advertising.",
    columns: &[
        Column("name", Cell::Text, "Name as it stands on certificates."),
        Column("headline", Cell::Text, "One line about the work."),
        Column(
            "unlocode",
            Cell::Text,
            "UN/LOCODE of the port next to which the person works.",
        ),
        Column("place", Cell::Text, "Name of that port."),
        Column("country", Cell::Text, "Country of that port, ISO 3166-1 alpha-2."),
        Column("languages", Cell::Texts, "Working languages, ISO 639-1."),
        Column("modes", Cell::Words("work_mode"), "On site or remote."),
        Column(
            "available_from",
            Cell::Day,
            "From when the person can be engaged; empty if that is not said.",
        ),
        Column("suppliers", Cell::Texts, "Firms the person works for today."),
        Column(
            "certificates",
            Cell::Texts,
            "Certificates in force, each as number, discipline, level and last day, separated by spaces.",
        ),
        Column(
            "distance",
            Cell::Number,
            "Nautical miles from the port asked for, great circle.",
        ),
        Column("id", Cell::Uuid, "Id."),
    ],
};

/// A line of the file.
#[derive(Debug, Serialize)]
pub struct Line {
    name: String,
    headline: Option<String>,
    unlocode: String,
    place: String,
    country: String,
    languages: Vec<String>,
    modes: Vec<bellbuoy_domain::certification::WorkMode>,
    available_from: Option<NaiveDate>,
    suppliers: Vec<String>,
    certificates: Vec<String>,
    distance: Option<f64>,
    id: Uuid,
}

impl From<ConsultantEntry> for Line {
    fn from(entry: ConsultantEntry) -> Self {
        Self {
            name: entry.name,
            headline: entry.headline,
            unlocode: entry.base.unlocode,
            place: entry.base.name,
            country: entry.country,
            languages: entry.languages,
            modes: entry.modes,
            available_from: entry.available_from,
            suppliers: entry.suppliers.into_iter().map(|one| one.name).collect(),
            certificates: entry
                .certificates
                .into_iter()
                .map(|one| format!("{} {} {} {}", one.number, one.discipline, one.level, one.valid_to))
                .collect(),
            distance: entry.distance,
            id: entry.id,
        }
    }
}

/// Everybody who fits.
pub struct Register {
    pub filter: Filter,
    pub today: NaiveDate,
    pub common: Arc<Common>,
    pub from: Option<Key>,
    pub over: bool,
}

impl Pages for Register {
    type Row = Line;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<Line>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        let wanted = Wanted {
            from: self.from.clone(),
            back: false,
            limit: i64::from(MOST),
            today: self.today,
        };
        let rows = search::list(conn, &self.common, &self.filter, &wanted).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(search::key);
        let near = self.filter.near.is_some();
        rows.into_iter()
            .map(|(row, far)| {
                ConsultantEntry::of(row, near.then_some(far))
                    .map(Line::from)
                    .map_err(|error| AppError::Internal(error.into()))
            })
            .collect()
    }
}
