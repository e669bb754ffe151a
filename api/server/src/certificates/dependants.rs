//! Those who depend on a certificate are told what happens to it: the firms a person works for, and the people of a firm.

use super::model::{CertificateRow, EventRow};
use super::store;
use crate::http::AppError;
use crate::mail::{self, Letter};
use bellbuoy_domain::account::{MembershipState, OrganisationRole};
use bellbuoy_domain::certification::CertificateStep;
use chrono::{DateTime, TimeDelta, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncConnection, AsyncPgConnection, RunQueryDsl};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Steps of which dependants are told.
const TOLD: [CertificateStep; 5] = [
    CertificateStep::Suspend,
    CertificateStep::Reinstate,
    CertificateStep::Revoke,
    CertificateStep::Lapse,
    CertificateStep::Withdraw,
];
/// What is older was before somebody was there to be told.
const LATELY: TimeDelta = TimeDelta::days(2);
/// Steps that are told of in one turn of the worker.
const AT_ONCE: i64 = 50;

/// Writes the letters of steps of which nobody was told yet; each once, however many workers there are.
///
/// # Errors
/// When the database refuses.
pub async fn tell_dependants(conn: &mut AsyncPgConnection, now: DateTime<Utc>) -> Result<usize, AppError> {
    conn.transaction(async |conn| {
        let untold = untold(conn, now).await?;
        for event in &untold {
            if !note(conn, event.id, now).await? {
                continue;
            }
            let Some(row) = store::find_by_id(conn, event.certificate_id).await? else {
                continue;
            };
            for address in addresses(conn, &row, now).await? {
                mail::enqueue(conn, &letter(&row, event, address)).await?;
            }
        }
        Ok(untold.len())
    })
    .await
}

async fn untold(conn: &mut AsyncPgConnection, now: DateTime<Utc>) -> QueryResult<Vec<EventRow>> {
    use crate::schema::{certificate_events as e, dependants_told as t};
    let told = t::table.filter(t::event_id.eq(e::id));
    EventRow::query()
        .filter(e::recorded_at.gt(now - LATELY))
        .filter(e::step.eq_any(TOLD))
        .filter(diesel::dsl::not(diesel::dsl::exists(told)))
        .order(e::recorded_at)
        .limit(AT_ONCE)
        .load(conn)
        .await
}

async fn note(conn: &mut AsyncPgConnection, event: Uuid, now: DateTime<Utc>) -> QueryResult<bool> {
    use crate::schema::dependants_told as t;
    let noted = diesel::insert_into(t::table)
        .values((t::event_id.eq(event), t::told_at.eq(now)))
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    Ok(noted == 1)
}

/// Where those are reached who work for the holder, or for whom the holder works today.
async fn addresses(
    conn: &mut AsyncPgConnection,
    row: &CertificateRow,
    now: DateTime<Utc>,
) -> QueryResult<BTreeSet<String>> {
    use crate::schema::{accounts, consultants, engagements as g, memberships as m, suppliers};
    let today = now.date_naive();
    let mut standing = g::table
        .filter(g::retracted_at.is_null())
        .filter(g::confirmed_at.is_not_null())
        .filter(g::to_on.is_null().or(g::to_on.ge(today)))
        .select((g::consultant_id, g::supplier_id))
        .into_boxed();
    standing = match (row.consultant_id, row.supplier_id) {
        (Some(person), _) => standing.filter(g::consultant_id.eq(person)),
        (None, Some(firm)) => standing.filter(g::supplier_id.eq(firm)),
        (None, None) => return Ok(BTreeSet::new()),
    };
    let pairs: Vec<(Uuid, Uuid)> = standing.load(conn).await?;
    if row.supplier_id.is_some() {
        let people: Vec<Uuid> = pairs.into_iter().map(|(person, _)| person).collect();
        let found: Vec<String> = accounts::table
            .inner_join(consultants::table.on(consultants::account_id.eq(accounts::id.nullable())))
            .filter(consultants::id.eq_any(people))
            .select(accounts::email)
            .load(conn)
            .await?;
        return Ok(found.into_iter().collect());
    }
    let firms: Vec<Uuid> = pairs.into_iter().map(|(_, firm)| firm).collect();
    let public: Vec<Option<String>> = suppliers::table
        .filter(suppliers::id.eq_any(&firms))
        .select(suppliers::email)
        .load(conn)
        .await?;
    let managers: Vec<String> = accounts::table
        .inner_join(m::table.on(m::account_id.eq(accounts::id.nullable())))
        .inner_join(suppliers::table.on(suppliers::organisation_id.eq(m::organisation_id.nullable())))
        .filter(suppliers::id.eq_any(&firms))
        .filter(m::state.eq(MembershipState::Confirmed))
        .filter(m::role.eq_any([OrganisationRole::Owner, OrganisationRole::Cso]))
        .select(accounts::email)
        .load(conn)
        .await?;
    Ok(public.into_iter().flatten().chain(managers).collect())
}

fn letter(row: &CertificateRow, event: &EventRow, to: String) -> Letter {
    let whose = if row.supplier_id.is_some() {
        "The accreditation of a firm you work for"
    } else {
        "The certificate of somebody who works for you"
    };
    Letter {
        to,
        subject: format!("{} is {}", row.number, row.status.label().to_lowercase()),
        body: format!(
            "{whose}, {}, is {} from {} on ({}).\n\nWork that is done from that day on does not count as certified; \
             what was done before keeps its mark. The register shows it under the number.\n",
            row.number,
            row.status.label().to_lowercase(),
            event.effective_on,
            event.step.label().to_lowercase(),
        ),
    }
}
