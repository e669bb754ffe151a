//! Granting: number, place in the status lists, and the holder made public.

use super::model::CertificateRow;
use super::store;
use crate::http::AppError;
use crate::schemes::Current;
use crate::{audit, consultants, outbox, suppliers};
use bellbuoy_domain::certification::status_list::LEAST_ENTRIES;
use bellbuoy_domain::certification::{CertificateNumber, CertificateStatus, HolderKind, last_day};
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Certificates in one status list before the next begins: a quarter, so that a free place is found at once.
const IN_ONE_LIST: i64 = 32_768;
/// What is granted to whom.
#[derive(Debug, Clone)]
pub struct Grant<'a> {
    pub holder: Uuid,
    pub kind: HolderKind,
    pub scheme: &'a Current,
    pub discipline: &'a str,
    pub level: &'a str,
    pub valid_from: NaiveDate,
    pub demo: bool,
}

/// What was granted.
#[derive(Debug, Clone)]
pub struct Granted {
    pub id: Uuid,
    pub number: String,
    pub valid_to: NaiveDate,
}

/// Grants a certificate in the caller's transaction. The first one makes its holder public.
///
/// # Errors
/// When the scheme has no such discipline or level, or the first day lies before the scheme.
pub async fn grant(
    conn: &mut AsyncPgConnection,
    by: Option<Uuid>,
    grant: &Grant<'_>,
    now: DateTime<Utc>,
) -> Result<Granted, AppError> {
    let scheme = grant.scheme;
    let level = scheme.content.level(grant.level).ok_or_else(|| {
        let why = format!("`{}` is not a level of this scheme", grant.level);
        AppError::unfit("/level", "unknown_level", why)
    })?;
    if scheme.content.discipline(grant.discipline).is_none() {
        let why = format!("`{}` is not a discipline of this scheme", grant.discipline);
        return Err(AppError::unfit("/discipline", "unknown_discipline", why));
    }
    if grant.valid_from < scheme.since {
        let why = format!(
            "has to be {} or later: before that day there was no such scheme",
            scheme.since
        );
        return Err(AppError::unfit("/valid_from", "before_scheme", why));
    }
    if grant.valid_from > now.date_naive() {
        let why = "has to be today or earlier: a certificate is granted for a day that has come";
        return Err(AppError::unfit("/valid_from", "future", why));
    }
    let year = u16::try_from(grant.valid_from.year()).unwrap_or_default();
    let serial = store::next_serial(conn, grant.kind, i16::try_from(year).unwrap_or_default()).await?;
    let number = CertificateNumber::new(grant.kind, year, serial.unsigned_abs())
        .ok_or_else(|| AppError::Internal(anyhow::anyhow!("no number for {year} {serial}")))?;
    let (list, list_index) = place(conn).await?;
    let valid_to = last_day(grant.valid_from, scheme.content.validity_months);
    let row = CertificateRow {
        id: Uuid::now_v7(),
        number: number.as_str().to_owned(),
        consultant_id: (grant.kind == HolderKind::Person).then_some(grant.holder),
        supplier_id: (grant.kind == HolderKind::Supplier).then_some(grant.holder),
        scheme_version_id: scheme.version_id,
        discipline: grant.discipline.to_owned(),
        level: grant.level.to_owned(),
        level_rank: i16::from(level.rank),
        status: CertificateStatus::Active,
        valid_from: grant.valid_from,
        valid_to,
        list,
        list_index,
        demo: grant.demo,
        revision: 1,
        granted_by: by,
        granted_at: now,
        changed_at: now,
    };
    match grant.kind {
        HolderKind::Person => consultants::list_publicly(conn, grant.holder).await?,
        HolderKind::Supplier => suppliers::list_publicly(conn, grant.holder).await?,
    }
    store::insert(conn, &row).await?;
    let entry = match by {
        Some(by) => audit::Entry::by(by, "certificate.grant", "certificate", row.id),
        None => audit::Entry::by_system("certificate.grant", "certificate", Some(row.id)),
    };
    audit::record(conn, entry).await?;
    outbox::enqueue(conn, "certificate.granted", row.id).await?;
    Ok(Granted {
        id: row.id,
        number: row.number,
        valid_to,
    })
}

/// A free place in a status list, at random: its neighbours tell nothing of when it was given.
async fn place(conn: &mut AsyncPgConnection) -> Result<(i32, i32), AppError> {
    let granted = store::granted(conn).await?;
    let list = i32::try_from(granted / IN_ONE_LIST + 1).unwrap_or(i32::MAX);
    let entries = i32::try_from(LEAST_ENTRIES).unwrap_or(i32::MAX);
    for _ in 0..64 {
        let index = rand::random_range(0..entries);
        if !store::is_taken(conn, list, index).await? {
            return Ok((list, index));
        }
    }
    Err(AppError::Internal(anyhow::anyhow!("status list {list} is full")))
}
