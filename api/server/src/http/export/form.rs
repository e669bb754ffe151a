//! The forms in which a list can leave.

use crate::http::codes;
use crate::http::problem::AppError;
use actix_web::HttpRequest;
use actix_web::http::header::ACCEPT;

/// A form in which a list can leave.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Json,
    Csv,
    Ndjson,
    Xlsx,
}

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

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

    /// Whether the whole list is meant, and not a page.
    pub const fn is_export(self) -> bool {
        !matches!(self, Self::Json)
    }

    /// What the answer calls itself.
    pub const fn media_type(self) -> &'static str {
        match self {
            Self::Json | Self::Ndjson => "application/x-ndjson",
            Self::Csv => "text/csv; charset=utf-8",
            Self::Xlsx => XLSX,
        }
    }

    /// How a file of this form ends.
    pub const fn suffix(self) -> &'static str {
        match self {
            Self::Json | Self::Ndjson => "ndjson",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
        }
    }
}
