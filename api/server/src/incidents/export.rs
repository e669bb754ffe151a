//! The whole list of incidents, page by page.

use super::list::{Filter, IncidentQuery, Reach};
use super::model::IncidentRow;
use super::search::search;
use super::store::{self, Key};
use super::wire::IncidentSummary;
use crate::app::App;
use crate::db::Caller;
use crate::http::export::{Cell, Column, Pages, Sheet};
use crate::http::page::MOST;
use crate::http::{AppError, Fault, codes};
use diesel_async::AsyncPgConnection;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-incidents",
    row: "An incident, once.",
    licence: "Row by row as `tlp` says (Traffic Light Protocol 2.0): no wider than the marking of the row. No further licence is given.",
    columns: &[
        Column(
            "reference",
            Cell::Text,
            "Short name for people; tells neither count nor order.",
        ),
        Column(
            "status",
            Cell::Word("incident_status"),
            "Where it stands in review.",
        ),
        Column("track", Cell::Word("track"), "How it came in."),
        Column(
            "series",
            Cell::Word("series"),
            "Which series counts it; the two are never added up.",
        ),
        Column("demo", Cell::Flag, "Invented, for showing the site."),
        Column(
            "recorded_month",
            Cell::Month,
            "Month in which it was recorded; no finer, so that nobody learns when somebody reported.",
        ),
        Column(
            "occurred_on",
            Cell::Day,
            "Day of the occurrence, or the first day of the period that `occurred_precision` names.",
        ),
        Column(
            "occurred_precision",
            Cell::Word("occurred_precision"),
            "How exactly the day is known.",
        ),
        Column("title", Cell::Text, "One line."),
        Column(
            "kind",
            Cell::Word("incident_kind"),
            "What happened, in the words of the report form.",
        ),
        Column(
            "security_incident",
            Cell::Word("security_incident"),
            "Whether it is a security incident, or only looked like one.",
        ),
        Column("cause", Cell::Word("cause"), "Whether somebody meant it."),
        Column("victim_type", Cell::Word("victim_type"), "Whom it hit."),
        Column(
            "vessel_type",
            Cell::Word("vessel_type"),
            "Type of the ship, where a ship was hit.",
        ),
        Column(
            "sea_region",
            Cell::Word("sea_region"),
            "Where; empty when it is not known or not at sea.",
        ),
        Column("country", Cell::Text, "ISO 3166-1 alpha-2."),
        Column(
            "severity",
            Cell::Word("severity"),
            "How bad it was, over all axes.",
        ),
        Column(
            "systems",
            Cell::Words("system"),
            "What was hit on board or ashore.",
        ),
        Column(
            "verification",
            Cell::Word("verification_level"),
            "How well the report is backed.",
        ),
        Column("tlp", Cell::Word("tlp"), "To whom the row may be shown."),
        Column(
            "reported_at",
            Cell::Instant,
            "When it was reported; only for reports by name.",
        ),
        Column(
            "source",
            Cell::Text,
            "Where a publicly known incident is known from.",
        ),
        Column(
            "summary",
            Cell::Text,
            "What happened, in the reporter's or the analyst's words.",
        ),
        Column("id", Cell::Uuid, "Id; version 4, so that it tells no time."),
    ],
};

/// Incidents that fit a filter, in the order of the list.
pub struct Incidents {
    app: App,
    filter: Filter,
    text: Option<String>,
    ascending: bool,
    from: Option<Key>,
    over: bool,
}

impl Incidents {
    /// What a caller may see of a query.
    pub fn of(app: &App, query: &IncidentQuery, caller: Caller) -> Result<Self, AppError> {
        if query.updated_since.is_some() {
            let detail =
                "changes are read page by page, in JSON: leave `updated_since` out, or the ending off";
            let fault = Fault::new("?updated_since", codes::BAD_PARAMETER.word, detail);
            return Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]));
        }
        let mut filter = query.filter()?;
        filter.reach = Reach::of(caller);
        Ok(Self {
            app: app.clone(),
            filter,
            text: query.text().map(str::to_owned),
            ascending: query.ascending()?,
            from: None,
            over: false,
        })
    }
}

impl Pages for Incidents {
    type Row = IncidentSummary;

    async fn next(&mut self, conn: &mut AsyncPgConnection) -> Result<Vec<IncidentSummary>, AppError> {
        if self.over {
            return Ok(Vec::new());
        }
        if let Some(text) = self.text.take() {
            self.filter.search = search(&self.app, conn, &text, None).await?;
        }
        let rows = store::list(conn, &self.filter, self.from, self.ascending, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(IncidentRow::key);
        Ok(rows.into_iter().map(IncidentSummary::from).collect())
    }
}
