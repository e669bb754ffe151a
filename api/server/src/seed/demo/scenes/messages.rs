//! False e-mails, calls and invoices.

use super::{Axis, BASE, CRIMINAL, HARMLESS, NEARLY, OFFICES, SHIPS, SURE, Scene, Told};
use bellbuoy_domain::incident::{
    Containment, CrimeLink, IncidentKind, IncidentType, SecurityAttribute, Service, Severity,
    TechniqueMatrix, VictimType,
};
use bellbuoy_domain::system::System;

const MESSAGE: Scene = Scene {
    kind: IncidentKind::FalseMessage,
    incident_type: IncidentType::Phishing,
    victims: OFFICES,
    systems: &[System::ShoreEmail],
    services: &[Service::Email],
    attributes: &[SecurityAttribute::Integrity],
    axes: (Axis::Financial, Some(Axis::Data)),
    actor: CRIMINAL,
    containment: &[
        Containment::ChangedPasswords,
        Containment::Other,
        Containment::None,
    ],
    crimes: &[CrimeLink::Fraud],
    techniques: &[
        (TechniqueMatrix::Enterprise, "T1566.002"),
        (TechniqueMatrix::Enterprise, "T1598"),
    ],
    ..BASE
};

pub const SCENES: &[Scene] = &[
    Scene {
        weight: 24,
        incident_type: IncidentType::PaymentFraud,
        services: &[Service::Payments],
        certainty: SURE,
        severities: &[
            (Severity::Major, 34),
            (Severity::Moderate, 50),
            (Severity::Minor, 16),
        ],
        techniques: &[
            (TechniqueMatrix::Enterprise, "T1657"),
            (TechniqueMatrix::Enterprise, "T1114"),
        ],
        titles: &[
            "Bunker invoice with changed bank details",
            "{sum} paid to a false account",
            "Agent's mailbox sent an invoice with a new bank",
            "Freight payment of {sum} went astray",
            "Port dues paid twice, once to strangers",
            "Agency fee of {sum} paid to strangers",
        ],
        seen: &[
            "The invoice came in the running thread, from the right address, with a new bank at the end.",
            "Somebody had read the agent's mailbox for {days} days and wrote at the right moment.",
            "The letterhead, the ship and the amount were right; only the account was not.",
            "The sender's address differed from the real one by a single letter.",
        ],
        done: &[
            "The bank was called within {hours} hours and a part could be held.",
            "The supplier was called on the number in our own files and knew nothing of a new bank.",
            "Payments to new accounts were stopped until each was confirmed by telephone.",
        ],
        end: &[
            "{sum} are lost so far; the police have the case.",
            "About half of the money came back.",
            "A changed account now needs a call to a known number and a second signature.",
        ],
        ..MESSAGE
    },
    Scene {
        told: Told::Done,
        weight: 13,
        incident_type: IncidentType::PaymentFraud,
        certainty: NEARLY,
        severities: HARMLESS,
        titles: &[
            "Near miss: call-back stopped a payment of {sum}",
            "Near miss: changed bank details noticed before payment",
            "Near miss: cash to master asked for by a false owner",
        ],
        seen: &[
            "An invoice for {sum} named a bank in a country where the supplier has none.",
            "The accounts clerk wondered about a greeting that the agent never uses.",
            "A message in the owner's name asked for cash to master, quickly and in silence.",
        ],
        done: &[
            "A call to the known number showed that it was false.",
            "The agent was called and had changed nothing.",
            "The request was read back to the owner by telephone, who knew nothing of it.",
        ],
        end: &[
            "Nothing was lost, and the clerk was thanked in front of all.",
            "The rule to call back has been in force for a year; this was its first catch.",
        ],
        ..MESSAGE
    },
    Scene {
        weight: 22,
        attributes: &[SecurityAttribute::Confidentiality],
        maybe: &[System::HeadOfficeNetwork],
        severities: &[
            (Severity::Moderate, 40),
            (Severity::Minor, 45),
            (Severity::Major, 15),
        ],
        titles: &[
            "{count} log-ins given away on a copied page",
            "E-mail copied a port's notice and asked for a log-in",
            "False delivery note led to a copied log-in page",
            "Phishing in the name of a class society",
            "Shared document from a known agent was a trap",
            "Wave of false e-mails after a colleague's mailbox fell",
        ],
        seen: &[
            "The page looked like our own mail and asked for a password and the second factor.",
            "The message came from a real mailbox at a partner's office.",
            "{count} people opened the link before the first one called.",
            "It named the right ship, port and date, which made it easy to believe.",
        ],
        done: &[
            "All sessions were ended and passwords changed the same day.",
            "The address of the page was blocked and everybody was told by text message.",
            "Rules and forwarding in the mailboxes were checked one by one.",
        ],
        end: &[
            "One mailbox had sent {far} further messages before it was closed.",
            "No other system was entered, as far as logs show.",
            "The partner found out through us.",
        ],
        ..MESSAGE
    },
    Scene {
        told: Told::Seen,
        weight: 10,
        incident_type: IncidentType::SocialEngineering,
        systems: &[System::Telephone],
        maybe: &[System::RemoteAccess],
        victims: SHIPS,
        services: &[],
        attributes: &[SecurityAttribute::Confidentiality],
        severities: &[
            (Severity::Minor, 55),
            (Severity::Low, 30),
            (Severity::Moderate, 15),
        ],
        crimes: &[CrimeLink::Unknown],
        techniques: &[(TechniqueMatrix::Enterprise, "T1598")],
        titles: &[
            "Caller posed as IT support and asked for a password",
            "Caller claimed to be from class and wanted access",
            "Voice of a superintendent asked for the crew list",
            "Somebody on the satellite telephone knew our system names",
        ],
        seen: &[
            "He wanted the third officer to read out a number from the remote access program.",
            "The caller knew the ship, the master's name and the date of the last survey.",
            "The voice was known, the number was not.",
            "The caller listed the makes of our bridge equipment and asked for their versions.",
        ],
        done: &[
            "The officer said that he would call back, and the caller hung up.",
            "The master called the office, where nobody had asked for anything.",
            "The number was passed to the other ships.",
        ],
        end: &[
            "Two other ships had the same call that week.",
            "Nothing was given away.",
            "The case is now part of the talk for new officers.",
        ],
        ..MESSAGE
    },
    Scene {
        told: Told::Seen,
        weight: 12,
        victims: SHIPS,
        systems: &[System::ShipEmail],
        maybe: &[System::OfficeNetwork],
        attributes: &[SecurityAttribute::Confidentiality],
        axes: (Axis::Data, Some(Axis::Operational)),
        severities: &[
            (Severity::Minor, 50),
            (Severity::Moderate, 35),
            (Severity::Low, 15),
        ],
        titles: &[
            "False e-mail from the next port asked for crew lists",
            "Master's mailbox got false pre-arrival forms",
            "Attachment named as a notice of readiness",
            "False weather routing mail with a macro",
        ],
        seen: &[
            "The form was an old one of that port, with a new address to send it to.",
            "It came {days} days before arrival and named our berth.",
            "The attachment asked to switch on editing.",
            "The file opened a window and closed it again.",
        ],
        done: &[
            "The agent was asked by telephone and had sent nothing.",
            "The computer was taken off the network and scanned.",
            "The message was sent to the office as an attachment and removed on board.",
        ],
        end: &[
            "Nothing left the ship, as far as anybody can see.",
            "{count} sister ships had the same message.",
            "The port put a warning on its page.",
        ],
        ..MESSAGE
    },
    Scene {
        told: Told::Seen,
        weight: 6,
        incident_type: IncidentType::Masquerade,
        victims: &[(VictimType::BrokerOrAgent, 60), (VictimType::Carrier, 40)],
        systems: &[System::Website],
        maybe: &[System::Booking],
        services: &[Service::Website, Service::Booking],
        titles: &[
            "Copy of our site took bookings",
            "False recruiting in our company's name",
            "Domain one letter off ours sent offers",
        ],
        seen: &[
            "A copied site offered space at half the rate and took deposits.",
            "Seafarers paid fees for jobs that do not exist.",
            "{count} customers asked about offers that we had not made.",
        ],
        done: &[
            "The registrar was asked to close the name, which took {days} days.",
            "A warning was put on our page and sent to customers.",
            "The police were told, together with two other companies.",
        ],
        end: &[
            "At least {count} people had paid.",
            "The next copy came {days} days later.",
            "The name is closed and watched now.",
        ],
        ..MESSAGE
    },
];
