//! Queries of the log and of the letters before a certificate ends.

use super::model::{Ending, EntryRow, ReminderRow};
use crate::db::keyset;
use crate::schema::{certificate_reminders, cpd_entries};
use chrono::NaiveDate;
use diesel::prelude::*;
use diesel::sql_query;
use diesel::sql_types;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Place in the log: the day, then the id.
pub type Key = (NaiveDate, Uuid);

/// First and last day; without one, no end on that side.
pub type Days = (Option<NaiveDate>, Option<NaiveDate>);

/// Enters what somebody did.
pub async fn insert(conn: &mut AsyncPgConnection, row: &EntryRow) -> QueryResult<()> {
    diesel::insert_into(cpd_entries::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Finds an entry of somebody.
pub async fn find(conn: &mut AsyncPgConnection, account: Uuid, id: Uuid) -> QueryResult<Option<EntryRow>> {
    EntryRow::query()
        .filter(cpd_entries::account_id.eq(account))
        .filter(cpd_entries::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Locks an entry of somebody until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, account: Uuid, id: Uuid) -> QueryResult<Option<EntryRow>> {
    EntryRow::query()
        .filter(cpd_entries::account_id.eq(account))
        .filter(cpd_entries::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes an entry anew.
pub async fn write(conn: &mut AsyncPgConnection, row: &EntryRow) -> QueryResult<EntryRow> {
    diesel::update(cpd_entries::table.filter(cpd_entries::id.eq(row.id)))
        .set(row)
        .returning(EntryRow::as_returning())
        .get_result(conn)
        .await
}

/// Deletes an entry.
pub async fn delete(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<()> {
    diesel::delete(cpd_entries::table.filter(cpd_entries::id.eq(id)))
        .execute(conn)
        .await?;
    Ok(())
}

/// Deletes every entry of somebody.
pub async fn delete_all(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<()> {
    diesel::delete(cpd_entries::table.filter(cpd_entries::account_id.eq(account)))
        .execute(conn)
        .await?;
    Ok(())
}

/// Holds back other entries of the account until the transaction ends.
pub async fn one_at_a_time(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<()> {
    sql_query("SELECT pg_advisory_xact_lock(hashtextextended('cpd ' || $1, 0))")
        .bind::<sql_types::Text, _>(account.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Quarters of an hour between two days.
pub async fn quarters(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    from: NaiveDate,
    to: NaiveDate,
) -> QueryResult<i64> {
    let quarters: Option<i64> = cpd_entries::table
        .filter(cpd_entries::account_id.eq(account))
        .filter(cpd_entries::done_on.between(from, to))
        .select(diesel::dsl::sum(cpd_entries::quarters))
        .get_result(conn)
        .await?;
    Ok(quarters.unwrap_or(0))
}

/// A page, last day first.
pub async fn list(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    days: Days,
    from: Option<Key>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<EntryRow>> {
    let mut query = EntryRow::query()
        .filter(cpd_entries::account_id.eq(account))
        .limit(limit)
        .into_boxed();
    if let Some(day) = days.0 {
        query = query.filter(cpd_entries::done_on.ge(day));
    }
    if let Some(day) = days.1 {
        query = query.filter(cpd_entries::done_on.le(day));
    }
    if let Some((day, id)) = from {
        let columns = (cpd_entries::done_on, cpd_entries::id);
        let values = (
            day.into_sql::<sql_types::Date>(),
            id.into_sql::<sql_types::Uuid>(),
        );
        query = query.filter(if back {
            keyset::after(columns, values)
        } else {
            keyset::before(columns, values)
        });
    }
    query = if back {
        query.order((cpd_entries::done_on.asc(), cpd_entries::id.asc()))
    } else {
        query.order((cpd_entries::done_on.desc(), cpd_entries::id.desc()))
    };
    query.load(conn).await
}

/// Certificates of people with an account that end soon, and whose holders were not told yet.
pub async fn ending(
    conn: &mut AsyncPgConnection,
    today: NaiveDate,
    last_month: i32,
    most: i64,
) -> QueryResult<Vec<Ending>> {
    sql_query(
        "SELECT c.id, c.number, c.scheme_version_id, c.valid_from, c.valid_to, p.account_id FROM certificates c \
         JOIN consultants p ON p.id = c.consultant_id AND p.account_id IS NOT NULL \
         JOIN scheme_versions v ON v.id = c.scheme_version_id \
         WHERE c.status = 'active' AND c.valid_to >= $1 \
         AND c.valid_to - greatest($2, (v.content->>'renewal_opens_days')::integer) <= $1 \
         AND NOT EXISTS (SELECT FROM certificate_reminders r WHERE r.certificate_id = c.id AND r.valid_to = c.valid_to \
             AND r.kind = CASE WHEN c.valid_to - $2 <= $1 THEN 'last_month' ELSE 'renewal_opens' END) \
         ORDER BY c.valid_to, c.id LIMIT $3",
    )
    .bind::<sql_types::Date, _>(today)
    .bind::<sql_types::Integer, _>(last_month)
    .bind::<sql_types::BigInt, _>(most)
    .load(conn)
    .await
}

/// Notes that a holder is told; says whether nobody else noted it before.
pub async fn note(conn: &mut AsyncPgConnection, row: &ReminderRow) -> QueryResult<bool> {
    let noted = diesel::insert_into(certificate_reminders::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    Ok(noted == 1)
}
