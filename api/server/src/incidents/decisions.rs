//! The steps of review: who may take them, what each takes and needs.

use super::actions::counted;
use super::model::{Decided, IncidentRow};
use super::store;
use super::wire::{DecisionCreate, Incident};
use crate::app::App;
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::precondition::{IfMatch, etag};
use crate::http::{AppError, Fault, codes};
use crate::{audit, outbox, statistics};
use bellbuoy_domain::account::Standing;
use bellbuoy_domain::incident::{
    Decision, IncidentStatus, Series, Track, VerificationLevel, decide as lawful,
};
use bellbuoy_domain::policy::{Facts, Verb, can};
use uuid::Uuid;

/// Moves an incident one step, or says why not.
pub async fn decide(
    app: &App,
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    version: &IfMatch,
    asked: DecisionCreate,
    dry_run: bool,
) -> Result<(Incident, String), AppError> {
    transact(conn, dry_run, async |conn| {
        let before = store::lock(conn, id)
            .await?
            .ok_or(AppError::NotFound("incident"))?;
        version.holds(&before.etag())?;
        may(by, &before, asked.decision)?;
        let status = lawful(before.status, asked.decision)
            .map_err(|refusal| AppError::refused(&codes::CONFLICT, refusal.to_string()))?;
        takes(&asked, before.track)?;
        needs(&asked)?;
        if let Some(other) = asked
            .duplicate_of
            .filter(|_| asked.decision == Decision::LinkDuplicate)
            && (other == id || !store::exists(conn, other).await?)
        {
            return Err(AppError::unfit(
                "/duplicate_of",
                "unknown_incident",
                "has to be the id of another incident",
            ));
        }
        let decided = Decided {
            status,
            revision: before.revision + 1,
            verification: asked.verification.unwrap_or(before.verification),
            severity: asked.severity.unwrap_or(before.severity),
            tlp: asked.tlp.unwrap_or(before.tlp),
            duplicate_of: asked
                .duplicate_of
                .filter(|_| asked.decision == Decision::LinkDuplicate),
            refusal_reason: asked
                .reason
                .clone()
                .filter(|_| asked.decision == Decision::Refuse),
        };
        let after = store::set_decided(conn, id, &decided).await?;
        if before.status == IncidentStatus::Accepted {
            statistics::count(conn, &counted(&before), -1).await?;
        }
        if after.status == IncidentStatus::Accepted {
            statistics::count(conn, &counted(&after), 1).await?;
        }
        let mut entry = audit::Entry::by(by.sub, &format!("incident.{}", asked.decision), "incident", id)
            .fields(&changed(&before, &after));
        if let Some(reason) = &asked.reason {
            entry = entry.reason(reason.clone());
        }
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "incident.decided", id).await?;
        let found = store::find(conn, id)
            .await?
            .ok_or(AppError::NotFound("incident"))?;
        let tag = etag(id, after.revision, "incident");
        Ok((Incident::from(found), tag))
    })
    .await
    .inspect(|_| tracing::debug!(at = %app.now(), "decided"))
}

/// Whether this role decides anything at all, on reports of its own if need be: who never does is told so before
/// being told whether there is such an incident.
pub fn ever(by: Standing) -> Result<(), AppError> {
    let best = Facts {
        own: true,
        ..Facts::default()
    };
    let may = |decision| can(Some(by), Verb::DecideIncident(decision), &best);
    Decision::ALL
        .iter()
        .map(|decision| may(*decision))
        .reduce(|any, next| any.or(next))
        .unwrap_or(Ok(()))
        .map_err(|denied| AppError::denied(denied, "incident"))
}

fn may(by: &Claims, incident: &IncidentRow, decision: Decision) -> Result<(), AppError> {
    let facts = Facts {
        own: by.org.is_some() && incident.organisation_id == by.org,
        public_source: incident.series == Series::PublicSource,
        tlp: Some(incident.tlp),
        ..Facts::default()
    };
    can(Some(by.standing()), Verb::DecideIncident(decision), &facts)
        .map_err(|denied| AppError::denied(denied, "incident"))
}

/// A step takes what belongs to it: whoever withdraws a report does not judge it at the same time.
fn takes(asked: &DecisionCreate, track: Track) -> Result<(), AppError> {
    let judges = asked.decision == Decision::Accept;
    let links = asked.decision == Decision::LinkDuplicate;
    let decision = asked.decision;
    let mut faults: Vec<Fault> = [
        (
            "/verification",
            asked.verification.is_some() && !judges,
            Decision::Accept,
        ),
        ("/severity", asked.severity.is_some() && !judges, Decision::Accept),
        ("/tlp", asked.tlp.is_some() && !judges, Decision::Accept),
        (
            "/duplicate_of",
            asked.duplicate_of.is_some() && !links,
            Decision::LinkDuplicate,
        ),
    ]
    .into_iter()
    .filter(|(_, foreign, _)| *foreign)
    .map(|(at, _, of)| {
        Fault::new(
            at,
            "not_taken",
            format!("belongs to `{of}` and not to `{decision}`: leave it out"),
        )
    })
    .collect();
    if let Some(level) = asked.verification.filter(|level| judges && !level.fits(track)) {
        let fitting = VerificationLevel::ALL
            .iter()
            .filter(|level| level.fits(track))
            .map(|level| level.as_str());
        let detail = format!("`{level}` does not fit a report whose track is `{track}`");
        faults.push(Fault::new("/verification", "other_track", detail).accepted(fitting));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(AppError::Unfit(faults))
    }
}

fn needs(asked: &DecisionCreate) -> Result<(), AppError> {
    let missing = [
        (
            asked.decision.needs_reason() && asked.reason.is_none(),
            "/reason",
            "a refusal needs a reason that the reporter will read",
        ),
        (
            asked.decision.needs_original() && asked.duplicate_of.is_none(),
            "/duplicate_of",
            "name the incident that this one repeats",
        ),
        (
            asked.decision.needs_verification() && asked.verification.is_none(),
            "/verification",
            "say how well the incident is verified",
        ),
    ];
    let faults: Vec<Fault> = missing
        .into_iter()
        .filter(|(lacks, ..)| *lacks)
        .map(|(_, at, why)| Fault::new(at, "required", why))
        .collect();
    if faults.is_empty() {
        Ok(())
    } else {
        Err(AppError::Unfit(faults))
    }
}

fn changed(before: &IncidentRow, after: &IncidentRow) -> Vec<&'static str> {
    [
        ("status", before.status != after.status),
        ("verification", before.verification != after.verification),
        ("severity", before.severity != after.severity),
        ("tlp", before.tlp != after.tlp),
        ("duplicate_of", before.duplicate_of != after.duplicate_of),
        ("refusal_reason", before.refusal_reason != after.refusal_reason),
    ]
    .into_iter()
    .filter_map(|(name, differs)| differs.then_some(name))
    .collect()
}
