//! Sea regions: our own coarse boxes, with no claim to any official boundary.

use std::sync::LazyLock;

use crate::data;

vocabulary! {
    /// A sea region, coarse on purpose: where something happened, not where a ship was.
    SeaRegion = "sea_region", version "1", source "Own coarse boxes, no official boundary" {
        NorthSea => "north_sea", "North Sea";
        Baltic => "baltic", "Baltic Sea";
        NorthAtlantic => "north_atlantic", "North Atlantic";
        Mediterranean => "mediterranean", "Mediterranean";
        BlackSea => "black_sea", "Black Sea";
        PersianGulf => "persian_gulf", "Persian Gulf";
        GulfOfAden => "gulf_of_aden", "Gulf of Aden and Red Sea";
        WestAfrica => "west_africa", "West Africa";
        IndianOcean => "indian_ocean", "Indian Ocean";
        MalaccaAndSingapore => "malacca_and_singapore", "Malacca and Singapore";
        SouthChinaSea => "south_china_sea", "South China Sea";
        EastAsia => "east_asia", "East Asia";
        AustraliaPacific => "australia_pacific", "Australia and Pacific";
        UsEastCoast => "us_east_coast", "US East Coast";
        UsWestCoast => "us_west_coast", "US West Coast";
        GulfOfMexicoCaribbean => "gulf_of_mexico_caribbean", "Gulf of Mexico and Caribbean";
        SouthAmericaAtlantic => "south_america_atlantic", "South America, Atlantic";
        SouthAmericaPacific => "south_america_pacific", "South and Central America, Pacific";
        SouthernAfrica => "southern_africa", "Southern Africa";
        Arctic => "arctic", "Arctic";
        Other => "other", "Elsewhere";
    }
}

/// A box of latitudes and longitudes in degrees; it never crosses the date line.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Area {
    region: SeaRegion,
    south: f64,
    west: f64,
    north: f64,
    east: f64,
}

/// In order of precedence: where boxes overlap, the first counts.
static AREAS: LazyLock<Vec<Area>> = LazyLock::new(|| {
    let area = |row: Vec<String>| {
        let degrees = |at: usize| row.get(at)?.parse().ok();
        let region = row.first()?.parse().ok()?;
        Some(Area {
            region,
            south: degrees(1)?,
            west: degrees(2)?,
            north: degrees(3)?,
            east: degrees(4)?,
        })
    };
    data::rows(include_str!("../../data/sea_regions.csv"))
        .filter_map(area)
        .collect()
});

static LABELS: LazyLock<Vec<(SeaRegion, f64, f64)>> = LazyLock::new(|| {
    let label = |row: Vec<String>| {
        let degrees = |at: usize| row.get(at)?.parse().ok();
        Some((row.first()?.parse().ok()?, degrees(1)?, degrees(2)?))
    };
    data::rows(include_str!("../../data/sea_region_labels.csv"))
        .filter_map(label)
        .collect()
});

/// The region of a position in degrees, north and east positive. What lies in no box is elsewhere.
#[must_use]
pub fn sea_region_of(latitude: f64, longitude: f64) -> SeaRegion {
    let inside = |area: &&Area| {
        (area.south..=area.north).contains(&latitude) && (area.west..=area.east).contains(&longitude)
    };
    AREAS
        .iter()
        .find(inside)
        .map_or(SeaRegion::Other, |area| area.region)
}

/// Where a map shows a region's figure: latitude and longitude in degrees. Elsewhere has no place.
#[must_use]
pub fn label_point(region: SeaRegion) -> Option<(f64, f64)> {
    LABELS
        .iter()
        .find(|(own, ..)| *own == region)
        .map(|(_, latitude, longitude)| (*latitude, *longitude))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::find_port;

    #[test]
    fn every_line_of_the_tables_is_understood() {
        let lines = |text: &str| text.lines().count() - 1;
        assert_eq!(AREAS.len(), lines(include_str!("../../data/sea_regions.csv")));
        assert_eq!(
            LABELS.len(),
            lines(include_str!("../../data/sea_region_labels.csv"))
        );
        assert!(
            AREAS
                .iter()
                .all(|area| area.south < area.north && area.west < area.east)
        );
    }

    #[test]
    fn every_region_but_elsewhere_has_a_place_on_the_map_that_lies_in_it() {
        for region in SeaRegion::ALL
            .iter()
            .filter(|region| **region != SeaRegion::Other)
        {
            let (latitude, longitude) = label_point(*region).unwrap();
            assert_eq!(sea_region_of(latitude, longitude), *region);
        }
        assert_eq!(label_point(SeaRegion::Other), None);
    }

    #[test]
    fn well_known_ports_lie_where_one_expects_them() {
        for (code, region) in [
            ("NLRTM", SeaRegion::NorthSea),
            ("DEHAM", SeaRegion::NorthSea),
            ("NOOSL", SeaRegion::NorthSea),
            ("PLGDN", SeaRegion::Baltic),
            ("GBLIV", SeaRegion::NorthAtlantic),
            ("ESBIO", SeaRegion::NorthAtlantic),
            ("ESBCN", SeaRegion::Mediterranean),
            ("EGPSD", SeaRegion::Mediterranean),
            ("UAODS", SeaRegion::BlackSea),
            ("AEJEA", SeaRegion::PersianGulf),
            ("SAJED", SeaRegion::GulfOfAden),
            ("DJJIB", SeaRegion::GulfOfAden),
            ("NGLOS", SeaRegion::WestAfrica),
            ("INBOM", SeaRegion::IndianOcean),
            ("KEMBA", SeaRegion::IndianOcean),
            ("SGSIN", SeaRegion::MalaccaAndSingapore),
            ("HKHKG", SeaRegion::SouthChinaSea),
            ("CNSHA", SeaRegion::EastAsia),
            ("JPYOK", SeaRegion::EastAsia),
            ("AUSYD", SeaRegion::AustraliaPacific),
            ("USNYC", SeaRegion::UsEastCoast),
            ("USLAX", SeaRegion::UsWestCoast),
            ("USHOU", SeaRegion::GulfOfMexicoCaribbean),
            ("BRSSZ", SeaRegion::SouthAmericaAtlantic),
            ("PECLL", SeaRegion::SouthAmericaPacific),
            ("ZADUR", SeaRegion::SouthernAfrica),
        ] {
            let port = find_port(code).unwrap_or_else(|| panic!("{code}"));
            assert_eq!(sea_region_of(port.latitude, port.longitude), region, "{code}");
        }
        assert_eq!(sea_region_of(-75.0, 0.0), SeaRegion::Other);
        assert_eq!(sea_region_of(f64::NAN, 0.0), SeaRegion::Other);
    }

    #[test]
    fn few_ports_lie_elsewhere() {
        let elsewhere: Vec<_> = crate::place::ports()
            .iter()
            .filter(|port| sea_region_of(port.latitude, port.longitude) == SeaRegion::Other)
            .map(|port| format!("{} {}", port.unlocode, port.name))
            .collect();
        assert!(elsewhere.len() < 40, "{elsewhere:?}");
    }
}
