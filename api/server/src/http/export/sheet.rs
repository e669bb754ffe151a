//! What stands in a file: its columns, what each means, and what may be done with the data. The same list
//! makes the file and its description.

use chrono::{DateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;

/// The file a list leaves as: its name without ending, and its columns in their order.
#[derive(Debug, Clone, Copy)]
pub struct Sheet {
    pub name: &'static str,
    /// What a row is.
    pub row: &'static str,
    /// What may be done with the data.
    pub licence: &'static str,
    pub columns: &'static [Column],
}

/// A column: its name, what a cell holds, what it means.
#[derive(Debug, Clone, Copy)]
pub struct Column(pub &'static str, pub Cell, pub &'static str);

/// What a cell holds.
#[derive(Debug, Clone, Copy)]
pub enum Cell {
    Text,
    /// Several texts, joined by `|`.
    Texts,
    Uuid,
    Flag,
    Number,
    /// With a fraction.
    Decimal,
    /// RFC 3339, UTC.
    Instant,
    Day,
    Month,
    /// A word of the vocabulary of this name.
    Word(&'static str),
    /// Several words, joined by `|`.
    Words(&'static str),
}

/// A file and its columns, for programs and people.
#[derive(Debug, Serialize, ToSchema)]
pub struct Metadata {
    /// Name of the file, without ending.
    #[schema(example = "bellbuoy-incidents")]
    pub name: String,
    /// What a row is.
    pub row: String,
    /// What may be done with the data.
    pub licence: String,
    /// A file that is asked for at this instant shows the register as of it.
    pub as_of: DateTime<Utc>,
    /// In the order of CSV and XLSX.
    pub columns: Vec<ColumnMetadata>,
}

/// A column.
#[derive(Debug, Serialize, ToSchema)]
pub struct ColumnMetadata {
    #[schema(example = "severity")]
    pub name: String,
    pub meaning: String,
    /// string, uuid, boolean, integer, number, date-time, date, month or word.
    #[serde(rename = "type")]
    #[schema(example = "word")]
    pub kind: String,
    /// Holds several values, joined by `|`.
    pub several: bool,
    /// UTC for instants.
    pub unit: Option<String>,
    /// Address of the words it takes.
    #[schema(example = "/api/v1/taxonomies/severity")]
    pub vocabulary: Option<String>,
}

impl Sheet {
    /// The names of the columns.
    pub fn names(&self) -> Vec<&'static str> {
        self.columns.iter().map(|column| column.0).collect()
    }

    /// The description of the file.
    pub fn describe(&self, name: &str, now: DateTime<Utc>) -> Metadata {
        Metadata {
            name: name.to_owned(),
            row: self.row.to_owned(),
            licence: self.licence.to_owned(),
            as_of: now,
            columns: self.columns.iter().map(Column::describe).collect(),
        }
    }
}

impl Column {
    fn describe(&self) -> ColumnMetadata {
        let Self(name, cell, meaning) = *self;
        let (kind, several, vocabulary) = match cell {
            Cell::Text => ("string", false, None),
            Cell::Texts => ("string", true, None),
            Cell::Uuid => ("uuid", false, None),
            Cell::Flag => ("boolean", false, None),
            Cell::Number => ("integer", false, None),
            Cell::Decimal => ("number", false, None),
            Cell::Instant => ("date-time", false, None),
            Cell::Day => ("date", false, None),
            Cell::Month => ("month", false, None),
            Cell::Word(of) => ("word", false, Some(of)),
            Cell::Words(of) => ("word", true, Some(of)),
        };
        ColumnMetadata {
            name: name.to_owned(),
            meaning: meaning.to_owned(),
            kind: kind.to_owned(),
            several,
            unit: (kind == "date-time").then(|| "UTC".to_owned()),
            vocabulary: vocabulary.map(|of| format!("/api/v1/taxonomies/{of}")),
        }
    }
}
