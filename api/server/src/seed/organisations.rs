//! The invented member organisations of the demo, and what may happen to each.

use bellbuoy_domain::account::{OrganisationKind, Visibility};
use bellbuoy_domain::incident::VictimType;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::vessel::VesselType;

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
    }
}
