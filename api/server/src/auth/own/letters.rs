//! Links by which a password is chosen. Whoever asks for one is told nothing; the worker writes to known addresses.

use super::store;
use crate::audit;
use crate::auth::model::{AccountRow, NewAccount};
use crate::auth::password::NO_PASSWORD;
use crate::auth::store as accounts;
use crate::http::AppError;
use crate::mail::{self, Letter};
use bellbuoy_domain::account::Role;
use chrono::{DateTime, TimeDelta, Utc};
use diesel_async::{AsyncConnection, AsyncPgConnection};
use sha2::{Digest, Sha256};
use uuid::Uuid;

/// How long a link works for who forgot a password.
const FORGOTTEN: TimeDelta = TimeDelta::hours(1);
/// How long it works for who never had one.
const FIRST: TimeDelta = TimeDelta::days(7);

/// The hash of a link's word.
pub fn hash(word: &str) -> Vec<u8> {
    Sha256::digest(format!("password link v1\n{word}")).to_vec()
}

/// Makes a link. `first` is for an account that has no password yet.
///
/// # Errors
/// When the database does not answer.
pub async fn link_for(
    conn: &mut AsyncPgConnection,
    account: &AccountRow,
    base: &str,
    first: bool,
    now: DateTime<Utc>,
) -> Result<String, AppError> {
    let word = hex::encode(rand::random::<[u8; 24]>());
    let until = now + if first { FIRST } else { FORGOTTEN };
    store::enter_link(conn, account.id, &hash(&word), until).await?;
    let link = format!("{base}/passwords/{word}");
    let letter = if first {
        Letter {
            to: account.email.clone(),
            subject: "Your account on Bellbuoy".to_owned(),
            body: format!(
                "An account was made for you on Bellbuoy, as {}.\n\nOpen this link within seven days and choose a \
                 password; staff then set up a second factor:\n\n{link}\n\nIf you did not expect this letter, do nothing.\n",
                account.role
            ),
        }
    } else {
        Letter {
            to: account.email.clone(),
            subject: "A new password for Bellbuoy".to_owned(),
            body: format!(
                "Somebody asked for a new password for your account on Bellbuoy.\n\nOpen this link within an hour to \
                 choose one:\n\n{link}\n\nIf that was not you, do nothing: your password stays as it is.\n"
            ),
        }
    };
    mail::enqueue(conn, &letter).await?;
    Ok(link)
}

/// Answers those who asked for a new password: one round of the worker. Returns how many asked.
///
/// # Errors
/// When the database does not answer.
pub async fn answer(conn: &mut AsyncPgConnection, now: DateTime<Utc>) -> Result<usize, AppError> {
    conn.transaction(async |conn| {
        let asked = store::asked(conn).await?;
        for (email, name, base) in &asked {
            let (account, first) = match (accounts::find_by_email(conn, email).await?, name) {
                (Some(account), _) => (account, false),
                (None, Some(name)) => (made(conn, email, name).await?, true),
                (None, None) => continue,
            };
            if account.suspended {
                continue;
            }
            link_for(conn, &account, base, first, now).await?;
            let what = if first {
                "account.create"
            } else {
                "password_link.create"
            };
            let entry = audit::Entry::by_system(what, "account", Some(account.id));
            audit::record(conn, entry).await?;
        }
        Ok(asked.len())
    })
    .await
}

/// Makes an account of somebody who belongs to no organisation; it has no password until the link is used.
async fn made(conn: &mut AsyncPgConnection, email: &str, name: &str) -> Result<AccountRow, AppError> {
    let account = NewAccount {
        id: Uuid::now_v7(),
        email: email.to_owned(),
        name: name.to_owned(),
        role: Role::Member,
        password_hash: NO_PASSWORD.to_owned(),
    };
    accounts::insert_account(conn, &account).await?;
    accounts::find_by_email(conn, email)
        .await?
        .ok_or(AppError::NotFound("account"))
}
