//! How far the hours of each certificate have come.

use super::log;
use super::wire::{CpdStanding, CpdSummary};
use crate::certificates::{self, Held};
use crate::consultants;
use crate::http::AppError;
use crate::schemes::{self, Current};
use bellbuoy_domain::certification::first_of_term;
use chrono::{NaiveDate, TimeDelta};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// How far an account has come with every certificate in force.
///
/// # Errors
/// When the database refuses.
pub async fn summary(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    today: NaiveDate,
) -> Result<CpdSummary, AppError> {
    let mut certificates = Vec::new();
    if let Some(id) = consultants::own_id(conn, account).await? {
        let all = certificates::in_force(conn, id, today).await?;
        let versions: Vec<Uuid> = all.iter().map(|one| one.scheme_version_id).collect();
        let schemes = schemes::of_versions(conn, &versions).await?;
        for held in all {
            if let Some(scheme) = schemes.get(&held.scheme_version_id) {
                certificates.push(standing(conn, account, &held, scheme, today).await?);
            }
        }
    }
    Ok(CpdSummary {
        certificates,
        as_of: today,
    })
}

/// How far an account has come with one certificate.
///
/// # Errors
/// When the database refuses.
pub async fn standing(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    held: &Held,
    scheme: &Current,
    today: NaiveDate,
) -> Result<CpdStanding, AppError> {
    let content = &scheme.content;
    let term_from = first_of_term(held.valid_from, held.valid_to, content.validity_months);
    // Whoever renews early begins the next term later: what is done until then counts for the one that runs.
    let logged = log::hours(conn, account, term_from.min(today), today.min(held.valid_to)).await?;
    let renewal_opens_on = held.valid_to - TimeDelta::days(i64::from(content.renewal_opens_days));
    let discipline = content.discipline(&held.discipline);
    Ok(CpdStanding {
        number: held.number.clone(),
        discipline: discipline.map_or_else(|| held.discipline.clone(), |one| one.label.clone()),
        term_from,
        valid_to: held.valid_to,
        hours_asked: content.cpd_hours,
        hours_logged: logged.hours(),
        hours_missing: logged.missing_to(content.cpd_hours).hours(),
        days_left: (held.valid_to - today).num_days(),
        renewal_opens_on,
        renewal_open: today >= renewal_opens_on,
    })
}
