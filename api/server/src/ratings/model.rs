//! Rows of ratings.

use crate::http::precondition::etag;
use crate::schema::ratings;
use bellbuoy_domain::certification::rating::RatingState;
use bellbuoy_domain::certification::{HolderKind, ReviewStatus};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use uuid::Uuid;

#[derive(Debug, Clone, HasQuery, Insertable, AsChangeset)]
#[diesel(table_name = ratings, check_for_backend(Pg), treat_none_as_null = true)]
pub struct RatingRow {
    pub id: Uuid,
    pub consultant_id: Option<Uuid>,
    pub supplier_id: Option<Uuid>,
    pub organisation_id: Uuid,
    pub account_id: Option<Uuid>,
    pub from_on: NaiveDate,
    pub to_on: NaiveDate,
    pub competence: i16,
    pub conduct: i16,
    pub report: i16,
    pub timeliness: i16,
    pub remark: Option<String>,
    pub named: bool,
    pub status: ReviewStatus,
    pub reason: Option<String>,
    pub moderated_by: Option<Uuid>,
    pub moderated_at: Option<DateTime<Utc>>,
    pub published_at: Option<DateTime<Utc>>,
    pub gone_at: Option<DateTime<Utc>>,
    pub answer: Option<String>,
    pub answer_status: Option<ReviewStatus>,
    pub answer_reason: Option<String>,
    pub answered_by: Option<Uuid>,
    pub answered_at: Option<DateTime<Utc>>,
    pub demo: bool,
    pub revision: i32,
    pub created_at: DateTime<Utc>,
    pub changed_at: DateTime<Utc>,
}

impl RatingRow {
    /// Its version.
    pub fn etag(&self) -> String {
        etag(self.id, self.revision, "rating")
    }

    /// Where it stands.
    pub const fn state(&self) -> RatingState {
        RatingState {
            rating: self.status,
            answer: self.answer_status,
        }
    }

    /// Whom it is about.
    pub fn rated(&self) -> Rated {
        match self.consultant_id {
            Some(id) => Rated {
                kind: HolderKind::Person,
                id,
            },
            None => Rated {
                kind: HolderKind::Supplier,
                id: self.supplier_id.unwrap_or_default(),
            },
        }
    }

    /// The stars in the order of the criteria.
    pub fn stars(&self) -> [u8; 4] {
        [self.competence, self.conduct, self.report, self.timeliness]
            .map(|stars| u8::try_from(stars).unwrap_or_default())
    }
}

/// Whom a rating is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rated {
    pub kind: HolderKind,
    pub id: Uuid,
}
