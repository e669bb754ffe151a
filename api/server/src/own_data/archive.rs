//! The archive: each part as JSON and CSV, a word to the reader, and the checksums of all.

use super::kept::KEPT;
use super::parts::Part;
use crate::http::AppError;
use crate::http::export::lines;
use chrono::{DateTime, Utc};
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::fmt::Write as _;
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Packs the rows of each part.
///
/// # Errors
/// Never with rows that came from the database.
pub fn pack(rows: &[(&Part, Vec<Value>)], at: DateTime<Utc>) -> Result<Vec<u8>, AppError> {
    let mut files = vec![("README.txt".to_owned(), readme(rows, at).into_bytes())];
    for (part, rows) in rows {
        let json = serde_json::to_vec_pretty(rows).map_err(internal)?;
        files.push((format!("{}.json", part.name), json));
        files.push((format!("{}.csv", part.name), lines(part.columns, rows)?));
    }
    let mut sums = String::new();
    for (name, bytes) in &files {
        // As `sha256sum --check` reads it.
        writeln!(sums, "{}  {name}", hex::encode(Sha256::digest(bytes))).map_err(internal)?;
    }
    files.push(("SHA256SUMS".to_owned(), sums.into_bytes()));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for (name, bytes) in files {
        zip.start_file(name, options).map_err(internal)?;
        zip.write_all(&bytes).map_err(internal)?;
    }
    Ok(zip.finish().map_err(internal)?.into_inner())
}

fn readme(rows: &[(&Part, Vec<Value>)], at: DateTime<Utc>) -> String {
    let mut text = format!(
        "What Bellbuoy holds of you, as of {}.\n\nEach table is here twice: as JSON, and as CSV, in which several \
         values are joined by |. Check the files with: sha256sum --check SHA256SUMS\n\n",
        at.format("%Y-%m-%d %H:%M UTC")
    );
    for (part, rows) in rows {
        text.push_str(&format!("{:<14} {:>6}  {}\n", part.name, rows.len(), part.row));
    }
    text.push_str("\nReports without a name are not here: nothing ties them to you, and nothing can.\n");
    text.push_str("\nWhen you have your account removed, this stays:\n");
    for (what, why) in KEPT {
        text.push_str(&format!("\n- {what}: {why}\n"));
    }
    text
}

fn internal(error: impl std::error::Error + Send + Sync + 'static) -> AppError {
    AppError::Internal(error.into())
}
