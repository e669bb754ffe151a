//! From a scene and whom it hit to the coded facts of one incident.

use super::calendar;
use super::dice::Dice;
use super::party::{self, Hit};
use super::scenes::{Axis, Scene};
use super::words;
use crate::incidents::wire::{AffectedService, IncidentCreate, SeverityAxes, TechniqueRef};
use bellbuoy_domain::incident::{
    Actor, ActorMotive, BackupState, Cause, IncidentKind, OccurredPrecision, SecurityIncident, Service,
    ServiceState, Severity, SeverityAxis,
};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

/// When something happened, and how exactly that is told.
#[derive(Debug, Clone, Copy)]
pub struct When {
    pub day: NaiveDate,
    pub precision: OccurredPrecision,
    pub today: NaiveDate,
}

/// Draws the facts of one incident.
pub fn draw(dice: &mut Dice, scene: &Scene, hit: &Hit, when: When) -> IncidentCreate {
    let (title, summary) = words::tell(dice, scene, hit.ship, hit.region);
    let severity = dice.weighted(scene.severities, Severity::Unknown);
    let cause = dice.weighted(scene.causes, Cause::Unknown);
    let (actor, motive) = actor(dice, scene, cause);
    IncidentCreate {
        title,
        summary,
        kind: scene.kind,
        occurred_on: calendar::coarse(when.day, when.precision),
        occurred_precision: when.precision,
        victim_type: hit.victim,
        severity,
        security_incident: Some(dice.weighted(scene.certainty, SecurityIncident::Suspected)),
        cause: Some(cause),
        classification: Some(scene.incident_type.parent()),
        incident_type: Some(scene.incident_type),
        vessel_type: hit.ship,
        size_band: hit.size,
        sea_region: hit.region,
        country: hit.country.map(str::to_owned),
        unlocode: None,
        severity_axes: dice.chance(80).then(|| axes(scene.axes, severity)),
        reporter_role: party::role(dice, hit),
        actor,
        motive,
        backups: backups(dice, scene.kind),
        workaround: None,
        systems: scene
            .systems
            .iter()
            .copied()
            .chain(dice.some(scene.maybe, 2))
            .collect(),
        services: scene
            .services
            .iter()
            .map(|service| affected(dice, *service, when))
            .collect(),
        attributes: scene.attributes.to_vec(),
        containment: dice.some(scene.containment, 2),
        crime_links: dice.some(scene.crimes, 1),
        techniques: techniques(dice, scene),
    }
}

fn actor(dice: &mut Dice, scene: &Scene, cause: Cause) -> (Option<Actor>, Option<ActorMotive>) {
    match scene.actor {
        Some((actor, motive)) if dice.chance(60) => (Some(actor), Some(motive)),
        _ if cause == Cause::Malicious && dice.chance(50) => {
            (Some(Actor::Unknown), Some(ActorMotive::Unknown))
        }
        _ => (None, None),
    }
}

fn backups(dice: &mut Dice, kind: IncidentKind) -> Option<BackupState> {
    use BackupState::{None as Missing, OtherSite, Tested, Unknown, Untested};
    let told = matches!(kind, IncidentKind::LockedOrWiped | IncidentKind::SystemDown) && dice.chance(70);
    told.then(|| {
        dice.weighted(
            &[
                (Tested, 30),
                (Untested, 30),
                (OtherSite, 22),
                (Missing, 8),
                (Unknown, 10),
            ],
            Unknown,
        )
    })
}

fn techniques(dice: &mut Dice, scene: &Scene) -> Vec<TechniqueRef> {
    if !dice.chance(45) {
        return Vec::new();
    }
    dice.some(scene.techniques, 2)
        .into_iter()
        .map(|(matrix, id)| TechniqueRef {
            matrix,
            id: id.to_owned(),
        })
        .collect()
}

/// The axis felt most has the severity of the whole, the second one less, the others nothing.
fn axes((first, second): (Axis, Option<Axis>), severity: Severity) -> SeverityAxes {
    let most = on_axis(severity);
    let of = |axis: Axis| {
        if axis == first {
            most
        } else if second == Some(axis) {
            below(most)
        } else {
            SeverityAxis::None
        }
    };
    SeverityAxes {
        safety: Some(of(Axis::Safety)),
        operational: Some(of(Axis::Operational)),
        environmental: Some(SeverityAxis::None),
        financial: Some(of(Axis::Financial)),
        data: Some(of(Axis::Data)),
    }
}

const fn on_axis(severity: Severity) -> SeverityAxis {
    match severity {
        Severity::Critical => SeverityAxis::Critical,
        Severity::Major => SeverityAxis::Major,
        Severity::Moderate => SeverityAxis::Moderate,
        Severity::Minor => SeverityAxis::Minor,
        Severity::Low => SeverityAxis::None,
        Severity::Unknown => SeverityAxis::Unknown,
    }
}

const fn below(axis: SeverityAxis) -> SeverityAxis {
    match axis {
        SeverityAxis::Critical => SeverityAxis::Major,
        SeverityAxis::Major => SeverityAxis::Moderate,
        SeverityAxis::Moderate => SeverityAxis::Minor,
        SeverityAxis::Minor | SeverityAxis::None => SeverityAxis::None,
        SeverityAxis::Unknown => SeverityAxis::Unknown,
    }
}

/// How a service went down and, mostly, came back; only a day that is known has times.
fn affected(dice: &mut Dice, service: Service, when: When) -> AffectedService {
    let timed = when.precision == OccurredPrecision::Day && dice.chance(70);
    let down_at = if timed {
        calendar::instant(dice, when.day, 0, 20)
    } else {
        None
    };
    let old = when.day < calendar::back(when.today, 30);
    let state = if old {
        ServiceState::Restored
    } else {
        dice.weighted(
            &[
                (ServiceState::Restored, 70),
                (ServiceState::Degraded, 18),
                (ServiceState::Down, 12),
            ],
            ServiceState::Restored,
        )
    };
    let back = down_at
        .filter(|_| state == ServiceState::Restored)
        .and_then(|down| later(dice, down));
    match back {
        Some(restored) if restored.date_naive() >= when.today => AffectedService {
            service,
            state: ServiceState::Degraded,
            down_at,
            restored_at: None,
        },
        restored_at => AffectedService {
            service,
            state,
            down_at,
            restored_at,
        },
    }
}

fn later(dice: &mut Dice, down: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let hours = dice.weighted(
        &[(1, 20), (3, 22), (7, 18), (14, 14), (26, 12), (60, 9), (140, 5)],
        3,
    );
    down.checked_add_signed(TimeDelta::minutes(i64::from(dice.between(0, 59)) + hours * 60))
}
