//! Who is too close to an applicant to review or decide.

use super::model::ApplicationRow;
use super::store;
use super::wire::ReviewerCandidate;
use crate::auth::store as accounts;
use crate::consultants;
use crate::http::AppError;
use bellbuoy_domain::certification::{Applicant, EmployedBy, Reviewer, conflict};
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// What stands in the way of somebody who would review or decide, in a sentence.
pub async fn in_the_way(
    conn: &mut AsyncPgConnection,
    row: &ApplicationRow,
    account: Uuid,
    today: NaiveDate,
) -> Result<Option<String>, AppError> {
    let applicant = applicant(conn, row).await?;
    let employments = companies(conn, account).await?;
    let reviewer = Reviewer { account, employments };
    Ok(conflict(&reviewer, &applicant, today).map(|found| found.to_string()))
}

async fn companies(conn: &mut AsyncPgConnection, account: Uuid) -> Result<Vec<EmployedBy>, AppError> {
    let Some(person) = consultants::own_id(conn, account).await? else {
        return Ok(Vec::new());
    };
    let all = consultants::employments(conn, person).await?;
    let stand = all.into_iter().filter(|one| one.retracted_at.is_none());
    Ok(stand
        .map(|one| EmployedBy {
            company: one.supplier_id,
            to_on: one.to_on,
        })
        .collect())
}

async fn applicant(conn: &mut AsyncPgConnection, row: &ApplicationRow) -> Result<Applicant, AppError> {
    let mut referees = Vec::new();
    for referee in store::referees(conn, row.id).await? {
        if let Some(found) = accounts::find_by_email(conn, &referee.email).await? {
            referees.push(found.id);
        }
    }
    let mut companies: Vec<Uuid> = companies(conn, row.account_id)
        .await?
        .into_iter()
        .map(|one| one.company)
        .collect();
    companies.extend(row.supplier_id);
    Ok(Applicant {
        accounts: vec![row.account_id],
        companies,
        referees,
    })
}

/// Everybody who could review, and what stands in the way of each.
pub async fn candidates(
    conn: &mut AsyncPgConnection,
    row: &ApplicationRow,
    today: NaiveDate,
) -> Result<Vec<ReviewerCandidate>, AppError> {
    let mut all = Vec::new();
    for (account_id, name, open) in store::reviewers(conn).await? {
        let conflict = in_the_way(conn, row, account_id, today).await?;
        all.push(ReviewerCandidate {
            account_id,
            name,
            conflict,
            open,
        });
    }
    Ok(all)
}
