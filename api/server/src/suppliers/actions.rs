//! What others ask of the register of suppliers.

use super::model::SupplierRow;
use super::store;
use crate::http::AppError;
use bellbuoy_domain::certification::WorkDomain;
use bellbuoy_domain::place::plain;
use chrono::{DateTime, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// Whom an accreditation is about.
#[derive(Debug, Clone)]
pub struct Firm {
    pub id: Uuid,
    pub organisation_id: Option<Uuid>,
    pub name: String,
    pub demo: bool,
}

/// A supplier, as far as the caller may know of it.
pub async fn firm(conn: &mut AsyncPgConnection, id: Uuid) -> Result<Option<Firm>, AppError> {
    Ok(store::find(conn, id).await?.map(|row| Firm {
        id: row.id,
        organisation_id: row.organisation_id,
        name: row.name,
        demo: row.demo,
    }))
}

/// The name of a supplier that the caller may know of.
pub async fn name(conn: &mut AsyncPgConnection, id: Uuid) -> Result<Option<String>, AppError> {
    Ok(store::find(conn, id).await?.map(|row| row.name))
}

/// The names of some suppliers that the caller may know of.
pub async fn names(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<Vec<(Uuid, String)>, AppError> {
    Ok(store::names(conn, ids).await?)
}

/// Makes a supplier public: a first accreditation was granted.
pub async fn list_publicly(conn: &mut AsyncPgConnection, id: Uuid) -> Result<(), AppError> {
    Ok(store::list_publicly(conn, id).await?)
}

/// How many hold an accreditation in force.
pub async fn count(conn: &mut AsyncPgConnection, today: NaiveDate) -> Result<i64, AppError> {
    Ok(store::count(conn, today).await?)
}

/// A firm that was invented for demonstration.
#[derive(Debug, Clone)]
pub struct Invented {
    pub name: &'static str,
    pub about: &'static str,
    pub base: &'static str,
    pub languages: Vec<String>,
    pub domains: Vec<WorkDomain>,
    pub website: Option<String>,
    pub created_at: DateTime<Utc>,
}

/// Enters a firm that was invented.
pub async fn enter_invented(conn: &mut AsyncPgConnection, invented: Invented) -> Result<Uuid, AppError> {
    let row = SupplierRow {
        id: Uuid::now_v7(),
        organisation_id: None,
        name: invented.name.to_owned(),
        plain_name: plain(invented.name),
        about: Some(invented.about.to_owned()),
        country: invented.base.get(..2).unwrap_or_default().to_owned(),
        base: invented.base.to_owned(),
        languages: invented.languages,
        domains: invented.domains,
        website: invented.website,
        email: None,
        listed: false,
        demo: true,
        revision: 1,
        created_at: invented.created_at,
    };
    store::insert(conn, &row).await?;
    Ok(row.id)
}
