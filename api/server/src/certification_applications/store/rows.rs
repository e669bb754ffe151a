//! Queries of the applications themselves.

use crate::certification_applications::model::ApplicationRow;
use crate::schema::{accounts, certification_applications};
use bellbuoy_domain::account::Role;
use bellbuoy_domain::certification::CertificationStage;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Which applications.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub stage: Option<Vec<CertificationStage>>,
    pub reviewer: Option<Uuid>,
    /// Those of this account.
    pub account: Option<Uuid>,
}

/// Enters an application.
pub async fn insert(conn: &mut AsyncPgConnection, row: &ApplicationRow) -> QueryResult<()> {
    diesel::insert_into(certification_applications::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// The last application that somebody submitted, for themselves or for a firm.
pub async fn last_submitted(
    conn: &mut AsyncPgConnection,
    account: Option<Uuid>,
    supplier: Option<Uuid>,
) -> QueryResult<Option<ApplicationRow>> {
    let mut query = ApplicationRow::query()
        .filter(certification_applications::submitted_at.is_not_null())
        .order(certification_applications::submitted_at.desc())
        .into_boxed();
    query = match supplier {
        Some(firm) => query.filter(certification_applications::supplier_id.eq(firm)),
        None => query.filter(certification_applications::supplier_id.is_null()),
    };
    if let Some(account) = account {
        query = query.filter(certification_applications::account_id.eq(account));
    }
    query.first(conn).await.optional()
}

/// Finds an application that the caller may know of.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<ApplicationRow>> {
    ApplicationRow::query()
        .filter(certification_applications::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Locks an application until the transaction ends.
pub async fn lock(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<ApplicationRow>> {
    ApplicationRow::query()
        .filter(certification_applications::id.eq(id))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes an application as its next revision.
pub async fn write(conn: &mut AsyncPgConnection, row: ApplicationRow) -> QueryResult<ApplicationRow> {
    let next = ApplicationRow {
        revision: row.revision + 1,
        ..row
    };
    diesel::update(certification_applications::table.filter(certification_applications::id.eq(next.id)))
        .set(&next)
        .returning(ApplicationRow::as_returning())
        .get_result(conn)
        .await
}

/// Removes a draft.
pub async fn remove(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<()> {
    diesel::delete(certification_applications::table.filter(certification_applications::id.eq(id)))
        .execute(conn)
        .await?;
    Ok(())
}

/// A page, newest first.
pub async fn list(
    conn: &mut AsyncPgConnection,
    filter: &Filter,
    from: Option<Uuid>,
    back: bool,
    limit: i64,
) -> QueryResult<Vec<ApplicationRow>> {
    use certification_applications as a;
    let mut query = ApplicationRow::query().limit(limit).into_boxed();
    if let Some(stage) = &filter.stage {
        query = query.filter(a::stage.eq_any(stage));
    }
    if let Some(reviewer) = filter.reviewer {
        query = query.filter(a::reviewer_id.eq(reviewer));
    }
    if let Some(account) = filter.account {
        query = query.filter(a::account_id.eq(account));
    }
    if let Some(id) = from {
        query = if back {
            query.filter(a::id.gt(id))
        } else {
            query.filter(a::id.lt(id))
        };
    }
    query = if back {
        query.order(a::id.asc())
    } else {
        query.order(a::id.desc())
    };
    query.load(conn).await
}

/// Holds back other applications of an account or for a holder until the transaction ends.
pub async fn one_at_a_time(conn: &mut AsyncPgConnection, whose: Uuid) -> QueryResult<()> {
    diesel::sql_query("SELECT pg_advisory_xact_lock(hashtextextended('application ' || $1, 0))")
        .bind::<diesel::sql_types::Text, _>(whose.to_string())
        .execute(conn)
        .await?;
    Ok(())
}

/// Whether the account has an application under way for this.
pub async fn is_under_way(conn: &mut AsyncPgConnection, row: &ApplicationRow) -> QueryResult<bool> {
    use certification_applications as a;
    let closed = [
        CertificationStage::Granted,
        CertificationStage::RefusalUpheld,
        CertificationStage::Withdrawn,
        CertificationStage::Refused,
    ];
    let same = a::table
        .filter(a::account_id.eq(row.account_id))
        .filter(a::supplier_id.is_not_distinct_from(row.supplier_id))
        .filter(a::scheme_version_id.eq(row.scheme_version_id))
        .filter(a::discipline.eq(&row.discipline))
        .filter(a::level.eq(&row.level))
        .filter(a::stage.ne_all(closed));
    diesel::select(diesel::dsl::exists(same)).get_result(conn).await
}

/// Everybody who could review: id, name, and how many applications wait for them.
pub async fn reviewers(conn: &mut AsyncPgConnection) -> QueryResult<Vec<(Uuid, String, i64)>> {
    use certification_applications as a;
    let people: Vec<(Uuid, String)> = accounts::table
        .filter(accounts::role.eq_any([Role::SchemeAdministrator, Role::QaReviewer]))
        .filter(accounts::suspended.eq(false))
        .order(accounts::name)
        .select((accounts::id, accounts::name))
        .load(conn)
        .await?;
    let waiting: Vec<(Option<Uuid>, i64)> = a::table
        .filter(a::stage.eq(CertificationStage::InReview))
        .group_by(a::reviewer_id)
        .select((a::reviewer_id, diesel::dsl::count_star()))
        .load(conn)
        .await?;
    let open = |id: Uuid| {
        waiting
            .iter()
            .find(|(reviewer, _)| *reviewer == Some(id))
            .map_or(0, |(_, count)| *count)
    };
    Ok(people
        .into_iter()
        .map(|(id, name)| (id, name, open(id)))
        .collect())
}

/// Names of some accounts that the caller may know.
pub async fn names(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<Vec<(Uuid, String)>> {
    accounts::table
        .filter(accounts::id.eq_any(ids))
        .select((accounts::id, accounts::name))
        .load(conn)
        .await
}
