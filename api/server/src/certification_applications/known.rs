//! What the site itself knows of an applicant: exams, trainings, hours.

use super::model::ApplicationRow;
use crate::certificates;
use crate::http::AppError;
use crate::schemes::Current;
use crate::{cpd_entries, sittings};
use bellbuoy_domain::certification::first_of_term;
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use std::collections::HashMap;

/// What the site itself knows of an applicant.
pub struct Known {
    /// The last day on which each exam was passed or training attended.
    pub on: HashMap<String, NaiveDate>,
    /// Hours in the term that is renewed.
    pub hours: Option<f64>,
}

/// What the site knows today.
pub async fn known(
    conn: &mut AsyncPgConnection,
    scheme: &Current,
    row: &ApplicationRow,
    today: NaiveDate,
) -> Result<Known, AppError> {
    let met = sittings::passed(conn, row.account_id, today).await?;
    let on = met
        .into_iter()
        .filter(|one| one.scheme == scheme.code)
        .map(|one| (one.requirement, one.on))
        .collect();
    let held = match row.renews {
        Some(id) => certificates::days_of(conn, id).await?,
        None => None,
    };
    let hours = match held {
        Some((from, to)) => {
            let first = first_of_term(from, to, scheme.content.validity_months);
            let logged = cpd_entries::hours(conn, row.account_id, first.min(today), today.min(to)).await?;
            Some(logged.hours())
        }
        None => None,
    };
    Ok(Known { on, hours })
}
