//! Systems on board that stopped, for whatever cause.

use super::{Axis, BASE, SURE, Scene, Told};
use bellbuoy_domain::incident::{
    Cause, Containment, IncidentKind, IncidentType, SecurityAttribute, Service, Severity,
};
use bellbuoy_domain::system::System;

pub const DOWN: Scene = Scene {
    kind: IncidentKind::SystemDown,
    incident_type: IncidentType::Outage,
    attributes: &[SecurityAttribute::Availability],
    certainty: SURE,
    causes: &[
        (Cause::Failure, 50),
        (Cause::Unknown, 35),
        (Cause::Accidental, 15),
    ],
    axes: (Axis::Operational, Some(Axis::Financial)),
    containment: &[Containment::SwitchedToManual, Containment::CalledVendor],
    ..BASE
};

pub const SCENES: &[Scene] = &[
    Scene {
        weight: 18,
        systems: &[System::Vsat],
        maybe: &[System::ShipEmail, System::CrewNetwork, System::FleetBroadband],
        services: &[Service::Communications, Service::Email],
        severities: &[
            (Severity::Moderate, 45),
            (Severity::Minor, 50),
            (Severity::Major, 5),
        ],
        titles: &[
            "VSAT down for {hours} hours, cause not known",
            "Satellite link lost {where}",
            "No link to shore for {hours} hours",
            "Ship without e-mail for {days} days",
        ],
        seen: &[
            "The terminal lost its satellite and did not find it again.",
            "The link came up for minutes and dropped again.",
            "The provider saw no fault at the ground station.",
        ],
        done: &[
            "The ship worked through the L-band link with text only.",
            "The antenna was restarted and its settings restored from paper.",
            "Reports to shore were read out by telephone.",
        ],
        end: &[
            "A technician changed a board at the next port.",
            "It returned after an update by the provider.",
            "Whether somebody had been in the terminal could not be said.",
        ],
        ..DOWN
    },
    Scene {
        told: Told::Seen,
        weight: 14,
        incident_type: IncidentType::Misconfiguration,
        systems: &[System::Ecdis],
        maybe: &[System::Radar, System::Gyro],
        services: &[Service::Navigation],
        causes: &[(Cause::Failure, 65), (Cause::Accidental, 35)],
        axes: (Axis::Safety, Some(Axis::Operational)),
        severities: &[
            (Severity::Major, 24),
            (Severity::Moderate, 52),
            (Severity::Minor, 24),
        ],
        titles: &[
            "ECDIS froze after an update",
            "Both ECDIS restarted at the same minute",
            "Chart permits gone after an update",
            "ECDIS without charts for {hours} hours",
        ],
        seen: &[
            "The picture stood still and nobody noticed until the next fix.",
            "After the update both units restarted every {minutes} minutes.",
            "All permits were gone and the screen showed the world map only.",
            "After the update the chart folder was empty.",
        ],
        done: &[
            "The passage went on with paper charts kept for this.",
            "The second unit was put back to the copy made before the update.",
            "The pilot's portable unit was used as a check, not as the chart.",
        ],
        end: &[
            "The maker sent a corrected version {days} days later.",
            "The company now updates one unit first and waits {days} days.",
            "The port state was told before arrival.",
        ],
        ..DOWN
    },
    Scene {
        told: Told::Done,
        weight: 8,
        incident_type: IncidentType::Outage,
        systems: &[System::AlarmMonitoring],
        maybe: &[System::PowerManagement, System::EngineControl],
        services: &[Service::Propulsion],
        causes: &[(Cause::Failure, 70), (Cause::Unknown, 30)],
        axes: (Axis::Safety, Some(Axis::Operational)),
        severities: &[
            (Severity::Critical, 16),
            (Severity::Major, 50),
            (Severity::Moderate, 34),
        ],
        titles: &[
            "Alarm and monitoring froze at sea",
            "Engine slowed down by itself {where}",
            "Blackout after a network storm on board",
            "Power management lost one switchboard from its screen",
        ],
        seen: &[
            "All screens in the control room showed values of half an hour before.",
            "The main engine went to slow ahead without an order.",
            "A faulty network card flooded the ring and {count} controllers stopped listening.",
            "One switchboard vanished from the screen and its generator could not be called.",
        ],
        done: &[
            "The engine room was manned and rounds were made every half hour.",
            "The engine was taken to local control.",
            "The ring was cut in two to find the noisy part.",
            "The generator was run by hand from its own panel.",
        ],
        end: &[
            "The maker found no trace of an attack, and no log that could have shown one.",
            "The ship waited {hours} hours off port for a technician.",
            "Spare parts for it are carried now.",
        ],
        ..DOWN
    },
    Scene {
        told: Told::Done,
        weight: 8,
        incident_type: IncidentType::Misconfiguration,
        systems: &[System::OfficeNetwork],
        maybe: &[System::Vsat, System::PlannedMaintenance],
        services: &[Service::Communications, Service::PlannedMaintenance],
        causes: &[(Cause::Accidental, 1)],
        severities: &[
            (Severity::Minor, 65),
            (Severity::Moderate, 30),
            (Severity::Low, 5),
        ],
        titles: &[
            "New firewall rule cut the ship off for {hours} hours",
            "Wrong cable joined crew and business networks",
            "Remote update filled the server's disk",
        ],
        seen: &[
            "A rule sent from shore at night closed the link that could have taken it back.",
            "A patch cable in a cabin joined two networks that should never meet.",
            "An update of {count} gigabytes ran over the satellite link.",
        ],
        done: &[
            "The second officer was led by telephone through a reset.",
            "The cable was found by pulling plugs one after the other.",
            "Old logs were deleted by hand.",
        ],
        end: &[
            "It took {hours} hours to find.",
            "Nothing left the ship.",
            "Changes at sea now need a call before and after.",
        ],
        ..DOWN
    },
];
