//! What can happen in the demo: scenes whose facts and sentences belong together.
//!
//! In the sentences `{where}` is a sea region, `{ship}` a kind of ship, `{who}` the victim ashore;
//! `{minutes}`, `{hours}`, `{days}`, `{miles}`, `{far}`, `{count}` and `{sum}` are numbers, drawn
//! once for each incident so that title and summary agree.

mod cargo;
mod data;
mod devices;
mod down;
mod down_ashore;
mod intrusion;
mod locked;
mod messages;
mod position;
mod traffic;

use bellbuoy_domain::incident::{
    Actor, ActorMotive, Cause, Containment, CrimeLink, IncidentKind, IncidentType, SecurityAttribute,
    SecurityIncident, Service, Severity, TechniqueMatrix, VictimType,
};
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::system::System;
use bellbuoy_domain::vessel::VesselType;

pub use super::places::{ANYWHERE, DISTURBED};

/// In which respect an incident was felt.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Axis {
    Safety,
    Operational,
    Financial,
    Data,
}

/// Which sentences of a scene belong to the title they stand beside; the others fit every title.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Told {
    Freely,
    /// What was seen.
    Seen,
    /// What was seen and what was done.
    Done,
}

/// Something that can happen, in many words.
#[derive(Debug, Clone, Copy)]
pub struct Scene {
    pub kind: IncidentKind,
    pub incident_type: IncidentType,
    /// How often, among the scenes of its kind.
    pub weight: u32,
    pub victims: &'static [(VictimType, u32)],
    /// Only on these ships; empty is any.
    pub ships: &'static [VesselType],
    pub regions: &'static [(SeaRegion, u32)],
    /// Systems always hit.
    pub systems: &'static [System],
    /// Systems sometimes hit as well.
    pub maybe: &'static [System],
    pub services: &'static [Service],
    pub attributes: &'static [SecurityAttribute],
    pub certainty: &'static [(SecurityIncident, u32)],
    pub causes: &'static [(Cause, u32)],
    pub severities: &'static [(Severity, u32)],
    /// Where it was felt most, and second.
    pub axes: (Axis, Option<Axis>),
    /// Who and why, where a malicious cause is known.
    pub actor: Option<(Actor, ActorMotive)>,
    pub containment: &'static [Containment],
    pub crimes: &'static [CrimeLink],
    pub techniques: &'static [(TechniqueMatrix, &'static str)],
    pub told: Told,
    pub titles: &'static [&'static str],
    /// First sentences of the summary.
    pub seen: &'static [&'static str],
    /// What was done.
    pub done: &'static [&'static str],
    /// How it ended.
    pub end: &'static [&'static str],
}

const SHIPS: &[(VictimType, u32)] = &[(VictimType::Vessel, 1)];
const OFFICES: &[(VictimType, u32)] = &[
    (VictimType::ShoreOffice, 40),
    (VictimType::BrokerOrAgent, 18),
    (VictimType::Carrier, 14),
    (VictimType::Supplier, 12),
    (VictimType::Port, 10),
    (VictimType::Cruise, 6),
];
const MALICE: &[(Cause, u32)] = &[(Cause::Malicious, 1)];
const SURE: &[(SecurityIncident, u32)] = &[(SecurityIncident::Confirmed, 1)];
const LIKELY: &[(SecurityIncident, u32)] = &[
    (SecurityIncident::Confirmed, 72),
    (SecurityIncident::Suspected, 28),
];
const NEARLY: &[(SecurityIncident, u32)] = &[(SecurityIncident::NearMiss, 1)];
const HARMLESS: &[(Severity, u32)] = &[(Severity::Low, 80), (Severity::Minor, 20)];
const CRIMINAL: Option<(Actor, ActorMotive)> = Some((Actor::OrganizedCrime, ActorMotive::Financial));

/// What a scene has when it says nothing else.
const BASE: Scene = Scene {
    kind: IncidentKind::Other,
    incident_type: IncidentType::Undetermined,
    weight: 10,
    victims: SHIPS,
    ships: &[],
    regions: ANYWHERE,
    systems: &[],
    maybe: &[],
    services: &[],
    attributes: &[],
    certainty: LIKELY,
    causes: MALICE,
    severities: &[
        (Severity::Major, 18),
        (Severity::Moderate, 42),
        (Severity::Minor, 32),
        (Severity::Low, 8),
    ],
    axes: (Axis::Operational, None),
    actor: None,
    containment: &[],
    crimes: &[],
    techniques: &[],
    told: Told::Freely,
    titles: &[],
    seen: &[],
    done: &[],
    end: &[],
};

/// Every scene.
pub fn all() -> Vec<Scene> {
    [
        position::SCENES,
        traffic::SCENES,
        messages::SCENES,
        down::SCENES,
        down_ashore::SCENES,
        locked::SCENES,
        devices::SCENES,
        intrusion::SCENES,
        data::SCENES,
        cargo::SCENES,
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_scenes_with_words() {
        for kind in IncidentKind::ALL {
            assert!(all().iter().any(|scene| scene.kind == *kind), "{kind}");
        }
        for scene in all() {
            assert!(
                scene.titles.len() >= 2
                    && !scene.seen.is_empty()
                    && !scene.done.is_empty()
                    && !scene.end.is_empty(),
                "{}",
                scene.kind
            );
            assert!(
                scene.told == Told::Freely || scene.titles.len() == scene.seen.len(),
                "{:?}",
                scene.titles
            );
            assert!(
                scene.told != Told::Done || scene.titles.len() == scene.done.len(),
                "{:?}",
                scene.titles
            );
            assert!(
                !scene.severities.is_empty() && !scene.systems.is_empty(),
                "{:?}",
                scene.titles
            );
        }
    }
}
