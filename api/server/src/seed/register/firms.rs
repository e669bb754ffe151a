//! The invented firms of the demo.

use bellbuoy_domain::certification::WorkDomain;

/// An invented firm.
#[derive(Debug, Clone, Copy)]
pub struct DemoFirm {
    pub name: &'static str,
    pub about: &'static str,
    pub base: &'static str,
    pub languages: &'static str,
    pub domains: &'static [WorkDomain],
    /// Disciplines in which it is accredited.
    pub disciplines: &'static [&'static str],
    /// Months since it was accredited.
    pub since: u32,
    pub fate: Fate,
}

/// What became of something that was granted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    InForce,
    /// Suspended some days ago.
    Suspended(u32),
    /// Suspended and reinstated.
    Reinstated,
    /// Revoked some days ago.
    Revoked(u32),
    /// Revoked from the first day on.
    Void,
    /// Given back some days ago.
    Withdrawn(u32),
    /// Renewed when it ran out.
    Renewed,
}

use WorkDomain as W;

const SHIP: &[WorkDomain] = &[W::Navigation, W::Communication, W::Propulsion, W::CargoHandling];
const PORT: &[WorkDomain] = &[W::PortOt, W::ItNetworks, W::Cloud];
const RESPONSE: &[WorkDomain] = &[W::IncidentResponse, W::Forensics, W::ItNetworks];
const DESIGN: &[WorkDomain] = &[W::ElectricalSystems, W::SafetySystems, W::Propulsion];
const TESTS: &[&str] = &["offensive_testing", "maritime_specialist"];
const SHORE: &[&str] = &["cloud_security", "offensive_testing"];
const DRAWINGS: &[&str] = &["secure_by_design", "offensive_testing"];
const AUDITS: &[&str] = &["maritime_specialist", "secure_by_design"];
const PEOPLE: &[WorkDomain] = &[W::HumanFactors, W::Training, W::RegulatoryCompliance];

const fn firm(
    name: &'static str,
    base: &'static str,
    languages: &'static str,
    (domains, disciplines): (&'static [WorkDomain], &'static [&'static str]),
    since: u32,
    fate: Fate,
    about: &'static str,
) -> DemoFirm {
    DemoFirm {
        name,
        about,
        base,
        languages,
        domains,
        disciplines,
        since,
        fate,
    }
}

/// Every invented firm.
pub const FIRMS: [DemoFirm; 12] = [
    firm(
        "Northlight Assurance",
        "NOBGO",
        "en no",
        (SHIP, TESTS),
        20,
        Fate::InForce,
        "Tests of bridge and engine networks on ships in service.",
    ),
    firm(
        "Kelder Marine Cyber",
        "BEANR",
        "en fr nl",
        (SHIP, TESTS),
        14,
        Fate::InForce,
        "Assessments of tankers and gas carriers, in port and under way.",
    ),
    firm(
        "Harrow Point",
        "GBFXT",
        "en",
        (RESPONSE, TESTS),
        30,
        Fate::InForce,
        "First response ashore and on board, forensics, evidence for insurers.",
    ),
    firm(
        "Straits Resilience",
        "SGSIN",
        "en ms zh",
        (SHIP, TESTS),
        26,
        Fate::InForce,
        "Ship and shore tests in the Straits and beyond.",
    ),
    firm(
        "Levante Sistemas Navales",
        "ESVLC",
        "en es",
        (PORT, SHORE),
        9,
        Fate::InForce,
        "Terminal systems, crane control and port communities.",
    ),
    firm(
        "Quayside Assurance",
        "USHOU",
        "en es",
        (PORT, SHORE),
        40,
        Fate::Renewed,
        "Terminals, pilots and offshore supply.",
    ),
    firm(
        "Elbfeuer Schiffssicherheit",
        "DEHAM",
        "de en",
        (DESIGN, DRAWINGS),
        18,
        Fate::InForce,
        "Reviews of new buildings after IACS UR E26 and E27.",
    ),
    firm(
        "Hanshin Maritime Trust",
        "JPUKB",
        "en ja",
        (DESIGN, DRAWINGS),
        11,
        Fate::Reinstated,
        "Yards and equipment makers: design reviews and type tests.",
    ),
    firm(
        "Golden Horn Secure Shipping",
        "TRIST",
        "en tr",
        (PEOPLE, AUDITS),
        22,
        Fate::InForce,
        "Training of crews and audits of safety management.",
    ),
    firm(
        "Piraeus Cyber Survey",
        "GRPIR",
        "el en",
        (SHIP, TESTS),
        16,
        Fate::Suspended(12),
        "Surveys of dry bulk fleets.",
    ),
    firm(
        "Blue Anchor Testing",
        "PAPTY",
        "en es",
        (SHIP, TESTS),
        25,
        Fate::Revoked(60),
        "Remote tests of satellite links.",
    ),
    firm(
        "Cape Watch Consulting",
        "ZACPT",
        "en",
        (PEOPLE, AUDITS),
        41,
        Fate::InForce,
        "Audits and exercises around Africa.",
    ),
];
