//! What an application to renew a certificate asks of it.

use super::actions::take_step;
use super::store;
use super::wire::CertificateStepCreate;
use crate::auth::token::Claims;
use crate::http::precondition::IfMatch;
use crate::http::{AppError, codes};
use crate::schemes;
use bellbuoy_domain::certification::scheme::Scheme;
use bellbuoy_domain::certification::{
    CertificateNumber, CertificateStatus, CertificateStep, RegistryActor, certificate_step,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use std::collections::HashMap;
use uuid::Uuid;

/// A certificate of a number.
#[derive(Debug, Clone)]
pub struct Numbered {
    pub id: Uuid,
    pub consultant_id: Option<Uuid>,
    pub supplier_id: Option<Uuid>,
    pub scheme: String,
    pub discipline: String,
    pub level: String,
    pub status: CertificateStatus,
    pub valid_to: NaiveDate,
}

/// A certificate of a number, however it is written.
///
/// # Errors
/// When the database refuses.
pub async fn by_number(
    conn: &mut AsyncPgConnection,
    number: &str,
    today: NaiveDate,
) -> Result<Option<Numbered>, AppError> {
    let Ok(number) = CertificateNumber::read(number) else {
        return Ok(None);
    };
    let Some(row) = store::find(conn, number.as_str()).await? else {
        return Ok(None);
    };
    let scheme = schemes::of_version(conn, row.scheme_version_id).await?;
    Ok(Some(Numbered {
        status: row.status_on(today),
        id: row.id,
        consultant_id: row.consultant_id,
        supplier_id: row.supplier_id,
        scheme: scheme.code.clone(),
        discipline: row.discipline,
        level: row.level,
        valid_to: row.valid_to,
    }))
}

impl Numbered {
    /// Passes while the certificate can be renewed.
    ///
    /// # Errors
    /// Why not, and from when on it can.
    pub async fn is_renewable(&self, conn: &mut AsyncPgConnection, today: NaiveDate) -> Result<(), AppError> {
        certificate_step(
            self.status,
            CertificateStep::Renew,
            RegistryActor::SchemeAdministrator,
        )
        .map_err(|refusal| AppError::refused(&codes::CONFLICT, refusal.to_string()))?;
        let scheme = schemes::current(conn, &self.scheme, today).await?;
        open_for(self.valid_to, &scheme.content, today)
    }
}

/// Passes while a certificate whose last day this is can be renewed: from some days before the end until the days of
/// grace are over.
pub fn open_for(valid_to: NaiveDate, scheme: &Scheme, today: NaiveDate) -> Result<(), AppError> {
    let opens = valid_to - TimeDelta::days(i64::from(scheme.renewal_opens_days));
    let closes = valid_to + TimeDelta::days(i64::from(scheme.grace_days));
    if today < opens {
        let why = format!(
            "renewal opens on {opens}, {} days before the last day",
            scheme.renewal_opens_days
        );
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    if today > closes {
        let why = format!("renewal closed on {closes}; a new application begins anew");
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    Ok(())
}

/// The number of a certificate.
///
/// # Errors
/// When the database refuses.
pub async fn number_of(conn: &mut AsyncPgConnection, id: Uuid) -> Result<Option<String>, AppError> {
    Ok(store::find_by_id(conn, id).await?.map(|row| row.number))
}

/// The numbers of some certificates that the caller may know of.
///
/// # Errors
/// When the database refuses.
pub async fn numbers(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<HashMap<Uuid, String>, AppError> {
    Ok(store::numbers(conn, ids).await?.into_iter().collect())
}

/// Renews a certificate for another term, in the caller's transaction.
///
/// # Errors
/// Why it cannot be renewed.
pub async fn renew(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    id: Uuid,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let row = store::find_by_id(conn, id)
        .await?
        .ok_or(AppError::NotFound("certificate"))?;
    let step = CertificateStepCreate {
        step: CertificateStep::Renew,
        reason: None,
        effective_on: None,
        note: None,
        words: Some("Your application to renew it was granted.".to_owned()),
    };
    take_step(conn, by, &row.number, &IfMatch::exactly(&row.etag()), step, now).await?;
    Ok(())
}

/// The version of a certificate, for who changes it in the same transaction.
///
/// # Errors
/// 404 when there is none.
pub async fn tag_of(conn: &mut AsyncPgConnection, id: Uuid) -> Result<String, AppError> {
    let row = store::find_by_id(conn, id).await?;
    Ok(row.ok_or(AppError::NotFound("certificate"))?.etag())
}

/// First and last day of a certificate.
///
/// # Errors
/// When the database refuses.
pub async fn days_of(
    conn: &mut AsyncPgConnection,
    id: Uuid,
) -> Result<Option<(NaiveDate, NaiveDate)>, AppError> {
    let row = store::find_by_id(conn, id).await?;
    Ok(row.map(|row| (row.valid_from, row.valid_to)))
}
