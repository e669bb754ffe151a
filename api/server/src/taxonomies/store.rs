//! Queries of techniques.

use crate::schema::techniques;
use bellbuoy_domain::incident::TechniqueMatrix;
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel::upsert::excluded;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

/// A technique as stored.
#[derive(Debug, Clone, HasQuery, Insertable)]
#[diesel(table_name = techniques, check_for_backend(Pg))]
pub struct TechniqueRow {
    pub matrix: TechniqueMatrix,
    pub id: String,
    pub name: String,
    pub tactics: Vec<String>,
    pub version: String,
    pub revoked: bool,
}

/// Techniques of the matrices in the order of their ids.
pub async fn list(
    conn: &mut AsyncPgConnection,
    matrix: Option<TechniqueMatrix>,
) -> QueryResult<Vec<TechniqueRow>> {
    let mut query = TechniqueRow::query()
        .order((techniques::matrix, techniques::id))
        .into_boxed();
    if let Some(matrix) = matrix {
        query = query.filter(techniques::matrix.eq(matrix));
    }
    query.load(conn).await
}

/// How many techniques there are.
pub async fn count(conn: &mut AsyncPgConnection) -> QueryResult<i64> {
    techniques::table.count().get_result(conn).await
}

/// Enters techniques; those that stand are renewed.
pub async fn put(conn: &mut AsyncPgConnection, rows: &[TechniqueRow]) -> QueryResult<usize> {
    diesel::insert_into(techniques::table)
        .values(rows)
        .on_conflict((techniques::matrix, techniques::id))
        .do_update()
        .set((
            techniques::name.eq(excluded(techniques::name)),
            techniques::tactics.eq(excluded(techniques::tactics)),
            techniques::version.eq(excluded(techniques::version)),
            techniques::revoked.eq(excluded(techniques::revoked)),
        ))
        .execute(conn)
        .await
}
