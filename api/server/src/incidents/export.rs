//! The whole list of incidents, page by page.

use super::list::{Filter, IncidentQuery, Reach};
use super::model::IncidentRow;
use super::search::search;
use super::store::{self, Key};
use super::wire::IncidentSummary;
use crate::db::Caller;
use crate::http::export::{Pages, Sheet};
use crate::http::page::MOST;
use crate::http::{AppError, Fault, codes};
use diesel_async::AsyncPgConnection;

/// The file.
pub const SHEET: Sheet = Sheet {
    name: "bellbuoy-incidents",
    columns: &[
        "reference",
        "status",
        "track",
        "series",
        "demo",
        "recorded_month",
        "occurred_on",
        "occurred_precision",
        "title",
        "kind",
        "security_incident",
        "cause",
        "victim_type",
        "vessel_type",
        "sea_region",
        "country",
        "severity",
        "systems",
        "verification",
        "tlp",
        "reported_at",
        "source",
        "summary",
        "id",
    ],
};

/// Incidents that fit a filter, in the order of the list.
pub struct Incidents {
    filter: Filter,
    text: Option<String>,
    ascending: bool,
    from: Option<Key>,
    over: bool,
}

impl Incidents {
    /// What a caller may see of a query.
    pub fn of(query: &IncidentQuery, caller: Caller) -> Result<Self, AppError> {
        if query.updated_since.is_some() {
            let detail =
                "changes are read page by page, in JSON: leave `updated_since` out, or the ending off";
            let fault = Fault::new("?updated_since", codes::BAD_PARAMETER.word, detail);
            return Err(AppError::Query(&codes::BAD_PARAMETER, vec![fault]));
        }
        let mut filter = query.filter()?;
        filter.reach = Reach::of(caller);
        Ok(Self {
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
            self.filter.search = search(conn, &text).await?;
        }
        let rows = store::list(conn, &self.filter, self.from, self.ascending, i64::from(MOST)).await?;
        self.over = rows.len() < usize::from(MOST);
        self.from = rows.last().map(IncidentRow::key);
        Ok(rows.into_iter().map(IncidentSummary::from).collect())
    }
}
