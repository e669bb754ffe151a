//! False pictures of traffic: AIS, and the services ashore that live on it.

use super::{Axis, BASE, DISTURBED, LIKELY, Scene, Told};
use bellbuoy_domain::incident::{
    Actor, ActorMotive, Cause, Containment, IncidentKind, IncidentType, SecurityAttribute, Service, Severity,
    TechniqueMatrix, VictimType,
};
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::system::System;

const AIS: Scene = Scene {
    kind: IncidentKind::PositionOrTimeWrong,
    incident_type: IncidentType::AisSpoofing,
    regions: DISTURBED,
    systems: &[System::Ais],
    services: &[Service::Navigation],
    attributes: &[SecurityAttribute::Integrity],
    certainty: LIKELY,
    causes: &[(Cause::Malicious, 60), (Cause::Unknown, 40)],
    axes: (Axis::Safety, Some(Axis::Operational)),
    containment: &[
        Containment::SwitchedToManual,
        Containment::None,
        Containment::Other,
    ],
    techniques: &[(TechniqueMatrix::Ics, "T0832")],
    ..BASE
};

pub const SCENES: &[Scene] = &[
    Scene {
        weight: 12,
        maybe: &[System::Ecdis, System::Radar],
        severities: &[
            (Severity::Major, 12),
            (Severity::Moderate, 48),
            (Severity::Minor, 36),
            (Severity::Low, 4),
        ],
        titles: &[
            "{count} ships on AIS that radar did not show",
            "Ghost ships on AIS {where}",
            "AIS target ahead without an echo on radar",
            "Crossing traffic on AIS that was not there",
            "False AIS targets close to the fairway",
        ],
        seen: &[
            "{count} targets appeared within a minute, all with likely names and speeds.",
            "AIS showed a ship on a collision course; radar and the eye saw open water.",
            "The closest point of approach alarm sounded for ships that did not exist.",
            "Targets moved in straight lines through an island.",
        ],
        done: &[
            "The watch trusted radar and kept her course.",
            "AIS was taken off the overlay and targets were plotted by radar.",
            "The officer called the false ship on VHF and had no answer.",
        ],
        end: &[
            "The targets went after {minutes} minutes.",
            "The coastal station asked other ships and they saw the same.",
            "A recording of the screen was kept for the authority.",
        ],
        ..AIS
    },
    Scene {
        told: Told::Seen,
        weight: 8,
        severities: &[
            (Severity::Moderate, 45),
            (Severity::Minor, 45),
            (Severity::Major, 10),
        ],
        titles: &[
            "Our AIS identity seen {far} miles away",
            "Another ship sends under our MMSI",
            "Our name on AIS at a sanctioned port",
            "Charterer asked about calls we never made",
        ],
        seen: &[
            "A tracking service showed us {far} miles from where we were.",
            "A ship of another size sent our MMSI, name and call sign for {days} days.",
            "A bank asked why the ship had called at a port she has never seen.",
            "A charterer's screening program listed {count} calls that were never made.",
        ],
        done: &[
            "Logs, port papers and long-range tracking were put together as proof.",
            "The flag state and the tracking services were told.",
            "The company wrote to its insurers and charterers before they could ask.",
        ],
        end: &[
            "The double went off the air after {days} days.",
            "It took {days} days until the last customer was satisfied.",
            "The MMSI was kept; the case is open with the flag state.",
        ],
        axes: (Axis::Financial, Some(Axis::Operational)),
        actor: Some((Actor::Unknown, ActorMotive::Financial)),
        ..AIS
    },
    Scene {
        told: Told::Seen,
        weight: 7,
        incident_type: IncidentType::GnssSpoofing,
        systems: &[System::Ais, System::Gnss],
        titles: &[
            "Ships around us moved in circles on AIS",
            "Whole anchorage shown in one spot on AIS",
            "AIS positions of the anchorage jumped inland",
        ],
        seen: &[
            "Ships at anchor went round in circles on the screen at thirty knots.",
            "Some {count} ships lay in one spot on AIS while radar showed them apart.",
            "Our own position jumped together with everybody else's.",
        ],
        done: &[
            "Anchor bearings were taken by radar and by eye.",
            "The watch at anchor was doubled.",
            "Port control was asked to guide by radar.",
        ],
        end: &[
            "It lasted {hours} hours.",
            "Port control told all ships not to rely on AIS.",
            "It came back the next night at the same hour.",
        ],
        ..AIS
    },
    Scene {
        told: Told::Done,
        weight: 4,
        victims: &[(VictimType::Port, 60), (VictimType::Authority, 40)],
        regions: &[
            (SeaRegion::Baltic, 40),
            (SeaRegion::Mediterranean, 30),
            (SeaRegion::BlackSea, 30),
        ],
        systems: &[System::VesselTrafficService],
        severities: &[
            (Severity::Major, 35),
            (Severity::Moderate, 50),
            (Severity::Minor, 15),
        ],
        titles: &[
            "Traffic picture showed ships on land",
            "Vessel traffic service worked by radar alone",
            "Arrival times wrong because AIS was wrong",
        ],
        seen: &[
            "Most ships in the approach were shown ashore for {hours} hours.",
            "The traffic picture mixed true radar targets with false AIS ones.",
            "Expected arrivals moved by hours because reported positions were false.",
        ],
        done: &[
            "Operators guided by radar and voice.",
            "Ships were asked to give their position by bearing and distance.",
            "Pilots boarded further out until the picture was steady.",
        ],
        end: &[
            "Traffic was thinner for {hours} hours, and no ship was in danger.",
            "A notice to mariners went out the same day.",
            "Operators now train without AIS twice a year.",
        ],
        ..AIS
    },
    Scene {
        weight: 2,
        victims: &[(VictimType::WiderCommunity, 1)],
        incident_type: IncidentType::GnssJamming,
        systems: &[System::Gnss],
        attributes: &[SecurityAttribute::Availability],
        titles: &[
            "Members report GNSS trouble {where}",
            "GNSS disturbed along the whole coast {where}",
        ],
        seen: &[
            "In one week {count} ships told us of lost or wrong positions {where}.",
            "Fishing vessels, pilots and ferries had the same trouble for {days} days.",
        ],
        done: &[
            "We collected times and areas and passed them to the authority.",
            "A circular went to all members with checks to make by radar.",
        ],
        end: &[
            "A navigational warning is in force.",
            "The disturbance has not stopped.",
        ],
        ..AIS
    },
];
