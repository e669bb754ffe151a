//! The hourly checkpoint: signed over the end of the chain, written down, and kept elsewhere too if there is a place.

use super::folder::Folder;
use super::model::CheckpointRow;
use super::{elsewhere, seal, store};
use crate::app::App;
use crate::db::Guarded;
use crate::http::AppError;
use bellbuoy_domain::ledger::Checkpoint;
use chrono::{DateTime, DurationRound, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use std::time::Duration;

/// Checkpoints handed over at once.
const MOST: i64 = 500;
/// How long a folder may take, such as one on another machine.
const PATIENCE: Duration = Duration::from_secs(10);

/// What the worker remembers between its rounds.
#[derive(Debug, Default)]
pub struct Keeper {
    /// The checkpoint up to which the folder has all.
    kept: i64,
    /// The hours in which something was complained of: one line for each is enough.
    contradicted: Option<DateTime<Utc>>,
    unkept: Option<DateTime<Utc>>,
}

impl Keeper {
    /// Signs a checkpoint if an hour has passed, and hands over what places elsewhere do not have.
    pub async fn turn(&mut self, app: &App, conn: &mut Guarded) -> Result<(), AppError> {
        let hour = hour(app);
        let last = store::checkpoints(conn, None, false, 1).await?.pop();
        let last = match self.sign(app, conn, last.as_ref(), hour).await? {
            Some(signed) => signed,
            None => last.map(|row| row.number).unwrap_or_default(),
        };
        elsewhere::send(app, conn, last).await?;
        let Some(place) = &app.config.audit_checkpoints else {
            return Ok(());
        };
        if last > self.kept {
            match hand_over(conn, Folder(place.clone())).await? {
                Ok(kept) => self.kept = kept,
                Err(error) if self.unkept.replace(hour) != Some(hour) => tracing::error!(
                    %error, folder = %place.display(),
                    "checkpoints of the audit are not kept: the folder cannot be written"
                ),
                Err(_told) => {}
            }
        }
        Ok(())
    }

    /// Nothing is signed over a record that is not the one vouched for last.
    async fn sign(
        &mut self,
        app: &App,
        conn: &mut AsyncPgConnection,
        last: Option<&CheckpointRow>,
        hour: DateTime<Utc>,
    ) -> Result<Option<i64>, AppError> {
        if last.is_some_and(|last| last.hour >= hour) {
            return Ok(None);
        }
        let Some(head) = seal::head(conn).await? else {
            return Ok(None);
        };
        if let Some(last) = last {
            if store::hash_of(conn, last.number).await?.as_ref() != Some(&last.hash) {
                if self.contradicted.replace(hour) != Some(hour) {
                    tracing::error!(
                        number = last.number,
                        "the audit is not the one that its last checkpoint vouches for: no other is signed; verify it"
                    );
                }
                return Ok(None);
            }
            if head.number <= last.number {
                return Ok(None);
            }
        }
        let key = &app.keys.checkpoint;
        let mut checkpoint = Checkpoint::unsigned(&head, hour, &key.kid);
        checkpoint.signature = key.sign(&checkpoint.text());
        let row = CheckpointRow {
            number: head.number,
            hash: head.hash.to_vec(),
            hour,
            kid: checkpoint.kid,
            signature: checkpoint.signature,
        };
        store::insert(conn, &row).await?;
        Ok(Some(head.number))
    }
}

fn hour(app: &App) -> DateTime<Utc> {
    let now = app.now();
    now.duration_trunc(TimeDelta::hours(1)).unwrap_or(now)
}

/// Gives the folder what it does not have, oldest first; says up to where it has all.
async fn hand_over(conn: &mut AsyncPgConnection, folder: Folder) -> Result<std::io::Result<i64>, AppError> {
    let look = folder.clone();
    let mut kept = match apart(move || look.newest()).await {
        Ok(newest) => newest,
        Err(error) => return Ok(Err(error)),
    };
    loop {
        let rows = store::checkpoints(conn, Some(kept), true, MOST).await?;
        let Some(last) = rows.last() else {
            return Ok(Ok(kept));
        };
        let number = last.number;
        let place = folder.clone();
        let taken = apart(move || {
            rows.into_iter()
                .try_for_each(|row| place.take(&Checkpoint::from(row)))
        });
        if let Err(error) = taken.await {
            return Ok(Err(error));
        }
        kept = number;
    }
}

/// Work on files beside the others', given up when it takes too long.
pub async fn apart<T: Send + 'static>(
    work: impl FnOnce() -> std::io::Result<T> + Send + 'static,
) -> std::io::Result<T> {
    match tokio::time::timeout(PATIENCE, tokio::task::spawn_blocking(work)).await {
        Ok(Ok(done)) => done,
        Ok(Err(broken)) => Err(std::io::Error::other(broken)),
        Err(_elapsed) => Err(std::io::Error::new(
            std::io::ErrorKind::TimedOut,
            "it does not answer",
        )),
    }
}
