//! The rota of the demo: certified people who work on incidents, three days each, now and then with a gap.

use super::model::DutyRow;
use super::store;
use crate::consultants;
use crate::http::AppError;
use bellbuoy_domain::certification::WorkDomain;
use chrono::{DateTime, NaiveTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use std::collections::HashSet;
use uuid::Uuid;

const DUTIES: usize = 30;
const DAYS: i64 = 3;
/// Every so-manieth duty ends early.
const GAP_AFTER: usize = 3;

/// Enters the duties of the next three months for whoever of some people can be called.
///
/// # Errors
/// When the database refuses.
pub async fn enter_demo(
    conn: &mut AsyncPgConnection,
    people: &[Uuid],
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    let certified: HashSet<Uuid> = store::certified(conn, people, now.date_naive())
        .await?
        .into_iter()
        .flatten()
        .collect();
    let mut fit: Vec<Uuid> = consultants::skilled(conn, people)
        .await?
        .into_iter()
        .filter(|one| certified.contains(&one.id) && one.domains.contains(&WorkDomain::IncidentResponse))
        .map(|one| one.id)
        .collect();
    fit.sort_unstable();
    let mut starts_at = now.date_naive().and_time(NaiveTime::MIN).and_utc();
    for (place, person) in fit.iter().cycle().take(DUTIES).enumerate() {
        let next = starts_at + TimeDelta::days(DAYS);
        let early = (place + 1) % GAP_AFTER == 0;
        let row = DutyRow {
            id: Uuid::now_v7(),
            consultant_id: *person,
            starts_at,
            ends_at: next - TimeDelta::hours(if early { 12 } else { 0 }),
            created_by: None,
            created_at: now,
        };
        store::insert(conn, &row).await?;
        starts_at = next;
    }
    Ok(())
}
