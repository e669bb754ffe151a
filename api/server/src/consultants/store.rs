//! Queries of consultants.

use super::model::{ConsultantRow, ContactRow, EngagementRow, Written};
use crate::schema::{consultant_contacts, consultants, engagements};
use bellbuoy_domain::place::plain;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel::sql_types;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Enters a person.
pub async fn insert(conn: &mut AsyncPgConnection, row: &ConsultantRow) -> QueryResult<()> {
    diesel::insert_into(consultants::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Finds a person that the caller may know of.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<ConsultantRow>> {
    ConsultantRow::query()
        .filter(consultants::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Finds a person and locks them until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<ConsultantRow>> {
    ConsultantRow::query()
        .filter(consultants::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes a person's name, and what they are found by.
pub async fn rename(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    (name, plain_name, words): (&str, &str, &str),
    revision: i32,
) -> QueryResult<ConsultantRow> {
    diesel::update(consultants::table.filter(consultants::id.eq(id)))
        .set((
            consultants::name.eq(name),
            consultants::plain_name.eq(plain_name),
            consultants::words.eq(words),
            consultants::revision.eq(revision),
        ))
        .returning(ConsultantRow::as_returning())
        .get_result(conn)
        .await
}

/// Some people that the caller may know of.
pub async fn some(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<Vec<ConsultantRow>> {
    ConsultantRow::query()
        .filter(consultants::id.eq_any(ids))
        .load(conn)
        .await
}

/// The names of some people.
pub async fn names(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<Vec<(Uuid, String)>> {
    consultants::table
        .filter(consultants::id.eq_any(ids))
        .select((consultants::id, consultants::name))
        .load(conn)
        .await
}

/// Who some accounts are in the register: account, person, name.
pub async fn of_accounts(
    conn: &mut AsyncPgConnection,
    accounts: &[Uuid],
) -> QueryResult<Vec<(Option<Uuid>, Uuid, String)>> {
    consultants::table
        .filter(consultants::account_id.eq_any(accounts))
        .select((consultants::account_id, consultants::id, consultants::name))
        .load(conn)
        .await
}

/// Finds the profile of an account, and locks it for whoever changes it.
pub async fn find_own(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    locks: bool,
) -> QueryResult<Option<ConsultantRow>> {
    let query = ConsultantRow::query().filter(consultants::account_id.eq(account));
    if locks {
        query.for_update().first(conn).await.optional()
    } else {
        query.first(conn).await.optional()
    }
}

/// Writes a profile anew.
pub async fn write(conn: &mut AsyncPgConnection, id: Uuid, written: &Written) -> QueryResult<ConsultantRow> {
    diesel::update(consultants::table.filter(consultants::id.eq(id)))
        .set(written)
        .returning(ConsultantRow::as_returning())
        .get_result(conn)
        .await
}

/// Makes a person public.
pub async fn list_publicly(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<()> {
    diesel::update(
        consultants::table
            .filter(consultants::id.eq(id))
            .filter(consultants::listed.eq(false)),
    )
    .set(consultants::listed.eq(true))
    .execute(conn)
    .await?;
    Ok(())
}

/// The ways to reach some people that the caller may know.
pub async fn contacts(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<Vec<ContactRow>> {
    ContactRow::query()
        .filter(consultant_contacts::consultant_id.eq_any(ids))
        .order(consultant_contacts::kind)
        .load(conn)
        .await
}

/// Replaces the ways to reach a person.
pub async fn set_contacts(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    contacts: &[ContactRow],
) -> QueryResult<()> {
    diesel::delete(consultant_contacts::table.filter(consultant_contacts::consultant_id.eq(id)))
        .execute(conn)
        .await?;
    diesel::insert_into(consultant_contacts::table)
        .values(contacts)
        .execute(conn)
        .await?;
    Ok(())
}

/// For whom a person worked, newest first; what was taken back as well if `all`.
pub async fn engagements(
    conn: &mut AsyncPgConnection,
    consultant: Uuid,
    all: bool,
) -> QueryResult<Vec<EngagementRow>> {
    let mut query = EngagementRow::query()
        .filter(engagements::consultant_id.eq(consultant))
        .order((engagements::from_on.desc(), engagements::id.desc()))
        .into_boxed();
    if !all {
        query = query.filter(engagements::retracted_at.is_null());
    }
    query.load(conn).await
}

/// Who works or worked for a supplier, by name, as far as the caller may know of it.
pub async fn engaged_by(
    conn: &mut AsyncPgConnection,
    supplier: Uuid,
    whole: bool,
) -> QueryResult<Vec<(EngagementRow, String)>> {
    engagements::table
        .inner_join(consultants::table.on(consultants::id.eq(engagements::consultant_id)))
        .filter(engagements::supplier_id.eq(supplier))
        .filter(engagements::retracted_at.is_null())
        .filter(
            consultants::hidden
                .eq(false)
                .or(whole.into_sql::<sql_types::Bool>()),
        )
        .order((
            consultants::plain_name,
            engagements::from_on.desc(),
            engagements::id,
        ))
        .select((EngagementRow::as_select(), consultants::name))
        .load(conn)
        .await
}

/// Enters an engagement.
pub async fn engage(conn: &mut AsyncPgConnection, row: &EngagementRow) -> QueryResult<()> {
    diesel::insert_into(engagements::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Locks an engagement of a person until the transaction ends.
pub async fn lock_engagement(
    conn: &mut AsyncPgConnection,
    consultant: Uuid,
    id: Uuid,
) -> QueryResult<Option<EngagementRow>> {
    EngagementRow::query()
        .filter(engagements::id.eq(id))
        .filter(engagements::consultant_id.eq(consultant))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Locks an engagement by a supplier until the transaction ends.
pub async fn lock_engagement_by(
    conn: &mut AsyncPgConnection,
    supplier: Uuid,
    id: Uuid,
) -> QueryResult<Option<EngagementRow>> {
    EngagementRow::query()
        .filter(engagements::id.eq(id))
        .filter(engagements::supplier_id.eq(supplier))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Confirms an engagement; it counts from then on.
pub async fn confirm(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    at: DateTime<Utc>,
) -> QueryResult<EngagementRow> {
    diesel::update(engagements::table.filter(engagements::id.eq(id)))
        .set(engagements::confirmed_at.eq(at))
        .returning(EngagementRow::as_returning())
        .get_result(conn)
        .await
}

/// Takes an engagement back; it stays readable.
pub async fn retract(conn: &mut AsyncPgConnection, id: Uuid, at: DateTime<Utc>) -> QueryResult<()> {
    diesel::update(engagements::table.filter(engagements::id.eq(id)))
        .set(engagements::retracted_at.eq(at))
        .execute(conn)
        .await?;
    Ok(())
}

/// Empties the profile of an account, and lets go of the account.
pub async fn forget(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<()> {
    let Some(row) = find_own(conn, account, true).await? else {
        return Ok(());
    };
    let name = if row.listed {
        row.name
    } else {
        "Somebody who left".to_owned()
    };
    let emptied = Written {
        plain_name: plain(&name),
        words: plain(&name),
        name,
        headline: None,
        about: None,
        country: row.country,
        base: row.base,
        regions: Vec::new(),
        languages: Vec::new(),
        domains: Vec::new(),
        vessel_types: Vec::new(),
        modes: Vec::new(),
        available_from: None,
        hidden: true,
        revision: row.revision + 1,
    };
    write(conn, row.id, &emptied).await?;
    set_contacts(conn, row.id, &[]).await?;
    diesel::update(consultants::table.filter(consultants::id.eq(row.id)))
        .set(consultants::account_id.eq(None::<Uuid>))
        .execute(conn)
        .await?;
    Ok(())
}
