//! The invented people and organisations of the demo. They exist in demo mode only.

use bellbuoy_domain::account::{OrganisationKind, Role, Visibility};
use bellbuoy_domain::incident::VictimType;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::vessel::VesselType;

/// The password of every demo person; it stands on the sign-in page.
pub const PASSWORD: &str = "bellbuoy-demo";
/// The passphrase of the demo analysts' desk keys.
pub const DESK_PASSPHRASE: &str = "bellbuoy-desk";

/// The secret of the second factor of the demo's staff, as an authenticator keeps it.
pub const SECOND_FACTOR: [u8; 20] = *b"bellbuoy demo secret";

/// Somebody who can sign in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoPerson {
    pub email: &'static str,
    pub name: &'static str,
    pub role: Role,
    /// Whether the person acts for the first of the demo organisations.
    pub member: bool,
}

/// Reports by name.
pub const MEMBER: DemoPerson = DemoPerson {
    email: "member@demo.example",
    name: "Demo Member",
    role: Role::Member,
    member: true,
};
/// Triages, and writes the advisories.
pub const ANALYST: DemoPerson = DemoPerson {
    email: "analyst@demo.example",
    name: "Demo Analyst",
    role: Role::Analyst,
    member: false,
};
/// Releases what the first analyst wrote.
pub const SECOND_ANALYST: DemoPerson = DemoPerson {
    email: "second-analyst@demo.example",
    name: "Demo Second Analyst",
    role: Role::Analyst,
    member: false,
};
/// Reads the audit.
pub const ADMIN: DemoPerson = DemoPerson {
    email: "admin@demo.example",
    name: "Demo Administrator",
    role: Role::Admin,
    member: false,
};

/// Runs the certification schemes.
pub const SCHEME: DemoPerson = DemoPerson {
    email: "scheme@demo.example",
    name: "Demo Scheme Administrator",
    role: Role::SchemeAdministrator,
    member: false,
};
/// Holds a certificate: the first person of the register.
pub const CONSULTANT: DemoPerson = DemoPerson {
    email: "consultant@demo.example",
    name: "Demo Consultant",
    role: Role::Member,
    member: false,
};

/// Decides on what the first did not, and hears appeals.
pub const SECOND_SCHEME: DemoPerson = DemoPerson {
    email: "second-scheme@demo.example",
    name: "Demo Second Scheme Administrator",
    role: Role::SchemeAdministrator,
    member: false,
};
/// Reviews applications for a certificate.
pub const REVIEWER: DemoPerson = DemoPerson {
    email: "reviewer@demo.example",
    name: "Demo Reviewer",
    role: Role::QaReviewer,
    member: false,
};

/// Everybody who can sign in, in the order of the sign-in page.
pub const PEOPLE: [DemoPerson; 8] = [
    MEMBER,
    ANALYST,
    SECOND_ANALYST,
    ADMIN,
    SCHEME,
    SECOND_SCHEME,
    REVIEWER,
    CONSULTANT,
];

impl DemoOrganisation {
    /// Ports and authorities are public anyway; of the others some do not want to be named.
    pub fn visibility(&self) -> Visibility {
        match self.kind {
            OrganisationKind::Supplier => Visibility::Undisclosed,
            OrganisationKind::Other => Visibility::Hidden,
            _ => Visibility::Listed,
        }
    }
}

/// An invented member organisation, and what may happen to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DemoOrganisation {
    pub name: &'static str,
    pub kind: OrganisationKind,
    pub country: &'static str,
    /// The sea region of its seat.
    pub waters: SeaRegion,
    /// As what it can be hit.
    pub victims: &'static [VictimType],
    /// What it sails, if it sails.
    pub ships: &'static [VesselType],
}

const LINER: &[VictimType] = &[VictimType::Vessel, VictimType::Carrier, VictimType::ShoreOffice];
const OWNER: &[VictimType] = &[VictimType::Vessel, VictimType::ShoreOffice];
const CRUISE: &[VictimType] = &[VictimType::Vessel, VictimType::Cruise, VictimType::ShoreOffice];
const OFFSHORE: &[VictimType] = &[
    VictimType::Vessel,
    VictimType::OffshoreUnit,
    VictimType::ShoreOffice,
];
const PORT: &[VictimType] = &[VictimType::Port];
const TERMINAL: &[VictimType] = &[VictimType::Terminal];
const SUPPLIER: &[VictimType] = &[VictimType::Supplier];
const BROKER: &[VictimType] = &[VictimType::BrokerOrAgent];
const SHIPYARD: &[VictimType] = &[VictimType::Shipyard];
const AUTHORITY: &[VictimType] = &[VictimType::Authority, VictimType::WiderCommunity];
const OTHERS: &[VictimType] = &[VictimType::Other, VictimType::WiderCommunity];

const FIRST_FLEET: &[VesselType] = &[VesselType::Container, VesselType::OilTankerProduct];
const BOXES: &[VesselType] = &[VesselType::Container, VesselType::Refrigerated];
const BULK: &[VesselType] = &[VesselType::BulkCarrier, VesselType::GeneralCargo];
const TANKERS: &[VesselType] = &[
    VesselType::OilTankerProduct,
    VesselType::ChemicalTanker,
    VesselType::OilTankerCrude,
];
const GAS: &[VesselType] = &[VesselType::LngCarrier, VesselType::LpgCarrier];
const FERRIES: &[VesselType] = &[
    VesselType::RoPax,
    VesselType::PassengerFerry,
    VesselType::HighSpeedCraft,
];
const ROLLING: &[VesselType] = &[VesselType::VehicleCarrier, VesselType::RoRoCargo];
const CRUISING: &[VesselType] = &[VesselType::Cruise];
const OFFSHORE_SHIPS: &[VesselType] = &[VesselType::OffshoreSupply, VesselType::Tug, VesselType::HeavyLift];

use OrganisationKind as Kind;
use SeaRegion as Sea;

const fn owner(
    name: &'static str,
    country: &'static str,
    waters: SeaRegion,
    victims: &'static [VictimType],
    ships: &'static [VesselType],
) -> DemoOrganisation {
    DemoOrganisation {
        name,
        kind: Kind::ShippingCompany,
        country,
        waters,
        victims,
        ships,
    }
}

const fn ashore(
    name: &'static str,
    kind: OrganisationKind,
    country: &'static str,
    waters: SeaRegion,
    victims: &'static [VictimType],
) -> DemoOrganisation {
    DemoOrganisation {
        name,
        kind,
        country,
        waters,
        victims,
        ships: &[],
    }
}

const ORGANISATIONS: [DemoOrganisation; 40] = [
    owner("Demo Shipping Company", "NL", Sea::NorthSea, LINER, FIRST_FLEET),
    owner("Demo Line 01", "DK", Sea::Baltic, LINER, BOXES),
    owner("Demo Line 02", "DE", Sea::NorthSea, LINER, BOXES),
    owner("Demo Line 03", "SG", Sea::MalaccaAndSingapore, LINER, BOXES),
    owner("Demo Line 04", "KR", Sea::EastAsia, LINER, BOXES),
    owner("Demo Line 05", "IT", Sea::Mediterranean, LINER, BOXES),
    owner("Demo Bulk 01", "GR", Sea::Mediterranean, OWNER, BULK),
    owner("Demo Bulk 02", "JP", Sea::EastAsia, OWNER, BULK),
    owner("Demo Bulk 03", "CA", Sea::NorthAtlantic, OWNER, BULK),
    owner("Demo Coasters", "LV", Sea::Baltic, OWNER, BULK),
    owner("Demo Tankers 01", "NO", Sea::NorthSea, OWNER, TANKERS),
    owner("Demo Tankers 02", "GR", Sea::Mediterranean, OWNER, TANKERS),
    owner("Demo Tankers 03", "AE", Sea::PersianGulf, OWNER, TANKERS),
    owner(
        "Demo Tankers 04",
        "US",
        Sea::GulfOfMexicoCaribbean,
        OWNER,
        TANKERS,
    ),
    owner("Demo Gas 01", "QA", Sea::PersianGulf, OWNER, GAS),
    owner("Demo Gas 02", "GB", Sea::NorthSea, OWNER, GAS),
    owner("Demo Ferries 01", "SE", Sea::Baltic, OWNER, FERRIES),
    owner("Demo Ferries 02", "TR", Sea::BlackSea, OWNER, FERRIES),
    owner("Demo Ro-Ro", "JP", Sea::EastAsia, OWNER, ROLLING),
    owner(
        "Demo Cruises 01",
        "US",
        Sea::GulfOfMexicoCaribbean,
        CRUISE,
        CRUISING,
    ),
    owner("Demo Cruises 02", "MT", Sea::Mediterranean, CRUISE, CRUISING),
    owner("Demo Offshore 01", "NO", Sea::NorthSea, OFFSHORE, OFFSHORE_SHIPS),
    owner(
        "Demo Offshore 02",
        "BR",
        Sea::SouthAmericaAtlantic,
        OFFSHORE,
        OFFSHORE_SHIPS,
    ),
    ashore("Demo Port 01", Kind::Port, "BE", Sea::NorthSea, PORT),
    ashore("Demo Port 02", Kind::Port, "ES", Sea::Mediterranean, PORT),
    ashore("Demo Port 03", Kind::Port, "PL", Sea::Baltic, PORT),
    ashore("Demo Port 04", Kind::Port, "US", Sea::UsEastCoast, PORT),
    ashore("Demo Terminal 01", Kind::Terminal, "NL", Sea::NorthSea, TERMINAL),
    ashore("Demo Terminal 02", Kind::Terminal, "RO", Sea::BlackSea, TERMINAL),
    ashore(
        "Demo Terminal 03",
        Kind::Terminal,
        "AU",
        Sea::AustraliaPacific,
        TERMINAL,
    ),
    ashore(
        "Demo Terminal 04",
        Kind::Terminal,
        "MY",
        Sea::MalaccaAndSingapore,
        TERMINAL,
    ),
    ashore(
        "Demo Maintenance Software",
        Kind::Supplier,
        "NO",
        Sea::NorthSea,
        SUPPLIER,
    ),
    ashore("Demo Satcom", Kind::Supplier, "GB", Sea::NorthSea, SUPPLIER),
    ashore(
        "Demo Shipyard",
        Kind::Supplier,
        "HR",
        Sea::Mediterranean,
        SHIPYARD,
    ),
    ashore("Demo Agency 01", Kind::Other, "EG", Sea::Mediterranean, BROKER),
    ashore("Demo Brokers", Kind::Other, "GB", Sea::NorthSea, BROKER),
    ashore("Demo Mutual 01", Kind::Insurer, "NO", Sea::NorthSea, OTHERS),
    ashore("Demo Mutual 02", Kind::Insurer, "GB", Sea::NorthSea, OTHERS),
    ashore(
        "Demo Coastal Authority",
        Kind::Authority,
        "FI",
        Sea::Baltic,
        AUTHORITY,
    ),
    ashore(
        "Demo Owners' Association",
        Kind::Association,
        "CY",
        Sea::Mediterranean,
        OTHERS,
    ),
];

/// The invented member organisations; the first is the one the demo member acts for.
pub const fn organisations() -> &'static [DemoOrganisation] {
    &ORGANISATIONS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_of_victim_has_somebody() {
        for victim in VictimType::ALL {
            assert!(
                organisations()
                    .iter()
                    .any(|organisation| organisation.victims.contains(victim)),
                "{victim}"
            );
        }
    }

    #[test]
    fn names_say_that_they_are_invented() {
        assert!(
            organisations()
                .iter()
                .all(|organisation| organisation.name.starts_with("Demo "))
        );
        assert!(
            PEOPLE
                .iter()
                .all(|person| person.email.ends_with("@demo.example"))
        );
    }
}
