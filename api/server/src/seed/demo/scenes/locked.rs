//! Ransomware and wiped systems.

use super::{Axis, BASE, CRIMINAL, SURE, Scene, Told};
use bellbuoy_domain::incident::{
    Containment, CrimeLink, IncidentKind, IncidentType, SecurityAttribute, Service, Severity,
    TechniqueMatrix, VictimType,
};
use bellbuoy_domain::system::System;

const LOCKED: Scene = Scene {
    kind: IncidentKind::LockedOrWiped,
    incident_type: IncidentType::UnauthorisedModification,
    attributes: &[SecurityAttribute::Integrity, SecurityAttribute::Availability],
    certainty: SURE,
    axes: (Axis::Operational, Some(Axis::Financial)),
    actor: CRIMINAL,
    containment: &[
        Containment::IsolatedNetwork,
        Containment::RestoredBackup,
        Containment::Reinstalled,
        Containment::ChangedPasswords,
    ],
    crimes: &[CrimeLink::Extortion],
    techniques: &[
        (TechniqueMatrix::Enterprise, "T1486"),
        (TechniqueMatrix::Enterprise, "T1490"),
    ],
    ..BASE
};

pub const SCENES: &[Scene] = &[
    Scene {
        weight: 24,
        victims: &[
            (VictimType::ShoreOffice, 62),
            (VictimType::Carrier, 22),
            (VictimType::Cruise, 16),
        ],
        systems: &[System::FileServer, System::HeadOfficeNetwork],
        maybe: &[System::ShoreEmail, System::Booking],
        services: &[Service::Email, Service::CargoDocuments],
        severities: &[
            (Severity::Major, 60),
            (Severity::Moderate, 32),
            (Severity::Critical, 2),
            (Severity::Minor, 6),
        ],
        titles: &[
            "Head office files encrypted over the weekend",
            "Ransom note on {count} servers ashore",
            "File server locked, fleet works from paper",
            "Office network encrypted, ships not reached",
            "Demand of {sum} after a night of encryption",
        ],
        seen: &[
            "Files on {count} servers had a new ending on Monday morning.",
            "The attackers had come in through a remote desktop without a second factor.",
            "The copies on the network were deleted before the encryption began.",
            "A note demanded {sum} and gave {days} days.",
        ],
        done: &[
            "The links to the ships were cut first and opened one by one after checks.",
            "The network was switched off from the main breaker.",
            "Servers were rebuilt from tapes kept in another building.",
        ],
        end: &[
            "Work by hand lasted {days} days.",
            "Nothing was paid.",
            "The oldest usable copy was {days} days old, and that much work was done twice.",
            "Data had left as well, as the note showed.",
        ],
        ..LOCKED
    },
    Scene {
        weight: 12,
        victims: &[(VictimType::BrokerOrAgent, 1)],
        systems: &[System::FileServer, System::ShoreEmail],
        services: &[Service::Email, Service::CargoDocuments],
        severities: &[
            (Severity::Moderate, 55),
            (Severity::Major, 35),
            (Severity::Minor, 10),
        ],
        titles: &[
            "Agency encrypted, port calls by telephone",
            "Agent's files locked before a holiday",
            "Broker lost {days} days of fixtures",
        ],
        seen: &[
            "All documents of running port calls were locked.",
            "The agency had one server and one copy, both on the same network.",
            "It began with an invoice that somebody opened.",
        ],
        done: &[
            "Ships sent their papers again, to a private address first.",
            "Customs accepted paper for {days} days.",
            "Partners blocked mail from the agency until it was clean.",
        ],
        end: &[
            "{count} ships waited for clearance, the longest {hours} hours.",
            "The agency now keeps a copy off line.",
            "Two partners found the same program on their computers.",
        ],
        ..LOCKED
    },
    Scene {
        weight: 16,
        systems: &[System::OfficeNetwork],
        maybe: &[System::ShipEmail, System::PlannedMaintenance, System::ShipErp],
        services: &[Service::Email, Service::PlannedMaintenance],
        severities: &[
            (Severity::Moderate, 56),
            (Severity::Minor, 24),
            (Severity::Major, 20),
        ],
        titles: &[
            "Business computers on board locked, bridge not affected",
            "Master's computer encrypted {where}",
            "Ship's server locked after a call in port",
            "Ransom note on the ship's office computer",
        ],
        seen: &[
            "Crew lists, certificates and the maintenance plan could not be opened.",
            "It came with a memory stick from an office ashore.",
            "The server on board shared its password with {count} sister ships.",
        ],
        done: &[
            "The switch to the bridge network was unplugged at once.",
            "The computers were shut down and the master reported by telephone.",
            "Port papers were filled in by hand from printed copies.",
        ],
        end: &[
            "A clean server came on board {days} days later.",
            "Port state inspectors accepted the explanation and the paper.",
            "Sister ships got new passwords the same day.",
        ],
        ..LOCKED
    },
    Scene {
        told: Told::Seen,
        weight: 11,
        victims: &[(VictimType::Terminal, 70), (VictimType::Port, 30)],
        systems: &[System::TerminalOperating, System::FileServer],
        maybe: &[System::GateAccess, System::CraneControl, System::Website],
        services: &[Service::TerminalOperations, Service::Gate],
        severities: &[
            (Severity::Critical, 12),
            (Severity::Major, 74),
            (Severity::Moderate, 14),
        ],
        titles: &[
            "Ransom note on terminal servers, {hours} hours by paper",
            "Container moves stopped by encryption",
            "Printers put out a demand in the night shift",
        ],
        seen: &[
            "The terminal system and its standby were encrypted within {minutes} minutes of each other.",
            "Both database servers and the copies beside them were locked.",
            "Every printer put out the same page.",
        ],
        done: &[
            "Work stopped until the cranes were known to be clean.",
            "Lorries were sent away and told by radio.",
            "The plan of the yard was rebuilt from photographs and lists.",
        ],
        end: &[
            "The first ship was worked after {hours} hours.",
            "All was back after {days} days.",
            "The standby now stands in another domain with other passwords.",
        ],
        ..LOCKED
    },
    Scene {
        told: Told::Seen,
        weight: 8,
        victims: &[(VictimType::Supplier, 1)],
        systems: &[System::PlannedMaintenance],
        maybe: &[System::ShipErp, System::FileServer],
        services: &[Service::PlannedMaintenance, Service::CrewManagement],
        severities: &[(Severity::Major, 45), (Severity::Moderate, 55)],
        titles: &[
            "Maintenance supplier encrypted, ships work off line",
            "Supplier's servers down for {days} days",
            "Crewing portal of a supplier locked",
        ],
        seen: &[
            "Ships could still open their local copy but no longer send.",
            "The hosted system stopped and the supplier told customers after {hours} hours.",
            "Crew and certificate records of {count} fleets could not be opened.",
        ],
        done: &[
            "Ships kept records in a table and typed them in later.",
            "Connections to the supplier were closed until a report came.",
            "Customers were told what to do by telephone.",
        ],
        end: &[
            "{count} customers were affected.",
            "Records of {days} days had to be entered again.",
            "The contract now has a duty to tell within a day.",
        ],
        ..LOCKED
    },
    Scene {
        weight: 3,
        victims: &[(VictimType::Shipyard, 1)],
        systems: &[System::FileServer, System::HeadOfficeNetwork],
        services: &[Service::Other],
        severities: &[(Severity::Major, 60), (Severity::Moderate, 40)],
        titles: &[
            "Yard's drawings locked during a docking",
            "Shipyard encrypted, {days} days lost",
            "Work orders of {count} ships could not be opened",
        ],
        seen: &[
            "Drawings and work orders of {count} projects were locked.",
            "Machines stood still because their programs lay on the locked server.",
            "It began with a password that had been used elsewhere.",
        ],
        done: &[
            "Foremen worked from the prints on the wall.",
            "Class and owners sent their copies of the drawings.",
            "The network was switched off and cleaned hall by hall.",
        ],
        end: &[
            "The docking took {days} days longer.",
            "Nothing was paid.",
            "Drawings are now copied to another site each night.",
        ],
        ..LOCKED
    },
];
