//! Letters of the way to a certificate. Each is in the transaction of what it tells of.

use super::model::{ApplicationRow, RefereeRow};
use crate::auth::store as accounts;
use crate::http::AppError;
use crate::mail::{self, Letter};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// A letter to an account, if it still is there.
pub async fn tell(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    subject: &str,
    body: String,
) -> Result<(), AppError> {
    let Some(found) = accounts::find(conn, account).await? else {
        return Ok(());
    };
    let letter = Letter {
        to: found.email,
        subject: subject.to_owned(),
        body,
    };
    mail::enqueue(conn, &letter).await
}

/// Tells the applicant what happened, with what somebody wrote about it.
pub async fn tell_applicant(
    conn: &mut AsyncPgConnection,
    row: &ApplicationRow,
    base: &str,
    what: &str,
    words: Option<&str>,
) -> Result<(), AppError> {
    let words = words.map(|words| format!("{words}\n\n")).unwrap_or_default();
    let body = format!(
        "{what}\n\n{words}It stands here:\n\n{base}/certification/{}\n",
        row.id
    );
    tell(conn, row.account_id, "Your application for a certificate", body).await
}

/// Asks a referee, or reminds them.
pub async fn ask_referee(
    conn: &mut AsyncPgConnection,
    referee: &RefereeRow,
    applicant: &str,
    link: &str,
) -> Result<(), AppError> {
    let again = if referee.asked_at.is_some() {
        "This is a reminder; a link in an earlier letter no longer works.\n\n"
    } else {
        ""
    };
    let letter = Letter {
        to: referee.email.clone(),
        subject: format!("A reference for {applicant}"),
        body: format!(
            "{applicant} wants to be certified and named you as somebody who saw the work.\n\n{again}Three questions \
             wait for you; no account is needed, and {applicant} does not read what you answer:\n\n{link}\n\n\
             If you do not know {applicant}, say so there or do nothing.\n"
        ),
    };
    mail::enqueue(conn, &letter).await
}
