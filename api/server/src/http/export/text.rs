//! Rows as lines: CSV with a head and guarded cells, or NDJSON.

use super::form::Form;
use super::internal;
use crate::http::problem::AppError;
use bellbuoy_exchange::csv_guard;
use serde_json::Value;

/// Writes pages of rows one after the other.
#[derive(Debug)]
pub struct Text {
    csv: bool,
    columns: Vec<&'static str>,
    begun: bool,
}

impl Text {
    /// A file in this form.
    pub const fn new(form: Form, columns: Vec<&'static str>) -> Self {
        Self {
            csv: matches!(form, Form::Csv),
            columns,
            begun: false,
        }
    }

    /// The lines of a page; before the first stands the head.
    pub fn page(&mut self, rows: &[Value]) -> Result<Vec<u8>, AppError> {
        let first = !std::mem::replace(&mut self.begun, true);
        if self.csv {
            return self.csv(first, rows);
        }
        let mut out = Vec::new();
        for row in rows {
            serde_json::to_writer(&mut out, row).map_err(internal)?;
            out.push(b'\n');
        }
        Ok(out)
    }

    fn csv(&self, first: bool, rows: &[Value]) -> Result<Vec<u8>, AppError> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        if first {
            writer.write_record(&self.columns).map_err(internal)?;
        }
        for row in rows {
            let cells = self
                .columns
                .iter()
                .map(|column| csv_guard::guard(&cell(row, column)).into_owned());
            writer.write_record(cells).map_err(internal)?;
        }
        writer
            .into_inner()
            .map_err(|error| AppError::Internal(anyhow::anyhow!("csv: {error}")))
    }
}

/// The text of one cell; a dotted column reaches into an object.
pub fn cell(row: &Value, column: &str) -> String {
    let found = column.split('.').try_fold(row, |value, key| value.get(key));
    found.map(text).unwrap_or_default()
}

fn text(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        Value::Array(items) => items.iter().map(text).collect::<Vec<_>>().join("|"),
        other => other.to_string(),
    }
}
