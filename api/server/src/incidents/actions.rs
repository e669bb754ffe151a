//! Use cases of incidents: one transaction each, rule → store → audit → outbox → figures.

use super::check;
use super::model::{FactsRow, IncidentRow};
use super::store;
use super::wire::{Incident, IncidentCreate};
use crate::app::App;
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::AppError;
use crate::http::idempotency::{self, Answer, Claim, IdempotencyKey};
use crate::{audit, outbox, statistics};
use bellbuoy_domain::account::Role;
use bellbuoy_domain::incident::{Cause, IncidentStatus, SecurityIncident, Series, Track, VerificationLevel};
use bellbuoy_domain::intake::AgeBand;
use bellbuoy_domain::marking::Tlp;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use futures_util::{TryFutureExt, try_join};
use uuid::Uuid;

/// What stands beside the facts when an incident is entered.
pub struct Entered {
    pub status: IncidentStatus,
    pub track: Track,
    pub series: Series,
    pub demo: bool,
    pub organisation: Option<Uuid>,
    pub account: Option<Uuid>,
    pub reported_at: Option<DateTime<Utc>>,
    pub recorded_month: NaiveDate,
    pub verification: VerificationLevel,
    pub tlp: Tlp,
    pub affected_party: Option<Uuid>,
    pub source: Option<String>,
}

/// What an analyst says when accepting a sealed report.
pub struct Accepted {
    pub verification: VerificationLevel,
    pub tlp: Tlp,
    pub affected_party: Option<Uuid>,
    /// How long the report waited; for the channel's own figures.
    pub age_band: AgeBand,
    /// Carry everything out and keep nothing.
    pub dry_run: bool,
}

/// Makes the rows of an incident from its facts.
pub fn rows(facts: IncidentCreate, entered: Entered) -> (IncidentRow, FactsRow) {
    let id = Uuid::new_v4();
    let axes = facts.severity_axes.unwrap_or_default();
    let incident = IncidentRow {
        id,
        reference: store::draw_reference(),
        revision: 1,
        status: entered.status,
        track: entered.track,
        series: entered.series,
        demo: entered.demo,
        organisation_id: entered.organisation,
        account_id: entered.account,
        reported_at: entered.reported_at,
        recorded_month: entered.recorded_month,
        title: facts.title.trim().to_owned(),
        summary: facts.summary.trim().to_owned(),
        occurred_on: facts.occurred_on,
        occurred_precision: facts.occurred_precision,
        kind: facts.kind,
        security_incident: facts.security_incident.unwrap_or(SecurityIncident::Suspected),
        cause: facts.cause.unwrap_or(Cause::Unknown),
        victim_type: facts.victim_type,
        vessel_type: facts.vessel_type,
        sea_region: facts.sea_region,
        country: facts.country,
        severity: facts.severity,
        systems: unique(facts.systems),
        verification: entered.verification,
        tlp: entered.tlp,
        affected_party: entered.affected_party,
        duplicate_of: None,
        refusal_reason: None,
        source: entered.source,
    };
    let coded = FactsRow {
        incident_id: id,
        classification: facts
            .classification
            .or_else(|| facts.incident_type.map(|kind| kind.parent()))
            .unwrap_or_else(|| facts.kind.usual_class()),
        incident_type: facts.incident_type,
        size_band: facts.size_band,
        unlocode: facts.unlocode.map(|code| code.replace(' ', "")),
        safety: axes.safety,
        operational: axes.operational,
        environmental: axes.environmental,
        financial: axes.financial,
        data: axes.data,
        reporter_role: facts.reporter_role,
        actor: facts.actor,
        motive: facts.motive,
        backups: facts.backups,
        workaround: facts.workaround,
        attributes: unique(facts.attributes),
        containment: unique(facts.containment),
        crime_links: unique(facts.crime_links),
        services: serde_json::to_value(facts.services).unwrap_or_default(),
        techniques: serde_json::to_value(facts.techniques).unwrap_or_default(),
    };
    (incident, coded)
}

fn unique<T: Ord>(mut words: Vec<T>) -> Vec<T> {
    words.sort();
    words.dedup();
    words
}

/// What came of a creating request.
pub struct Made {
    pub answer: Answer,
    pub replayed: bool,
}

/// Enters a report by name. A member's report waits for review; an analyst's goes straight into it.
pub async fn submit(
    app: &App,
    conn: &mut Guarded,
    by: &Claims,
    key: &IdempotencyKey,
    facts: IncidentCreate,
    hash: &[u8; 32],
    dry_run: bool,
) -> Result<Made, AppError> {
    checked(&facts, app.now())?;
    let now = app.now();
    let entered = Entered {
        status: if by.role == Role::Analyst {
            IncidentStatus::InTriage
        } else {
            IncidentStatus::Submitted
        },
        track: Track::Named,
        series: Series::Reported,
        demo: by.trial || app.config.mode == crate::config::Mode::Demo,
        organisation: by.org,
        account: Some(by.sub),
        reported_at: Some(now),
        recorded_month: app.month(),
        verification: VerificationLevel::Identified,
        tlp: Tlp::Amber,
        affected_party: by.org,
        source: None,
    };
    let scope = format!("{}/create_incident", by.sub);
    transact(conn, dry_run, async |conn| {
        if let Claim::Replay(answer) = idempotency::claim(conn, &scope, key, hash).await? {
            return Ok(Made {
                answer,
                replayed: true,
            });
        }
        let mut row = [rows(facts, entered)];
        store::insert(conn, &mut row).await?;
        let [(incident, coded)] = &row;
        let answer = answered(incident, coded)?;
        let entry = audit::Entry::by(by.sub, "incident.submit", "incident", incident.id);
        let conn: &AsyncPgConnection = conn;
        try_join!(
            store::insert_facts(conn, &row).err_into(),
            audit::record(conn, entry),
            outbox::enqueue(conn, "incident.submitted", incident.id),
            idempotency::keep(conn, &scope, key, &answer),
        )?;
        Ok(Made {
            answer,
            replayed: false,
        })
    })
    .await
}

/// Enters what an analyst read in a sealed report. Nothing in the row, its audit line or its event
/// names the report, and no time in it is finer than the month.
pub async fn accept_from_desk(
    app: &App,
    conn: &mut Guarded,
    by: &Claims,
    key: &IdempotencyKey,
    facts: IncidentCreate,
    accepted: Accepted,
    hash: &[u8; 32],
) -> Result<Made, AppError> {
    checked(&facts, app.now()).map_err(|error| error.below("/facts"))?;
    if !accepted.verification.fits(Track::Anonymous) {
        let why = format!("a report without a name is not `{}`", accepted.verification);
        return Err(AppError::unfit("/verification", "anonymous", why));
    }
    let entered = Entered {
        status: IncidentStatus::Accepted,
        track: Track::Anonymous,
        series: Series::Reported,
        demo: app.config.mode == crate::config::Mode::Demo,
        organisation: None,
        account: None,
        reported_at: None,
        recorded_month: app.month(),
        verification: accepted.verification,
        tlp: accepted.tlp,
        affected_party: accepted.affected_party,
        source: None,
    };
    let scope = format!("{}/accept_report", by.sub);
    transact(conn, accepted.dry_run, async |conn| {
        if let Claim::Replay(answer) = idempotency::claim(conn, &scope, key, hash).await? {
            return Ok(Made {
                answer,
                replayed: true,
            });
        }
        let mut row = [rows(facts, entered)];
        store::insert(conn, &mut row).await?;
        store::insert_facts(conn, &row).await?;
        let [(incident, coded)] = &row;
        audit::record(
            conn,
            audit::Entry::by(by.sub, "incident.accept", "incident", incident.id).to_the_hour(),
        )
        .await?;
        outbox::enqueue_to_the_hour(conn, "incident.accepted", incident.id).await?;
        statistics::waited(conn, app.month(), accepted.age_band).await?;
        statistics::count(conn, &counted(incident), 1).await?;
        let answer = answered(incident, coded)?;
        idempotency::keep(conn, &scope, key, &answer).await?;
        Ok(Made {
            answer,
            replayed: false,
        })
    })
    .await
}

/// Enters accepted incidents in bulk, by the rules of the API: publicly known ones and the demo's.
pub async fn enter_public(
    conn: &mut AsyncPgConnection,
    now: DateTime<Utc>,
    many: Vec<(IncidentCreate, Entered)>,
) -> Result<usize, AppError> {
    let mut made = Vec::with_capacity(many.len());
    for (facts, entered) in many {
        checked(&facts, now)?;
        made.push(rows(facts, entered));
    }
    for chunk in made.chunks_mut(500) {
        store::insert(conn, chunk).await?;
        store::insert_facts(conn, chunk).await?;
        let accepted: Vec<_> = chunk
            .iter()
            .map(|(incident, _)| incident)
            .filter(|incident| incident.status == IncidentStatus::Accepted)
            .map(counted)
            .collect();
        statistics::count_many(conn, &accepted, 1).await?;
    }
    Ok(made.len())
}

fn answered(incident: &IncidentRow, coded: &FactsRow) -> Result<Answer, AppError> {
    Answer::created(
        &Incident::from((incident.clone(), coded.clone())),
        incident.etag(),
    )
}

fn checked(facts: &IncidentCreate, now: DateTime<Utc>) -> Result<(), AppError> {
    let faults = check::faults(facts, now);
    if faults.is_empty() {
        Ok(())
    } else {
        Err(AppError::Unfit(faults))
    }
}

/// What the figures count of an incident.
pub fn counted(row: &IncidentRow) -> statistics::Counted {
    statistics::Counted {
        incident: row.id,
        series: row.series,
        month: row.occurred_on.with_day(1).unwrap_or(row.occurred_on),
        party: row.affected_party,
        kind: row.kind,
        victim_type: row.victim_type,
        sea_region: row.sea_region,
        severity: row.severity,
        verification: row.verification,
        systems: row.systems.clone(),
    }
}
