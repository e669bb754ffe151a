//! One use case, one transaction; a rehearsal is the real thing, rolled back.

use super::Guarded;
use crate::http::AppError;
use diesel_async::{AnsiTransactionManager, AsyncPgConnection, TransactionManager};

/// Runs `work` in a transaction; with `dry_run` everything is carried out, answered and rolled back.
/// A caller that goes away in the middle leaves an open transaction, which the pool throws away.
///
/// # Errors
/// What `work` says, after a roll-back.
pub async fn transact<T>(
    conn: &mut Guarded,
    dry_run: bool,
    work: impl AsyncFnOnce(&mut AsyncPgConnection) -> Result<T, AppError>,
) -> Result<T, AppError> {
    let conn: &mut AsyncPgConnection = conn;
    AnsiTransactionManager::begin_transaction(conn).await?;
    let outcome = work(conn).await;
    if outcome.is_ok() && !dry_run {
        AnsiTransactionManager::commit_transaction(conn).await?;
    } else {
        AnsiTransactionManager::rollback_transaction(conn).await?;
    }
    outcome
}
