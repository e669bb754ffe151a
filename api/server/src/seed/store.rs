//! The few statements of the seed that no noun needs.

use crate::schema::{incidents, statistics_releases};
use bellbuoy_domain::incident::IncidentStatus;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Whether figures were published before.
pub async fn released(conn: &mut AsyncPgConnection) -> QueryResult<bool> {
    diesel::select(diesel::dsl::exists(
        statistics_releases::table.select(statistics_releases::id),
    ))
    .get_result(conn)
    .await
}

/// Refuses the demo incident in triage that an organisation reported under this title.
pub async fn refuse(
    conn: &mut AsyncPgConnection,
    organisation: Uuid,
    title: &str,
    reason: &str,
) -> QueryResult<usize> {
    diesel::update(incidents::table)
        .filter(incidents::demo.eq(true))
        .filter(incidents::status.eq(IncidentStatus::InTriage))
        .filter(incidents::organisation_id.eq(organisation))
        .filter(incidents::title.eq(title))
        .set((
            incidents::status.eq(IncidentStatus::Refused),
            incidents::refusal_reason.eq(reason),
            incidents::revision.eq(2),
        ))
        .execute(conn)
        .await
}

/// Links the demo incident in triage to the accepted one that the same organisation reported under the same title.
pub async fn link(conn: &mut AsyncPgConnection, organisation: Uuid, title: &str) -> QueryResult<usize> {
    let original: Uuid = incidents::table
        .filter(incidents::demo.eq(true))
        .filter(incidents::status.eq(IncidentStatus::Accepted))
        .filter(incidents::organisation_id.eq(organisation))
        .filter(incidents::title.eq(title))
        .select(incidents::id)
        .order((incidents::recorded_month.desc(), incidents::id))
        .first(conn)
        .await?;
    diesel::update(incidents::table)
        .filter(incidents::demo.eq(true))
        .filter(incidents::status.eq(IncidentStatus::InTriage))
        .filter(incidents::organisation_id.eq(organisation))
        .filter(incidents::title.eq(title))
        .set((
            incidents::status.eq(IncidentStatus::Duplicate),
            incidents::duplicate_of.eq(original),
            incidents::revision.eq(2),
        ))
        .execute(conn)
        .await
}
