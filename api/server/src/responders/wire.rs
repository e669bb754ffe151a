//! Responders on the wire.

use crate::consultants::Contact;
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;
use uuid::Uuid;
use validator::Validate;

/// A time in which somebody is on call.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Duty {
    pub id: Uuid,
    pub consultant_id: Uuid,
    /// Name of the responder.
    pub name: String,
    pub starts_at: DateTime<Utc>,
    /// Up to then, not including it.
    pub ends_at: DateTime<Utc>,
}

/// When somebody is on call.
#[derive(Debug, Clone, Deserialize, Validate, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct DutyCreate {
    pub consultant_id: Uuid,
    pub starts_at: DateTime<Utc>,
    /// At most 31 days later.
    pub ends_at: DateTime<Utc>,
}

/// A time for which nobody is on call.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct DutyGap {
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
}

/// The rota of the weeks to come.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Rota {
    /// In the order in which they begin.
    pub duties: Vec<Duty>,
    /// Times for which nobody is on call.
    pub gaps: Vec<DutyGap>,
    pub from: DateTime<Utc>,
    pub to: DateTime<Utc>,
}

/// Somebody who can be called now.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Responder {
    pub consultant_id: Uuid,
    pub name: String,
    /// ISO 639-1.
    pub languages: Vec<String>,
    /// How to reach them, also what the public does not see.
    pub contacts: Vec<Contact>,
    /// Whether they work on what was asked for.
    pub domain_fits: bool,
    pub language_fits: bool,
    /// When the duty ends.
    pub until: DateTime<Utc>,
}

/// Who can be called.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Responders {
    /// The best match first; only whose certificate is valid at that moment.
    pub items: Vec<Responder>,
    /// The moment it is true for.
    pub at: DateTime<Utc>,
}
