//! Systems ashore that stopped, for whatever cause.

use super::down::DOWN;
use super::{Scene, Told};
use bellbuoy_domain::incident::{
    Actor, ActorMotive, Cause, IncidentType, Service, Severity, TechniqueMatrix, VictimType,
};
use bellbuoy_domain::system::System;

pub const SCENES: &[Scene] = &[
    Scene {
        weight: 14,
        victims: &[(VictimType::Terminal, 75), (VictimType::Port, 25)],
        systems: &[System::TerminalOperating],
        maybe: &[System::GateAccess, System::CraneControl, System::PortCommunity],
        services: &[Service::TerminalOperations, Service::Gate],
        severities: &[
            (Severity::Major, 48),
            (Severity::Moderate, 44),
            (Severity::Minor, 8),
        ],
        titles: &[
            "Terminal system down for {hours} hours",
            "Yard worked by paper for {hours} hours",
            "Gate closed: terminal system not reachable",
            "Vessel work stopped at {count} cranes",
        ],
        seen: &[
            "The database behind the terminal system stopped after a storage fault.",
            "Handhelds in the yard lost their orders one by one.",
            "A certificate ran out in the night and the gate no longer trusted the system.",
        ],
        done: &[
            "Lorries were handled with printed lists, {count} an hour.",
            "Cranes went on from the last plan, by voice.",
            "The standby was started by hand because it did not start by itself.",
        ],
        end: &[
            "It took {days} days to clear the backlog.",
            "The change to the standby is now tried twice a year.",
            "No data were lost; {hours} hours of moves were typed in later.",
        ],
        ..DOWN
    },
    Scene {
        told: Told::Done,
        weight: 9,
        victims: &[(VictimType::Port, 55), (VictimType::Terminal, 45)],
        systems: &[System::GateAccess],
        maybe: &[System::PortCommunity],
        services: &[Service::Gate, Service::CustomsData],
        severities: &[
            (Severity::Minor, 55),
            (Severity::Moderate, 40),
            (Severity::Low, 5),
        ],
        titles: &[
            "Gate slow for {hours} hours, cause not known",
            "Customs messages late by {hours} hours",
            "Number plate readers out at {count} lanes",
        ],
        seen: &[
            "Lorries waited because each check took a minute instead of seconds.",
            "Messages from the port community system queued up and came in heaps.",
            "Cameras at the gate lost their network after a switch was changed.",
        ],
        done: &[
            "Guards let known hauliers in by list.",
            "Release messages were checked by telephone.",
            "Two lanes were worked by hand.",
        ],
        end: &[
            "The queue was gone by evening.",
            "The cause is still being looked for.",
            "Hauliers were told by text message.",
        ],
        ..DOWN
    },
    Scene {
        weight: 10,
        victims: &[
            (VictimType::Port, 50),
            (VictimType::Authority, 25),
            (VictimType::Carrier, 25),
        ],
        incident_type: IncidentType::DistributedDenialOfService,
        systems: &[System::Website],
        maybe: &[System::Booking, System::PortCommunity],
        services: &[Service::Website, Service::Booking],
        causes: &[(Cause::Malicious, 1)],
        actor: Some((Actor::Activist, ActorMotive::Ideology)),
        severities: &[
            (Severity::Minor, 60),
            (Severity::Moderate, 35),
            (Severity::Low, 5),
        ],
        techniques: &[(TechniqueMatrix::Enterprise, "T1498")],
        titles: &[
            "Website flooded for {hours} hours",
            "Flood of requests closed the booking page",
            "Threat, then a flood of requests on our site",
        ],
        seen: &[
            "Requests came from thousands of addresses at once.",
            "A post in a chat group had named us and {count} other ports.",
            "The flood went on for {hours} hours with breaks.",
        ],
        done: &[
            "The provider filtered by country for a day.",
            "Ship's agents got berth lists by e-mail.",
            "The page was replaced by a plain one.",
        ],
        end: &[
            "Operations did not depend on the site.",
            "It stopped when the post was deleted.",
            "A filter is now switched on before holidays.",
        ],
        ..DOWN
    },
    Scene {
        told: Told::Done,
        weight: 9,
        victims: &[
            (VictimType::ShoreOffice, 60),
            (VictimType::Carrier, 25),
            (VictimType::Cruise, 15),
        ],
        systems: &[System::ShoreEmail],
        maybe: &[System::HeadOfficeNetwork, System::Booking],
        services: &[Service::Email, Service::Booking],
        severities: &[
            (Severity::Moderate, 55),
            (Severity::Minor, 40),
            (Severity::Major, 5),
        ],
        titles: &[
            "Shore e-mail down, {count} offices, no ship",
            "Booking closed for {hours} hours",
            "Head office off line after a cable cut",
        ],
        seen: &[
            "No mail came in or went out after a change at the provider.",
            "Booking answered with an error after maintenance.",
            "A digger cut both lines, which ran in one trench.",
        ],
        done: &[
            "Ships were told by telephone to use the other address.",
            "Bookings were taken by telephone and typed in later.",
            "Staff worked from home, where the lines held.",
        ],
        end: &[
            "It was over after {hours} hours.",
            "Nothing was lost.",
            "No ship was held up.",
        ],
        ..DOWN
    },
];
