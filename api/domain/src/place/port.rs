//! Ports: names and positions, for a pick list and a map. Not for navigation.

use std::sync::LazyLock;

use super::{bounding_boxes, nautical_miles, plain};
use crate::data;

/// A seaport.
#[derive(Debug, Clone, PartialEq)]
pub struct Port {
    pub unlocode: String,
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
    /// Degrees, north positive.
    pub latitude: f64,
    /// Degrees, east positive.
    pub longitude: f64,
}

static PORTS: LazyLock<Vec<Port>> = LazyLock::new(|| {
    let port = |row: Vec<String>| {
        let mut fields = row.into_iter();
        let (unlocode, name, country) = (fields.next()?, fields.next()?, fields.next()?);
        let latitude = fields.next()?.parse().ok()?;
        let longitude = fields.next()?.parse().ok()?;
        Some(Port {
            unlocode,
            name,
            country,
            latitude,
            longitude,
        })
    };
    data::rows(include_str!("../../data/ports.csv"))
        .filter_map(port)
        .collect()
});

/// Every port of the table, by code.
#[must_use]
pub fn ports() -> &'static [Port] {
    &PORTS
}

/// The port with an upper-case UN/LOCODE.
#[must_use]
pub fn find_port(unlocode: &str) -> Option<&'static Port> {
    let at = PORTS
        .binary_search_by(|port| port.unlocode.as_str().cmp(unlocode))
        .ok()?;
    PORTS.get(at)
}

/// The ports within some nautical miles of one, nearest first, that one included, and how far each is in tenths of a
/// nautical mile.
#[must_use]
pub fn ports_within(centre: &Port, miles: f64) -> Vec<(&'static Port, i32)> {
    let at = (centre.latitude, centre.longitude);
    let bounds = bounding_boxes(centre.latitude, centre.longitude, miles);
    let mut found: Vec<_> = PORTS
        .iter()
        .filter(|port| {
            bounds
                .iter()
                .any(|one| one.contains((port.latitude, port.longitude)))
        })
        .filter_map(|port| {
            let far = nautical_miles(at, (port.latitude, port.longitude));
            // Half of the earth's girth is 10,800 miles: tenths of it fit.
            (far <= miles).then(|| (port, tenths(far)))
        })
        .collect();
    found.sort_by(|a, b| (a.1, &a.0.unlocode).cmp(&(b.1, &b.0.unlocode)));
    found
}

/// Tenths of a distance, rounded; none is longer than half of the earth's girth.
#[expect(
    clippy::as_conversions,
    reason = "a float becomes an integer in no other way; out of range saturates"
)]
fn tenths(miles: f64) -> i32 {
    (miles * 10.0).round() as i32
}

/// The ports whose code or name contains a text, accents aside: those that begin with it first, then by name.
#[must_use]
pub fn search(text: &str, limit: usize) -> Vec<&'static Port> {
    let asked = plain(text.trim());
    if asked.is_empty() {
        return Vec::new();
    }
    let mut found: Vec<_> = PORTS
        .iter()
        .filter_map(|port| {
            let name = plain(&port.name);
            let code = plain(&port.unlocode);
            let starts_a_word = || {
                name.split(|c: char| !c.is_alphanumeric())
                    .any(|word| word.starts_with(&asked))
            };
            let rank = if code == asked || name == asked {
                0
            } else if name.starts_with(&asked) {
                1
            } else if starts_a_word() || code.starts_with(&asked) {
                2
            } else if name.contains(&asked) {
                3
            } else {
                return None;
            };
            Some((rank, name, port))
        })
        .collect();
    found.sort_by(|a, b| (a.0, &a.1, &a.2.unlocode).cmp(&(b.0, &b.1, &b.2.unlocode)));
    found.into_iter().take(limit).map(|(.., port)| port).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::place::UnLocode;

    #[test]
    fn every_line_is_a_port_with_a_valid_code_and_position() {
        assert_eq!(
            PORTS.len(),
            include_str!("../../data/ports.csv").lines().count() - 1
        );
        assert!(PORTS.is_sorted_by(|a, b| a.unlocode < b.unlocode));
        for port in ports() {
            assert!(UnLocode::read(&port.unlocode).is_ok() && port.unlocode.starts_with(&port.country));
            assert!(
                port.latitude.abs() <= 90.0 && port.longitude.abs() <= 180.0,
                "{port:?}"
            );
        }
    }

    #[test]
    fn the_port_meant_comes_first() {
        assert_eq!(search("rott", 5)[0].unlocode, "NLRTM");
        assert_eq!(search("NLRTM", 5)[0].name, "Rotterdam");
        assert_eq!(
            search("java", 50).iter().filter(|p| p.country == "ID").count(),
            search("java", 50).len()
        );
        assert!(search("a", 7).len() == 7);
        assert!(search("  ", 7).is_empty() && search("qqqq", 7).is_empty());
    }

    #[test]
    fn what_is_near_is_found_nearest_first() {
        let rotterdam = find_port("NLRTM").unwrap();
        let near = ports_within(rotterdam, 60.0);
        assert_eq!(near[0].0.unlocode, "NLRTM");
        assert_eq!(near[0].1, 0);
        assert!(near.is_sorted_by_key(|(_, far)| *far) && near.iter().all(|(_, far)| *far <= 600));
        let codes: Vec<_> = near.iter().map(|(port, _)| port.unlocode.as_str()).collect();
        assert!(codes.contains(&"BEANR") && !codes.contains(&"DEHAM"), "{codes:?}");
        assert_eq!(ports_within(rotterdam, 10_800.0).len(), PORTS.len());
    }

    #[test]
    fn accents_do_not_matter() {
        assert_eq!(
            plain("Ålesund İskenderun Straße Łódź"),
            "alesund iskenderun strasse lodz"
        );
    }
}
