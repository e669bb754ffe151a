//! Use cases of responders.

use super::model::DutyRow;
use super::store;
use super::wire::{Duty, DutyCreate, DutyGap, Responder, Responders, Rota};
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::{AppError, Fault, codes};
use crate::{audit, consultants, outbox};
use bellbuoy_domain::certification::rota::{Duty as OnDuty, Need, OnCall, Skills, gaps, on_call};
use chrono::{DateTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use std::collections::{HashMap, HashSet};
use uuid::Uuid;

/// The longest duty.
const LONGEST: TimeDelta = TimeDelta::days(31);

fn on_duty(row: &DutyRow) -> OnDuty {
    OnDuty {
        consultant: row.consultant_id,
        starts_at: row.starts_at,
        ends_at: row.ends_at,
    }
}

/// Who can be called at a moment: on call, certified then, the best match first.
pub async fn responders(conn: &mut AsyncPgConnection, need: Need) -> Result<Responders, AppError> {
    let rows = store::between(conn, need.at, need.at + TimeDelta::milliseconds(1)).await?;
    let people: Vec<Uuid> = rows.iter().map(|row| row.consultant_id).collect();
    let certified: HashSet<Uuid> = store::certified(conn, &people, need.at.date_naive())
        .await?
        .into_iter()
        .flatten()
        .collect();
    let known = consultants::skilled(conn, &people).await?;
    let skills: Vec<Skills> = known
        .iter()
        .map(|one| Skills {
            consultant: one.id,
            languages: one.languages.clone(),
            domains: one.domains.clone(),
        })
        .collect();
    let duties: Vec<OnDuty> = rows.iter().map(on_duty).collect();
    let found = on_call(&need, &duties, &skills, |who, _| certified.contains(&who));
    let mut contacts = consultants::contacts(conn, &people).await?;
    let mut responder = |one: OnCall| {
        let who = known.iter().find(|known| known.id == one.consultant)?;
        Some(Responder {
            consultant_id: who.id,
            name: who.name.clone(),
            languages: who.languages.clone(),
            contacts: contacts.remove(&who.id).unwrap_or_default(),
            domain_fits: one.domain_fits,
            language_fits: one.language_fits,
            until: one.until,
        })
    };
    let items = found.into_iter().filter_map(&mut responder).collect();
    Ok(Responders { items, at: need.at })
}

/// The rota of a time, with the times for which nobody is on call.
pub async fn rota(
    conn: &mut AsyncPgConnection,
    from: DateTime<Utc>,
    to: DateTime<Utc>,
) -> Result<Rota, AppError> {
    let rows = store::between(conn, from, to).await?;
    let duties: Vec<OnDuty> = rows.iter().map(on_duty).collect();
    let gaps = gaps(&duties, from, to);
    let people: Vec<Uuid> = rows.iter().map(|row| row.consultant_id).collect();
    let names: HashMap<Uuid, String> = consultants::names(conn, &people).await?.into_iter().collect();
    Ok(Rota {
        duties: rows.into_iter().map(|row| duty(row, &names)).collect(),
        gaps: gaps
            .into_iter()
            .map(|gap| DutyGap {
                from: gap.from,
                to: gap.to,
            })
            .collect(),
        from,
        to,
    })
}

fn duty(row: DutyRow, names: &HashMap<Uuid, String>) -> Duty {
    Duty {
        id: row.id,
        consultant_id: row.consultant_id,
        name: names.get(&row.consultant_id).cloned().unwrap_or_default(),
        starts_at: row.starts_at,
        ends_at: row.ends_at,
    }
}

/// Enters when somebody is on call. Who holds no certificate in force is not entered.
pub async fn enter(
    conn: &mut Guarded,
    by: &Claims,
    asked: &DutyCreate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<Duty, AppError> {
    let mut faults = Vec::new();
    if asked.ends_at <= asked.starts_at {
        let why = format!("has to be later than {}, when it begins", asked.starts_at);
        faults.push(Fault::new("/ends_at", "order", why));
    } else if asked.ends_at - asked.starts_at > LONGEST {
        let why = "has to be at most 31 days later than it begins; enter another one after it";
        faults.push(Fault::new("/ends_at", "too_long", why));
    }
    if asked.ends_at < now {
        faults.push(Fault::new(
            "/ends_at",
            "past",
            "has to lie ahead: nobody is on call in the past",
        ));
    }
    if !faults.is_empty() {
        return Err(AppError::Unfit(faults));
    }
    transact(conn, dry_run, async |conn| {
        let person = asked.consultant_id;
        let day = asked.starts_at.max(now).date_naive();
        if store::certified(conn, &[person], day).await?.is_empty() {
            let why = format!("holds no certificate that is in force on {day}");
            return Err(AppError::unfit("/consultant_id", "not_certified", why));
        }
        let row = DutyRow {
            id: Uuid::now_v7(),
            consultant_id: person,
            starts_at: asked.starts_at,
            ends_at: asked.ends_at,
            created_by: Some(by.sub),
            created_at: now,
        };
        let taken = store::between(conn, row.starts_at, row.ends_at).await?;
        if taken.iter().any(|one| one.consultant_id == person) {
            let why = "is on call already in a part of this time; remove that one first";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        store::insert(conn, &row).await?;
        audit::record(conn, audit::Entry::by(by.sub, "duty.create", "duty", row.id)).await?;
        outbox::enqueue(conn, "duty.changed", row.id).await?;
        let names = consultants::names(conn, &[person]).await?.into_iter().collect();
        Ok(duty(row, &names))
    })
    .await
}

/// Takes somebody off the rota.
pub async fn remove(conn: &mut Guarded, by: &Claims, id: Uuid) -> Result<(), AppError> {
    transact(conn, false, async |conn| {
        if !store::remove(conn, id).await? {
            return Err(AppError::NotFound("duty"));
        }
        audit::record(conn, audit::Entry::by(by.sub, "duty.delete", "duty", id)).await?;
        outbox::enqueue(conn, "duty.changed", id).await
    })
    .await
}
