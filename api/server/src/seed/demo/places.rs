//! Where the demo's incidents happen: how likely, in which words, in which countries.

use super::dice::Dice;
use bellbuoy_domain::place::SeaRegion;
use bellbuoy_domain::vessel::{SizeBand, VesselType};

/// How busy each sea region is, for what may happen anywhere.
pub const ANYWHERE: &[(SeaRegion, u32)] = &[
    (SeaRegion::NorthSea, 15),
    (SeaRegion::Baltic, 9),
    (SeaRegion::NorthAtlantic, 4),
    (SeaRegion::Mediterranean, 14),
    (SeaRegion::BlackSea, 5),
    (SeaRegion::PersianGulf, 6),
    (SeaRegion::GulfOfAden, 4),
    (SeaRegion::WestAfrica, 4),
    (SeaRegion::IndianOcean, 4),
    (SeaRegion::MalaccaAndSingapore, 12),
    (SeaRegion::SouthChinaSea, 8),
    (SeaRegion::EastAsia, 12),
    (SeaRegion::AustraliaPacific, 4),
    (SeaRegion::UsEastCoast, 7),
    (SeaRegion::UsWestCoast, 4),
    (SeaRegion::GulfOfMexicoCaribbean, 6),
    (SeaRegion::SouthAmericaAtlantic, 4),
    (SeaRegion::SouthAmericaPacific, 2),
    (SeaRegion::SouthernAfrica, 2),
    (SeaRegion::Arctic, 1),
];

/// Where satellite navigation is disturbed most.
pub const DISTURBED: &[(SeaRegion, u32)] = &[
    (SeaRegion::BlackSea, 30),
    (SeaRegion::Mediterranean, 25),
    (SeaRegion::PersianGulf, 21),
    (SeaRegion::Baltic, 19),
    (SeaRegion::GulfOfAden, 7),
    (SeaRegion::EastAsia, 4),
    (SeaRegion::SouthChinaSea, 3),
    (SeaRegion::NorthSea, 2),
    (SeaRegion::Arctic, 1),
];

/// The region as it stands in a sentence.
pub const fn phrase(region: SeaRegion) -> &'static str {
    match region {
        SeaRegion::NorthSea => "in the North Sea",
        SeaRegion::Baltic => "in the Baltic",
        SeaRegion::NorthAtlantic => "in the North Atlantic",
        SeaRegion::Mediterranean => "in the Mediterranean",
        SeaRegion::BlackSea => "in the Black Sea",
        SeaRegion::PersianGulf => "in the Persian Gulf",
        SeaRegion::GulfOfAden => "in the Red Sea",
        SeaRegion::WestAfrica => "off West Africa",
        SeaRegion::IndianOcean => "in the Indian Ocean",
        SeaRegion::MalaccaAndSingapore => "in the Malacca Strait",
        SeaRegion::SouthChinaSea => "in the South China Sea",
        SeaRegion::EastAsia => "in East Asian waters",
        SeaRegion::AustraliaPacific => "in Australian waters",
        SeaRegion::UsEastCoast => "off the US East Coast",
        SeaRegion::UsWestCoast => "off the US West Coast",
        SeaRegion::GulfOfMexicoCaribbean => "in the Caribbean",
        SeaRegion::SouthAmericaAtlantic => "off Brazil",
        SeaRegion::SouthAmericaPacific => "off the west coast of South America",
        SeaRegion::SouthernAfrica => "off Southern Africa",
        SeaRegion::Arctic => "in the Arctic",
        SeaRegion::Other => "at sea",
    }
}

/// A country on the region's coast.
pub fn country(dice: &mut Dice, region: SeaRegion) -> Option<&'static str> {
    dice.one(coast(region))
}

const fn coast(region: SeaRegion) -> &'static [&'static str] {
    match region {
        SeaRegion::NorthSea => &["NL", "BE", "DE", "GB", "NO", "DK"],
        SeaRegion::Baltic => &["SE", "FI", "PL", "EE", "LV", "LT", "DE", "DK"],
        SeaRegion::NorthAtlantic => &["IE", "PT", "FR", "CA", "IS"],
        SeaRegion::Mediterranean => &["ES", "FR", "IT", "GR", "TR", "EG", "MT", "CY"],
        SeaRegion::BlackSea => &["RO", "BG", "TR", "GE"],
        SeaRegion::PersianGulf => &["AE", "QA", "SA", "KW", "OM"],
        SeaRegion::GulfOfAden => &["DJ", "SA", "EG", "JO"],
        SeaRegion::WestAfrica => &["NG", "GH", "CI", "SN", "CM"],
        SeaRegion::IndianOcean => &["IN", "LK", "KE", "TZ", "MU"],
        SeaRegion::MalaccaAndSingapore => &["SG", "MY", "ID"],
        SeaRegion::SouthChinaSea => &["VN", "PH", "TH", "HK"],
        SeaRegion::EastAsia => &["JP", "KR", "CN", "TW"],
        SeaRegion::AustraliaPacific => &["AU", "NZ"],
        SeaRegion::UsEastCoast | SeaRegion::UsWestCoast => &["US"],
        SeaRegion::GulfOfMexicoCaribbean => &["US", "MX", "PA", "JM", "DO"],
        SeaRegion::SouthAmericaAtlantic => &["BR", "AR", "UY"],
        SeaRegion::SouthAmericaPacific => &["CL", "PE", "EC"],
        SeaRegion::SouthernAfrica => &["ZA", "NA", "MZ"],
        SeaRegion::Arctic => &["NO", "IS"],
        SeaRegion::Other => &[],
    }
}

/// What sails, for reports that do not say who they are.
pub const SHIPS: &[(VesselType, u32)] = &[
    (VesselType::BulkCarrier, 20),
    (VesselType::Container, 19),
    (VesselType::OilTankerProduct, 14),
    (VesselType::GeneralCargo, 12),
    (VesselType::ChemicalTanker, 9),
    (VesselType::OilTankerCrude, 8),
    (VesselType::LpgCarrier, 4),
    (VesselType::LngCarrier, 3),
    (VesselType::VehicleCarrier, 3),
    (VesselType::RoPax, 4),
    (VesselType::OffshoreSupply, 4),
];

/// How large ships of a type are.
pub const fn sizes(ship: VesselType) -> &'static [(SizeBand, u32)] {
    match ship {
        VesselType::Container | VesselType::BulkCarrier | VesselType::VehicleCarrier => &[
            (SizeBand::From10000, 50),
            (SizeBand::From50000, 32),
            (SizeBand::From100000, 18),
        ],
        VesselType::OilTankerCrude | VesselType::LngCarrier | VesselType::Cruise => {
            &[(SizeBand::From50000, 45), (SizeBand::From100000, 55)]
        }
        VesselType::OffshoreSupply
        | VesselType::Tug
        | VesselType::HighSpeedCraft
        | VesselType::PassengerFerry => &[
            (SizeBand::UpTo499, 30),
            (SizeBand::From500, 50),
            (SizeBand::From3000, 20),
        ],
        VesselType::GeneralCargo => &[
            (SizeBand::From500, 35),
            (SizeBand::From3000, 50),
            (SizeBand::From10000, 15),
        ],
        _ => &[
            (SizeBand::From3000, 35),
            (SizeBand::From10000, 50),
            (SizeBand::From50000, 15),
        ],
    }
}

/// The type as it stands in a sentence.
pub const fn noun(ship: VesselType) -> &'static str {
    match ship {
        VesselType::BulkCarrier => "bulk carrier",
        VesselType::Container => "container ship",
        VesselType::GeneralCargo => "coaster",
        VesselType::OilTankerCrude => "crude carrier",
        VesselType::OilTankerProduct => "product tanker",
        VesselType::ChemicalTanker => "chemical tanker",
        VesselType::LngCarrier | VesselType::LpgCarrier => "gas carrier",
        VesselType::RoRoCargo | VesselType::VehicleCarrier => "car carrier",
        VesselType::RoPax | VesselType::PassengerFerry | VesselType::HighSpeedCraft => "ferry",
        VesselType::Cruise => "cruise ship",
        VesselType::Refrigerated => "reefer ship",
        VesselType::HeavyLift => "heavy-lift ship",
        VesselType::OffshoreSupply => "supply ship",
        VesselType::Tug => "tug",
        VesselType::DrillingUnit | VesselType::OffshoreUnit => "offshore unit",
        _ => "ship",
    }
}
