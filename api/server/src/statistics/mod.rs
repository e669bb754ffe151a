//! Figures: live for members, by release for the public. Reads incidents' changes only; never recounts.

mod asked;
mod export;
mod files;
mod fold;
pub mod live;
mod model;
mod releases;
pub mod routes;
mod store;
mod tables;
pub mod wire;

pub use fold::fold;
pub use releases::{release_if_due, release_now};

use crate::http::AppError;
use crate::schema::{statistics_changes, statistics_waits};
use bellbuoy_domain::incident::{IncidentKind, Series, Severity, VerificationLevel, VictimType};
use bellbuoy_domain::intake::AgeBand;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::system::System;
use chrono::NaiveDate;
use diesel::ExpressionMethods;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// What the figures count of an incident.
#[derive(Debug, Clone)]
pub struct Counted {
    pub incident: Uuid,
    pub series: Series,
    /// First day of the month of the occurrence.
    pub month: NaiveDate,
    pub party: Option<Uuid>,
    pub kind: IncidentKind,
    pub victim_type: VictimType,
    pub sea_region: Option<SeaRegion>,
    pub severity: Severity,
    pub verification: VerificationLevel,
    pub systems: Vec<System>,
}

/// The word that stands for a fact nobody gave.
pub const UNKNOWN: &str = "unknown";

/// Notes in the caller's transaction that incidents come into the figures (`1`) or leave them (`-1`).
pub async fn count_many(conn: &mut AsyncPgConnection, many: &[Counted], sign: i16) -> Result<(), AppError> {
    use statistics_changes as c;
    let rows: Vec<_> = many
        .iter()
        .map(|counted| {
            (
                c::id.eq(Uuid::new_v4()),
                c::incident_id.eq(counted.incident),
                c::sign.eq(sign),
                c::series.eq(counted.series),
                c::month.eq(counted.month),
                c::party.eq(counted.party),
                c::kind.eq(counted.kind),
                c::victim_type.eq(counted.victim_type),
                c::sea_region.eq(counted
                    .sea_region
                    .map_or(UNKNOWN, |region| region.as_str())
                    .to_owned()),
                c::severity.eq(counted.severity),
                c::verification.eq(counted.verification),
                c::systems.eq(counted.systems.clone()),
            )
        })
        .collect();
    diesel::insert_into(c::table).values(rows).execute(conn).await?;
    Ok(())
}

/// Notes one incident.
pub async fn count(conn: &mut AsyncPgConnection, counted: &Counted, sign: i16) -> Result<(), AppError> {
    count_many(conn, std::slice::from_ref(counted), sign).await
}

/// Notes how long a sealed report waited, for the channel's own figures.
pub async fn waited(conn: &mut AsyncPgConnection, month: NaiveDate, band: AgeBand) -> Result<(), AppError> {
    use statistics_waits as w;
    diesel::insert_into(w::table)
        .values((w::month.eq(month), w::band.eq(band), w::reports.eq(1_i64)))
        .on_conflict((w::month, w::band))
        .do_update()
        .set(w::reports.eq(w::reports + 1_i64))
        .execute(conn)
        .await?;
    Ok(())
}
