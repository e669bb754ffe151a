//! Data that left.

use super::{Axis, BASE, CRIMINAL, LIKELY, OFFICES, SURE, Scene, Told};
use bellbuoy_domain::incident::{
    Cause, Containment, CrimeLink, IncidentKind, IncidentType, SecurityAttribute, Service, Severity,
    TechniqueMatrix, VictimType,
};
use bellbuoy_domain::system::System;

const TAKEN: Scene = Scene {
    kind: IncidentKind::DataTaken,
    incident_type: IncidentType::DataLeak,
    victims: OFFICES,
    attributes: &[SecurityAttribute::Confidentiality],
    certainty: SURE,
    axes: (Axis::Data, Some(Axis::Financial)),
    containment: &[
        Containment::ChangedPasswords,
        Containment::DisconnectedSystem,
        Containment::Other,
    ],
    techniques: &[(TechniqueMatrix::Enterprise, "T1567")],
    ..BASE
};

pub const SCENES: &[Scene] = &[
    Scene {
        victims: &[
            (VictimType::ShoreOffice, 55),
            (VictimType::Carrier, 20),
            (VictimType::Cruise, 15),
            (VictimType::Supplier, 10),
        ],
        weight: 14,
        systems: &[System::FileServer],
        services: &[Service::CrewManagement],
        actor: CRIMINAL,
        crimes: &[CrimeLink::Extortion],
        severities: &[(Severity::Major, 72), (Severity::Moderate, 28)],
        titles: &[
            "Crew passports and contracts offered for sale",
            "Crew data of {count} ships copied",
            "Demand of {sum} for copied crew files",
            "Seafarers' medical papers taken",
        ],
        seen: &[
            "A page in the dark web showed papers of our seafarers.",
            "Somebody copied the crewing folder over {days} nights.",
            "The copy went out through a service that we use ourselves.",
        ],
        done: &[
            "The seafarers were told first, in their own languages.",
            "The data protection authority was told within three days.",
            "The way out was closed and the folder moved.",
        ],
        end: &[
            "Nothing was paid.",
            "The page was gone after {days} days; copies are not.",
            "Papers of people who left are now deleted after the legal time.",
        ],
        ..TAKEN
    },
    Scene {
        victims: &[
            (VictimType::ShoreOffice, 50),
            (VictimType::BrokerOrAgent, 40),
            (VictimType::Carrier, 10),
        ],
        weight: 12,
        incident_type: IncidentType::UnprivilegedAccountCompromise,
        systems: &[System::ShoreEmail],
        services: &[Service::Email],
        severities: &[
            (Severity::Major, 30),
            (Severity::Moderate, 50),
            (Severity::Minor, 20),
        ],
        techniques: &[(TechniqueMatrix::Enterprise, "T1114")],
        titles: &[
            "Forwarding rule sent mail outside for {days} days",
            "Chartering mailbox read by somebody else",
            "Hidden rule in the accounts mailbox",
        ],
        seen: &[
            "A rule sent every message with the word invoice to an outside address.",
            "The rule also deleted the copies, so that nobody saw them.",
            "It came to light when the outside mailbox was full.",
        ],
        done: &[
            "All rules in all mailboxes were listed and checked.",
            "Forwarding to the outside was switched off for everybody.",
            "Partners named in the messages were told.",
        ],
        end: &[
            "Some {far} messages had gone out.",
            "Two false invoices followed from it.",
            "Who read them is not known.",
        ],
        ..TAKEN
    },
    Scene {
        told: Told::Done,
        weight: 8,
        victims: &[(VictimType::Cruise, 65), (VictimType::Vessel, 35)],
        ships: &[
            bellbuoy_domain::vessel::VesselType::Cruise,
            bellbuoy_domain::vessel::VesselType::RoPax,
            bellbuoy_domain::vessel::VesselType::PassengerFerry,
        ],
        systems: &[System::PassengerRecords],
        maybe: &[System::HotelManagement, System::Boarding],
        services: &[Service::Booking],
        severities: &[(Severity::Major, 70), (Severity::Moderate, 30)],
        titles: &[
            "Passenger records reachable without a log-in",
            "Guest data copied from the booking system",
            "Card data read at a shop on board",
        ],
        seen: &[
            "A link in a booking mail opened other people's bookings as well.",
            "Somebody went through booking numbers one after the other.",
            "A program on a till copied card numbers for {days} days.",
        ],
        done: &[
            "The page was taken off within {minutes} minutes of the call.",
            "Booking numbers were replaced by ones that cannot be guessed.",
            "Tills were changed for clean ones at the next port.",
        ],
        end: &[
            "About {far} guests are concerned and were told by letter.",
            "The authority has asked for a report.",
            "The guests were told in {days} days.",
        ],
        ..TAKEN
    },
    Scene {
        told: Told::Done,
        weight: 8,
        systems: &[System::FileServer],
        causes: &[(Cause::Accidental, 75), (Cause::Unknown, 25)],
        certainty: LIKELY,
        severities: &[
            (Severity::Minor, 45),
            (Severity::Moderate, 45),
            (Severity::Low, 10),
        ],
        techniques: &[],
        containment: &[Containment::Other],
        titles: &[
            "Security plan sent to the wrong address",
            "Shared folder open to anybody with the link",
            "Laptop with ship's drawings lost on a train",
            "Crew list left readable on a public page",
        ],
        seen: &[
            "The address was completed by the program, wrongly.",
            "A search engine found the folder before we did.",
            "The laptop was not encrypted.",
            "A list for the port had been put on the page for visitors.",
        ],
        done: &[
            "The receiver was asked to delete it and said so in writing.",
            "The link was closed and all others like it were looked for.",
            "The drawings were treated as known to others.",
            "The page was taken down and the search engines were asked to forget it.",
        ],
        end: &[
            "Nobody seems to have made use of it.",
            "It was told to the authority within three days.",
            "Those concerned were told the same week.",
        ],
        ..TAKEN
    },
];
