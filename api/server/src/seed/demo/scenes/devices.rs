//! Infected sticks, phones and laptops.

use super::{Axis, BASE, HARMLESS, LIKELY, NEARLY, SURE, Scene, Told};
use bellbuoy_domain::incident::{
    Actor, ActorMotive, Cause, Containment, IncidentKind, IncidentType, SecurityAttribute, Service, Severity,
    TechniqueMatrix, VictimType,
};
use bellbuoy_domain::system::System;

const DEVICE: Scene = Scene {
    kind: IncidentKind::InfectedDevice,
    incident_type: IncidentType::UsbMediaInfection,
    attributes: &[SecurityAttribute::Integrity],
    certainty: SURE,
    causes: &[
        (Cause::Accidental, 60),
        (Cause::Malicious, 25),
        (Cause::Unknown, 15),
    ],
    axes: (Axis::Operational, Some(Axis::Safety)),
    containment: &[
        Containment::DisconnectedSystem,
        Containment::Reinstalled,
        Containment::CalledVendor,
    ],
    techniques: &[
        (TechniqueMatrix::Ics, "T0847"),
        (TechniqueMatrix::Enterprise, "T1091"),
    ],
    ..BASE
};

pub const SCENES: &[Scene] = &[
    Scene {
        weight: 22,
        systems: &[System::OfficeNetwork],
        maybe: &[System::Ecdis],
        services: &[Service::Navigation],
        severities: &[
            (Severity::Moderate, 38),
            (Severity::Minor, 56),
            (Severity::Major, 6),
        ],
        titles: &[
            "Worm on planning station after a chart update stick",
            "Chart stick carried malware to the back of the bridge",
            "Virus on the stick used for chart updates",
            "Planning station infected, ECDIS clean",
        ],
        seen: &[
            "The scanner on the planning station found an old worm on the update stick.",
            "The same stick had been in the agent's computer the day before.",
            "The worm copied itself to every stick that was plugged in.",
        ],
        done: &[
            "Updates were stopped and both ECDIS checked by the maker's tool.",
            "A new stick was bought and sealed, for charts only.",
            "The station was wiped and set up from the maker's disk.",
        ],
        end: &[
            "ECDIS was not affected.",
            "Updates now come over the link through a scanning gateway.",
            "{count} sticks on board carried it.",
        ],
        ..DEVICE
    },
    Scene {
        told: Told::Done,
        weight: 15,
        incident_type: IncidentType::CrewDeviceInfection,
        systems: &[System::CrewDevice],
        maybe: &[System::OfficeNetwork, System::CrewNetwork],
        severities: HARMLESS,
        titles: &[
            "Crew phone charged on a bridge computer",
            "Infected laptop on the crew network",
            "Phone plugged into a control room computer",
            "Games from port brought malware on board",
        ],
        seen: &[
            "A phone was charged on a bridge computer and an alarm was raised.",
            "A laptop from home looked for shared folders all over the crew network.",
            "The computer asked to install a driver for a phone, and somebody agreed.",
            "A disk with games went from cabin to cabin and each laptop got the same program.",
        ],
        done: &[
            "The phone was taken off and the computer scanned.",
            "The laptop was set up anew together with its owner, without blame.",
            "Chargers were handed out and the sockets of the computer sealed.",
            "The disk was handed in and the laptops were set up anew.",
        ],
        end: &[
            "Nothing was found on the ship's own systems.",
            "A short talk was held in the mess.",
            "The crew network is apart from the ship's, and it held.",
        ],
        ..DEVICE
    },
    Scene {
        told: Told::Done,
        weight: 10,
        certainty: NEARLY,
        systems: &[System::OfficeNetwork],
        severities: HARMLESS,
        titles: &[
            "Near miss: unknown stick handed in at the gangway",
            "Near miss: surveyor's stick found infected before use",
            "Near miss: stick left in the ship's office",
        ],
        seen: &[
            "A stick with the ship's name on it was found at the gangway.",
            "The scanning computer found malware on a visitor's stick.",
            "Nobody knew whose stick lay on the desk after the port call.",
        ],
        done: &[
            "It was not plugged in but handed to the master.",
            "The visitor was asked to send the files by mail.",
            "It was put into an envelope for the office.",
        ],
        end: &[
            "The office found a program on it that calls home.",
            "The rule is: no stick without the scanning computer.",
            "It was told to all ships of the company.",
        ],
        ..DEVICE
    },
    Scene {
        told: Told::Seen,
        weight: 12,
        incident_type: IncidentType::InfectedSystem,
        victims: &[
            (VictimType::ShoreOffice, 45),
            (VictimType::BrokerOrAgent, 25),
            (VictimType::Shipyard, 15),
            (VictimType::Terminal, 15),
        ],
        systems: &[System::HeadOfficeNetwork],
        maybe: &[System::ShoreEmail],
        certainty: LIKELY,
        causes: &[(Cause::Malicious, 1)],
        axes: (Axis::Data, Some(Axis::Operational)),
        severities: &[
            (Severity::Minor, 55),
            (Severity::Moderate, 40),
            (Severity::Low, 5),
        ],
        techniques: &[(TechniqueMatrix::Enterprise, "T1204")],
        titles: &[
            "Password stealer on an accounts computer",
            "Laptop sent data at night",
            "Loader found before it fetched more",
            "False update page infected {count} computers",
        ],
        seen: &[
            "Saved passwords of one computer had been copied.",
            "The firewall saw a computer speak to an address in the small hours.",
            "A small program waited in a folder and had not yet called anybody.",
            "A page asked to renew the browser and delivered a program.",
        ],
        done: &[
            "The computer was taken off the network within {minutes} minutes.",
            "Every password saved on it was changed.",
            "The same trace was looked for on all computers; {count} had it.",
        ],
        end: &[
            "No second step followed.",
            "Browsers may no longer keep passwords.",
            "Where it came from stayed open.",
        ],
        ..DEVICE
    },
    Scene {
        weight: 5,
        systems: &[System::Ecdis],
        maybe: &[System::Radar, System::Vdr],
        services: &[Service::Navigation],
        axes: (Axis::Safety, Some(Axis::Operational)),
        severities: &[
            (Severity::Major, 55),
            (Severity::Moderate, 40),
            (Severity::Critical, 5),
        ],
        titles: &[
            "ECDIS infected through a chart stick",
            "ECDIS stopped after a stick from the agent",
            "Malware on both ECDIS {where}",
        ],
        seen: &[
            "The first unit became slow and then stopped; the second followed.",
            "The units ran a system for which no updates are made any more.",
            "A scanner brought on board found the same worm on both.",
        ],
        done: &[
            "The ship stayed at anchor until paper charts were on board.",
            "The passage went on with paper and a pilot.",
            "Class and flag were told.",
        ],
        end: &[
            "Sailing was put off by {hours} hours.",
            "Both units were set up anew by the maker.",
            "Ports of the units are locked now.",
        ],
        ..DEVICE
    },
    Scene {
        weight: 8,
        incident_type: IncidentType::InfectedSystem,
        systems: &[System::AlarmMonitoring],
        maybe: &[System::EngineControl, System::CargoControl, System::TankGauging],
        axes: (Axis::Safety, Some(Axis::Operational)),
        actor: Some((Actor::Partner, ActorMotive::NotApplicable)),
        severities: &[
            (Severity::Major, 30),
            (Severity::Moderate, 50),
            (Severity::Minor, 20),
        ],
        titles: &[
            "Service laptop brought malware to the control room",
            "Technician's laptop infected the monitoring computer",
        ],
        seen: &[
            "An alarm came {minutes} minutes after a technician had plugged in.",
            "The monitoring computer tried to reach the internet, which it cannot.",
            "The laptop had been on {count} ships that month.",
        ],
        done: &[
            "Values were read at the machine until the computer was clean.",
            "The maker sent an image and the computer was restored.",
            "The firm was told to warn its other customers.",
        ],
        end: &[
            "The machinery ran on.",
            "Laptops of visitors are scanned before they are plugged in.",
            "The firm found it on {count} of its laptops.",
        ],
        ..DEVICE
    },
];
