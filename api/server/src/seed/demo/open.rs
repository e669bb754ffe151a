//! Named reports that the desk has not accepted: waiting, in triage, refused, repeated.

use super::calendar;
use super::dice::Dice;
use super::scenes::Scene;
use super::{DemoIncident, Outcome, accepted, trend};
use bellbuoy_domain::incident::{
    IncidentKind, OccurredPrecision, SecurityIncident, Severity, Track, VerificationLevel, VictimType,
};
use bellbuoy_domain::marking::Tlp;
use chrono::NaiveDate;

const SUBMITTED: usize = 9;
const IN_TRIAGE: usize = 7;
const REPEATED: usize = 4;

/// A report that was refused, and why.
struct Refusal {
    kind: IncidentKind,
    victim: VictimType,
    title: &'static str,
    summary: &'static str,
    reason: &'static str,
}

const REFUSED: [Refusal; 6] = [
    Refusal {
        kind: IncidentKind::SystemDown,
        victim: VictimType::Vessel,
        title: "Radar without a picture after heavy weather",
        summary: "The scanner stopped turning in heavy seas and the picture froze.",
        reason: "A bearing of the scanner had broken. Nothing points to a computer or a network, so this is not a cyber incident.",
    },
    Refusal {
        kind: IncidentKind::FalseMessage,
        victim: VictimType::ShoreOffice,
        title: "Advertising for spare parts in every mailbox",
        summary: "All mailboxes of the fleet got the same advertisement three days running.",
        reason: "Advertising without a trap. We count messages that try to deceive; please report those, also when nobody fell for them.",
    },
    Refusal {
        kind: IncidentKind::LockedOrWiped,
        victim: VictimType::ShoreOffice,
        title: "Files of one department could not be opened",
        summary: "Staff saw a demand on their screens for two hours in the morning.",
        reason: "The company told us that this was its own exercise. Exercises are not counted; the lessons are welcome as an advisory.",
    },
    Refusal {
        kind: IncidentKind::PositionOrTimeWrong,
        victim: VictimType::Vessel,
        title: "Telephone showed a wrong position in the mess",
        summary: "A private telephone showed the ship in another ocean.",
        reason: "The telephone took its position from the satellite provider's ground station. The ship's receivers were right.",
    },
    Refusal {
        kind: IncidentKind::Other,
        victim: VictimType::ShoreOffice,
        title: "Something odd on the network",
        summary: "Something was odd last week.",
        reason: "No effect and no system are named, and two questions stayed without an answer. Please report again when you know more.",
    },
    Refusal {
        kind: IncidentKind::DataTaken,
        victim: VictimType::Vessel,
        title: "Private bank account of a seafarer emptied",
        summary: "A seafarer's private account was emptied after a false call at home.",
        reason: "Outside our scope: neither ship, company nor port was concerned. We told the seafarer whom to turn to.",
    },
];

/// The reports that are not accepted; repeats are of recent ones among `standing`.
pub fn incidents(
    dice: &mut Dice,
    scenes: &[Scene],
    today: NaiveDate,
    standing: &[DemoIncident],
) -> Vec<DemoIncident> {
    let mut made = Vec::new();
    for (outcome, many, oldest) in [
        (Outcome::Submitted, SUBMITTED, 3),
        (Outcome::InTriage, IN_TRIAGE, 9),
    ] {
        waiting(dice, scenes, today, (outcome, many, oldest), &mut made);
    }
    let at_sea: Vec<Scene> = scenes.iter().copied().filter(at_sea).collect();
    made.extend(REFUSED.iter().filter_map(|refusal| {
        let scene = dice.one(&at_sea)?;
        refused(dice, &scene, today, refusal)
    }));
    made.extend(repeats(dice, today, standing));
    made
}

/// Adds `many` reports of the last `oldest` days, none with a title that stands already.
fn waiting(
    dice: &mut Dice,
    scenes: &[Scene],
    today: NaiveDate,
    (outcome, many, oldest): (Outcome, usize, u32),
    made: &mut Vec<DemoIncident>,
) {
    let last = usize::try_from(calendar::MONTHS - 1).unwrap_or_default();
    let enough = made.len() + many;
    for _ in 0..many * 8 {
        let drawn =
            trend::scene(dice, scenes, last).and_then(|scene| recent(dice, &scene, today, oldest, outcome));
        made.extend(drawn.filter(|drawn| made.iter().all(|other| other.facts.title != drawn.facts.title)));
        if made.len() == enough {
            return;
        }
    }
}

/// Whether the scene can hit any ship and nothing else.
fn at_sea(scene: &Scene) -> bool {
    scene.ships.is_empty()
        && scene
            .victims
            .iter()
            .all(|(victim, _)| *victim == VictimType::Vessel)
}

/// A report by name of the last `oldest` days.
fn recent(
    dice: &mut Dice,
    scene: &Scene,
    today: NaiveDate,
    oldest: u32,
    outcome: Outcome,
) -> Option<DemoIncident> {
    let reported = calendar::back(today, dice.between(1, oldest));
    let day = calendar::back(reported, dice.between(0, 2));
    let mut incident = accepted(dice, scene, Track::Named, day, today);
    if incident.track != Track::Named {
        return None;
    }
    incident.facts.occurred_on = day;
    incident.facts.occurred_precision = OccurredPrecision::Day;
    incident.reported_at = calendar::instant(dice, reported, 21, 23);
    incident.recorded_month = calendar::first(reported);
    incident.verification = VerificationLevel::Identified;
    incident.tlp = Tlp::Amber;
    incident.outcome = outcome;
    Some(incident)
}

fn refused(dice: &mut Dice, scene: &Scene, today: NaiveDate, refusal: &Refusal) -> Option<DemoIncident> {
    let mut incident = recent(dice, scene, today, 60, Outcome::Refused(refusal.reason))?;
    let facts = &mut incident.facts;
    refusal.title.clone_into(&mut facts.title);
    refusal.summary.clone_into(&mut facts.summary);
    facts.kind = refusal.kind;
    facts.victim_type = refusal.victim;
    if refusal.victim != VictimType::Vessel {
        (facts.vessel_type, facts.size_band, facts.sea_region) = (None, None, None);
    }
    facts.severity = Severity::Low;
    facts.security_incident = Some(SecurityIncident::Suspected);
    (
        facts.classification,
        facts.incident_type,
        facts.severity_axes,
        facts.cause,
    ) = (None, None, None, None);
    (facts.actor, facts.motive, facts.backups) = (None, None, None);
    facts.systems.clear();
    facts.services.clear();
    facts.attributes.clear();
    facts.containment.clear();
    facts.crime_links.clear();
    facts.techniques.clear();
    Some(incident)
}

/// Second reports of accepted incidents of the last weeks, by a colleague of the first reporter.
fn repeats(dice: &mut Dice, today: NaiveDate, standing: &[DemoIncident]) -> Vec<DemoIncident> {
    let since = calendar::back(today, 75);
    standing
        .iter()
        .filter(|incident| incident.organisation.is_some() && incident.facts.occurred_on >= since)
        .take(REPEATED)
        .map(|original| {
            let mut repeat = original.clone();
            repeat.facts.summary = format!("As told by telephone before. {}", original.facts.summary);
            repeat.reported_at = calendar::instant(dice, calendar::yesterday(today), 5, 20);
            repeat.recorded_month = calendar::first(calendar::yesterday(today));
            repeat.verification = VerificationLevel::Identified;
            repeat.tlp = Tlp::Amber;
            repeat.outcome = Outcome::Repeated;
            repeat
        })
        .collect()
}
