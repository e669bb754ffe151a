//! Cargo and release fraud; and what fits nowhere else.

use super::{Axis, BASE, CRIMINAL, HARMLESS, NEARLY, SURE, Scene, Told};
use bellbuoy_domain::incident::{
    Actor, ActorMotive, Cause, Containment, CrimeLink, IncidentKind, IncidentType, SecurityAttribute,
    SecurityIncident, Service, Severity, TechniqueMatrix, VictimType,
};
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::system::System;

const CARGO: Scene = Scene {
    kind: IncidentKind::CargoFraud,
    incident_type: IncidentType::ContainerReleaseFraud,
    victims: &[
        (VictimType::Terminal, 50),
        (VictimType::BrokerOrAgent, 25),
        (VictimType::Carrier, 25),
    ],
    regions: &[
        (SeaRegion::NorthSea, 46),
        (SeaRegion::Mediterranean, 22),
        (SeaRegion::UsEastCoast, 12),
        (SeaRegion::SouthAmericaAtlantic, 10),
        (SeaRegion::GulfOfMexicoCaribbean, 10),
    ],
    systems: &[System::TerminalOperating],
    services: &[Service::CargoDocuments],
    attributes: &[SecurityAttribute::Confidentiality, SecurityAttribute::Integrity],
    certainty: SURE,
    axes: (Axis::Financial, Some(Axis::Operational)),
    actor: CRIMINAL,
    containment: &[Containment::ChangedPasswords, Containment::Other],
    ..BASE
};

const ELSE: Scene = Scene {
    incident_type: IncidentType::Undetermined,
    systems: &[System::OfficeNetwork],
    ..BASE
};

pub const SCENES: &[Scene] = &[
    Scene {
        weight: 16,
        maybe: &[System::PortCommunity],
        crimes: &[CrimeLink::Smuggling, CrimeLink::Theft],
        severities: &[(Severity::Major, 60), (Severity::Moderate, 40)],
        techniques: &[(TechniqueMatrix::Enterprise, "T1078")],
        titles: &[
            "Container fetched with a stolen release code",
            "Release codes looked up before discharge",
            "Box gone before the consignee came",
            "Forwarder's account used to see release codes",
        ],
        seen: &[
            "The release code had been looked up by an account that had no part in the box.",
            "A lorry with the right code came {hours} hours before the real one.",
            "An employee's log-in was used while he was on leave.",
        ],
        done: &[
            "Codes of all boxes of that ship were changed.",
            "The account was closed and its look-ups of {days} days listed.",
            "Customs opened {count} boxes.",
        ],
        end: &[
            "One box is missing.",
            "Drugs were found in another box of the same shipper.",
            "The employee had been approached and had told nobody, out of fear.",
        ],
        ..CARGO
    },
    Scene {
        told: Told::Done,
        weight: 10,
        certainty: NEARLY,
        crimes: &[CrimeLink::Smuggling],
        severities: HARMLESS,
        techniques: &[],
        titles: &[
            "Container release codes asked for by telephone",
            "Near miss: planner offered money for a code",
            "Near miss: false haulier turned away at the gate",
        ],
        seen: &[
            "A caller who knew the box number asked for its code, as if in a hurry.",
            "A planner was offered {sum} for one look at a screen.",
            "The driver's papers were good and his appointment was not.",
        ],
        done: &[
            "The clerk asked for the number to call back.",
            "He told his manager the same day.",
            "The gate called the forwarder.",
        ],
        end: &[
            "Nothing was given away.",
            "The police have the number.",
            "Staff can now report such approaches without giving a name.",
        ],
        ..CARGO
    },
    Scene {
        told: Told::Done,
        weight: 8,
        incident_type: IncidentType::CargoDataManipulation,
        systems: &[System::Booking],
        maybe: &[System::TerminalOperating],
        crimes: &[CrimeLink::Theft, CrimeLink::Fraud],
        severities: &[(Severity::Moderate, 60), (Severity::Major, 40)],
        techniques: &[(TechniqueMatrix::Enterprise, "T1565")],
        titles: &[
            "Delivery address of {count} boxes changed",
            "False haulier booked on a real account",
            "Bill of lading copied and used twice",
            "Weight of boxes changed after check-in",
        ],
        seen: &[
            "The address of delivery was changed an hour before loading.",
            "A haulier's account had been taken over with a password used elsewhere.",
            "Two parties presented the same document.",
            "The weight in the plan did not match the weight at the gate for {count} boxes.",
        ],
        done: &[
            "The lorries were called back by telephone; some answered.",
            "The account was closed and the haulier called.",
            "The carrier compared the document with its own records and held the box.",
            "The boxes were weighed again before loading.",
        ],
        end: &[
            "Goods worth {sum} are missing.",
            "Late changes now need a call.",
            "The police have the case.",
        ],
        ..CARGO
    },
    Scene {
        told: Told::Done,
        weight: 10,
        incident_type: IncidentType::Uncategorised,
        certainty: &[(SecurityIncident::FalsePositive, 1)],
        causes: &[(Cause::Accidental, 70), (Cause::Failure, 30)],
        severities: &[(Severity::Low, 1)],
        titles: &[
            "Virus alarm was the printer driver",
            "Alarm about a stranger was the new technician",
            "Suspected attack was a full disk",
        ],
        seen: &[
            "The scanner put a driver away and the label printer stopped.",
            "A log-in at night turned out to be planned work in another time zone.",
            "Everything slowed down because a disk was full.",
        ],
        done: &[
            "The file was sent to the maker, who found it clean.",
            "The work plan was looked up.",
            "Old recordings were moved.",
        ],
        end: &["It was right to ask.", "Planned work is now told to the watch."],
        ..ELSE
    },
    Scene {
        told: Told::Done,
        weight: 8,
        incident_type: IncidentType::Sniffing,
        systems: &[System::ShipWifi],
        causes: &[(Cause::Unknown, 1)],
        severities: &[(Severity::Minor, 70), (Severity::Low, 30)],
        actor: Some((Actor::Unknown, ActorMotive::Unknown)),
        titles: &[
            "Unknown wireless network with our ship's name",
            "Drone near the bridge wing at anchor",
            "Small box found behind a socket in the lounge",
        ],
        seen: &[
            "A network with our name appeared while the ship was alongside.",
            "A drone stayed level with the bridge windows for {minutes} minutes.",
            "A technician found a small computer on a network socket.",
        ],
        done: &[
            "The crew were told not to connect.",
            "The master told port security.",
            "It was left in place, photographed, and then taken out for the police.",
        ],
        end: &[
            "What it was for is not known.",
            "The company told its other ships.",
            "It did not come back.",
        ],
        ..ELSE
    },
];
