//! The postman: takes waiting letters to the operator's mail server, and tries again later where that fails.

use super::store::{self, MailRow};
use crate::app::App;
use crate::db::{Caller, Db};
use crate::http::AppError;
use chrono::{TimeDelta, Utc};
use lettre::message::header::ContentType;
use lettre::transport::smtp::Error as SmtpError;
use lettre::{AsyncSmtpTransport, AsyncTransport, Message, Tokio1Executor};
use std::time::Duration;

/// Letters taken in one round.
const ROUND: i64 = 20;
/// How long the mail server may take for one letter.
const PATIENCE: Duration = Duration::from_secs(30);
/// Between rounds.
const PAUSE: Duration = Duration::from_secs(2);
/// The longest wait before a letter is tried again.
const LONGEST: TimeDelta = TimeDelta::hours(6);

/// The way to the operator's mail server.
pub struct Postman {
    transport: AsyncSmtpTransport<Tokio1Executor>,
    from: String,
}

impl Postman {
    /// For the mail server of the settings, if there is one; the demo sends nothing.
    ///
    /// # Errors
    /// When the address of the mail server cannot be read.
    pub fn of(app: &App) -> Result<Option<Self>, SmtpError> {
        let (Some(url), Some(from)) = (&app.config.smtp_url, &app.config.mail_from) else {
            return Ok(None);
        };
        if !app.config.sends_mail() {
            return Ok(None);
        }
        let transport = AsyncSmtpTransport::<Tokio1Executor>::from_url(&url.0)?
            .timeout(Some(PATIENCE))
            .build();
        Ok(Some(Self {
            transport,
            from: from.clone(),
        }))
    }

    /// Whether the mail server answers.
    pub async fn reaches(&self) -> bool {
        self.transport.test_connection().await.unwrap_or(false)
    }

    /// Sends what waits until the process ends.
    pub async fn run(self, db: Db) {
        loop {
            match self.round(&db).await {
                Ok(0) | Err(_) => tokio::time::sleep(PAUSE).await,
                Ok(_) => {}
            }
        }
    }

    /// Sends what waits, once; returns how many letters were tried.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn round(&self, db: &Db) -> Result<usize, AppError> {
        let mut conn = db.as_caller(Caller::System).await?;
        // Claimed by moving the next try, so that no lock is held while the mail server thinks.
        let waiting = store::claim(&mut conn, ROUND, Utc::now() + TimeDelta::minutes(5)).await?;
        let tried = waiting.len();
        for letter in waiting {
            match self.send(&letter).await {
                Ok(()) => store::sent(&mut conn, letter.id, Utc::now()).await?,
                Err(kind) => {
                    tracing::warn!(
                        kind,
                        attempts = letter.attempts,
                        "a letter could not be sent and waits"
                    );
                    let wait = TimeDelta::minutes(1_i64 << letter.attempts.clamp(0, 9)).min(LONGEST);
                    store::put_off(&mut conn, letter.id, Utc::now() + wait).await?;
                }
            }
        }
        Ok(tried)
    }

    /// The kind of fault never names the receiver or the text.
    async fn send(&self, letter: &MailRow) -> Result<(), &'static str> {
        let message = Message::builder()
            .from(self.from.parse().ok().ok_or("sender's address")?)
            .to(letter.recipient.parse().ok().ok_or("receiver's address")?)
            .subject(letter.subject.clone())
            .header(ContentType::TEXT_PLAIN)
            .body(letter.body.clone().unwrap_or_default())
            .ok()
            .ok_or("form")?;
        match self.transport.send(message).await {
            Ok(_) => Ok(()),
            Err(error) if error.is_timeout() => Err("timeout"),
            Err(error) if error.is_permanent() => Err("refused"),
            Err(error) if error.is_transient() => Err("put off"),
            Err(_) => Err("connection"),
        }
    }
}
