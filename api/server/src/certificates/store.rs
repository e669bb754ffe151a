//! Queries of certificates.

use super::model::{CertificateRow, EventRow};
use crate::db::keyset;
use crate::schema::{
    certificate_events, certificate_serials, certificates, consultants, scheme_versions, schemes, suppliers,
};
use bellbuoy_domain::certification::{CertificateStatus, HolderKind};
use chrono::{DateTime, NaiveDate, Utc};
use diesel::prelude::*;
use diesel::sql_types::{self, Timestamptz};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Place in the list: when it last changed, then the id.
pub type Key = (DateTime<Utc>, Uuid);

/// Which certificates.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub consultant: Option<Uuid>,
    pub supplier: Option<Uuid>,
    pub status: Option<Vec<CertificateStatus>>,
    pub kind: Option<Vec<HolderKind>>,
}

/// Enters a certificate.
pub async fn insert(conn: &mut AsyncPgConnection, row: &CertificateRow) -> QueryResult<()> {
    diesel::insert_into(certificates::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Gives the next serial of a year.
pub async fn next_serial(conn: &mut AsyncPgConnection, kind: HolderKind, year: i16) -> QueryResult<i32> {
    diesel::insert_into(certificate_serials::table)
        .values((
            certificate_serials::kind.eq(kind),
            certificate_serials::year.eq(year),
            certificate_serials::last.eq(1),
        ))
        .on_conflict((certificate_serials::kind, certificate_serials::year))
        .do_update()
        .set(certificate_serials::last.eq(certificate_serials::last + 1))
        .returning(certificate_serials::last)
        .get_result(conn)
        .await
}

/// How many were granted ever.
pub async fn granted(conn: &mut AsyncPgConnection) -> QueryResult<i64> {
    let serials: Option<i64> = certificate_serials::table
        .select(diesel::dsl::sum(certificate_serials::last))
        .get_result(conn)
        .await?;
    Ok(serials.unwrap_or(0))
}

/// The newest status list.
pub async fn newest_list(conn: &mut AsyncPgConnection) -> QueryResult<Option<i32>> {
    certificates::table
        .select(diesel::dsl::max(certificates::list))
        .get_result(conn)
        .await
}

/// Whether a place in a status list is taken.
pub async fn is_taken(conn: &mut AsyncPgConnection, list: i32, index: i32) -> QueryResult<bool> {
    let at = certificates::table
        .filter(certificates::list.eq(list))
        .filter(certificates::list_index.eq(index));
    diesel::select(diesel::dsl::exists(at)).get_result(conn).await
}

/// Places in a list whose certificates stand where `status` says.
pub async fn places(
    conn: &mut AsyncPgConnection,
    list: i32,
    status: &[CertificateStatus],
) -> QueryResult<Vec<i32>> {
    certificates::table
        .filter(certificates::list.eq(list))
        .filter(certificates::status.eq_any(status))
        .select(certificates::list_index)
        .load(conn)
        .await
}

/// Finds a certificate by its number.
pub async fn find(conn: &mut AsyncPgConnection, number: &str) -> QueryResult<Option<CertificateRow>> {
    CertificateRow::query()
        .filter(certificates::number.eq(number))
        .first(conn)
        .await
        .optional()
}

/// Finds a certificate by its number, with the name of the person or the firm that holds it.
pub async fn find_named(
    mut conn: &AsyncPgConnection,
    number: &str,
) -> QueryResult<Option<(CertificateRow, Option<String>, Option<String>)>> {
    certificates::table
        .left_join(consultants::table.on(certificates::consultant_id.eq(consultants::id.nullable())))
        .left_join(suppliers::table.on(certificates::supplier_id.eq(suppliers::id.nullable())))
        .filter(certificates::number.eq(number))
        .select((
            CertificateRow::as_select(),
            consultants::name.nullable(),
            suppliers::name.nullable(),
        ))
        .first(&mut conn)
        .await
        .optional()
}

/// The steps of the certificate of a number, in the order in which they were entered.
pub async fn events_of(mut conn: &AsyncPgConnection, number: &str) -> QueryResult<Vec<EventRow>> {
    certificate_events::table
        .inner_join(certificates::table.on(certificates::id.eq(certificate_events::certificate_id)))
        .filter(certificates::number.eq(number))
        .order((certificate_events::recorded_at, certificate_events::id))
        .select(EventRow::as_select())
        .load(&mut conn)
        .await
}

/// Finds a certificate by its id.
pub async fn find_by_id(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<CertificateRow>> {
    CertificateRow::query()
        .filter(certificates::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// The numbers of some certificates.
pub async fn numbers(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<Vec<(Uuid, String)>> {
    certificates::table
        .filter(certificates::id.eq_any(ids))
        .select((certificates::id, certificates::number))
        .load(conn)
        .await
}

/// Which of some numbers were given.
pub async fn given(conn: &mut AsyncPgConnection, numbers: &[String]) -> QueryResult<Vec<String>> {
    certificates::table
        .filter(certificates::number.eq_any(numbers))
        .select(certificates::number)
        .load(conn)
        .await
}

/// Number and last day of a certificate of the holder for the same that has not ended by a day.
pub async fn standing(
    conn: &mut AsyncPgConnection,
    (holder, kind): (Uuid, HolderKind),
    scheme: &str,
    (discipline, level): (&str, &str),
    today: NaiveDate,
) -> QueryResult<Option<(String, NaiveDate)>> {
    let stands = [CertificateStatus::Active, CertificateStatus::Suspended];
    let query = certificates::table
        .inner_join(scheme_versions::table.on(scheme_versions::id.eq(certificates::scheme_version_id)))
        .inner_join(schemes::table.on(schemes::id.eq(scheme_versions::scheme_id)))
        .filter(schemes::code.eq(scheme))
        .filter(certificates::discipline.eq(discipline))
        .filter(certificates::level.eq(level))
        .filter(certificates::status.eq_any(stands))
        .filter(certificates::valid_to.ge(today))
        .select((certificates::number, certificates::valid_to))
        .into_boxed();
    let query = match kind {
        HolderKind::Person => query.filter(certificates::consultant_id.eq(holder)),
        HolderKind::Supplier => query.filter(certificates::supplier_id.eq(holder)),
    };
    query.first(conn).await.optional()
}

/// Locks a certificate until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, number: &str) -> QueryResult<Option<CertificateRow>> {
    CertificateRow::query()
        .filter(certificates::number.eq(number))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes where a certificate stands after a step.
pub async fn set_status(
    conn: &mut AsyncPgConnection,
    row: &CertificateRow,
    status: CertificateStatus,
    valid_to: NaiveDate,
    at: DateTime<Utc>,
) -> QueryResult<CertificateRow> {
    diesel::update(certificates::table.filter(certificates::id.eq(row.id)))
        .set((
            certificates::status.eq(status),
            certificates::valid_to.eq(valid_to),
            certificates::revision.eq(row.revision + 1),
            certificates::changed_at.eq(at),
        ))
        .returning(CertificateRow::as_returning())
        .get_result(conn)
        .await
}

/// Enters a step.
pub async fn note(conn: &mut AsyncPgConnection, event: &EventRow) -> QueryResult<()> {
    diesel::insert_into(certificate_events::table)
        .values(event)
        .execute(conn)
        .await?;
    Ok(())
}

/// The steps of some certificates, in the order in which they were entered.
pub async fn events(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<Vec<EventRow>> {
    EventRow::query()
        .filter(certificate_events::certificate_id.eq_any(ids))
        .order((certificate_events::recorded_at, certificate_events::id))
        .load(conn)
        .await
}

/// Certificates in force that ran out before a day, locked.
pub async fn ran_out(
    conn: &mut AsyncPgConnection,
    today: NaiveDate,
    most: i64,
) -> QueryResult<Vec<CertificateRow>> {
    CertificateRow::query()
        .filter(certificates::status.eq_any([CertificateStatus::Active, CertificateStatus::Suspended]))
        .filter(certificates::valid_to.lt(today))
        .order(certificates::valid_to)
        .limit(most)
        .for_update()
        .load(conn)
        .await
}

/// A page, what changed last first.
pub async fn list(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    from: Option<Key>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<CertificateRow>> {
    let mut query = CertificateRow::query().limit(limit).into_boxed();
    if let Some(id) = filter.consultant {
        query = query.filter(certificates::consultant_id.eq(id));
    }
    if let Some(id) = filter.supplier {
        query = query.filter(certificates::supplier_id.eq(id));
    }
    if let Some(status) = &filter.status {
        query = query.filter(certificates::status.eq_any(status));
    }
    if let Some(kinds) = &filter.kind {
        let people = kinds.contains(&HolderKind::Person);
        let firms = kinds.contains(&HolderKind::Supplier);
        query = query.filter(
            (certificates::consultant_id
                .is_not_null()
                .and(people.into_sql::<sql_types::Bool>()))
            .or(certificates::supplier_id
                .is_not_null()
                .and(firms.into_sql::<sql_types::Bool>())),
        );
    }
    if let Some((at, id)) = from {
        let columns = (certificates::changed_at, certificates::id);
        let values = (at.into_sql::<Timestamptz>(), id.into_sql::<sql_types::Uuid>());
        query = query.filter(if back {
            keyset::after(columns, values)
        } else {
            keyset::before(columns, values)
        });
    }
    query = if back {
        query.order((certificates::changed_at.asc(), certificates::id.asc()))
    } else {
        query.order((certificates::changed_at.desc(), certificates::id.desc()))
    };
    query.load(conn).await
}
