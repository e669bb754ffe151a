//! Bitstring status lists: one bit for each certificate, by which a holder of an old copy learns of a suspension.

use super::signed::{lists, sign};
use super::store;
use crate::app::App;
use crate::http::AppError;
use bellbuoy_domain::certification::status_list::{self, Bits, LEAST_ENTRIES, StatusList, StatusPurpose};
use bellbuoy_domain::certification::{CertificateStatus, credential};
use chrono::{DurationRound, TimeDelta};
use diesel_async::AsyncPgConnection;

/// How long a copy of a list may be used before it is stale.
const GOOD_FOR: TimeDelta = TimeDelta::hours(24);

/// The signed list of a purpose, as it stands now; none for one that was never begun.
///
/// # Errors
/// When the database refuses.
pub async fn get(
    app: &App,
    conn: &mut AsyncPgConnection,
    base: &str,
    list: i32,
    purpose: StatusPurpose,
) -> Result<Option<String>, AppError> {
    let newest = store::newest_list(conn).await?;
    // The first is there before anything was granted: who checks without a line gets it beforehand.
    if !(1..=newest.unwrap_or(1)).contains(&list) {
        return Ok(None);
    }
    let status: &[CertificateStatus] = match purpose {
        StatusPurpose::Revocation => &[CertificateStatus::Revoked, CertificateStatus::Withdrawn],
        StatusPurpose::Suspension => &[CertificateStatus::Suspended],
    };
    let mut bits = Bits::new(LEAST_ENTRIES);
    for index in store::places(conn, list, status).await? {
        bits.set(index.unsigned_abs(), true)
            .map_err(|beyond| AppError::Internal(beyond.into()))?;
    }
    let now = app.now();
    // To the minute, so that the same list is the same text for a while, and a copy of it is found by its tag.
    let valid_from = now.duration_trunc(TimeDelta::minutes(1)).unwrap_or(now);
    let payload = status_list::credential(&StatusList {
        issuer: base,
        lists: &lists(base, list),
        purpose,
        bits: &bits,
        valid_from,
        valid_until: valid_from + GOOD_FOR,
    });
    let key = &app.keys.certificate;
    Ok(Some(sign(key, &credential::header(&key.kid), &payload)))
}
