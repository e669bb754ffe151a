//! Somebody inside: break-ins, and remote access that was abused.

use super::{Axis, BASE, CRIMINAL, HARMLESS, LIKELY, NEARLY, OFFICES, Scene, Told};
use bellbuoy_domain::incident::{
    Actor, ActorMotive, Cause, Containment, IncidentKind, IncidentType, SecurityAttribute, SecurityIncident,
    Service, Severity, TechniqueMatrix, VictimType,
};
use bellbuoy_domain::system::System;

const INSIDE: Scene = Scene {
    kind: IncidentKind::Intrusion,
    incident_type: IncidentType::SystemCompromise,
    attributes: &[SecurityAttribute::Confidentiality],
    certainty: LIKELY,
    axes: (Axis::Data, Some(Axis::Operational)),
    containment: &[
        Containment::DisconnectedSystem,
        Containment::ChangedPasswords,
        Containment::IsolatedNetwork,
    ],
    techniques: &[(TechniqueMatrix::Enterprise, "T1078")],
    ..BASE
};

const REMOTE: Scene = Scene {
    kind: IncidentKind::RemoteAccessAbuse,
    incident_type: IncidentType::VendorRemoteAccessAbuse,
    systems: &[System::RemoteAccess],
    axes: (Axis::Operational, Some(Axis::Safety)),
    techniques: &[
        (TechniqueMatrix::Ics, "T0822"),
        (TechniqueMatrix::Enterprise, "T1133"),
    ],
    ..INSIDE
};

pub const SCENES: &[Scene] = &[
    Scene {
        told: Told::Seen,
        weight: 10,
        victims: OFFICES,
        systems: &[System::HeadOfficeNetwork],
        maybe: &[System::FileServer],
        actor: CRIMINAL,
        severities: &[
            (Severity::Major, 35),
            (Severity::Moderate, 50),
            (Severity::Minor, 15),
        ],
        titles: &[
            "Stranger on the company's VPN for {days} days",
            "Unknown administrator account on a server",
            "Old VPN account without a second factor used",
            "Tools for a break-in found on a file server",
        ],
        seen: &[
            "A connection from abroad stayed open night after night.",
            "An administrator account had been made that nobody knew.",
            "An account of somebody who left long ago signed in from abroad.",
            "Programs for copying passwords lay in a temporary folder.",
        ],
        done: &[
            "The account was closed and all sessions ended.",
            "Outside help read the logs of {days} days.",
            "All administrators changed their passwords at one table.",
        ],
        end: &[
            "It was seen before anything was locked.",
            "A second factor is now needed everywhere.",
            "What was read could not be said for certain.",
        ],
        ..INSIDE
    },
    Scene {
        told: Told::Seen,
        weight: 9,
        incident_type: IncidentType::SatcomCompromise,
        systems: &[System::Vsat],
        maybe: &[System::CrewNetwork],
        services: &[Service::Communications],
        severities: &[
            (Severity::Critical, 5),
            (Severity::Major, 40),
            (Severity::Moderate, 45),
            (Severity::Minor, 10),
        ],
        titles: &[
            "VSAT terminal opened with the maker's password",
            "Terminal settings changed by a stranger {where}",
            "Antenna page reachable from the crew network",
            "Stranger's account on the satellite terminal",
        ],
        seen: &[
            "The terminal's page was open to the internet with the password from the manual.",
            "Address filters had been taken out {days} days before anybody looked.",
            "From the crew network anybody could reach the antenna's page.",
            "An account with an unknown name stood beside the provider's.",
        ],
        done: &[
            "The terminal was reset and given its own password.",
            "The provider closed the page to the outside for all our ships.",
            "The link was used for text only until the maker had looked at it.",
        ],
        end: &[
            "{count} sister ships stood open in the same way.",
            "No sign was found that somebody went further.",
            "The terminal's log held two days only.",
        ],
        ..INSIDE
    },
    Scene {
        weight: 8,
        incident_type: IncidentType::LoginAttempts,
        victims: OFFICES,
        systems: &[System::PlannedMaintenance],
        maybe: &[System::ShoreEmail],
        certainty: NEARLY,
        severities: HARMLESS,
        techniques: &[(TechniqueMatrix::Enterprise, "T1110")],
        titles: &[
            "Log-in attempts on planned maintenance, refused",
            "Thousands of log-in attempts in one night",
            "Somebody tried old crew passwords on our portal",
        ],
        seen: &[
            "{far} attempts came in one night, each name once.",
            "The names were those of a list stolen elsewhere.",
            "The attempts knew the form of our user names.",
        ],
        done: &[
            "The addresses were blocked and the owners of the names told.",
            "Accounts without a second factor were closed.",
        ],
        end: &[
            "None got in.",
            "Two names had a matching password; the second factor held.",
        ],
        ..INSIDE
    },
    Scene {
        told: Told::Done,
        weight: 4,
        victims: &[
            (VictimType::Port, 40),
            (VictimType::Terminal, 40),
            (VictimType::Shipyard, 20),
        ],
        systems: &[System::Cctv],
        maybe: &[System::GateAccess],
        severities: &[(Severity::Moderate, 60), (Severity::Minor, 40)],
        titles: &[
            "Quay cameras watched from outside",
            "Camera pictures of the gate found on the internet",
            "Door system had a second administrator",
            "Cameras turned away from a container stack",
        ],
        seen: &[
            "The recorder had been open to the internet since it was installed.",
            "Pictures of our gate stood on a public page.",
            "An account in the door system had been used on {count} nights.",
            "Somebody had turned cameras away from a stack for {minutes} minutes.",
        ],
        done: &[
            "The recorder was taken off the internet.",
            "The page was asked to take them down and the cameras got passwords.",
            "Badges were checked by hand until all accounts were known.",
            "Guards walked the stack until the cameras were back, and the police were told.",
        ],
        end: &[
            "Nothing was missing.",
            "What it was for is not known.",
            "Cameras and doors have a network of their own now.",
        ],
        ..INSIDE
    },
    Scene {
        told: Told::Done,
        weight: 14,
        maybe: &[
            System::EngineControl,
            System::AlarmMonitoring,
            System::BallastAndBilge,
        ],
        certainty: &[
            (SecurityIncident::Suspected, 45),
            (SecurityIncident::Confirmed, 55),
        ],
        causes: &[
            (Cause::Unknown, 40),
            (Cause::Malicious, 30),
            (Cause::Accidental, 30),
        ],
        actor: Some((Actor::Partner, ActorMotive::Convenience)),
        severities: &[
            (Severity::Major, 30),
            (Severity::Moderate, 46),
            (Severity::Minor, 24),
        ],
        titles: &[
            "Vendor's remote access outside agreed hours",
            "Remote session on the engine computer nobody had asked for",
            "Supplier logged in {where} without a work order",
            "Vendor changed a setting at sea without a word",
        ],
        seen: &[
            "The supplier's log showed {count} sessions that the ship had not allowed.",
            "A session was open on the control system while the ship was manoeuvring.",
            "Nobody on board had asked for the session that the gateway showed.",
            "A limit had changed and the supplier said it was an update.",
        ],
        done: &[
            "Remote access was switched off by its key and stays off at sea.",
            "The engineer pulled the cable and called the supplier.",
            "The session was ended and the company told.",
            "The setting was put back and noted in the log.",
        ],
        end: &[
            "The account had been shared by {count} technicians.",
            "The supplier could not say who it was.",
            "Sessions now need a call and a key turned on board.",
        ],
        ..REMOTE
    },
    Scene {
        weight: 8,
        incident_type: IncidentType::VsatAccountTheft,
        systems: &[System::RemoteAccess, System::Vsat],
        actor: CRIMINAL,
        severities: &[
            (Severity::Moderate, 55),
            (Severity::Major, 30),
            (Severity::Minor, 15),
        ],
        titles: &[
            "Provider's account used to reach {count} ships",
            "Stolen password opened the remote gateway",
            "Somebody used our remote desktop from an unknown address",
        ],
        seen: &[
            "A technician's password had been stolen with {far} others and sold.",
            "The gateway let in anybody with that one password.",
            "Sessions came from an address where no technician was.",
        ],
        done: &[
            "The gateway was closed for all ships until passwords were new.",
            "The provider called back every session of {days} days.",
            "Files that came in by that way were removed.",
        ],
        end: &[
            "Two ships had an unknown program on the office computer.",
            "No system that moves the ship was reached.",
            "One account for each technician is now the rule.",
        ],
        ..REMOTE
    },
    Scene {
        told: Told::Seen,
        weight: 7,
        victims: &[
            (VictimType::Terminal, 50),
            (VictimType::Port, 30),
            (VictimType::OffshoreUnit, 20),
        ],
        maybe: &[System::CraneControl],
        certainty: LIKELY,
        severities: &[
            (Severity::Major, 38),
            (Severity::Moderate, 47),
            (Severity::Minor, 15),
        ],
        titles: &[
            "Remote tool left open on a control computer",
            "Maker's line open without a password",
            "Forgotten modem answered on a control panel",
        ],
        seen: &[
            "A remote program had been left running after a repair {days} days before.",
            "A scan from outside found a control panel that should not have been there.",
            "The modem was on no drawing.",
        ],
        done: &[
            "It was unplugged, and every panel was searched for more.",
            "The makers were asked for a list of their ways in.",
            "Control and office networks were parted the same week.",
        ],
        end: &[
            "{count} more were found.",
            "Somebody had connected from outside, and changed nothing.",
            "Each way in now has an owner and an end date.",
        ],
        ..REMOTE
    },
];
