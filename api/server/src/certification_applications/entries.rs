//! Applications as rows of a list: a fixed number of statements, however many there are.

use super::model::ApplicationRow;
use super::reading::{discipline, level};
use super::store;
use super::wire::{Applicant, CertificationApplicationEntry};
use crate::http::AppError;
use crate::{certificates, consultants, schemes, suppliers};
use bellbuoy_domain::certification::{CertificationStage, HolderKind};
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use std::collections::HashMap;
use std::slice;
use uuid::Uuid;

/// Who applies, as far as the register knows.
pub async fn applicant(conn: &mut AsyncPgConnection, row: &ApplicationRow) -> Result<Applicant, AppError> {
    let known = Applicants::of(conn, slice::from_ref(row)).await?;
    Ok(known.applicant(row))
}

/// Who applies, for several applications.
struct Applicants {
    firms: HashMap<Uuid, String>,
    people: HashMap<Uuid, (Uuid, String)>,
    accounts: HashMap<Uuid, String>,
}

impl Applicants {
    async fn of(conn: &mut AsyncPgConnection, rows: &[ApplicationRow]) -> Result<Self, AppError> {
        let firms: Vec<Uuid> = rows.iter().filter_map(|row| row.supplier_id).collect();
        let accounts: Vec<Uuid> = rows.iter().map(|row| row.account_id).collect();
        Ok(Self {
            firms: suppliers::names(conn, &firms).await?.into_iter().collect(),
            people: consultants::of_accounts(conn, &accounts).await?,
            accounts: store::names(conn, &accounts).await?.into_iter().collect(),
        })
    }

    fn applicant(&self, row: &ApplicationRow) -> Applicant {
        if let Some(firm) = row.supplier_id {
            return Applicant {
                kind: HolderKind::Supplier,
                name: self.firms.get(&firm).cloned().unwrap_or_default(),
                id: Some(firm),
            };
        }
        let (id, name) = match self.people.get(&row.account_id) {
            Some((id, name)) => (Some(*id), Some(name)),
            None => (None, self.accounts.get(&row.account_id)),
        };
        Applicant {
            kind: HolderKind::Person,
            name: name.cloned().unwrap_or_default(),
            id,
        }
    }
}

/// Rows of a list.
pub async fn entries(
    conn: &mut AsyncPgConnection,
    rows: Vec<ApplicationRow>,
    today: NaiveDate,
) -> Result<Vec<CertificationApplicationEntry>, AppError> {
    let versions: Vec<Uuid> = rows.iter().map(|row| row.scheme_version_id).collect();
    let schemes = schemes::of_versions(conn, &versions).await?;
    let reviewers: Vec<Uuid> = rows.iter().filter_map(|row| row.reviewer_id).collect();
    let names: HashMap<Uuid, String> = store::names(conn, &reviewers).await?.into_iter().collect();
    let applicants = Applicants::of(conn, &rows).await?;
    let renewed: Vec<Uuid> = rows.iter().filter_map(|row| row.renews).collect();
    let numbers = certificates::numbers(conn, &renewed).await?;
    rows.into_iter()
        .map(|row| {
            let scheme = schemes
                .get(&row.scheme_version_id)
                .ok_or(AppError::NotFound("scheme"))?;
            let runs = matches!(
                row.stage,
                CertificationStage::Submitted | CertificationStage::InReview | CertificationStage::Appealed
            );
            Ok(CertificationApplicationEntry {
                applicant: applicants.applicant(&row),
                scheme: scheme.code.clone(),
                discipline: discipline(scheme, &row),
                level: level(scheme, &row),
                renews: row.renews.and_then(|id| numbers.get(&id).cloned()),
                reviewer: row.reviewer_id.and_then(|id| names.get(&id).cloned()),
                days_left: row
                    .due_on
                    .filter(|_| runs)
                    .map(|due| due.signed_duration_since(today).num_days()),
                id: row.id,
                stage: row.stage,
                reviewer_id: row.reviewer_id,
                submitted_at: row.submitted_at,
                due_on: row.due_on,
                changed_at: row.changed_at,
            })
        })
        .collect()
}
