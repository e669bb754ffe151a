//! What one server revokes, all of them know within a moment: the database tells it (`LISTEN`), and after a break
//! in the line what was missed is read up.

use super::machines::Known;
use super::token::{LIFETIME, Verified};
use futures_util::StreamExt;
use futures_util::future::{Either, select};
use futures_util::stream::poll_fn;
use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;
use tokio_postgres::{AsyncMessage, Client, NoTls, SimpleQueryMessage};
use uuid::Uuid;

/// How long to wait before the line is tried again.
const AGAIN: Duration = Duration::from_millis(200);
/// The channel that the triggers on accounts and sessions write to.
const LISTEN: &str = "LISTEN bellbuoy_revoked";

/// Follows what is revoked, for as long as the process lives. `now` tells the time in seconds since 1970.
pub async fn follow(url: String, verified: Arc<Verified>, known: Arc<Known>, now: impl Fn() -> i64) {
    loop {
        if let Err(error) = listen(&url, &verified, &known, &now).await {
            tracing::debug!(kind = %error.as_db_error().map_or("line", |db| db.code().code()), "revocations: listening again");
        }
        tokio::time::sleep(AGAIN).await;
    }
}

async fn listen(
    url: &str,
    verified: &Verified,
    known: &Known,
    now: &impl Fn() -> i64,
) -> Result<(), tokio_postgres::Error> {
    let (client, mut connection) = tokio_postgres::connect(url, NoTls).await?;
    let mut messages = pin!(poll_fn(move |context| connection.poll_message(context)));
    {
        // The answers to what the client asks come over the same line.
        let mut missed = pin!(read_up(&client, verified, known, now));
        loop {
            match select(missed.as_mut(), messages.next()).await {
                Either::Left((outcome, _)) => break outcome?,
                Either::Right((Some(message), _)) => take(message?, verified, known, now),
                Either::Right((None, _)) => return Ok(()),
            }
        }
    }
    while let Some(message) = messages.next().await {
        take(message?, verified, known, now);
    }
    Ok(())
}

/// Begins to listen, then reads what was revoked while nobody listened: in this order nothing falls between.
async fn read_up(
    client: &Client,
    verified: &Verified,
    known: &Known,
    now: &impl Fn() -> i64,
) -> Result<(), tokio_postgres::Error> {
    client.batch_execute(LISTEN).await?;
    known.forget_all();
    client
        .batch_execute("SELECT set_config('bellbuoy.role', 'system', false)")
        .await?;
    let query = format!(
        "SELECT 'session ' || id FROM sessions WHERE revoked_at > now() - interval '{LIFETIME} seconds' UNION ALL \
         SELECT 'account ' || id || ' ' || revision FROM accounts \
         WHERE revision > 1 AND changed_at > now() - interval '{LIFETIME} seconds'"
    );
    for message in client.simple_query(&query).await? {
        if let SimpleQueryMessage::Row(row) = message {
            note(row.get(0).unwrap_or_default(), verified, known, now);
        }
    }
    Ok(())
}

fn take(message: AsyncMessage, verified: &Verified, known: &Known, now: &impl Fn() -> i64) {
    if let AsyncMessage::Notification(told) = message {
        note(told.payload(), verified, known, now);
    }
}

/// One line of what was revoked: `session <id>`, `account <id> <revision>`, or `key <id>`.
fn note(line: &str, verified: &Verified, known: &Known, now: &impl Fn() -> i64) {
    let mut words = line.split(' ');
    let kind = words.next();
    let id = words.next().and_then(|word| word.parse::<Uuid>().ok());
    let revision = words.next().and_then(|word| word.parse::<i32>().ok());
    match (kind, id, revision) {
        (Some("session"), Some(id), _) => verified.end_session(id, now()),
        (Some("account"), Some(id), Some(revision)) => {
            verified.end_before(id, revision, now());
            known.forget(id);
        }
        (Some("key"), Some(id), _) => known.forget(id),
        _ => {}
    }
}
