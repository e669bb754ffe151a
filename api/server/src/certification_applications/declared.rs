//! What people and firms declared of their interests when they last applied.

use super::model::ApplicationRow;
use super::store;
use super::wire::Interest;
use crate::http::AppError;
use chrono::{Months, NaiveDate};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// For how long an interest counts after it ended, months.
const MONTHS: u32 = 24;

/// An interest that stands.
#[derive(Debug, Clone)]
pub struct Declared {
    pub company: String,
    /// Which: shares, an employment, family, a contract.
    pub relation: String,
    pub declared_on: NaiveDate,
    /// Declared for a firm, by whoever applied for it.
    pub of_firm: bool,
}

/// The interests of a person and of a firm that stand on a day, as they were last declared.
///
/// # Errors
/// When the database refuses.
pub async fn declared(
    conn: &mut AsyncPgConnection,
    account: Option<Uuid>,
    firm: Option<Uuid>,
    on: NaiveDate,
) -> Result<Vec<Declared>, AppError> {
    let mut rows = Vec::new();
    if account.is_some() {
        rows.extend(store::last_submitted(conn, account, None).await?);
    }
    if firm.is_some() {
        rows.extend(store::last_submitted(conn, None, firm).await?);
    }
    let mut standing = Vec::new();
    for row in rows {
        standing.extend(of(row, on)?);
    }
    Ok(standing)
}

fn of(row: ApplicationRow, on: NaiveDate) -> Result<Vec<Declared>, AppError> {
    let of_firm = row.supplier_id.is_some();
    let Some(declared_on) = row.submitted_at.map(|at| at.date_naive()) else {
        return Ok(Vec::new());
    };
    let all: Vec<Interest> =
        serde_json::from_value(row.interests).map_err(|error| AppError::Internal(error.into()))?;
    let counts = |to_on: Option<NaiveDate>| {
        let free = to_on.and_then(|to| to.checked_add_months(Months::new(MONTHS)));
        free.is_none_or(|free| free > on)
    };
    let standing = all.into_iter().filter(|one| counts(one.to_on));
    Ok(standing
        .map(|one| Declared {
            company: one.company,
            relation: one.relation,
            declared_on,
            of_firm,
        })
        .collect())
}
