//! A list in other forms: CSV, NDJSON and XLSX, by suffix or by `Accept`. Raw words, stable columns,
//! several values joined by `|`, cells that a spreadsheet would run guarded by an apostrophe.

use super::codes;
use super::problem::AppError;
use actix_web::http::header::{ACCEPT, CONTENT_DISPOSITION};
use actix_web::{HttpRequest, HttpResponse};
use bellbuoy_exchange::csv_guard;
use serde::Serialize;
use serde_json::Value;

/// A form in which a list can leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Json,
    Csv,
    Ndjson,
    Xlsx,
}

impl Form {
    /// The form asked for by the suffix of the path, else by `Accept`.
    pub fn asked(request: &HttpRequest) -> Result<Self, AppError> {
        let path = request.path();
        for (suffix, form) in [
            (".csv", Self::Csv),
            (".ndjson", Self::Ndjson),
            (".xlsx", Self::Xlsx),
        ] {
            if path.ends_with(suffix) {
                return Ok(form);
            }
        }
        let accept = request
            .headers()
            .get(ACCEPT)
            .and_then(|value| value.to_str().ok())
            .unwrap_or("*/*");
        accept
            .split(',')
            .filter_map(|part| part.split(';').next())
            .find_map(|kind| match kind.trim() {
                "*/*" | "application/json" | "application/*" | "text/html" | "" => Some(Self::Json),
                "text/csv" | "text/*" => Some(Self::Csv),
                "application/x-ndjson" => Some(Self::Ndjson),
                XLSX => Some(Self::Xlsx),
                _ => None,
            })
            .ok_or_else(|| {
                AppError::refused(
                    &codes::NOT_ACCEPTABLE,
                    format!("offered: application/json, text/csv, application/x-ndjson, {XLSX}"),
                )
            })
    }

    /// How many rows a list in this form may read at once.
    pub const fn is_export(self) -> bool {
        !matches!(self, Self::Json)
    }
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/// Writes `rows` as a file called `name`; the columns are `columns` in their order.
pub fn respond<T: Serialize>(
    form: Form,
    name: &str,
    columns: &[&str],
    rows: &[T],
) -> Result<HttpResponse, AppError> {
    let values: Vec<Value> = rows
        .iter()
        .map(serde_json::to_value)
        .collect::<Result<_, _>>()
        .map_err(internal)?;
    let (kind, suffix, body) = match form {
        Form::Json | Form::Ndjson => ("application/x-ndjson", "ndjson", ndjson(&values)?),
        Form::Csv => ("text/csv; charset=utf-8", "csv", csv(columns, &values)?),
        Form::Xlsx => (XLSX, "xlsx", xlsx(columns, &values)?),
    };
    Ok(HttpResponse::Ok()
        .content_type(kind)
        .insert_header((
            CONTENT_DISPOSITION,
            format!("attachment; filename=\"{name}.{suffix}\""),
        ))
        .body(body))
}

fn ndjson(values: &[Value]) -> Result<Vec<u8>, AppError> {
    let mut out = Vec::new();
    for value in values {
        serde_json::to_writer(&mut out, value).map_err(internal)?;
        out.push(b'\n');
    }
    Ok(out)
}

fn csv(columns: &[&str], values: &[Value]) -> Result<Vec<u8>, AppError> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(columns).map_err(internal)?;
    for value in values {
        let row = columns
            .iter()
            .map(|column| csv_guard::guard(&cell(value, column)).into_owned());
        writer.write_record(row).map_err(internal)?;
    }
    writer
        .into_inner()
        .map_err(|error| AppError::Internal(anyhow::anyhow!("csv: {error}")))
}

fn xlsx(columns: &[&str], values: &[Value]) -> Result<Vec<u8>, AppError> {
    let mut book = rust_xlsxwriter::Workbook::new();
    let sheet = book.add_worksheet();
    for (at, column) in (0_u16..).zip(columns) {
        sheet.write_string(0, at, *column).map_err(internal)?;
        for (line, value) in (1_u32..).zip(values) {
            sheet
                .write_string(line, at, cell(value, column))
                .map_err(internal)?;
        }
    }
    book.save_to_buffer().map_err(internal)
}

/// The text of one cell; a dotted column reaches into an object.
fn cell(value: &Value, column: &str) -> String {
    let found = column.split('.').try_fold(value, |value, key| value.get(key));
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

fn internal(error: impl std::error::Error + Send + Sync + 'static) -> AppError {
    AppError::Internal(error.into())
}
