//! Queries of the desk's keys: epochs, the recovery recipient, analysts' own keys, what is wrapped for whom.

use super::model::{AnalystKeyRow, EpochRow, WrappedRow};
use crate::schema::intake::{analyst_keys, epochs, settings, wrapped_keys};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use std::collections::HashMap;
use uuid::Uuid;

const RECOVERY: &str = "recovery_recipient";

/// All epochs, the current one first.
pub async fn epochs(conn: &mut AsyncPgConnection) -> QueryResult<Vec<EpochRow>> {
    EpochRow::query()
        .order((epochs::current.desc(), epochs::id.desc()))
        .load(conn)
        .await
}

/// Enters an epoch and makes it the current one.
pub async fn insert_epoch(conn: &mut AsyncPgConnection, epoch: &EpochRow) -> QueryResult<()> {
    diesel::update(epochs::table.filter(epochs::current))
        .set(epochs::current.eq(false))
        .execute(conn)
        .await?;
    diesel::insert_into(epochs::table)
        .values(epoch)
        .execute(conn)
        .await?;
    Ok(())
}

/// The public half of the recovery key.
pub async fn recovery(conn: &mut AsyncPgConnection) -> QueryResult<Option<String>> {
    settings::table
        .filter(settings::name.eq(RECOVERY))
        .select(settings::value)
        .first(conn)
        .await
        .optional()
}

/// Sets the public half of the recovery key.
pub async fn set_recovery(conn: &mut AsyncPgConnection, recipient: &str) -> QueryResult<()> {
    diesel::insert_into(settings::table)
        .values((settings::name.eq(RECOVERY), settings::value.eq(recipient)))
        .on_conflict(settings::name)
        .do_update()
        .set(settings::value.eq(recipient))
        .execute(conn)
        .await?;
    Ok(())
}

/// Everybody's own keys.
pub async fn analyst_keys(conn: &mut AsyncPgConnection) -> QueryResult<Vec<AnalystKeyRow>> {
    AnalystKeyRow::query()
        .order(analyst_keys::account_id)
        .load(conn)
        .await
}

/// One analyst's own key.
pub async fn find_analyst_key(
    conn: &mut AsyncPgConnection,
    account: Uuid,
) -> QueryResult<Option<AnalystKeyRow>> {
    AnalystKeyRow::query()
        .filter(analyst_keys::account_id.eq(account))
        .first(conn)
        .await
        .optional()
}

/// Sets an analyst's own key.
pub async fn set_analyst_key(conn: &mut AsyncPgConnection, key: &AnalystKeyRow) -> QueryResult<()> {
    diesel::insert_into(analyst_keys::table)
        .values(key)
        .on_conflict(analyst_keys::account_id)
        .do_update()
        .set(key)
        .execute(conn)
        .await?;
    Ok(())
}

/// Takes an analyst's keys away.
pub async fn delete_analyst_key(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<usize> {
    diesel::delete(wrapped_keys::table.filter(wrapped_keys::account_id.eq(account)))
        .execute(conn)
        .await?;
    diesel::delete(analyst_keys::table.filter(analyst_keys::account_id.eq(account)))
        .execute(conn)
        .await
}

/// Enters wrapped keys; one that stands is replaced.
pub async fn insert_wrapped(conn: &mut AsyncPgConnection, rows: &[WrappedRow]) -> QueryResult<()> {
    diesel::insert_into(wrapped_keys::table)
        .values(rows)
        .on_conflict((wrapped_keys::epoch_id, wrapped_keys::account_id))
        .do_update()
        .set(wrapped_keys::wrapped.eq(diesel::upsert::excluded(wrapped_keys::wrapped)))
        .execute(conn)
        .await?;
    Ok(())
}

/// The epochs' keys as wrapped for one analyst, by epoch.
pub async fn wrapped_for(
    conn: &mut AsyncPgConnection,
    account: Uuid,
) -> QueryResult<HashMap<String, Vec<u8>>> {
    let rows: Vec<WrappedRow> = WrappedRow::query()
        .filter(wrapped_keys::account_id.eq(account))
        .load(conn)
        .await?;
    Ok(rows.into_iter().map(|row| (row.epoch_id, row.wrapped)).collect())
}
