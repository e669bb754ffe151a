//! Who works for whom, from either side.

use super::SupplierName;
use crate::consultants::model::EngagementRow;
use chrono::{DateTime, NaiveDate, Utc};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// For whom somebody works or worked.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Engagement {
    pub id: Uuid,
    pub supplier: SupplierName,
    pub from_on: NaiveDate,
    /// Last day; none while it lasts.
    pub to_on: Option<NaiveDate>,
    /// When it was entered.
    pub recorded_at: DateTime<Utc>,
    /// When the firm or the scheme confirmed it; it does not count before.
    pub confirmed_at: Option<DateTime<Utc>>,
    /// When it was taken back or replaced.
    pub retracted_at: Option<DateTime<Utc>>,
}

impl Engagement {
    /// An engagement with the name of its firm.
    pub fn of(row: EngagementRow, name: String) -> Self {
        Self {
            id: row.id,
            supplier: SupplierName {
                id: row.supplier_id,
                name,
            },
            from_on: row.from_on,
            to_on: row.to_on,
            recorded_at: row.recorded_at,
            confirmed_at: row.confirmed_at,
            retracted_at: row.retracted_at,
        }
    }
}

/// Who works or worked for a supplier.
#[derive(Debug, Clone, Serialize, ToSchema)]
pub struct Engaged {
    /// Id of the engagement.
    pub id: Uuid,
    pub consultant_id: Uuid,
    /// The person's name.
    pub name: String,
    pub from_on: NaiveDate,
    /// Last day; none while it lasts.
    pub to_on: Option<NaiveDate>,
    /// When it was entered.
    pub recorded_at: DateTime<Utc>,
    /// When the firm or the scheme confirmed it; others do not see it before.
    pub confirmed_at: Option<DateTime<Utc>>,
}

impl Engaged {
    /// An engagement with the name of the person.
    pub fn of(row: EngagementRow, name: String) -> Self {
        Self {
            id: row.id,
            consultant_id: row.consultant_id,
            name,
            from_on: row.from_on,
            to_on: row.to_on,
            recorded_at: row.recorded_at,
            confirmed_at: row.confirmed_at,
        }
    }
}
