//! What others ask of certificates: which ones somebody holds.

use super::store::{self, Filter};
use crate::http::AppError;
use bellbuoy_domain::certification::CertificateStatus;
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// The most certificates of one person.
const MOST: i64 = 500;

/// A certificate that somebody holds.
#[derive(Debug, Clone)]
pub struct Held {
    pub number: String,
    /// Code of the discipline.
    pub discipline: String,
    pub scheme_version_id: Uuid,
    pub valid_from: NaiveDate,
    pub valid_to: NaiveDate,
}

/// The certificates of a person of the register that are in force on a day.
///
/// # Errors
/// When the database refuses.
pub async fn in_force(
    conn: &mut AsyncPgConnection,
    consultant: Uuid,
    today: NaiveDate,
) -> Result<Vec<Held>, AppError> {
    let filter = Filter {
        consultant: Some(consultant),
        status: Some(vec![CertificateStatus::Active]),
        ..Filter::default()
    };
    let rows = store::list(conn, &filter, None, false, MOST).await?;
    Ok(rows
        .into_iter()
        .filter(|row| row.status_on(today) == CertificateStatus::Active)
        .map(|row| Held {
            number: row.number,
            discipline: row.discipline,
            scheme_version_id: row.scheme_version_id,
            valid_from: row.valid_from,
            valid_to: row.valid_to,
        })
        .collect())
}
