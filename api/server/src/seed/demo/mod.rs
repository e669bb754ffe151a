//! Invented incidents of two years and the current one for the demo. The same day and number give the same
//! incidents; only ids differ. No ship, company or person in them exists.

mod calendar;
mod dice;
mod facts;
mod open;
mod party;
mod places;
mod scenes;
mod trend;
mod words;

pub use party::{PSEUDONYMS, Party};

use crate::incidents::wire::IncidentCreate;
use bellbuoy_domain::incident::{
    IncidentStatus, OccurredPrecision, SecurityIncident, Track, VerificationLevel,
};
use bellbuoy_domain::marking::Tlp;
use chrono::{DateTime, Datelike, NaiveDate, Utc};
use dice::Dice;
use facts::When;
use scenes::Scene;

const SEED: u64 = 0x0062_656c_6c62_756f;

/// How the desk left an incident.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    Accepted,
    /// Waits for somebody to take it up.
    Submitted,
    InTriage,
    /// Refused, for this reason.
    Refused(&'static str),
    /// Repeats the accepted incident of the same organisation and title.
    Repeated,
}

impl Outcome {
    /// The status with which the incident is entered; what was refused or linked goes through triage first.
    pub const fn entered(self) -> IncidentStatus {
        match self {
            Self::Accepted => IncidentStatus::Accepted,
            Self::Submitted => IncidentStatus::Submitted,
            Self::InTriage | Self::Refused(_) | Self::Repeated => IncidentStatus::InTriage,
        }
    }
}

/// An invented incident.
#[derive(Debug, Clone)]
pub struct DemoIncident {
    pub facts: IncidentCreate,
    pub outcome: Outcome,
    pub track: Track,
    /// Place of the reporting organisation in the list of demo organisations; none without a name.
    pub organisation: Option<usize>,
    /// None counts as a party of its own.
    pub party: Option<Party>,
    /// None without a name.
    pub reported_at: Option<DateTime<Utc>>,
    pub recorded_month: NaiveDate,
    pub verification: VerificationLevel,
    pub tlp: Tlp,
}

/// `n` accepted incidents of the months since January two years before `today`, and some that wait or were not accepted.
pub fn incidents(today: NaiveDate, n: usize) -> Vec<DemoIncident> {
    let mut dice = Dice::new(SEED);
    let scenes = scenes::all();
    let months = trend::months(today);
    let mut made: Vec<DemoIncident> = (0..n)
        .filter_map(|_| {
            let (index, month) = dice.weighted(&months, (0, calendar::first(today)));
            let scene = trend::scene(&mut dice, &scenes, index)?;
            let day = calendar::day(&mut dice, month, today);
            let track = if dice.chance(60) {
                Track::Named
            } else {
                Track::Anonymous
            };
            Some(accepted(&mut dice, &scene, track, day, today))
        })
        .collect();
    let rest = open::incidents(&mut dice, &scenes, today, &made);
    made.extend(rest);
    made
}

/// An accepted incident of `day`.
fn accepted(dice: &mut Dice, scene: &Scene, track: Track, day: NaiveDate, today: NaiveDate) -> DemoIncident {
    let hit = party::draw(dice, scene, track);
    let precision = match calendar::precision(dice, hit.track) {
        OccurredPrecision::Week if calendar::coarse(day, OccurredPrecision::Week).year() < day.year() => {
            OccurredPrecision::Month
        }
        drawn => drawn,
    };
    let facts = facts::draw(
        dice,
        scene,
        &hit,
        When {
            day,
            precision,
            today,
        },
    );
    let reported = calendar::reported(dice, day, today);
    let named = hit.track == Track::Named;
    DemoIncident {
        verification: verification(dice, named, facts.security_incident),
        tlp: tlp(dice, named),
        facts,
        outcome: Outcome::Accepted,
        track: hit.track,
        organisation: hit.organisation,
        party: hit.party,
        reported_at: if named {
            calendar::instant(dice, reported, if reported == day { 21 } else { 5 }, 23)
        } else {
            None
        },
        recorded_month: calendar::first(reported),
    }
}

fn verification(dice: &mut Dice, named: bool, certainty: Option<SecurityIncident>) -> VerificationLevel {
    use VerificationLevel::{
        AnonymousCorroborated, AnonymousUnverified, Confidential, EvidenceConfirmed, Identified,
        OfficiallyConfirmed,
    };
    match (named, certainty) {
        (true, Some(SecurityIncident::Confirmed)) => dice.weighted(
            &[
                (Identified, 46),
                (EvidenceConfirmed, 40),
                (OfficiallyConfirmed, 14),
            ],
            Identified,
        ),
        (true, _) => Identified,
        (false, Some(SecurityIncident::Confirmed)) => dice.weighted(
            &[
                (AnonymousUnverified, 42),
                (AnonymousCorroborated, 32),
                (Confidential, 13),
                (EvidenceConfirmed, 13),
            ],
            AnonymousUnverified,
        ),
        (false, _) => dice.weighted(
            &[
                (AnonymousUnverified, 68),
                (AnonymousCorroborated, 24),
                (Confidential, 8),
            ],
            AnonymousUnverified,
        ),
    }
}

fn tlp(dice: &mut Dice, named: bool) -> Tlp {
    let labels: &[(Tlp, u32)] = if named {
        &[
            (Tlp::Amber, 46),
            (Tlp::Green, 30),
            (Tlp::AmberStrict, 12),
            (Tlp::Clear, 10),
            (Tlp::Red, 2),
        ]
    } else {
        &[
            (Tlp::Green, 42),
            (Tlp::Amber, 36),
            (Tlp::Clear, 18),
            (Tlp::AmberStrict, 4),
        ]
    };
    dice.weighted(labels, Tlp::Amber)
}

#[cfg(test)]
mod tests;
