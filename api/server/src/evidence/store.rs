//! Queries of curricula and papers.

use super::model::{Content, CurriculumRow, FileRow, NewFile};
use crate::schema::{curricula, evidence_files};
use diesel::prelude::*;
use diesel::result::{DatabaseErrorKind, Error};
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// The curriculum of an account.
pub async fn curriculum(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<Option<CurriculumRow>> {
    CurriculumRow::query()
        .filter(curricula::account_id.eq(account))
        .first(conn)
        .await
        .optional()
}

/// The curriculum of an account, locked.
pub async fn lock_curriculum(
    conn: &mut AsyncPgConnection,
    account: Uuid,
) -> QueryResult<Option<CurriculumRow>> {
    CurriculumRow::query()
        .filter(curricula::account_id.eq(account))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// Writes a curriculum; false when another one was begun meanwhile.
pub async fn begin_curriculum(conn: &mut AsyncPgConnection, row: &CurriculumRow) -> QueryResult<bool> {
    let entered = diesel::insert_into(curricula::table)
        .values(row)
        .on_conflict_do_nothing()
        .execute(conn)
        .await?;
    Ok(entered == 1)
}

/// Writes a curriculum anew.
pub async fn write_curriculum(conn: &mut AsyncPgConnection, row: &CurriculumRow) -> QueryResult<()> {
    diesel::update(curricula::table.filter(curricula::account_id.eq(row.account_id)))
        .set(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Papers of an account, newest first.
pub async fn files_of(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<Vec<FileRow>> {
    FileRow::query()
        .filter(evidence_files::account_id.eq(account))
        .order(evidence_files::id.desc())
        .load(conn)
        .await
}

/// Some papers that the caller may see.
pub async fn files(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<Vec<FileRow>> {
    FileRow::query()
        .filter(evidence_files::id.eq_any(ids))
        .order(evidence_files::id)
        .load(conn)
        .await
}

/// Enters a paper.
pub async fn insert(conn: &mut AsyncPgConnection, file: &NewFile) -> QueryResult<FileRow> {
    diesel::insert_into(evidence_files::table)
        .values(file)
        .returning(FileRow::as_returning())
        .get_result(conn)
        .await
}

/// Finds a paper that the caller may see.
pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<FileRow>> {
    FileRow::query()
        .filter(evidence_files::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Locks a paper of one's own.
pub async fn lock(conn: &mut AsyncPgConnection, account: Uuid, id: Uuid) -> QueryResult<Option<FileRow>> {
    FileRow::query()
        .filter(evidence_files::id.eq(id))
        .filter(evidence_files::account_id.eq(account))
        .for_update()
        .first(conn)
        .await
        .optional()
}

/// The file of a paper.
pub async fn content(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<Content>> {
    Content::query()
        .filter(evidence_files::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Keeps the file of a paper.
pub async fn keep(conn: &mut AsyncPgConnection, id: Uuid, content: &Content) -> QueryResult<FileRow> {
    diesel::update(evidence_files::table.filter(evidence_files::id.eq(id)))
        .set(content)
        .returning(FileRow::as_returning())
        .get_result(conn)
        .await
}

/// Removes a paper; false when an application shows it.
pub async fn remove(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<bool> {
    let removed = diesel::delete(evidence_files::table.filter(evidence_files::id.eq(id)))
        .execute(conn)
        .await;
    match removed {
        Ok(_) => Ok(true),
        Err(Error::DatabaseError(DatabaseErrorKind::ForeignKeyViolation, _)) => Ok(false),
        Err(other) => Err(other),
    }
}

/// Removes every paper of an account, and the curriculum.
pub async fn forget(conn: &mut AsyncPgConnection, account: Uuid) -> QueryResult<()> {
    diesel::delete(evidence_files::table.filter(evidence_files::account_id.eq(account)))
        .execute(conn)
        .await?;
    diesel::delete(curricula::table.filter(curricula::account_id.eq(account)))
        .execute(conn)
        .await?;
    Ok(())
}
