//! One's own profile.

use super::actions;
use super::model::{ConsultantRow, ContactRow, Written};
use super::register::unknown_port;
use super::store;
use super::wire::{Consultant, ConsultantProfile, Contact};
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Fault, codes};
use crate::{audit, outbox};
use bellbuoy_domain::certification::{ContactKind, find_language};
use bellbuoy_domain::place::{find_country, find_port, plain};
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use std::collections::BTreeSet;
use uuid::Uuid;

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
                if before.listed && written.name != before.name {
                    let why = format!(
                        "has to stay `{}`, which stands on your certificates: ask the scheme to change it",
                        before.name
                    );
                    return Err(AppError::unfit("/name", "certified_name", why));
                }
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
