//! Desk keys: one per month, wrapped for each analyst's own key. The private half exists in this
//! process for the moment in which it is wrapped, and nowhere afterwards.

use super::keyring;
use super::model::{AnalystKeyRow, EpochRow, WrappedRow};
use crate::app::App;
use crate::db::{Db, transact};
use crate::http::AppError;
use age::secrecy::{ExposeSecret, SecretString};
use age::x25519::{Identity, Recipient};
use anyhow::anyhow;
use chrono::Datelike;
use std::collections::BTreeSet;
use uuid::Uuid;

/// Work factor of the slow key derivation over a passphrase: 2^15 rounds of scrypt, 32 MiB.
const WORK_FACTOR: u8 = 15;

/// Makes a new epoch and wraps its key for `analysts`; returns its id.
///
/// Keys of everybody else are taken away. When none is left, the recovery key alone opens new reports.
///
/// # Errors
/// When no recovery key is set.
pub async fn rotate(app: &App, db: &Db, analysts: &[Uuid]) -> Result<String, AppError> {
    let identity = Identity::generate();
    let month = format!("{:04}-{:02}", app.now().year(), app.now().month());
    let mut conn = db.intake().await?;
    let kept: BTreeSet<Uuid> = analysts.iter().copied().collect();
    transact(&mut conn, false, async |conn| {
        if keyring::recovery(conn).await?.is_none() {
            return Err(refuse("no recovery key is set: make one offline with `bellbuoy keys recovery-new`, then `bellbuoy-server keys recovery <age1…>`"));
        }
        let (stay, leave): (Vec<AnalystKeyRow>, Vec<AnalystKeyRow>) =
            keyring::analyst_keys(conn).await?.into_iter().partition(|key| kept.contains(&key.account_id));
        for key in leave {
            keyring::delete_analyst_key(conn, key.account_id).await?;
        }
        let standing: Vec<String> = keyring::epochs(conn).await?.into_iter().map(|epoch| epoch.id).collect();
        let id = free_id(&month, &standing);
        keyring::insert_epoch(conn, &EpochRow { id: id.clone(), recipient: identity.to_public().to_string(), current: true }).await?;
        let wrapped = stay.iter().map(|key| wrap(&id, &identity, key)).collect::<Result<Vec<_>, _>>()?;
        if !wrapped.is_empty() {
            keyring::insert_wrapped(conn, &wrapped).await?;
        }
        Ok(id)
    })
    .await
}

/// Makes the epoch of the month when it is missing and the desk can have one.
pub async fn keep_epoch(app: &App, db: &Db) -> Result<(), AppError> {
    let month = format!("{:04}-{:02}", app.now().year(), app.now().month());
    let ready = {
        let mut conn = db.intake().await?;
        let current = keyring::epochs(&mut conn)
            .await?
            .into_iter()
            .any(|epoch| epoch.current && epoch.id.starts_with(&month));
        !current
            && keyring::recovery(&mut conn).await?.is_some()
            && !keyring::analyst_keys(&mut conn).await?.is_empty()
    };
    if ready {
        let analysts = crate::auth::active_analysts(db).await?;
        let id = rotate(app, db, &analysts).await?;
        tracing::info!(epoch = id, "a new desk key was made");
    }
    Ok(())
}

/// Sets the public half of the recovery key, which is made offline.
pub async fn set_recovery(db: &Db, recipient: &str) -> Result<(), AppError> {
    let recipient: Recipient = recipient
        .parse()
        .map_err(|error| refuse(format!("`{recipient}` is not an age recipient (age1…): {error}")))?;
    let mut conn = db.intake().await?;
    Ok(keyring::set_recovery(&mut conn, &recipient.to_string()).await?)
}

/// Whether a recovery key was set.
pub async fn has_recovery(db: &Db) -> Result<bool, AppError> {
    let mut conn = db.intake().await?;
    Ok(keyring::recovery(&mut conn).await?.is_some())
}

/// Makes the demo's keys: one of each analyst under the demo passphrase, a recovery key, an epoch.
/// Returns the recovery identity, which the demo keeps beside its other keys.
pub async fn seed_keys(app: &App, db: &Db, analysts: &[Uuid], passphrase: &str) -> Result<String, AppError> {
    let recovery = Identity::generate();
    let mut conn = db.intake().await?;
    let mut rows = Vec::with_capacity(analysts.len());
    for account in analysts {
        rows.push(analyst_key(*account, passphrase)?);
    }
    transact(&mut conn, false, async |conn| {
        keyring::set_recovery(conn, &recovery.to_public().to_string()).await?;
        for row in &rows {
            keyring::set_analyst_key(conn, row).await?;
        }
        Ok(())
    })
    .await?;
    drop(conn);
    rotate(app, db, analysts).await?;
    Ok(recovery.to_string().expose_secret().to_owned())
}

fn analyst_key(account_id: Uuid, passphrase: &str) -> Result<AnalystKeyRow, AppError> {
    let identity = Identity::generate();
    let mut by_passphrase = age::scrypt::Recipient::new(SecretString::from(passphrase.to_owned()));
    by_passphrase.set_work_factor(WORK_FACTOR);
    let wrapped = age::encrypt(&by_passphrase, identity.to_string().expose_secret().as_bytes())
        .map_err(|error| AppError::Internal(error.into()))?;
    Ok(AnalystKeyRow {
        account_id,
        recipient: identity.to_public().to_string(),
        wrapped,
    })
}

fn wrap(epoch: &str, identity: &Identity, key: &AnalystKeyRow) -> Result<WrappedRow, AppError> {
    let recipient: Recipient = key
        .recipient
        .parse()
        .map_err(|error| AppError::Internal(anyhow!("a stored recipient is unfit: {error}")))?;
    let wrapped = age::encrypt(&recipient, identity.to_string().expose_secret().as_bytes())
        .map_err(|error| AppError::Internal(error.into()))?;
    Ok(WrappedRow {
        epoch_id: epoch.to_owned(),
        account_id: key.account_id,
        wrapped,
    })
}

/// `2026-11`, or `2026-11b`, `2026-11c` … when the month has one already.
fn free_id(month: &str, standing: &[String]) -> String {
    std::iter::once(month.to_owned())
        .chain(('b'..='z').map(|letter| format!("{month}{letter}")))
        .find(|id| !standing.contains(id))
        .unwrap_or_else(|| format!("{month}-{}", Uuid::new_v4().simple()))
}

fn refuse(text: impl Into<String>) -> AppError {
    AppError::refused(&crate::http::codes::CONFLICT, text)
}

#[cfg(test)]
mod tests {
    use super::free_id;

    #[test]
    fn a_second_epoch_of_a_month_gets_a_letter() {
        assert_eq!(free_id("2026-11", &[]), "2026-11");
        assert_eq!(free_id("2026-11", &["2026-11".to_owned()]), "2026-11b");
    }
}
