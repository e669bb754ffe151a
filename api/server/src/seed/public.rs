//! Publicly known incidents, read from the table in `seed/`. What the words of the table mean, and
//! which rows were corrected, stands beside it in `seed/README.md`.

use crate::incidents::wire::{AffectedService, IncidentCreate};
use bellbuoy_domain::incident::{Service, ServiceState, VerificationLevel};
use bellbuoy_domain::vocabulary::Vocabulary;
use chrono::NaiveDate;
use csv::StringRecord;

const TABLE: &str = include_str!("../../seed/public_incidents.csv");

/// Words a source may begin with, and whether it speaks for the victim or for an authority.
const SOURCES: &[(&str, bool)] = &[
    ("company statement", true),
    ("organisation statement", true),
    ("authority statement", true),
    ("safety alert", true),
    ("regulatory filing", true),
    ("press", false),
    ("research report", false),
    ("industry report", false),
];

/// One row of the table.
#[derive(Debug, Clone)]
pub struct PublicIncident {
    pub facts: IncidentCreate,
    pub verification: VerificationLevel,
    pub source: String,
}

/// A cell that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("public incidents, row {row}, column `{column}`: {detail}")]
pub struct Unreadable {
    /// Line of the file, the head being the first.
    row: u64,
    column: String,
    detail: String,
}

/// Every publicly known incident.
///
/// # Errors
/// The first cell that does not fit, with its row and column.
pub fn incidents() -> Result<Vec<PublicIncident>, Unreadable> {
    read(TABLE)
}

fn read(table: &str) -> Result<Vec<PublicIncident>, Unreadable> {
    let mut reader = csv::Reader::from_reader(table.as_bytes());
    let broken = |error: csv::Error| Unreadable {
        row: error.position().map_or(1, csv::Position::line),
        column: "-".to_owned(),
        detail: error.to_string(),
    };
    let head = reader.headers().map_err(broken)?.clone();
    reader
        .records()
        .map(|record| {
            let cells = record.map_err(broken)?;
            Row {
                line: cells.position().map_or(0, csv::Position::line),
                head: &head,
                cells: &cells,
            }
            .incident()
        })
        .collect()
}

struct Row<'a> {
    line: u64,
    head: &'a StringRecord,
    cells: &'a StringRecord,
}

impl Row<'_> {
    fn incident(&self) -> Result<PublicIncident, Unreadable> {
        Ok(PublicIncident {
            facts: self.facts()?,
            verification: self.verification()?,
            source: self.text("source")?.to_owned(),
        })
    }

    fn facts(&self) -> Result<IncidentCreate, Unreadable> {
        Ok(IncidentCreate {
            title: self.text("title")?.to_owned(),
            summary: self.text("summary")?.to_owned(),
            kind: self.word("kind")?,
            occurred_on: self.day("occurred_on")?,
            occurred_precision: self.word("occurred_precision")?,
            victim_type: self.word("victim_type")?,
            severity: self.word("severity")?,
            security_incident: self.maybe("security_incident")?,
            cause: self.maybe("cause")?,
            classification: self.maybe("classification")?,
            incident_type: self.maybe("incident_type")?,
            vessel_type: None,
            size_band: None,
            sea_region: self.maybe("sea_region")?,
            country: self.code("country")?,
            unlocode: self.code("unlocode")?,
            severity_axes: None,
            reporter_role: None,
            actor: self.maybe("actor")?,
            motive: self.maybe("motive")?,
            backups: None,
            workaround: None,
            systems: self.words("systems")?,
            services: self.words("services")?.into_iter().map(past).collect(),
            attributes: self.words("attributes")?,
            containment: Vec::new(),
            crime_links: self.words("crime_links")?,
            techniques: Vec::new(),
        })
    }

    fn verification(&self) -> Result<VerificationLevel, Unreadable> {
        let mut official = false;
        for source in self.text("source")?.split("; ") {
            let (_, speaks) = SOURCES
                .iter()
                .find(|(word, _)| {
                    source
                        .strip_prefix(word)
                        .is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
                })
                .ok_or_else(|| {
                    self.fault(
                        "source",
                        format!("`{source}` begins with none of the words for a source"),
                    )
                })?;
            official |= *speaks;
        }
        Ok(if official {
            VerificationLevel::OfficiallyConfirmed
        } else {
            VerificationLevel::EvidenceConfirmed
        })
    }

    fn fault(&self, column: &str, detail: impl Into<String>) -> Unreadable {
        Unreadable {
            row: self.line,
            column: column.to_owned(),
            detail: detail.into(),
        }
    }

    /// The cell, which may be empty.
    fn cell(&self, column: &str) -> Result<&str, Unreadable> {
        self.head
            .iter()
            .position(|name| name == column)
            .and_then(|index| self.cells.get(index))
            .map(str::trim)
            .ok_or_else(|| self.fault(column, "the table has no such column"))
    }

    fn text(&self, column: &str) -> Result<&str, Unreadable> {
        match self.cell(column)? {
            "" => Err(self.fault(column, "has to be filled")),
            text => Ok(text),
        }
    }

    fn code(&self, column: &str) -> Result<Option<String>, Unreadable> {
        Ok(Some(self.cell(column)?)
            .filter(|code| !code.is_empty())
            .map(str::to_owned))
    }

    fn day(&self, column: &str) -> Result<NaiveDate, Unreadable> {
        let text = self.text(column)?;
        text.parse()
            .map_err(|error| self.fault(column, format!("`{text}` is not a day as 2017-06-27: {error}")))
    }

    fn parse<V: Vocabulary>(&self, column: &str, text: &str) -> Result<V, Unreadable> {
        V::parse(text).map_err(|error| self.fault(column, error.to_string()))
    }

    fn word<V: Vocabulary>(&self, column: &str) -> Result<V, Unreadable> {
        self.parse(column, self.text(column)?)
    }

    fn maybe<V: Vocabulary>(&self, column: &str) -> Result<Option<V>, Unreadable> {
        match self.cell(column)? {
            "" => Ok(None),
            text => self.parse(column, text).map(Some),
        }
    }

    fn words<V: Vocabulary>(&self, column: &str) -> Result<Vec<V>, Unreadable> {
        self.cell(column)?
            .split('|')
            .filter(|word| !word.is_empty())
            .map(|word| self.parse(column, word))
            .collect()
    }
}

/// A service that was hit in a past incident; the table has no times.
fn past(service: Service) -> AffectedService {
    AffectedService {
        service,
        state: ServiceState::Restored,
        down_at: None,
        restored_at: None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use bellbuoy_domain::incident::OccurredPrecision;
    use chrono::Datelike;

    #[test]
    fn every_row_reads() {
        assert_eq!(incidents().unwrap().len(), 45);
    }

    #[test]
    fn a_period_is_given_by_its_first_day_and_a_type_by_its_class() {
        for PublicIncident { facts, .. } in incidents().unwrap() {
            let first = match facts.occurred_precision {
                OccurredPrecision::Day => true,
                OccurredPrecision::Month => facts.occurred_on.day() == 1,
                OccurredPrecision::Year => facts.occurred_on.ordinal() == 1,
                OccurredPrecision::Week | OccurredPrecision::Quarter => false,
            };
            assert!(first, "{}", facts.title);
            assert!(
                facts
                    .incident_type
                    .is_none_or(|kind| Some(kind.parent()) == facts.classification),
                "{}",
                facts.title
            );
        }
    }

    #[test]
    fn no_event_stands_twice() {
        let mut titles: Vec<_> = incidents()
            .unwrap()
            .into_iter()
            .map(|row| row.facts.title)
            .collect();
        let n = titles.len();
        titles.sort();
        titles.dedup();
        assert_eq!(titles.len(), n);
    }

    #[test]
    fn an_unknown_word_is_named_with_its_row_and_column() {
        let fault = read(&TABLE.replacen(",cargo_fraud,", ",cargo_froud,", 1)).unwrap_err();
        assert_eq!((fault.row, fault.column.as_str()), (2, "kind"));
        assert!(fault.to_string().contains("cargo_froud"), "{fault}");
    }

    #[test]
    fn an_unknown_source_is_refused() {
        let fault = read(&TABLE.replacen("industry report (", "hearsay (", 1)).unwrap_err();
        assert_eq!(fault.column, "source");
    }
}
