//! Sittings for calendars.

use super::wire::Sitting;
use bellbuoy_exchange::ical::{self, Event};

/// The calendar of some sittings; `base` is the address of the site, `name` what it is called.
pub fn calendar(base: &str, name: &str, sittings: &[(Sitting, i32)]) -> String {
    let events: Vec<Event> = sittings
        .iter()
        .map(|(sitting, revision)| event(base, sitting, *revision))
        .collect();
    ical::calendar(&format!("{name}: sittings"), &events)
}

fn event(base: &str, sitting: &Sitting, revision: i32) -> Event {
    let port = sitting
        .port
        .as_ref()
        .map(|port| format!("{}, {}", port.name, port.country));
    let places: Vec<String> = [sitting.place.clone(), port].into_iter().flatten().collect();
    let told = sitting
        .cancelled_because
        .clone()
        .or_else(|| sitting.about.clone());
    Event {
        uid: format!("{}@bellbuoy", sitting.id),
        sequence: revision.unsigned_abs().saturating_sub(1),
        changed_at: sitting.changed_at,
        starts_at: sitting.starts_at,
        ends_at: sitting.ends_at,
        summary: sitting.title.clone(),
        description: told,
        location: (!places.is_empty()).then(|| places.join(", ")),
        url: format!("{base}/sittings/{}", sitting.id),
        cancelled: sitting.cancelled_at.is_some(),
    }
}
