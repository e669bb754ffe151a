//! What others ask of sittings: which requirements somebody met, and how many hours they attended.

use super::seat_store;
use crate::db::{Caller, Db};
use crate::http::AppError;
use crate::schemes::{self, Code};
use bellbuoy_domain::certification::CpdHours;
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// A requirement that was met by a passed exam or an attended training.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Met {
    /// Code of the scheme.
    pub scheme: String,
    /// Code of the requirement.
    pub requirement: String,
    /// The day of the sitting.
    pub on: NaiveDate,
}

/// A sitting that somebody attended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attended {
    pub sitting_id: Uuid,
    pub title: String,
    pub on: NaiveDate,
    pub hours: CpdHours,
}

/// Passes when the parameter `scheme` of a query names one.
///
/// # Errors
/// 400 with the nearest that is known.
pub async fn names_a_scheme(db: &Db, caller: Caller, scheme: Option<&str>) -> Result<(), AppError> {
    schemes::are_known(db, caller, &[("scheme", Code::Scheme, scheme)]).await
}

/// The requirements that an account met by sittings held by a day, in the order of the days.
///
/// # Errors
/// When the database refuses.
pub async fn passed(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    on: NaiveDate,
) -> Result<Vec<Met>, AppError> {
    let rows = seat_store::met(conn, account, on).await?;
    Ok(rows
        .into_iter()
        .filter_map(|(scheme, requirement, on)| {
            Some(Met {
                scheme: scheme?,
                requirement: requirement?,
                on,
            })
        })
        .collect())
}

/// A page of what an account attended between two days, last day first: what follows a place, or comes before it.
///
/// # Errors
/// When the database refuses.
pub async fn attended(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    days: (Option<NaiveDate>, Option<NaiveDate>),
    from: Option<(NaiveDate, Uuid)>,
    back: bool,
    limit: i64,
) -> Result<Vec<Attended>, AppError> {
    let rows = seat_store::attended(conn, account, days, from, back, limit).await?;
    Ok(rows
        .into_iter()
        .map(|(sitting_id, title, on, quarters)| Attended {
            sitting_id,
            title,
            on,
            hours: CpdHours::from_quarters(quarters.into()),
        })
        .collect())
}

/// The hours that an account attended between two days.
///
/// # Errors
/// When the database refuses.
pub async fn attended_hours(
    conn: &mut AsyncPgConnection,
    account: Uuid,
    from: NaiveDate,
    to: NaiveDate,
) -> Result<CpdHours, AppError> {
    let quarters = seat_store::attended_quarters(conn, account, from, to).await?;
    Ok(CpdHours::from_quarters(quarters))
}
