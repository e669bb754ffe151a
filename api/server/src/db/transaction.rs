//! One use case, one transaction; a rehearsal is the real thing, rolled back.

use super::Guarded;
use crate::http::AppError;
use diesel_async::{AnsiTransactionManager, AsyncPgConnection, TransactionManager};

/// Opens a transaction that changes nothing and sees one state of the register to its end.
pub async fn freeze(conn: &mut Guarded) -> Result<(), AppError> {
    let conn: &mut AsyncPgConnection = conn;
    let sql = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";
    Ok(AnsiTransactionManager::begin_transaction_sql(conn, sql).await?)
}

/// Closes the transaction of [`freeze`].
pub async fn thaw(conn: &mut Guarded) -> Result<(), AppError> {
    let conn: &mut AsyncPgConnection = conn;
    Ok(AnsiTransactionManager::rollback_transaction(conn).await?)
}

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
