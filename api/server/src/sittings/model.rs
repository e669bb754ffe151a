//! Rows of sittings.

use crate::http::precondition::etag;
use crate::schema::{sitting_links, sittings};
use bellbuoy_domain::certification::{Seating, SittingKind};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = sittings, check_for_backend(Pg))]
pub struct SittingRow {
    pub id: Uuid,
    pub kind: SittingKind,
    pub title: String,
    pub about: Option<String>,
    pub scheme: Option<String>,
    pub requirement: Option<String>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub time_zone: String,
    pub held_on: NaiveDate,
    pub quarters: i16,
    pub port: Option<String>,
    pub country: Option<String>,
    pub place: Option<String>,
    pub online: bool,
    pub seats: i16,
    pub taken: i16,
    pub waiting: i32,
    pub book_until: DateTime<Utc>,
    pub agenda: Option<String>,
    pub minutes: Option<String>,
    pub outcomes: Option<String>,
    pub cancelled_at: Option<DateTime<Utc>>,
    pub cancelled_because: Option<String>,
    pub demo: bool,
    pub revision: i32,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
}

impl SittingRow {
    /// Its version, which bookings do not change.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "sitting")
    }

    /// What decides whether there is a seat.
    pub const fn seating(&self) -> Seating {
        Seating {
            seats: self.seats,
            taken: self.taken,
            waiting: self.waiting,
            book_until: self.book_until,
            cancelled: self.cancelled_at.is_some(),
        }
    }
}

/// What an administrator writes of a sitting.
#[derive(Debug, Clone, AsChangeset)]
#[diesel(table_name = sittings, treat_none_as_null = true)]
pub struct Written {
    pub kind: SittingKind,
    pub title: String,
    pub about: Option<String>,
    pub scheme: Option<String>,
    pub requirement: Option<String>,
    pub starts_at: DateTime<Utc>,
    pub ends_at: DateTime<Utc>,
    pub time_zone: String,
    pub held_on: NaiveDate,
    pub quarters: i16,
    pub port: Option<String>,
    pub country: Option<String>,
    pub place: Option<String>,
    pub online: bool,
    pub seats: i16,
    pub book_until: DateTime<Utc>,
    pub agenda: Option<String>,
    pub minutes: Option<String>,
    pub outcomes: Option<String>,
    pub revision: i32,
    pub changed_at: DateTime<Utc>,
}

impl Written {
    /// The row of what is written for the first time.
    pub fn begun(self, demo: bool) -> SittingRow {
        SittingRow {
            id: Uuid::now_v7(),
            kind: self.kind,
            title: self.title,
            about: self.about,
            scheme: self.scheme,
            requirement: self.requirement,
            starts_at: self.starts_at,
            ends_at: self.ends_at,
            time_zone: self.time_zone,
            held_on: self.held_on,
            quarters: self.quarters,
            port: self.port,
            country: self.country,
            place: self.place,
            online: self.online,
            seats: self.seats,
            taken: 0,
            waiting: 0,
            book_until: self.book_until,
            agenda: self.agenda,
            minutes: self.minutes,
            outcomes: self.outcomes,
            cancelled_at: None,
            cancelled_because: None,
            demo,
            revision: self.revision,
            created_at: self.changed_at,
            changed_at: self.changed_at,
        }
    }
}

#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = sitting_links, check_for_backend(Pg))]
pub struct LinkRow {
    pub sitting_id: Uuid,
    pub url: String,
}
