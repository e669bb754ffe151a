//! What a holder holds already, so that nothing is applied for or granted twice.

use super::store;
use crate::http::{AppError, codes};
use crate::schemes::Current;
use bellbuoy_domain::certification::HolderKind;
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Passes unless the holder has a certificate for the same discipline and level that is in force or suspended.
///
/// # Errors
/// 409 with the number of that certificate and what can be done instead.
pub async fn holds_no_other(
    conn: &mut AsyncPgConnection,
    (holder, kind): (Uuid, HolderKind),
    scheme: &Current,
    (discipline, level): (&str, &str),
    today: NaiveDate,
) -> Result<(), AppError> {
    let held = store::standing(conn, (holder, kind), &scheme.code, (discipline, level), today).await?;
    match held {
        None => Ok(()),
        Some((number, valid_to)) => {
            let why = format!(
                "{number} is for the same discipline and level and runs until {valid_to}; give its number as `renews` \
                 once its renewal is open"
            );
            Err(AppError::refused(&codes::CONFLICT, why))
        }
    }
}
