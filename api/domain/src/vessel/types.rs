//! What ships are built for, and how large they are.

vocabulary! {
    /// What a ship is built for.
    VesselType = "vessel_type", version "1", source "Own list, mapped to StatCode 5 and AIS ship types" {
        BulkCarrier => "bulk_carrier", "Bulk carrier";
        Container => "container", "Container ship";
        GeneralCargo => "general_cargo", "General cargo ship";
        OilTankerCrude => "oil_tanker_crude", "Crude oil tanker";
        OilTankerProduct => "oil_tanker_product", "Product tanker";
        ChemicalTanker => "chemical_tanker", "Chemical tanker";
        LngCarrier => "lng_carrier", "LNG carrier";
        LpgCarrier => "lpg_carrier", "LPG carrier";
        RoRoCargo => "ro_ro_cargo", "Ro-ro cargo ship";
        VehicleCarrier => "vehicle_carrier", "Vehicle carrier";
        RoPax => "ro_pax", "Ro-ro passenger ship";
        PassengerFerry => "passenger_ferry", "Passenger ferry";
        Cruise => "cruise", "Cruise ship";
        Refrigerated => "refrigerated", "Refrigerated cargo ship";
        HeavyLift => "heavy_lift", "Heavy-lift ship";
        Livestock => "livestock", "Livestock carrier";
        OffshoreSupply => "offshore_supply", "Offshore supply ship";
        OffshoreUnit => "offshore_unit", "Offshore unit";
        DrillingUnit => "drilling_unit", "Drilling unit";
        Tug => "tug", "Tug";
        Dredger => "dredger", "Dredger";
        Research => "research", "Research ship";
        Fishing => "fishing", "Fishing vessel";
        HighSpeedCraft => "high_speed_craft", "High-speed craft";
        Yacht => "yacht", "Yacht";
        Icebreaker => "icebreaker", "Icebreaker";
        NavalGovernment => "naval_government", "Naval or government ship";
        Inland => "inland", "Inland vessel";
        MassUncrewed => "mass_uncrewed", "Uncrewed surface ship";
        Other => "other", "Other";
    }
}

vocabulary! {
    /// Gross tonnage, in bands wide enough not to single out a ship.
    SizeBand = "size_band", version "1", source "Own bands; 500 GT is the limit of IACS UR E26" {
        UpTo499 => "gt_0_499", "Below 500 GT";
        From500 => "gt_500_2999", "500 to 2,999 GT";
        From3000 => "gt_3000_9999", "3,000 to 9,999 GT";
        From10000 => "gt_10000_49999", "10,000 to 49,999 GT";
        From50000 => "gt_50000_99999", "50,000 to 99,999 GT";
        From100000 => "gt_100000_up", "100,000 GT and more";
    }
}

impl VesselType {
    /// The `StatCode` 5 codes of this type begin with this, where there is one beginning.
    #[must_use]
    pub const fn statcode_prefix(self) -> Option<&'static str> {
        Some(match self {
            Self::BulkCarrier => "A21",
            Self::Container => "A33",
            Self::GeneralCargo => "A31",
            Self::OilTankerCrude => "A13A",
            Self::OilTankerProduct => "A13B",
            Self::ChemicalTanker => "A12",
            Self::LngCarrier => "A11A",
            Self::LpgCarrier => "A11B",
            Self::RoRoCargo => "A35A",
            Self::VehicleCarrier => "A35B",
            Self::RoPax => "A36",
            Self::PassengerFerry => "A37B",
            Self::Cruise => "A37A",
            Self::Refrigerated => "A34",
            Self::OffshoreSupply => "B21",
            Self::OffshoreUnit => "B22",
            Self::Fishing => "B11",
            Self::Research => "B31",
            Self::Tug => "B32",
            Self::Dredger => "B33",
            Self::Inland => "W",
            Self::Yacht => "X",
            _ => return None,
        })
    }

    /// The first digit of the AIS ship type, where it tells this type.
    #[must_use]
    pub const fn ais_first_digit(self) -> Option<u8> {
        Some(match self {
            Self::HighSpeedCraft => 4,
            Self::RoPax | Self::PassengerFerry | Self::Cruise => 6,
            Self::BulkCarrier
            | Self::Container
            | Self::GeneralCargo
            | Self::RoRoCargo
            | Self::VehicleCarrier
            | Self::Refrigerated
            | Self::HeavyLift
            | Self::Livestock => 7,
            Self::OilTankerCrude
            | Self::OilTankerProduct
            | Self::ChemicalTanker
            | Self::LngCarrier
            | Self::LpgCarrier => 8,
            _ => return None,
        })
    }
}

impl SizeBand {
    /// The band of a ship of this gross tonnage.
    #[must_use]
    pub const fn of(gross_tonnage: u32) -> Self {
        match gross_tonnage {
            0..=499 => Self::UpTo499,
            500..=2_999 => Self::From500,
            3_000..=9_999 => Self::From3000,
            10_000..=49_999 => Self::From10000,
            50_000..=99_999 => Self::From50000,
            _ => Self::From100000,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bands_meet_without_a_gap() {
        for (tonnage, word) in [
            (0, "gt_0_499"),
            (499, "gt_0_499"),
            (500, "gt_500_2999"),
            (2_999, "gt_500_2999"),
            (3_000, "gt_3000_9999"),
            (9_999, "gt_3000_9999"),
            (10_000, "gt_10000_49999"),
            (49_999, "gt_10000_49999"),
            (50_000, "gt_50000_99999"),
            (99_999, "gt_50000_99999"),
            (100_000, "gt_100000_up"),
        ] {
            assert_eq!(SizeBand::of(tonnage).as_str(), word);
        }
    }

    #[test]
    fn tankers_and_passenger_ships_are_told_apart_by_ais() {
        assert_eq!(VesselType::LngCarrier.ais_first_digit(), Some(8));
        assert_eq!(VesselType::Cruise.ais_first_digit(), Some(6));
        assert_eq!(VesselType::Other.ais_first_digit(), None);
        assert_eq!(VesselType::Container.statcode_prefix(), Some("A33"));
    }
}
