//! Checkpoints sent to a mail address or posted to a web address: somewhere that those who run the database cannot change.

use super::model::DeliveryRow;
use super::store;
use super::wire::CheckpointPlace;
use crate::app::App;
use crate::config::Config;
use crate::db::{Guarded, transact};
use crate::http::{AppError, outward};
use crate::mail::{self, Letter};
use bellbuoy_domain::ledger::Checkpoint;
use diesel_async::AsyncPgConnection;
use sha2::{Digest, Sha256};
use std::time::Duration;

/// Checkpoints in one letter, and posted in one turn.
const MOST: i64 = 100;
/// How long the other side may take for one.
const WAIT: Duration = Duration::from_secs(5);

/// A place of the settings.
enum Place<'a> {
    Mail(&'a str),
    Webhook(&'a str),
}

impl<'a> Place<'a> {
    fn mail(config: &'a Config) -> Option<Self> {
        config.audit_mail.as_deref().map(Self::Mail)
    }

    fn webhook(config: &'a Config) -> Option<Self> {
        config.audit_webhook.as_ref().map(|url| Self::Webhook(&url.0))
    }

    fn key(&self) -> [u8; 32] {
        let text = match self {
            Self::Mail(address) => format!("mail {address}"),
            Self::Webhook(url) => format!("webhook {url}"),
        };
        Sha256::digest(text).into()
    }
}

/// Sends each place the checkpoints up to `last` that it does not have, oldest first. One that is out of reach gets
/// them when it is back; an answer that was lost may bring the same one twice.
pub async fn send(app: &App, conn: &mut Guarded, last: i64) -> Result<(), AppError> {
    let config = &app.config;
    for place in Place::mail(config).into_iter().chain(Place::webhook(config)) {
        let key = place.key();
        let before = store::delivery(conn, &key).await?;
        let number = before.as_ref().map_or(0, |row| row.number);
        if number >= last {
            continue;
        }
        let missed: Vec<Checkpoint> = store::checkpoints(conn, Some(number), true, MOST)
            .await?
            .into_iter()
            .map(Checkpoint::from)
            .collect();
        let mut row = DeliveryRow {
            place: key.to_vec(),
            number,
            fault: None,
            changed_at: app.now(),
        };
        match place {
            Place::Mail(address) => {
                row.number = missed.last().map_or(number, |last| last.number);
                let letter = letter(app, address, &missed)?;
                transact(conn, false, async |conn| {
                    mail::enqueue(conn, &letter).await?;
                    Ok(store::note_delivery(conn, &row).await?)
                })
                .await?;
            }
            Place::Webhook(url) => {
                let (posted, fault) = post(url.to_owned(), missed).await;
                row.number = posted.unwrap_or(number);
                let known = before.is_some_and(|before| before.fault == fault);
                if let (Some(fault), false) = (&fault, known) {
                    tracing::error!(%fault, "checkpoints of the audit cannot be posted to the webhook");
                }
                row.fault = fault;
                store::note_delivery(conn, &row).await?;
            }
        }
    }
    Ok(())
}

fn letter(app: &App, to: &str, checkpoints: &[Checkpoint]) -> Result<Letter, AppError> {
    let mut lines = String::new();
    for checkpoint in checkpoints {
        lines.push_str(&serde_json::to_string(checkpoint).map_err(|error| AppError::Internal(error.into()))?);
        lines.push('\n');
    }
    let name = &app.config.name;
    let number = checkpoints.last().map_or(0, |last| last.number);
    Ok(Letter {
        to: to.to_owned(),
        subject: format!("{name}: where the record stood, entry {number}"),
        body: format!(
            "Keep this letter: it finds out whoever changes the record of {name} later, whatever their rights.\n\n\
             Each line is a checkpoint. To check one, save its line as a file and choose it under Audit, Verify the \
             record.\n\n{lines}"
        ),
    })
}

/// Posts one after the other; says up to which it got, and what stopped it.
async fn post(address: String, checkpoints: Vec<Checkpoint>) -> (Option<i64>, Option<String>) {
    let told = tokio::task::spawn_blocking(move || {
        let agent = outward::agent(&address, WAIT);
        let mut posted = None;
        for checkpoint in checkpoints {
            let text = match serde_json::to_vec(&checkpoint) {
                Ok(text) => text,
                Err(error) => return (posted, Some(error.to_string())),
            };
            let request = agent.post(&address).content_type("application/json");
            match request.send(&text[..]) {
                Ok(answer) if answer.status().is_success() => posted = Some(checkpoint.number),
                Ok(answer) => return (posted, Some(format!("it answers {}", answer.status().as_u16()))),
                Err(error) => return (posted, Some(why(&error))),
            }
        }
        (posted, None)
    });
    told.await
        .unwrap_or_else(|_stopped| (None, Some("it was interrupted".to_owned())))
}

/// Never names the address, which may hold a secret.
fn why(error: &ureq::Error) -> String {
    match error {
        ureq::Error::StatusCode(status) => format!("it answers {status}"),
        ureq::Error::Timeout(_) => "it does not answer in time".to_owned(),
        ureq::Error::Tls(_) | ureq::Error::Rustls(_) => "its certificate is not trusted".to_owned(),
        _ => "it cannot be reached".to_owned(),
    }
}

/// How the mail address and the web address of the settings are, where there are any.
pub async fn places(
    app: &App,
    conn: &mut AsyncPgConnection,
) -> Result<[Option<CheckpointPlace>; 2], AppError> {
    let mut found = [None, None];
    let places = [Place::mail(&app.config), Place::webhook(&app.config)];
    for (place, found) in places.into_iter().zip(&mut found) {
        let Some(place) = place else { continue };
        let row = store::delivery(conn, &place.key()).await?;
        *found = Some(CheckpointPlace {
            last_number: row.as_ref().map(|row| row.number).filter(|number| *number > 0),
            fault: row.and_then(|row| row.fault),
        });
    }
    Ok(found)
}
