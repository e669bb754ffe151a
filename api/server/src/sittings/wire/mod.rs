//! Sittings and seats on the wire.

mod draft;
mod seat;

pub use draft::{SittingCancellation, SittingDraft};
pub use seat::{AttendanceUpdate, OwnSeat, Seat};

use super::model::SittingRow;
use bellbuoy_domain::certification::{CpdHours, SeatState, SittingKind};
use chrono::{DateTime, NaiveDateTime, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// The requirement of a scheme that is met by a sitting.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SittingRequirement {
    /// Code of the scheme.
    #[schema(example = "maritime")]
    pub scheme: String,
    #[schema(example = "exam_theory")]
    pub code: String,
    /// What people call it.
    pub label: String,
}

/// The port where a sitting is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
pub struct SittingPort {
    /// UN/LOCODE.
    #[schema(example = "NLRTM")]
    pub code: String,
    pub name: String,
    /// ISO 3166-1 alpha-2.
    pub country: String,
}

/// An exam, a training or a workshop.
#[derive(Debug, Clone, PartialEq, Serialize, ToSchema)]
pub struct Sitting {
    pub id: Uuid,
    pub kind: SittingKind,
    pub title: String,
    /// For whom, about what, what to bring.
    pub about: Option<String>,
    /// What is met by passing the exam or attending the training.
    pub requirement: Option<SittingRequirement>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    /// Until when seats are booked.
    pub book_until: DateTime<Utc>,
    /// Name in the IANA database of time zones.
    #[schema(example = "Europe/Amsterdam")]
    pub time_zone: String,
    /// When it begins, as clocks show it there.
    #[schema(value_type = String, example = "2027-01-12T09:00:00")]
    pub starts_local: NaiveDateTime,
    #[schema(value_type = String, example = "2027-01-12T12:00:00")]
    pub ends_local: NaiveDateTime,
    #[schema(value_type = String, example = "2027-01-10T18:00:00")]
    pub book_until_local: NaiveDateTime,
    pub port: Option<SittingPort>,
    /// Where exactly.
    pub place: Option<String>,
    /// Whether one can take part over the network.
    pub online: bool,
    /// Where; for those with a seat.
    pub online_url: Option<String>,
    pub seats: i16,
    /// Seats that nobody has and nobody waits for.
    pub free: i16,
    /// How many wait for a seat.
    pub waiting: i32,
    /// Whether a seat or a place in the waiting list can be booked.
    pub bookable: bool,
    /// Hours that count as professional development of who attends.
    pub hours: f64,
    /// Of a workshop: what it talks about, in which order.
    pub agenda: Option<String>,
    /// Of a workshop: what was said.
    pub minutes: Option<String>,
    /// Of a workshop: what came of it.
    pub outcomes: Option<String>,
    pub cancelled_at: Option<DateTime<Utc>>,
    /// Why it was cancelled.
    pub cancelled_because: Option<String>,
    /// The caller's own seat.
    pub own_seat: Option<OwnSeat>,
    /// Invented for demonstration.
    pub demo: bool,
    pub changed_at: DateTime<Utc>,
    /// For `If-Match`; bookings do not change it.
    pub etag: String,
}

/// What belongs to a row and stands elsewhere.
#[derive(Debug, Clone)]
pub struct Around {
    pub requirement: Option<SittingRequirement>,
    pub port: Option<SittingPort>,
    pub online_url: Option<String>,
    pub own_seat: Option<OwnSeat>,
    pub local: [NaiveDateTime; 3],
}

impl Sitting {
    /// A row with what belongs to it, at a moment.
    pub fn of(row: SittingRow, around: Around, now: DateTime<Utc>) -> Self {
        let [starts_local, ends_local, book_until_local] = around.local;
        let asked = row.seating().ask(now);
        Self {
            etag: row.etag(),
            bookable: asked.is_ok(),
            free: match asked {
                Ok(SeatState::Booked) => row.seats - row.taken,
                _ => 0,
            },
            hours: CpdHours::from_quarters(row.quarters.into()).hours(),
            id: row.id,
            kind: row.kind,
            title: row.title,
            about: row.about,
            requirement: around.requirement,
            starts_at: row.starts_at,
            ends_at: row.ends_at,
            book_until: row.book_until,
            time_zone: row.time_zone,
            starts_local,
            ends_local,
            book_until_local,
            port: around.port,
            place: row.place,
            online: row.online,
            online_url: around.online_url,
            seats: row.seats,
            waiting: row.waiting,
            agenda: row.agenda,
            minutes: row.minutes,
            outcomes: row.outcomes,
            cancelled_at: row.cancelled_at,
            cancelled_because: row.cancelled_because,
            own_seat: around.own_seat,
            demo: row.demo,
            changed_at: row.changed_at,
        }
    }
}
