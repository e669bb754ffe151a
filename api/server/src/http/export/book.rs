//! XLSX. A spreadsheet cannot leave before it is complete: rows go to a file without a name, which is gone
//! when the answer is, and memory holds a page at most.

use super::text::cell;
use super::{Pages, internal, values};
use crate::db::Long;
use crate::db::transaction::{freeze, thaw};
use crate::http::codes;
use crate::http::problem::AppError;
use actix_web::body::SizedStream;
use bytes::Bytes;
use futures_util::Stream;
use rust_xlsxwriter::{Workbook, Worksheet};
use serde_json::Value;
use std::fs::File;
use std::io::{BufWriter, Read, Seek};
use std::path::{Path, PathBuf};
use tokio::sync::mpsc::{Receiver, channel};
use tokio::task::spawn_blocking;

/// Rows of a sheet below its head.
const MOST: u32 = 1_048_575;
/// Bytes read at once.
const PIECE: usize = 64 << 10;

/// Puts all rows into a spreadsheet, then gives the connection back, then sends it.
pub async fn make(
    mut conn: Long,
    columns: Vec<&'static str>,
    mut pages: impl Pages,
    folder: PathBuf,
) -> Result<SizedStream<impl Stream<Item = std::io::Result<Bytes>> + 'static>, AppError> {
    let (out, taken) = channel(2);
    let writing = spawn_blocking(move || write(&columns, taken, &folder, MOST));
    freeze(&mut conn).await?;
    loop {
        let rows = values(&pages.next(&mut conn).await?)?;
        if rows.is_empty() || out.send(Some(rows)).await.is_err() {
            break;
        }
    }
    thaw(&mut conn).await?;
    drop(conn);
    let _refused = out.send(None).await;
    let (file, size) = writing.await.map_err(internal)??;
    Ok(SizedStream::new(size, pieces(file)))
}

/// A short list as a spreadsheet.
pub fn small(columns: &[&str], rows: &[Value]) -> Result<Vec<u8>, AppError> {
    let mut book = Workbook::new();
    let sheet = book.add_worksheet();
    let mut next = 0;
    head(sheet, columns)?;
    fill(sheet, &mut next, columns, rows, MOST)?;
    book.save_to_buffer().map_err(internal)
}

/// Pages come until `None`; a silence before means that nobody waits for the rest.
fn write(
    columns: &[&str],
    mut pages: Receiver<Option<Vec<Value>>>,
    folder: &Path,
    most: u32,
) -> Result<(File, u64), AppError> {
    std::fs::create_dir_all(folder).map_err(internal)?;
    let mut book = Workbook::new();
    book.set_tempdir(folder).map_err(internal)?;
    let sheet = book.add_worksheet_with_constant_memory().map_err(internal)?;
    head(sheet, columns)?;
    let mut next = 0;
    loop {
        match pages.blocking_recv() {
            Some(Some(rows)) => fill(sheet, &mut next, columns, &rows, most)?,
            Some(None) => break,
            None => return Err(AppError::Unavailable(5)),
        }
    }
    let file = tempfile::tempfile_in(folder).map_err(internal)?;
    let mut writer = BufWriter::new(file);
    book.save_to_writer(&mut writer).map_err(internal)?;
    let mut file = writer
        .into_inner()
        .map_err(|error| internal(error.into_error()))?;
    let size = file.stream_position().map_err(internal)?;
    file.rewind().map_err(internal)?;
    Ok((file, size))
}

fn head(sheet: &mut Worksheet, columns: &[&str]) -> Result<(), AppError> {
    for (at, column) in (0_u16..).zip(columns) {
        sheet.write_string(0, at, *column).map_err(internal)?;
    }
    Ok(())
}

fn fill(
    sheet: &mut Worksheet,
    next: &mut u32,
    columns: &[&str],
    rows: &[Value],
    most: u32,
) -> Result<(), AppError> {
    for row in rows {
        if *next == most {
            return Err(AppError::refused(
                &codes::TOO_LARGE,
                format!(
                    "a spreadsheet holds {most} rows and this list is longer; ask for .csv, or narrow the filter"
                ),
            ));
        }
        *next += 1;
        for (at, column) in (0_u16..).zip(columns) {
            sheet
                .write_string(*next, at, cell(row, column))
                .map_err(internal)?;
        }
    }
    Ok(())
}

fn pieces(file: File) -> impl Stream<Item = std::io::Result<Bytes>> + 'static {
    futures_util::stream::unfold(Some(file), async |file| {
        let mut file = file?;
        let read = spawn_blocking(move || {
            let mut piece = Vec::with_capacity(PIECE);
            let size = u64::try_from(PIECE).unwrap_or(u64::MAX);
            file.by_ref().take(size).read_to_end(&mut piece)?;
            Ok::<_, std::io::Error>((file, piece))
        });
        match read.await.map_err(std::io::Error::other).flatten() {
            Ok((_, piece)) if piece.is_empty() => None,
            Ok((file, piece)) => Some((Ok(piece.into()), Some(file))),
            Err(error) => Some((Err(error), None)),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn written(rows: usize, most: u32, ended: bool) -> Result<(File, u64), AppError> {
        let folder = tempfile::tempdir().unwrap();
        let (out, taken) = channel(rows + 1);
        for n in 0..rows {
            out.try_send(Some(vec![json!({ "n": n })])).unwrap();
        }
        if ended {
            out.try_send(None).unwrap();
        }
        drop(out);
        write(&["n"], taken, folder.path(), most)
    }

    #[test]
    fn a_sheet_is_filled_to_its_last_row_and_no_further() {
        let (mut file, size) = written(3, 3, true).unwrap();
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes).unwrap();
        assert!(bytes.starts_with(b"PK") && u64::try_from(bytes.len()) == Ok(size));
        let problem = written(4, 3, true).unwrap_err().problem();
        assert_eq!((problem.status, problem.code.as_str()), (413, "too_large"));
        assert!(problem.detail.contains(".csv"), "{}", problem.detail);
    }

    #[test]
    fn a_sheet_that_was_given_up_is_never_a_file() {
        assert!(written(2, 3, false).is_err());
    }
}
