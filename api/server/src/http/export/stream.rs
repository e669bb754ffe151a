//! CSV and NDJSON on their way: one task reads pages on one connection in one transaction, the answer
//! takes pieces from it. Neither waits for the other without end.

use super::text::Text;
use super::{Pages, values};
use crate::db::Long;
use crate::db::transaction::{freeze, thaw};
use crate::http::problem::AppError;
use bytes::Bytes;
use futures_util::Stream;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::mpsc::{Receiver, Sender, channel};
use tokio::time::{Instant, timeout_at};
use tokio_postgres::NoTls;

/// What is handed over at once, bytes; the reader's patience is measured by it.
const PIECE: usize = 64 << 10;
/// Pieces that wait for the reader.
const WAITING: usize = 4;
/// No file takes longer: an old transaction keeps the database from cleaning up.
const LONGEST: Duration = Duration::from_secs(30 * 60);

/// A piece of the file, or its end; a fault, or silence, is no end.
type Piece = Result<Option<Bytes>, AppError>;

/// Why the reading stopped before the end.
enum Stopped {
    /// Nobody reads any more.
    Gone,
    /// The reader took too long.
    Slow,
    Fault(AppError),
}

impl From<AppError> for Stopped {
    fn from(fault: AppError) -> Self {
        Self::Fault(fault)
    }
}

/// Begins to read, and waits for the first piece, so that a fault up to there can be told as a problem.
pub async fn start(
    conn: Long,
    text: Text,
    pages: impl Pages,
    wait: Duration,
) -> Result<impl Stream<Item = Result<Bytes, Broken>> + 'static, AppError> {
    let (out, mut taken) = channel(WAITING);
    let reading = Reading {
        out,
        wait,
        until: Instant::now() + LONGEST,
    };
    actix_web::rt::spawn(reading.run(conn, text, pages));
    let first = match taken.recv().await {
        Some(piece) => piece?,
        None => return Err(AppError::Unavailable(5)),
    };
    Ok(Body {
        over: first.is_none(),
        first,
        taken,
    })
}

struct Reading {
    out: Sender<Piece>,
    wait: Duration,
    until: Instant,
}

impl Reading {
    async fn run(self, mut conn: Long, text: Text, pages: impl Pages) {
        match self.copy(&mut conn, text, pages).await {
            Ok(()) => {
                let ended = thaw(&mut conn).await;
                drop(conn);
                if ended.is_ok() {
                    let _gone = self.hand_over(None).await;
                }
            }
            Err(stopped) => {
                // A query that still runs is called back; the open transaction goes with its connection.
                let _too_late = conn.cancel_token().cancel_query(NoTls).await;
                conn.discard();
                self.give_up(stopped);
            }
        }
    }

    fn give_up(&self, stopped: Stopped) {
        match stopped {
            Stopped::Gone => {}
            Stopped::Slow => tracing::warn!("an export was broken off: its reader was too slow"),
            Stopped::Fault(fault) => {
                tracing::warn!(%fault, "an export was broken off");
                let _gone = self.out.try_send(Err(fault));
            }
        }
    }

    async fn copy(&self, conn: &mut Long, mut text: Text, mut pages: impl Pages) -> Result<(), Stopped> {
        freeze(conn).await?;
        let mut first = true;
        loop {
            let rows = tokio::select! {
                rows = pages.next(conn) => rows?,
                () = self.out.closed() => return Err(Stopped::Gone),
            };
            if rows.is_empty() && !first {
                return Ok(());
            }
            first = false;
            let mut lines = Bytes::from(text.page(&values(&rows)?)?);
            drop(rows);
            while !lines.is_empty() {
                let piece = lines.split_to(lines.len().min(PIECE));
                self.hand_over(Some(piece)).await?;
            }
        }
    }

    async fn hand_over(&self, piece: Option<Bytes>) -> Result<(), Stopped> {
        let until = self.until.min(Instant::now() + self.wait);
        match timeout_at(until, self.out.send(Ok(piece))).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_closed)) => Err(Stopped::Gone),
            Err(_elapsed) => Err(Stopped::Slow),
        }
    }
}

/// The rest of the file will not come.
#[derive(Debug, thiserror::Error)]
#[error("the export was broken off")]
pub struct Broken;

/// The pieces as the body of an answer; it ends only when the file does.
struct Body {
    first: Option<Bytes>,
    taken: Receiver<Piece>,
    over: bool,
}

impl Stream for Body {
    type Item = Result<Bytes, Broken>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        if let Some(first) = self.first.take() {
            return Poll::Ready(Some(Ok(first)));
        }
        if self.over {
            return Poll::Ready(None);
        }
        self.taken.poll_recv(context).map(|piece| match piece {
            Some(Ok(Some(bytes))) => Some(Ok(bytes)),
            Some(Ok(None)) => {
                self.over = true;
                None
            }
            Some(Err(_)) | None => {
                self.over = true;
                Some(Err(Broken))
            }
        })
    }
}
