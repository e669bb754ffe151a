//! Queries of organisations.

use super::model::{Edited, OrganisationRow};
use crate::schema::organisations;
use bellbuoy_domain::account::{OrganisationKind, OrganisationStatus, Partnership, Visibility};
use diesel::dsl::{count_star, sql};
use diesel::prelude::*;
use diesel::sql_types::Text;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Place in the directory: name in lower case, then id.
pub type Key = (String, Uuid);

/// Which organisations.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Everything the caller may know of, and not the directory alone.
    pub all: bool,
    pub kind: Option<Vec<OrganisationKind>>,
    pub partner_as: Option<Vec<Partnership>>,
    pub country: Option<String>,
    /// Part of the name.
    pub name: Option<String>,
}

/// Finds an organisation that the caller may know of.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<OrganisationRow>> {
    OrganisationRow::query()
        .filter(organisations::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// The names of some organisations that the caller may know of.
pub async fn names(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<Vec<(Uuid, String)>> {
    organisations::table
        .filter(organisations::id.eq_any(ids))
        .select((organisations::id, organisations::name))
        .load(conn)
        .await
}

/// Locks an organisation until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<OrganisationRow>> {
    OrganisationRow::query()
        .filter(organisations::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes a change of the entry.
pub async fn edit(conn: &mut AsyncPgConnection, id: Uuid, edited: &Edited) -> QueryResult<OrganisationRow> {
    diesel::update(organisations::table.filter(organisations::id.eq(id)))
        .set(edited)
        .returning(OrganisationRow::as_returning())
        .get_result(conn)
        .await
}

/// Writes a step.
pub async fn set_status(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    status: OrganisationStatus,
    reason: Option<&str>,
    revision: i32,
) -> QueryResult<OrganisationRow> {
    diesel::update(organisations::table.filter(organisations::id.eq(id)))
        .set((
            organisations::status.eq(status),
            organisations::reason.eq(reason),
            organisations::revision.eq(revision),
        ))
        .returning(OrganisationRow::as_returning())
        .get_result(conn)
        .await
}

/// A page of the directory, by name.
pub async fn list(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    from: Option<Key>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<OrganisationRow>> {
    let name = sql::<Text>("lower(name)");
    let mut query = OrganisationRow::query().limit(limit).into_boxed();
    if !filter.all {
        query = query
            .filter(organisations::visibility.eq(Visibility::Listed))
            .filter(organisations::status.eq(OrganisationStatus::Member));
    }
    if let Some(kinds) = &filter.kind {
        query = query.filter(organisations::kind.eq_any(kinds));
    }
    if let Some(partners) = &filter.partner_as {
        query = query.filter(organisations::partner_as.overlaps_with(partners));
    }
    if let Some(country) = &filter.country {
        query = query.filter(organisations::country.eq(country));
    }
    if let Some(part) = &filter.name {
        let plain = part.replace('\\', "\\\\").replace('%', "\\%").replace('_', "\\_");
        query = query.filter(organisations::name.ilike(format!("%{plain}%")));
    }
    if let Some((text, id)) = from {
        let columns = (name.clone(), organisations::id);
        let values = (text.into_sql::<Text>(), id.into_sql::<diesel::sql_types::Uuid>());
        query = query.filter(if back {
            crate::db::keyset::before(columns, values)
        } else {
            crate::db::keyset::after(columns, values)
        });
    }
    query = if back {
        query.order((name.desc(), organisations::id.desc()))
    } else {
        query.order((name.asc(), organisations::id.asc()))
    };
    query.load(conn).await
}

/// How many members of each kind are counted without a name.
pub async fn undisclosed(conn: &mut AsyncPgConnection) -> QueryResult<Vec<(OrganisationKind, i64)>> {
    organisations::table
        .filter(organisations::visibility.eq(Visibility::Undisclosed))
        .filter(organisations::status.eq(OrganisationStatus::Member))
        .group_by(organisations::kind)
        .order(organisations::kind)
        .select((organisations::kind, count_star()))
        .load(conn)
        .await
}
