//! Queries of suppliers.

use super::model::SupplierRow;
use crate::db::keyset;
use crate::schema::{certificates, suppliers};
use bellbuoy_domain::certification::{CertificateStatus, WorkDomain};
use chrono::NaiveDate;
use diesel::dsl::exists;
use diesel::prelude::*;
use diesel::sql_types::{self, Text};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Place in the list: the plain name, then the id.
pub type Key = (String, Uuid);

/// Which suppliers: those with an accreditation in force on a day.
#[derive(Debug, Clone)]
pub struct Filter {
    pub today: NaiveDate,
    pub country: Option<String>,
    pub domain: Option<Vec<WorkDomain>>,
    /// Part of the plain name.
    pub name: Option<String>,
}

/// That a supplier holds an accreditation in force on a day.
#[diesel::dsl::auto_type(no_type_alias)]
fn is_accredited(today: NaiveDate) -> _ {
    let active: CertificateStatus = CertificateStatus::Active;
    exists(
        certificates::table
            .filter(certificates::supplier_id.eq(suppliers::id.nullable()))
            .filter(certificates::status.eq(active))
            .filter(certificates::valid_to.ge(today)),
    )
}

/// Enters a supplier.
pub async fn insert(conn: &mut AsyncPgConnection, row: &SupplierRow) -> QueryResult<()> {
    diesel::insert_into(suppliers::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Finds the entry of an organisation.
pub async fn find_of(conn: &mut AsyncPgConnection, organisation: Uuid) -> QueryResult<Option<SupplierRow>> {
    SupplierRow::query()
        .filter(suppliers::organisation_id.eq(organisation))
        .first(conn)
        .await
        .optional()
}

/// Finds a supplier that the caller may know of.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<SupplierRow>> {
    SupplierRow::query()
        .filter(suppliers::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// The names of some suppliers.
pub async fn names(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<Vec<(Uuid, String)>> {
    suppliers::table
        .filter(suppliers::id.eq_any(ids))
        .select((suppliers::id, suppliers::name))
        .load(conn)
        .await
}

/// Makes a supplier public.
pub async fn list_publicly(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<()> {
    diesel::update(
        suppliers::table
            .filter(suppliers::id.eq(id))
            .filter(suppliers::listed.eq(false)),
    )
    .set(suppliers::listed.eq(true))
    .execute(conn)
    .await?;
    Ok(())
}

/// A page of accredited suppliers, by name.
pub async fn list(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    from: Option<Key>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<SupplierRow>> {
    let mut query = SupplierRow::query()
        .filter(suppliers::listed)
        .filter(is_accredited(filter.today))
        .limit(limit)
        .into_boxed();
    if let Some(country) = &filter.country {
        query = query.filter(suppliers::country.eq(country));
    }
    if let Some(domains) = &filter.domain {
        query = query.filter(suppliers::domains.overlaps_with(domains));
    }
    if let Some(part) = &filter.name {
        let part = part.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        query = query.filter(suppliers::plain_name.like(format!("%{part}%")));
    }
    if let Some((name, id)) = from {
        let columns = (suppliers::plain_name, suppliers::id);
        let values = (name.into_sql::<Text>(), id.into_sql::<sql_types::Uuid>());
        query = query.filter(if back {
            keyset::before(columns, values)
        } else {
            keyset::after(columns, values)
        });
    }
    query = if back {
        query.order((suppliers::plain_name.desc(), suppliers::id.desc()))
    } else {
        query.order((suppliers::plain_name.asc(), suppliers::id.asc()))
    };
    query.load(conn).await
}

/// How many hold an accreditation in force.
pub async fn count(conn: &mut AsyncPgConnection, today: NaiveDate) -> QueryResult<i64> {
    suppliers::table
        .filter(suppliers::listed)
        .filter(is_accredited(today))
        .count()
        .get_result(conn)
        .await
}
