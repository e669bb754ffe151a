//! Writing to somebody whose address the register does not show.

use super::store;
use super::wire::EnquiryCreate;
use crate::app::App;
use crate::audit;
use crate::auth::store as accounts;
use crate::db::{Caller, Db};
use crate::http::{AppError, codes};
use crate::mail::{self, Letter};
use bellbuoy_domain::certification::ContactKind;
use chrono::TimeDelta;
use uuid::Uuid;

/// Letters that one person gets in an hour through the register.
const AN_HOUR: i64 = 10;

/// Sends a letter; the writer never learns the address. Nothing of it is kept but that there was one.
///
/// # Errors
/// 404 for nobody that can be written to, 429 when the person got many in the last hour.
pub async fn send(app: &App, db: &Db, id: Uuid, asked: EnquiryCreate) -> Result<(), AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    let row = store::find(&mut conn, id)
        .await?
        .filter(|row| row.listed && !row.hidden)
        .ok_or(AppError::NotFound("consultant"))?;
    let contacts = store::contacts(&mut conn, &[id]).await?;
    let given = contacts.into_iter().find(|one| one.kind == ContactKind::Email);
    let to = match (given, row.account_id) {
        (Some(contact), _) => Some(contact.value),
        (None, Some(account)) => accounts::find(&mut conn, account).await?.map(|found| found.email),
        (None, None) => None,
    };
    let Some(to) = to else {
        let why = "this person can not be reached through the register any more";
        return Err(AppError::refused(&codes::CONFLICT, why));
    };
    if mail::lately(&mut conn, &to, app.now() - TimeDelta::hours(1)).await? >= AN_HOUR {
        return Err(AppError::TooMany(3600));
    }
    let site = &app.config.name;
    let letter = Letter {
        to,
        subject: format!("A question through the register of {site}"),
        body: format!(
            "{} <{}> writes to you through the register of {site}. Your address was not told; it is if you answer.\n\n{}\n",
            asked.name.trim(),
            asked.email.trim(),
            asked.words.trim()
        ),
    };
    mail::enqueue(&mut conn, &letter).await?;
    let entry = audit::Entry::by_system("consultant.message", "consultant", Some(id));
    audit::record(&conn, entry).await
}
