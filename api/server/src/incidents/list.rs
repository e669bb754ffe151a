//! The filter of incident lists: one query string serves the list, its exports and saved views.

use crate::db::Caller;
use crate::http::codes;
use crate::http::problem::{AppError, Fault};
use crate::http::words::{left_out, month, words};
use bellbuoy_domain::incident::{
    IncidentKind, IncidentStatus, Series, Severity, Track, VerificationLevel, VictimType,
};
use bellbuoy_domain::marking::Audience;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::policy::{Facts, audience};
use bellbuoy_domain::system::System;
use chrono::NaiveDate;
use serde::Deserialize;
use utoipa::IntoParams;
use uuid::Uuid;

/// Query parameters of incident lists; several words of one parameter are separated by commas and mean *or*.
#[derive(Debug, Default, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct IncidentQuery {
    /// Items on the page, 1 to 500.
    #[param(minimum = 1, maximum = 500)]
    pub limit: Option<u16>,
    /// From `next` or `prev` of another page.
    pub cursor: Option<String>,
    /// Count all that fit, exactly up to 10,000.
    pub with_total: Option<bool>,
    /// `-recorded_month` (newest first, the usual) or `recorded_month`.
    pub sort: Option<String>,
    /// Where it stands in review.
    #[param(example = "submitted,in_triage")]
    pub status: Option<String>,
    /// How it came in.
    pub track: Option<String>,
    /// Which series counts it.
    pub series: Option<String>,
    /// What happened.
    pub kind: Option<String>,
    pub severity: Option<String>,
    pub verification: Option<String>,
    pub victim_type: Option<String>,
    pub sea_region: Option<String>,
    /// Any of these systems was hit.
    pub system: Option<String>,
    /// None of these; so for each of the following.
    #[param(example = "refused,withdrawn,duplicate")]
    pub status_ne: Option<String>,
    pub track_ne: Option<String>,
    pub series_ne: Option<String>,
    pub kind_ne: Option<String>,
    pub severity_ne: Option<String>,
    pub verification_ne: Option<String>,
    pub victim_type_ne: Option<String>,
    /// None of these; an incident without a region is in.
    pub sea_region_ne: Option<String>,
    /// Recorded in this month or later, as `2026-01`.
    #[param(example = "2026-01")]
    pub month_gte: Option<String>,
    /// Recorded in this month or earlier.
    pub month_lte: Option<String>,
    /// What changed since: `0` for all, or the `position` of an answer before. In the order of the changes;
    /// an incident that changed again comes again. None is ever deleted: what leaves stays as
    /// `refused`, `withdrawn` or `duplicate`, so leave `status` out to learn of it.
    #[param(example = "0")]
    pub updated_since: Option<String>,
    /// Words of title and summary.
    #[param(max_length = 200)]
    pub q: Option<String>,
}

/// How a text search is carried out.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Search {
    #[default]
    None,
    /// Rows found through the text index.
    Few(Vec<Uuid>),
    /// A common word: checked row by row in the order of the list.
    Common(String),
}

/// What a caller can see at most. The database decides (row-level security); this says the same in a
/// form that it can answer from an index, branch by branch.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Reach {
    #[default]
    All,
    /// The reports of an organisation, and what is publicly known.
    Member(Option<Uuid>),
}

impl Reach {
    /// The reach of a caller.
    pub fn of(caller: Caller) -> Self {
        match caller {
            Caller::Person {
                standing,
                organisation,
                ..
            } if audience(standing.role, &Facts::default()) == Audience::Member => Self::Member(organisation),
            _ => Self::All,
        }
    }
}

/// The filter, parsed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Filter {
    pub status: Option<Vec<IncidentStatus>>,
    pub track: Option<Vec<Track>>,
    pub series: Option<Vec<Series>>,
    pub kind: Option<Vec<IncidentKind>>,
    pub severity: Option<Vec<Severity>>,
    pub verification: Option<Vec<VerificationLevel>>,
    pub victim_type: Option<Vec<VictimType>>,
    pub sea_region: Option<Vec<SeaRegion>>,
    pub system: Option<Vec<System>>,
    pub status_ne: Option<Vec<IncidentStatus>>,
    pub track_ne: Option<Vec<Track>>,
    pub series_ne: Option<Vec<Series>>,
    pub kind_ne: Option<Vec<IncidentKind>>,
    pub severity_ne: Option<Vec<Severity>>,
    pub verification_ne: Option<Vec<VerificationLevel>>,
    pub victim_type_ne: Option<Vec<VictimType>>,
    pub sea_region_ne: Option<Vec<SeaRegion>>,
    pub month_gte: Option<NaiveDate>,
    pub month_lte: Option<NaiveDate>,
    pub search: Search,
    pub reach: Reach,
}

impl Filter {
    /// Whether nothing is left out, by words or by who asks, beside what the search leaves out.
    pub fn is_bare(&self) -> bool {
        let bare = Self {
            search: self.search.clone(),
            ..Self::default()
        };
        *self == bare
    }
}

impl IncidentQuery {
    /// Reads the words; every unknown one is a fault.
    pub fn filter(&self) -> Result<Filter, AppError> {
        let mut faults = Vec::new();
        let filter = Filter {
            status: words("status", self.status.as_deref(), &mut faults),
            track: words("track", self.track.as_deref(), &mut faults),
            series: words("series", self.series.as_deref(), &mut faults),
            kind: words("kind", self.kind.as_deref(), &mut faults),
            severity: words("severity", self.severity.as_deref(), &mut faults),
            verification: words("verification", self.verification.as_deref(), &mut faults),
            victim_type: words("victim_type", self.victim_type.as_deref(), &mut faults),
            sea_region: words("sea_region", self.sea_region.as_deref(), &mut faults),
            system: words("system", self.system.as_deref(), &mut faults),
            status_ne: left_out("status_ne", self.status_ne.as_deref(), &mut faults),
            track_ne: left_out("track_ne", self.track_ne.as_deref(), &mut faults),
            series_ne: left_out("series_ne", self.series_ne.as_deref(), &mut faults),
            kind_ne: left_out("kind_ne", self.kind_ne.as_deref(), &mut faults),
            severity_ne: left_out("severity_ne", self.severity_ne.as_deref(), &mut faults),
            verification_ne: left_out("verification_ne", self.verification_ne.as_deref(), &mut faults),
            victim_type_ne: left_out("victim_type_ne", self.victim_type_ne.as_deref(), &mut faults),
            sea_region_ne: left_out("sea_region_ne", self.sea_region_ne.as_deref(), &mut faults),
            month_gte: month("month_gte", self.month_gte.as_deref(), &mut faults),
            month_lte: month("month_lte", self.month_lte.as_deref(), &mut faults),
            search: Search::None,
            reach: Reach::All,
        };
        if self.q.as_ref().is_some_and(|q| q.len() > 200 || q.contains('\0')) {
            faults.push(Fault::new(
                "?q",
                codes::BAD_PARAMETER.word,
                "`q` has to be at most 200 characters of text",
            ));
        }
        if faults.is_empty() {
            Ok(filter)
        } else {
            Err(AppError::Query(&codes::BAD_PARAMETER, faults))
        }
    }

    /// The words to look for, if there are any.
    pub fn text(&self) -> Option<&str> {
        self.q.as_deref().map(str::trim).filter(|text| !text.is_empty())
    }

    /// Whether the same index serves this list best whatever the words of its filter are, so that it may be planned
    /// once for all: that of the organisation, of one status or of one kind. Hardly any incident may be `submitted`,
    /// and a list of a kind must not be walked to find those; nearly all are `accepted`.
    pub fn has_one_way(&self, reach: Reach) -> bool {
        let single = |words: &Option<String>| words.as_deref().is_none_or(|words| !words.contains(','));
        let picks = self.status.as_deref().is_some_and(|status| status != "accepted");
        let fixed = single(&self.status) && single(&self.kind) && !(picks && self.kind.is_some());
        self.text().is_none() && (fixed || matches!(reach, Reach::Member(_)))
    }

    /// Whether the oldest come first.
    pub fn ascending(&self) -> Result<bool, AppError> {
        match self.sort.as_deref() {
            None | Some("-recorded_month" | "-recorded_month,-id") => Ok(false),
            Some("recorded_month" | "recorded_month,id") => Ok(true),
            Some(_) => {
                let fault = Fault::new(
                    "?sort",
                    codes::BAD_PARAMETER.word,
                    "the list is sorted by month and id only, so that no order tells when somebody reported",
                );
                Err(AppError::Query(
                    &codes::BAD_PARAMETER,
                    vec![fault.accepted(["-recorded_month", "recorded_month"])],
                ))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(query: &str) -> IncidentQuery {
        serde_urlencoded::from_str(query).unwrap()
    }

    #[test]
    fn only_a_list_that_one_index_serves_is_planned_for_all_its_words() {
        for query in [
            "",
            "status=submitted",
            "kind=intrusion&status=accepted",
            "severity=low&kind=other",
        ] {
            assert!(asked(query).has_one_way(Reach::All), "{query}");
        }
        for query in [
            "kind=intrusion&status=submitted",
            "status=submitted,in_triage",
            "kind=other,intrusion",
        ] {
            assert!(!asked(query).has_one_way(Reach::All), "{query}");
            assert!(asked(query).has_one_way(Reach::Member(None)), "{query}");
        }
        assert!(!asked("q=gps").has_one_way(Reach::Member(None)));
    }
}
