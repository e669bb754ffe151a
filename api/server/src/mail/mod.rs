//! Letters to people with an account or an invitation, written in the transaction of what they tell of.

pub mod routes;
pub mod send;
mod store;

use crate::app::App;
use crate::config::Mode;
use crate::http::{AppError, codes, origin};
use crate::schema::mails;
use actix_web::{HttpRequest, web};
use chrono::{DateTime, Utc};
use diesel::ExpressionMethods;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// A letter.
#[derive(Debug, Clone)]
pub struct Letter {
    pub to: String,
    /// Holds no secret.
    pub subject: String,
    pub body: String,
}

/// Puts a letter into the queue.
pub async fn enqueue(conn: &mut AsyncPgConnection, letter: &Letter) -> Result<(), AppError> {
    diesel::insert_into(mails::table)
        .values((
            mails::id.eq(Uuid::now_v7()),
            mails::recipient.eq(&letter.to),
            mails::subject.eq(&letter.subject),
            mails::body.eq(&letter.body),
        ))
        .execute(conn)
        .await?;
    Ok(())
}

/// How many letters to an address were written since then.
pub async fn lately(conn: &mut AsyncPgConnection, to: &str, since: DateTime<Utc>) -> Result<i64, AppError> {
    Ok(store::count(conn, to, since).await?)
}

/// How links in letters begin, and whether who causes a letter is told the link as well.
#[derive(Debug, Clone)]
pub struct Links {
    /// The site's own address.
    pub base: String,
    /// Where no letters are sent, nobody could read them.
    pub told: bool,
}

impl Links {
    /// For the site that was asked.
    ///
    /// # Errors
    /// In production, when the operator gave no address: a link that named whatever host was asked would lead
    /// strangers astray.
    pub fn of(request: &HttpRequest) -> Result<Self, AppError> {
        let app = request
            .app_data::<web::Data<App>>()
            .ok_or_else(|| AppError::Internal(anyhow::anyhow!("no app data")))?;
        let live = app.config.mode == Mode::Production;
        if live && app.config.origin.is_none() {
            let why = "this site sends no links before its operator sets BELLBUOY_ORIGIN";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        Ok(Self {
            base: origin::base(request),
            told: live && !app.config.sends_mail(),
        })
    }
}
