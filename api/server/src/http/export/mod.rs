//! A list in other forms: CSV, NDJSON and XLSX, by suffix or by `Accept`.
//!
//! Whole, without a cap on rows, and of one state of the register. Raw words, stable columns, several values joined by `|`, cells that a spreadsheet would run
//! guarded by an apostrophe.

mod book;
mod form;
mod sheet;
mod stream;
mod text;

pub use form::Form;
pub use sheet::{Cell, Column, ColumnMetadata, Metadata, Sheet};

use super::codes;
use super::problem::AppError;
use crate::app::App;
use crate::db::{Caller, Db};
use actix_web::http::header::CONTENT_DISPOSITION;
use actix_web::{HttpRequest, HttpResponse, HttpResponseBuilder, web};
use bellbuoy_domain::policy::{Denied, Facts, Verb, can};
use diesel_async::AsyncPgConnection;
use serde::Serialize;
use serde_json::Value;
use std::path::PathBuf;
use std::time::Duration;

/// The rows of a list, page by page in its order, each page by the key of the last.
pub trait Pages: 'static {
    type Row: Serialize;
    /// The rows that follow; none when the list is at its end.
    fn next(
        &mut self,
        conn: &mut AsyncPgConnection,
    ) -> impl Future<Output = Result<Vec<Self::Row>, AppError>>;
}

/// What an export may use up.
#[derive(Debug, Clone)]
pub struct Limits {
    /// How long the reader may take for each piece.
    wait: Duration,
    /// Where a spreadsheet is put together.
    folder: PathBuf,
}

impl Limits {
    /// The limits of the settings.
    pub fn of(app: &App) -> Self {
        Self {
            wait: Duration::from_secs(app.config.export_wait.into()),
            folder: app.config.data.join("exports"),
        }
    }
}

/// Sends a list as a file. What fails before the first row is a problem; what fails later breaks the
/// connection, so that a short file is never taken for a whole one.
pub async fn send(
    request: &HttpRequest,
    db: &Db,
    caller: Caller,
    sheet: Sheet,
    pages: impl Pages,
) -> Result<HttpResponse, AppError> {
    let form = Form::asked(request)?;
    let limits = request
        .app_data::<web::Data<Limits>>()
        .ok_or_else(|| AppError::Internal(anyhow::anyhow!("exports have no limits")))?;
    let conn = db.for_long(caller).await?;
    let mut response = head(form, sheet.name);
    if form == Form::Xlsx {
        let file = book::make(conn, sheet.names(), pages, limits.folder.clone()).await?;
        return Ok(response.body(file));
    }
    let body = stream::start(conn, text::Text::new(form, sheet.names()), pages, limits.wait).await?;
    Ok(response.streaming(body))
}

/// Refuses whoever may read a list and not take it away.
pub fn may_export(caller: Caller) -> Result<(), AppError> {
    // Whoever waits is shown what everybody may take along.
    match caller
        .standing()
        .filter(|by| !by.is_guest())
        .map(|by| can(Some(by), Verb::Export, &Facts::default()))
    {
        Some(Err(Denied::Forbidden(why_not))) => Err(AppError::refused(&codes::FORBIDDEN, why_not)),
        _ => Ok(()),
    }
}

/// Sends a short list, such as a vocabulary, from memory.
pub fn respond<T: Serialize>(
    form: Form,
    name: &str,
    sheet: Sheet,
    rows: &[T],
) -> Result<HttpResponse, AppError> {
    let values = values(rows)?;
    let body = match form {
        Form::Xlsx => book::small(&sheet.names(), &values)?,
        _ => text::Text::new(form, sheet.names()).page(&values)?,
    };
    Ok(head(form, name).body(body))
}

/// The lines of a CSV file that is put together in memory.
pub fn lines(columns: &[&'static str], rows: &[Value]) -> Result<Vec<u8>, AppError> {
    text::Text::new(Form::Csv, columns.to_vec()).page(rows)
}

fn head(form: Form, name: &str) -> HttpResponseBuilder {
    let mut response = HttpResponse::Ok();
    response.content_type(form.media_type()).insert_header((
        CONTENT_DISPOSITION,
        format!("attachment; filename=\"{name}.{}\"", form.suffix()),
    ));
    response
}

fn values<T: Serialize>(rows: &[T]) -> Result<Vec<Value>, AppError> {
    rows.iter()
        .map(serde_json::to_value)
        .collect::<Result<_, _>>()
        .map_err(internal)
}

fn internal(error: impl std::error::Error + Send + Sync + 'static) -> AppError {
    AppError::Internal(error.into())
}
