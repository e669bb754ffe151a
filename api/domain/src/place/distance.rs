//! Distances over the sea as the crow flies, and boxes that let a database look near by first.

/// The mean radius of the earth (IUGG), in kilometres.
const EARTH_RADIUS_KM: f64 = 6_371.008_8;
const KM_PER_NAUTICAL_MILE: f64 = 1.852;
/// What rounding may take away at the edge of a box: about a millimetre and more than a double loses.
const SLACK_DEGREES: f64 = 1e-8;

/// An area between two parallels and two meridians. Never crosses the antimeridian.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    pub south: f64,
    pub north: f64,
    pub west: f64,
    pub east: f64,
}

impl Bounds {
    /// Whether a position lies in it, the edges included.
    #[must_use]
    pub fn contains(&self, (latitude, longitude): (f64, f64)) -> bool {
        (self.south..=self.north).contains(&latitude) && (self.west..=self.east).contains(&longitude)
    }
}

/// The great-circle distance between two positions, in nautical miles.
///
/// Positions are latitude (north positive) and longitude (east positive) in degrees. On a sphere: up to half a per cent
/// off the ellipsoid.
#[must_use]
pub fn nautical_miles(from: (f64, f64), to: (f64, f64)) -> f64 {
    let (from_latitude, to_latitude) = (from.0.to_radians(), to.0.to_radians());
    let half_north = (to_latitude - from_latitude) / 2.0;
    let half_east = (to.1 - from.1).to_radians() / 2.0;
    let haversine =
        half_north.sin().powi(2) + from_latitude.cos() * to_latitude.cos() * half_east.sin().powi(2);
    2.0 * EARTH_RADIUS_KM * haversine.clamp(0.0, 1.0).sqrt().asin() / KM_PER_NAUTICAL_MILE
}

/// One or two boxes that together hold every position within `radius_nm` of a position.
///
/// There are two where the circle crosses the antimeridian; around a pole there is one with all longitudes.
#[must_use]
pub fn bounding_boxes(latitude: f64, longitude: f64, radius_nm: f64) -> Vec<Bounds> {
    let angle = radius_nm.max(0.0) * KM_PER_NAUTICAL_MILE / EARTH_RADIUS_KM;
    let reach = angle.to_degrees() + SLACK_DEGREES;
    let (south, north) = (latitude - reach, latitude + reach);
    let all_around = Bounds {
        south: south.max(-90.0),
        north: north.min(90.0),
        west: -180.0,
        east: 180.0,
    };
    if south <= -90.0 || north >= 90.0 {
        return vec![all_around];
    }
    // The circle is widest where a meridian touches it, poleward of its centre.
    let widest = (angle.sin() / latitude.to_radians().cos())
        .clamp(-1.0, 1.0)
        .asin();
    let aside = widest.to_degrees() + SLACK_DEGREES / latitude.to_radians().cos();
    let (west, east) = (longitude - aside, longitude + aside);
    if aside >= 180.0 {
        vec![all_around]
    } else if west <= -180.0 {
        vec![
            Bounds { east, ..all_around },
            Bounds {
                west: west + 360.0,
                ..all_around
            },
        ]
    } else if east >= 180.0 {
        vec![
            Bounds { west, ..all_around },
            Bounds {
                east: east - 360.0,
                ..all_around
            },
        ]
    } else {
        vec![Bounds {
            west,
            east,
            ..all_around
        }]
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const HALF_AROUND: f64 = 10_810.0;

    /// Worked out with another formula, from the angle between unit vectors.
    #[test]
    fn distances_between_known_ports_fit() {
        let ports = [
            (
                "Rotterdam-Singapore",
                (51.95, 4.05),
                (1.2667, 103.8333),
                5_704.342,
            ),
            (
                "Rotterdam-New York",
                (51.95, 4.05),
                (40.6667, -74.0333),
                3_148.063,
            ),
            (
                "Suva-Apia over the antimeridian",
                (-18.1333, 178.4333),
                (-13.8333, -171.7667),
                621.585,
            ),
            (
                "Murmansk-Churchill over the ice",
                (68.9667, 33.05),
                (58.7833, -94.2),
                2_804.744,
            ),
            ("Dover-Calais", (51.1167, 1.3333), (50.9667, 1.85), 21.485),
        ];
        for (name, from, to, expected) in ports {
            let found = nautical_miles(from, to);
            assert!((found - expected).abs() < 0.01, "{name}: {found}");
        }
        let quarter = nautical_miles((0.0, 0.0), (90.0, 12.0));
        assert!((quarter - HALF_AROUND / 2.0).abs() < 10.0, "{quarter}");
    }

    #[test]
    fn a_circle_over_the_antimeridian_has_two_boxes_and_one_over_a_pole_has_all_longitudes() {
        let boxes = bounding_boxes(-17.0, 179.5, 60.0);
        assert_eq!(boxes.len(), 2);
        assert!(boxes.iter().any(|b| b.contains((-17.0, -179.9))));
        assert!(boxes.iter().any(|b| b.contains((-17.0, 178.6))));
        assert!(!boxes.iter().any(|b| b.contains((-17.0, 0.0))));
        let pole = bounding_boxes(89.5, 20.0, 60.0);
        assert_eq!(
            (pole.len(), pole[0].west, pole[0].east, pole[0].north),
            (1, -180.0, 180.0, 90.0)
        );
        assert_eq!(bounding_boxes(51.95, 4.05, 100.0).len(), 1);
        assert!(bounding_boxes(10.0, 20.0, 0.0)[0].contains((10.0, 20.0)));
    }

    fn position() -> impl Strategy<Value = (f64, f64)> {
        prop_oneof![
            (-90.0..=90.0, -180.0..=180.0),
            (
                -90.0..=90.0,
                prop::sample::select(&[-180.0, 180.0, 179.999, -179.999][..])
            ),
            (
                prop::sample::select(&[-90.0, 90.0, 89.9, -89.9, 0.0][..]),
                -180.0..=180.0
            ),
        ]
    }

    /// The position at a distance and a bearing.
    fn moved((latitude, longitude): (f64, f64), nm: f64, bearing: f64) -> (f64, f64) {
        let angle = nm * KM_PER_NAUTICAL_MILE / EARTH_RADIUS_KM;
        let (sin, cos) = latitude.to_radians().sin_cos();
        let to = (sin * angle.cos() + cos * angle.sin() * bearing.cos())
            .clamp(-1.0, 1.0)
            .asin();
        let east = (bearing.sin() * angle.sin() * cos).atan2(angle.cos() - sin * to.sin());
        let around = (longitude + east.to_degrees() + 540.0).rem_euclid(360.0) - 180.0;
        (to.to_degrees(), around.clamp(-180.0, 180.0))
    }

    proptest! {
        #[test]
        fn a_distance_is_the_same_both_ways_and_never_longer_than_half_around(a in position(), b in position()) {
            let there = nautical_miles(a, b);
            prop_assert!((there - nautical_miles(b, a)).abs() < 1e-6);
            prop_assert!((0.0..HALF_AROUND).contains(&there));
            prop_assert!(nautical_miles(a, a) < 1e-6);
        }

        #[test]
        fn a_detour_is_never_shorter(a in position(), b in position(), c in position()) {
            prop_assert!(nautical_miles(a, c) <= nautical_miles(a, b) + nautical_miles(b, c) + 1e-3);
        }

        #[test]
        fn whoever_is_within_the_radius_is_in_a_box(
            centre in position(), radius in prop_oneof![0.0..50.0, 0.0..11_000.0], share in 0.0..=1.0, bearing in 0.0..std::f64::consts::TAU,
        ) {
            let there = moved(centre, radius * share, bearing);
            prop_assume!(nautical_miles(centre, there) <= radius);
            let boxes = bounding_boxes(centre.0, centre.1, radius);
            prop_assert!(boxes.iter().any(|b| b.contains(there)), "{:?} {:?}", there, boxes);
        }

        #[test]
        fn whoever_is_near_another_is_in_a_box(centre in position(), other in position(), radius in 0.0..11_000.0) {
            prop_assume!(nautical_miles(centre, other) <= radius);
            prop_assert!(bounding_boxes(centre.0, centre.1, radius).iter().any(|b| b.contains(other)));
        }
    }
}
