//! One's own profile and engagements.

use super::actions::{self, engagements_of};
use super::model::{ConsultantRow, ContactRow, EngagementRow, Written};
use super::register::unknown_port;
use super::store;
use super::wire::{Consultant, ConsultantProfile, Contact, Engagement, EngagementCreate};
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Fault, codes};
use crate::{audit, outbox, suppliers};
use bellbuoy_domain::certification::{ContactKind, find_language};
use bellbuoy_domain::place::{find_country, find_port, plain};
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use std::collections::BTreeSet;
use uuid::Uuid;

/// The most engagements one person states.
const MOST_ENGAGEMENTS: usize = 60;

/// The caller's own profile.
///
/// # Errors
/// 404 while there is none.
pub async fn get(conn: &mut AsyncPgConnection, by: &Claims) -> Result<Consultant, AppError> {
    let row = store::find_own(conn, by.sub, false)
        .await?
        .ok_or(AppError::NotFound("consultant"))?;
    actions::whole(conn, row, true).await
}

/// Writes one's own profile, which begins with the first time.
pub async fn put(
    conn: &mut Guarded,
    by: &Claims,
    version: Option<IfMatch>,
    asked: ConsultantProfile,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<(Consultant, bool), AppError> {
    let written = checked(&asked)?;
    transact(conn, dry_run, async |conn| {
        let before = store::find_own(conn, by.sub, true).await?;
        let (row, made) = match before {
            None => (begin(conn, by, written, now).await?, true),
            Some(before) => {
                version
                    .ok_or(AppError::Remedied(&codes::PRECONDITION_REQUIRED))?
                    .holds(&before.etag())?;
                let written = Written {
                    revision: before.revision + 1,
                    ..written
                };
                (store::write(conn, before.id, &written).await?, false)
            }
        };
        let contacts: Vec<ContactRow> = asked.contacts.iter().map(|one| contact(row.id, one)).collect();
        store::set_contacts(conn, row.id, &contacts).await?;
        let action = if made {
            "consultant.create"
        } else {
            "consultant.update"
        };
        let entry = audit::Entry::by(by.sub, action, "consultant", row.id).fields(&["profile"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "consultant.changed", row.id).await?;
        Ok((actions::whole(conn, row, true).await?, made))
    })
    .await
}

async fn begin(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    written: Written,
    now: DateTime<Utc>,
) -> Result<ConsultantRow, AppError> {
    let row = ConsultantRow {
        id: Uuid::now_v7(),
        account_id: Some(by.sub),
        listed: false,
        demo: false,
        created_at: now,
        ..row_of(written)
    };
    store::insert(conn, &row).await?;
    Ok(row)
}

/// A row of what was written, of nobody yet.
pub fn row_of(written: Written) -> ConsultantRow {
    ConsultantRow {
        id: Uuid::nil(),
        account_id: None,
        name: written.name,
        plain_name: written.plain_name,
        words: written.words,
        headline: written.headline,
        about: written.about,
        country: written.country,
        base: written.base,
        regions: written.regions,
        languages: written.languages,
        domains: written.domains,
        vessel_types: written.vessel_types,
        modes: written.modes,
        available_from: written.available_from,
        listed: false,
        hidden: written.hidden,
        demo: false,
        revision: 1,
        created_at: DateTime::UNIX_EPOCH,
    }
}

/// States for whom one works or worked; the firm confirms it.
pub async fn engage(
    conn: &mut Guarded,
    by: &Claims,
    asked: &EngagementCreate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Engagement, AppError> {
    let mut faults = Vec::new();
    if asked.to_on.is_some_and(|to| to < asked.from_on) {
        let why = format!("has to be {} or later, when it begins", asked.from_on);
        faults.push(Fault::new("/to_on", "order", why));
    }
    if asked.from_on > now.date_naive() {
        let why = "has to be today or earlier: state it once it has begun";
        faults.push(Fault::new("/from_on", "future", why));
    }
    if !faults.is_empty() {
        return Err(AppError::Unfit(faults));
    }
    transact(conn, dry_run, async |conn| {
        let own = own_row(conn, by).await?;
        let supplier = suppliers::name(conn, asked.supplier_id).await?.ok_or_else(|| {
            let why = "is not a supplier of the register; search it by name at /api/v1/suppliers";
            AppError::unfit("/supplier_id", "unknown_supplier", why)
        })?;
        let stated = store::engagements(conn, own.id, false).await?;
        if stated.len() >= MOST_ENGAGEMENTS {
            let why = format!("{MOST_ENGAGEMENTS} engagements are stated already; take back one that does not hold");
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let overlaps = stated.iter().find(|one| {
            one.supplier_id == asked.supplier_id
                && one.to_on.is_none_or(|to| to >= asked.from_on)
                && asked.to_on.is_none_or(|to| to >= one.from_on)
        });
        if let Some(one) = overlaps {
            let why = format!(
                "an engagement by the same firm that begins on {} covers some of these days; take that one back first",
                one.from_on
            );
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let row = EngagementRow {
            id: Uuid::now_v7(),
            consultant_id: own.id,
            supplier_id: asked.supplier_id,
            from_on: asked.from_on,
            to_on: asked.to_on,
            recorded_at: now,
            confirmed_at: None,
            retracted_at: None,
        };
        store::engage(conn, &row).await?;
        let entry = audit::Entry::by(by.sub, "engagement.create", "engagement", row.id);
        audit::record(conn, entry).await?;
        Ok(Engagement::of(row, supplier))
    })
    .await
}

/// Takes an engagement back. What was known stays readable.
pub async fn retract(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<Vec<Engagement>, AppError> {
    transact(conn, false, async |conn| {
        let own = store::find_own(conn, by.sub, true)
            .await?
            .ok_or(AppError::NotFound("engagement"))?;
        let row = store::lock_engagement(conn, own.id, id)
            .await?
            .filter(|row| row.retracted_at.is_none())
            .ok_or(AppError::NotFound("engagement"))?;
        store::retract(conn, row.id, now).await?;
        let entry = audit::Entry::by(by.sub, "engagement.retract", "engagement", row.id);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "consultant.changed", own.id).await?;
        engagements_of(conn, own.id, true).await
    })
    .await
}

async fn own_row(conn: &mut AsyncPgConnection, by: &Claims) -> Result<ConsultantRow, AppError> {
    store::find_own(conn, by.sub, true).await?.ok_or_else(|| {
        let why = "you have no profile in the register yet; begin one at PUT /api/v1/consultants/own";
        AppError::refused(&codes::CONFLICT, why)
    })
}

fn contact(id: Uuid, given: &Contact) -> ContactRow {
    ContactRow {
        consultant_id: id,
        kind: given.kind,
        value: given.value.trim().to_owned(),
        public: given.public,
    }
}

/// Holds a profile to its rules, and writes out by what it is found.
///
/// # Errors
/// Every place that does not fit.
pub fn checked(asked: &ConsultantProfile) -> Result<Written, AppError> {
    let mut faults = Vec::new();
    let base = asked.base.trim().to_uppercase();
    let port = find_port(&base);
    if port.is_none() {
        faults.push(unknown_port("/base", &base));
    }
    for (place, code) in asked.languages.iter().enumerate() {
        if find_language(code).is_none() {
            let why = format!("`{code}` is not a code of ISO 639-1, such as en");
            faults.push(Fault::new(format!("/languages/{place}"), "unknown_language", why));
        }
    }
    let mut kinds = BTreeSet::new();
    for (place, contact) in asked.contacts.iter().enumerate() {
        if !kinds.insert(contact.kind) {
            let why = format!("`{}` is given twice; give it once", contact.kind);
            faults.push(Fault::new(format!("/contacts/{place}/kind"), "given_twice", why));
        }
        if let Some(why) = unlike(contact) {
            faults.push(Fault::new(format!("/contacts/{place}/value"), "contact", why));
        }
    }
    if !faults.is_empty() {
        return Err(AppError::Unfit(faults));
    }
    let country = base.get(..2).unwrap_or_default().to_owned();
    Ok(Written {
        name: asked.name.trim().to_owned(),
        plain_name: plain(asked.name.trim()),
        words: words(asked, port.map_or("", |port| &port.name), &country),
        headline: asked.headline.clone(),
        about: asked.about.clone(),
        country,
        base,
        regions: once(&asked.regions),
        languages: once(&asked.languages),
        domains: once(&asked.domains),
        vessel_types: once(&asked.vessel_types),
        modes: once(&asked.modes),
        available_from: asked.available_from,
        hidden: asked.hidden,
        revision: 1,
    })
}

fn once<T: Ord + Clone>(many: &[T]) -> Vec<T> {
    many.iter()
        .cloned()
        .collect::<BTreeSet<_>>()
        .into_iter()
        .collect()
}

fn unlike(contact: &Contact) -> Option<&'static str> {
    let value = contact.value.trim();
    match contact.kind {
        ContactKind::Email if !value.contains('@') || value.contains(' ') => {
            Some("has to be an address such as consultant@firm.example")
        }
        ContactKind::Phone
            if !value.starts_with('+')
                || !value
                    .chars()
                    .skip(1)
                    .all(|letter| letter.is_ascii_digit() || letter == ' ') =>
        {
            Some("has to be a number with its country, such as +31 10 000 0000")
        }
        ContactKind::Website if !value.starts_with("https://") => {
            Some("has to be an address such as https://firm.example")
        }
        _ => None,
    }
}

fn words(asked: &ConsultantProfile, port: &str, country: &str) -> String {
    let mut parts = vec![asked.name.as_str(), port];
    parts.extend(asked.headline.as_deref());
    parts.extend(asked.about.as_deref());
    parts.extend(find_country(country).map(|country| country.name.as_str()));
    parts.extend(
        asked
            .languages
            .iter()
            .filter_map(|code| find_language(code))
            .map(|one| one.name.as_str()),
    );
    parts.extend(asked.domains.iter().map(|domain| domain.label()));
    parts.extend(asked.vessel_types.iter().map(|kind| kind.label()));
    plain(&parts.join(" "))
}
