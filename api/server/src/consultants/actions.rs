//! What others ask of the register of people.

use super::model::{ConsultantRow, ContactRow, EngagementRow};
use super::profile::{checked, row_of};
use super::wire::{Consultant, ConsultantProfile, Contact, Engagement, RegisterSummary};
use super::{search, store};
use crate::auth::token::Claims;
use crate::http::AppError;
use crate::suppliers;
use bellbuoy_domain::certification::WorkDomain;
use chrono::{DateTime, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use std::collections::HashMap;
use uuid::Uuid;

/// Whom a certificate is about.
#[derive(Debug, Clone)]
pub struct Holder {
    pub id: Uuid,
    pub account_id: Option<Uuid>,
    pub name: String,
    pub demo: bool,
}

/// When somebody worked for a firm, as it was known.
#[derive(Debug, Clone)]
pub struct Employed {
    pub supplier_id: Uuid,
    pub from_on: NaiveDate,
    pub to_on: Option<NaiveDate>,
    pub confirmed_at: DateTime<Utc>,
    pub retracted_at: Option<DateTime<Utc>>,
}

/// A person of the register, as far as the caller may know of them.
pub async fn holder(conn: &mut AsyncPgConnection, id: Uuid) -> Result<Option<Holder>, AppError> {
    Ok(store::find(conn, id).await?.map(|row| Holder {
        id: row.id,
        account_id: row.account_id,
        name: row.name,
        demo: row.demo,
    }))
}

/// What somebody can help with.
#[derive(Debug, Clone)]
pub struct Skilled {
    pub id: Uuid,
    pub name: String,
    pub languages: Vec<String>,
    pub domains: Vec<WorkDomain>,
}

/// What some people can help with.
pub async fn skilled(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<Vec<Skilled>, AppError> {
    let rows = store::some(conn, ids).await?;
    Ok(rows
        .into_iter()
        .map(|row| Skilled {
            id: row.id,
            name: row.name,
            languages: row.languages,
            domains: row.domains,
        })
        .collect())
}

/// The ways to reach some people that the caller may know of.
pub async fn contacts(
    conn: &mut AsyncPgConnection,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<Contact>>, AppError> {
    let mut contacts: HashMap<Uuid, Vec<Contact>> = HashMap::new();
    for row in store::contacts(conn, ids).await? {
        contacts.entry(row.consultant_id).or_default().push(row.into());
    }
    Ok(contacts)
}

/// Whom some accounts are in the register, by account: the person and their name.
pub async fn of_accounts(
    conn: &mut AsyncPgConnection,
    accounts: &[Uuid],
) -> Result<HashMap<Uuid, (Uuid, String)>, AppError> {
    let rows = store::of_accounts(conn, accounts).await?;
    let known = rows
        .into_iter()
        .filter_map(|(account, id, name)| Some((account?, (id, name))));
    Ok(known.collect())
}

/// The names of some people of the register.
pub async fn names(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>, AppError> {
    Ok(store::names(conn, ids).await?)
}

/// The person that an account is in the register.
pub async fn own_id(conn: &mut AsyncPgConnection, account: Uuid) -> Result<Option<Uuid>, AppError> {
    Ok(store::find_own(conn, account, false).await?.map(|row| row.id))
}

/// Makes a person public: a first certificate was granted.
pub async fn list_publicly(conn: &mut AsyncPgConnection, id: Uuid) -> Result<(), AppError> {
    Ok(store::list_publicly(conn, id).await?)
}

/// Every confirmed engagement of a person, what was taken back as well.
pub async fn employments(conn: &mut AsyncPgConnection, id: Uuid) -> Result<Vec<Employed>, AppError> {
    let all = store::engagements(conn, id, true).await?;
    let confirmed = all.into_iter().filter_map(|row| {
        Some(Employed {
            supplier_id: row.supplier_id,
            from_on: row.from_on,
            to_on: row.to_on,
            confirmed_at: row.confirmed_at?,
            retracted_at: row.retracted_at,
        })
    });
    Ok(confirmed.collect())
}

/// The firm a person works for on a day: the one engaged last, where there are several.
pub async fn firm_today(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    day: NaiveDate,
) -> Result<Option<Uuid>, AppError> {
    let all = store::engagements(conn, id, false).await?;
    Ok(all
        .into_iter()
        .find(|row| row.confirmed_at.is_some() && row.from_on <= day && row.to_on.is_none_or(|to| to >= day))
        .map(|row| row.supplier_id))
}

/// A person with all that belongs to them; `whole` for those who may see what is hidden.
pub async fn whole(
    conn: &mut AsyncPgConnection,
    row: ConsultantRow,
    whole: bool,
) -> Result<Consultant, AppError> {
    let contacts = store::contacts(conn, &[row.id]).await?;
    let engagements = engagements_of(conn, row.id, whole).await?;
    Ok(Consultant::of(row, contacts, engagements, whole))
}

/// A person as the caller may see them.
pub async fn get(
    conn: &mut AsyncPgConnection,
    by: Option<&Claims>,
    id: Uuid,
) -> Result<Consultant, AppError> {
    let row = store::find(conn, id)
        .await?
        .ok_or(AppError::NotFound("consultant"))?;
    let own = by.is_some_and(|by| Some(by.sub) == row.account_id);
    let staff = by.is_some_and(|by| by.role.runs_schemes());
    self::whole(conn, row, own || staff).await
}

/// The engagements that the caller may know of, with the names of the firms.
pub async fn engagements_of(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    all: bool,
) -> Result<Vec<Engagement>, AppError> {
    let rows = store::engagements(conn, id, all).await?;
    let firms: Vec<Uuid> = rows.iter().map(|row| row.supplier_id).collect();
    let names: HashMap<Uuid, String> = suppliers::names(conn, &firms).await?.into_iter().collect();
    let named = rows.into_iter().filter_map(|row| {
        let name = names.get(&row.supplier_id)?.clone();
        Some(Engagement::of(row, name))
    });
    Ok(named.collect())
}

/// Takes away what is not needed of somebody whose account is removed: all but the name of who was public once, and
/// the name as well of who never was.
pub async fn forget(conn: &mut AsyncPgConnection, account: Uuid) -> Result<(), AppError> {
    Ok(store::forget(conn, account).await?)
}

/// How many can be found on a day.
pub async fn summary(conn: &mut AsyncPgConnection, as_of: NaiveDate) -> Result<RegisterSummary, AppError> {
    Ok(RegisterSummary {
        people: search::count_all(conn, as_of).await?,
        suppliers: suppliers::count(conn, as_of).await?,
        as_of,
    })
}

/// Somebody who was invented for demonstration.
#[derive(Debug, Clone)]
pub struct Invented {
    pub profile: ConsultantProfile,
    pub account_id: Option<Uuid>,
    /// Firm, first day, last day.
    pub engagements: Vec<(Uuid, NaiveDate, Option<NaiveDate>)>,
    pub created_at: DateTime<Utc>,
}

/// Enters somebody who was invented.
pub async fn enter_invented(conn: &mut AsyncPgConnection, invented: Invented) -> Result<Uuid, AppError> {
    let row = ConsultantRow {
        id: Uuid::now_v7(),
        account_id: invented.account_id,
        demo: true,
        created_at: invented.created_at,
        ..row_of(checked(&invented.profile)?)
    };
    store::insert(conn, &row).await?;
    let contacts: Vec<ContactRow> = invented
        .profile
        .contacts
        .into_iter()
        .map(|contact| ContactRow {
            consultant_id: row.id,
            kind: contact.kind,
            value: contact.value,
            public: contact.public,
        })
        .collect();
    store::set_contacts(conn, row.id, &contacts).await?;
    for (supplier_id, from_on, to_on) in invented.engagements {
        let engagement = EngagementRow {
            id: Uuid::now_v7(),
            consultant_id: row.id,
            supplier_id,
            from_on,
            to_on,
            recorded_at: invented.created_at,
            confirmed_at: Some(invented.created_at),
            retracted_at: None,
        };
        store::engage(conn, &engagement).await?;
    }
    Ok(row.id)
}
