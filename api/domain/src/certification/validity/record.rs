//! What is on record about a certificate and an employment, and how a certificate stands on a day.

use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

use super::Lack;
use crate::certification::{CertificateStep, SanctionReason};

/// A certificate as it was granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Grant {
    pub discipline: String,
    /// A higher rank includes the lower ones.
    pub level_rank: u8,
    pub valid_from: NaiveDate,
    /// The last day.
    pub valid_to: NaiveDate,
    pub recorded_at: DateTime<Utc>,
}

/// A step that was taken with a certificate.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Event {
    pub step: CertificateStep,
    /// The first day on which it counts; may be long before it is recorded.
    pub effective_on: NaiveDate,
    pub recorded_at: DateTime<Utc>,
    pub reason: Option<SanctionReason>,
    /// The new last day, of a renewal.
    pub valid_to: Option<NaiveDate>,
}

/// A certificate of a person or an accreditation of a supplier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    pub grant: Grant,
    pub events: Vec<Event>,
}

/// A person's employment or engagement by a supplier.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Employment {
    pub supplier: Uuid,
    pub from_on: NaiveDate,
    /// The last day.
    pub to_on: Option<NaiveDate>,
    pub recorded_at: DateTime<Utc>,
    /// A change is a retraction and a new record.
    pub retracted_at: Option<DateTime<Utc>>,
}

enum Standing {
    Active,
    Suspended(NaiveDate, Option<SanctionReason>),
    Lapsed(NaiveDate),
    Revoked(NaiveDate, Option<SanctionReason>),
    Withdrawn(NaiveDate),
}

impl Certificate {
    /// What was on record at an instant; nothing before the grant was.
    pub(super) fn known_at(&self, instant: DateTime<Utc>) -> Option<Self> {
        let mut events: Vec<_> = self
            .events
            .iter()
            .filter(|event| event.recorded_at <= instant)
            .cloned()
            .collect();
        events.sort_by_key(|event| (event.effective_on, event.recorded_at));
        (self.grant.recorded_at <= instant).then(|| Self {
            grant: self.grant.clone(),
            events,
        })
    }

    /// What is missing for the day to count; the events are in order. Steps that the state does not allow change
    /// nothing: they were overtaken by one that was recorded later and counts from an earlier day.
    pub(super) fn lack(&self, day: NaiveDate) -> Option<Lack> {
        let mut last_day = self.grant.valid_to;
        let mut standing = Standing::Active;
        for event in self.events.iter().take_while(|event| event.effective_on <= day) {
            let on = event.effective_on;
            standing = match (standing, event.step) {
                (end @ (Standing::Revoked(..) | Standing::Withdrawn(_)), _) => end,
                (_, CertificateStep::Revoke) => Standing::Revoked(on, event.reason),
                (_, CertificateStep::Withdraw) => Standing::Withdrawn(on),
                (Standing::Active, CertificateStep::Suspend) => Standing::Suspended(on, event.reason),
                (Standing::Suspended(..), CertificateStep::Reinstate) => Standing::Active,
                (_, CertificateStep::Lapse) => Standing::Lapsed(last_day.min(on.pred_opt().unwrap_or(on))),
                (before, CertificateStep::Renew) => {
                    let was_over = matches!(before, Standing::Lapsed(_)) || on > last_day;
                    last_day = event.valid_to.unwrap_or(last_day);
                    if was_over { Standing::Active } else { before }
                }
                (before, _) => before,
            };
        }
        let first_day = self.grant.valid_from;
        match standing {
            Standing::Revoked(from, reason) if from <= first_day => Some(Lack::RevokedFromStart { reason }),
            _ if day < first_day => Some(Lack::NotYet { from: first_day }),
            Standing::Revoked(from, reason) => Some(Lack::Revoked { from, reason }),
            Standing::Withdrawn(from) => Some(Lack::Withdrawn { from }),
            Standing::Lapsed(last_day) => Some(Lack::Lapsed { last_day }),
            _ if day > last_day => Some(Lack::Lapsed { last_day }),
            Standing::Suspended(since, reason) => Some(Lack::Suspended { since, reason }),
            Standing::Active => None,
        }
    }

    /// The days on which what is missing may change.
    pub(super) fn turns(&self) -> impl Iterator<Item = NaiveDate> {
        let events = self
            .events
            .iter()
            .flat_map(|event| [Some(event.effective_on), after(event.valid_to)]);
        [Some(self.grant.valid_from), after(Some(self.grant.valid_to))]
            .into_iter()
            .chain(events)
            .flatten()
    }
}

impl Employment {
    pub(super) fn is_known_at(&self, instant: DateTime<Utc>) -> bool {
        self.recorded_at <= instant && self.retracted_at.is_none_or(|retracted| retracted > instant)
    }

    pub(super) fn covers(&self, day: NaiveDate) -> bool {
        self.from_on <= day && self.to_on.is_none_or(|last_day| last_day >= day)
    }

    pub(super) fn turns(&self) -> impl Iterator<Item = NaiveDate> {
        [Some(self.from_on), after(self.to_on)].into_iter().flatten()
    }
}

fn after(last_day: Option<NaiveDate>) -> Option<NaiveDate> {
    last_day?.succ_opt()
}
