//! Steps that are taken with a certificate.

use super::model::{CertificateRow, EventRow};
use super::renewing::open_for;
use super::store;
use super::wire::CertificateStepCreate;
use crate::auth::store as accounts;
use crate::auth::token::Claims;
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Fault, codes};
use crate::mail::{self, Letter};
use crate::schemes::{self, Current};
use crate::{audit, consultants, outbox, suppliers};
use bellbuoy_domain::account::Role;
use bellbuoy_domain::certification::{
    CertificateStep, RegistryActor, SanctionReason, certificate_step, last_day,
};
use chrono::{DateTime, NaiveDate, Utc};
use diesel_async::{AsyncConnection, AsyncPgConnection};
use uuid::Uuid;

/// Certificates that lapse in one turn of the worker.
const LAPSE_AT_ONCE: i64 = 200;

/// Takes a step with a certificate, in the caller's transaction.
///
/// # Errors
/// What the step needs, or why it is not lawful here.
pub async fn take_step(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    number: &str,
    version: &IfMatch,
    asked: CertificateStepCreate,
    now: DateTime<Utc>,
) -> Result<CertificateRow, AppError> {
    let found = store::find(conn, number)
        .await?
        .ok_or(AppError::NotFound("certificate"))?;
    // Who may take no step sees the certificate and cannot lock it.
    let actor = actor(conn, by, &found).await?;
    let row = store::lock(conn, number)
        .await?
        .ok_or(AppError::NotFound("certificate"))?;
    version.holds(&row.etag())?;
    let today = now.date_naive();
    let before = row.status_on(today);
    let status = certificate_step(before, asked.step, actor)
        .map_err(|refusal| AppError::refused(&codes::CONFLICT, refusal.to_string()))?;
    let needed = [
        (
            asked.step.needs_reason() && asked.reason.is_none(),
            "/reason",
            "has to be the class of the reason",
        ),
        (
            asked.step.needs_words() && asked.words.is_none(),
            "/words",
            "has to say why; the holder reads it",
        ),
    ];
    let mut faults: Vec<Fault> = needed
        .into_iter()
        .filter(|(lacks, ..)| *lacks)
        .map(|(_, place, why)| Fault::new(place, "required", why))
        .collect();
    if let Some(reason) = asked.reason.filter(|reason| !reason.is_of(asked.step)) {
        let why = format!("`{reason}` is no reason to {}", asked.step);
        let fitting = SanctionReason::ALL.iter().filter(|one| one.is_of(asked.step));
        faults.push(Fault::new("/reason", "unfit", why).accepted(fitting.map(|one| one.as_str())));
    }
    if !faults.is_empty() {
        return Err(AppError::Unfit(faults));
    }
    let effective_on = effective(&row, &asked, today)?;
    let scheme = schemes::of_version(conn, row.scheme_version_id).await?;
    let valid_to = match asked.step {
        CertificateStep::Renew => renewed(&row, &scheme, today)?,
        _ => row.valid_to,
    };
    let event = EventRow {
        id: Uuid::now_v7(),
        certificate_id: row.id,
        step: asked.step,
        effective_on,
        reason: asked.reason,
        note: asked.note,
        valid_to: (asked.step == CertificateStep::Renew).then_some(valid_to),
        account_id: Some(by.sub),
        recorded_at: now,
    };
    store::note(conn, &event).await?;
    let after = store::set_status(conn, &row, status, valid_to, now).await?;
    tell(conn, &after, asked.step, asked.words.as_deref()).await?;
    let mut entry = audit::Entry::by(
        by.sub,
        &format!("certificate.{}", asked.step),
        "certificate",
        row.id,
    )
    .fields(&["status"]);
    if let Some(words) = asked.words {
        entry = entry.reason(words);
    }
    audit::record(conn, entry).await?;
    outbox::enqueue(conn, "certificate.changed", row.id).await?;
    Ok(after)
}

/// As whom somebody takes a step; others may read certificates and not touch them.
async fn actor(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    row: &CertificateRow,
) -> Result<RegistryActor, AppError> {
    let own = match (row.consultant_id, row.supplier_id) {
        (Some(id), _) => consultants::own_id(conn, by.sub).await? == Some(id),
        (None, Some(id)) => {
            let firm = suppliers::firm(conn, id).await?;
            let organisation = firm.and_then(|firm| firm.organisation_id);
            organisation.is_some()
                && organisation == by.org
                && by.within.is_some_and(|within| within.manages())
        }
        (None, None) => false,
    };
    match (own, by.role) {
        (true, _) => Ok(RegistryActor::Holder),
        (false, Role::SchemeAdministrator) => Ok(RegistryActor::SchemeAdministrator),
        (false, _) => Err(AppError::refused(
            &codes::FORBIDDEN,
            "the scheme's administrators take steps with a certificate, and its holder gives it back",
        )),
    }
}

fn effective(
    row: &CertificateRow,
    asked: &CertificateStepCreate,
    today: NaiveDate,
) -> Result<NaiveDate, AppError> {
    let day = asked.effective_on.unwrap_or(today);
    let reaches_back = asked.step == CertificateStep::Revoke;
    if day > today {
        let why = format!("has to be {today} or earlier: a step counts from a day that has come");
        return Err(AppError::unfit("/effective_on", "future", why));
    }
    if day < row.valid_from {
        let why = format!(
            "has to be {} or later, the first day of the certificate",
            row.valid_from
        );
        return Err(AppError::unfit("/effective_on", "order", why));
    }
    if day < today && !reaches_back {
        let why = format!("has to be {today}: only a revocation reaches back");
        return Err(AppError::unfit("/effective_on", "past", why));
    }
    Ok(day)
}

/// The last day after a renewal.
fn renewed(row: &CertificateRow, scheme: &Current, today: NaiveDate) -> Result<NaiveDate, AppError> {
    open_for(row.valid_to, &scheme.content, today)?;
    let next = row.valid_to.succ_opt().unwrap_or(row.valid_to);
    Ok(last_day(next, scheme.content.validity_months))
}

/// A step that somebody invented took in the past.
#[derive(Debug, Clone)]
pub struct Told {
    pub step: CertificateStep,
    pub effective_on: NaiveDate,
    pub reason: Option<SanctionReason>,
    pub note: Option<String>,
    pub recorded_at: DateTime<Utc>,
}

/// Enters a step of the past; for the demo.
pub async fn enter_step(conn: &mut AsyncPgConnection, number: &str, told: Told) -> Result<(), AppError> {
    let row = store::lock(conn, number)
        .await?
        .ok_or(AppError::NotFound("certificate"))?;
    let actor = match told.step {
        CertificateStep::Withdraw => RegistryActor::Holder,
        CertificateStep::Lapse => RegistryActor::Clock,
        _ => RegistryActor::SchemeAdministrator,
    };
    let status = certificate_step(row.status, told.step, actor)
        .map_err(|refusal| AppError::Internal(refusal.into()))?;
    let valid_to = match told.step {
        CertificateStep::Renew => {
            let scheme = schemes::of_version(conn, row.scheme_version_id).await?;
            renewed(&row, &scheme, told.recorded_at.date_naive())?
        }
        _ => row.valid_to,
    };
    let event = EventRow {
        id: Uuid::now_v7(),
        certificate_id: row.id,
        step: told.step,
        effective_on: told.effective_on,
        reason: told.reason,
        note: told.note,
        valid_to: (told.step == CertificateStep::Renew).then_some(valid_to),
        account_id: None,
        recorded_at: told.recorded_at,
    };
    store::note(conn, &event).await?;
    store::set_status(conn, &row, status, valid_to, told.recorded_at).await?;
    Ok(())
}

/// Tells the holder, if there is an account to tell.
async fn tell(
    conn: &mut AsyncPgConnection,
    row: &CertificateRow,
    step: CertificateStep,
    words: Option<&str>,
) -> Result<(), AppError> {
    let Some(id) = row.consultant_id else {
        return Ok(());
    };
    let account = consultants::holder(conn, id)
        .await?
        .and_then(|holder| holder.account_id);
    let Some(account) = account else { return Ok(()) };
    let Some(found) = accounts::find(conn, account).await? else {
        return Ok(());
    };
    let why = words.map(|words| format!("\n{words}\n")).unwrap_or_default();
    let letter = Letter {
        to: found.email,
        subject: format!("Your certificate {}", row.number),
        body: format!(
            "Your certificate {} is {} from now on ({}).\n{why}\nWhat you can do about it stands on your page.\n",
            row.number,
            row.status.label().to_lowercase(),
            step.label().to_lowercase(),
        ),
    };
    mail::enqueue(conn, &letter).await
}

/// Notes what ran out, so that the register leaves it out; some at a time.
///
/// # Errors
/// When the database refuses.
pub async fn lapse(conn: &mut AsyncPgConnection, now: DateTime<Utc>) -> Result<usize, AppError> {
    conn.transaction(async |conn| lapse_some(conn, now).await).await
}

async fn lapse_some(conn: &mut AsyncPgConnection, now: DateTime<Utc>) -> Result<usize, AppError> {
    let rows = store::ran_out(conn, now.date_naive(), LAPSE_AT_ONCE).await?;
    for row in &rows {
        let status = certificate_step(row.status, CertificateStep::Lapse, RegistryActor::Clock)
            .map_err(|refusal| AppError::Internal(refusal.into()))?;
        let event = EventRow {
            id: Uuid::now_v7(),
            certificate_id: row.id,
            step: CertificateStep::Lapse,
            effective_on: row.valid_to.succ_opt().unwrap_or(row.valid_to),
            reason: None,
            note: None,
            valid_to: None,
            account_id: None,
            recorded_at: now,
        };
        store::note(conn, &event).await?;
        let after = store::set_status(conn, row, status, row.valid_to, now).await?;
        tell(conn, &after, CertificateStep::Lapse, None).await?;
        let entry =
            audit::Entry::by_system("certificate.lapse", "certificate", Some(row.id)).fields(&["status"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "certificate.changed", row.id).await?;
    }
    Ok(rows.len())
}
