//! Use cases of papers.

use super::content;
use super::model::{Content, FileRow, NewFile};
use super::store;
use super::wire::{EvidenceFile, EvidenceFileCreate};
use crate::auth::token::Claims;
use crate::db::{Guarded, transact};
use crate::http::{AppError, codes};
use crate::{audit, outbox};
use chrono::{DateTime, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// The most papers of one account.
const MOST_FILES: usize = 200;

/// The papers of an account, newest first.
///
/// # Errors
/// When the database refuses.
pub async fn own_files(conn: &mut AsyncPgConnection, account: Uuid) -> Result<Vec<EvidenceFile>, AppError> {
    let rows = store::files_of(conn, account).await?;
    Ok(rows.into_iter().map(EvidenceFile::from).collect())
}

/// Some papers that the caller may see.
///
/// # Errors
/// When the database refuses.
pub async fn some_files(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> Result<Vec<EvidenceFile>, AppError> {
    let rows = store::files(conn, ids).await?;
    Ok(rows.into_iter().map(EvidenceFile::from).collect())
}

/// Takes papers and curriculum away, when the account is removed.
///
/// # Errors
/// When the database refuses.
pub async fn forget(conn: &mut AsyncPgConnection, account: Uuid) -> Result<(), AppError> {
    Ok(store::forget(conn, account).await?)
}

/// Enters what a paper is.
pub async fn enter(
    conn: &mut Guarded,
    by: &Claims,
    asked: EvidenceFileCreate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<FileRow, AppError> {
    if asked.issued_on > now.date_naive() {
        let why = "has to be today or earlier: a paper is shown once it was issued";
        return Err(AppError::unfit("/issued_on", "future", why));
    }
    if asked.expires_on.is_some_and(|last| last < asked.issued_on) {
        let why = format!("has to be {} or later, when it was issued", asked.issued_on);
        return Err(AppError::unfit("/expires_on", "order", why));
    }
    transact(conn, dry_run, async |conn| {
        if store::files_of(conn, by.sub).await?.len() >= MOST_FILES {
            let why = format!("{MOST_FILES} papers are kept already; remove one that no application shows");
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let file = NewFile {
            id: Uuid::now_v7(),
            account_id: by.sub,
            kind: asked.kind,
            title: asked.title.trim().to_owned(),
            issuer: asked.issuer.trim().to_owned(),
            issued_on: asked.issued_on,
            expires_on: asked.expires_on,
            created_at: now,
        };
        let row = store::insert(conn, &file).await?;
        note(conn, by, "evidence.create", row.id).await?;
        Ok(row)
    })
    .await
}

/// Keeps the file of a paper. A file that is there is not replaced: what was shown stays what it was.
pub async fn keep(
    conn: &mut Guarded,
    by: &Claims,
    id: Uuid,
    kind: &str,
    bytes: Vec<u8>,
    digest: [u8; 32],
) -> Result<FileRow, AppError> {
    transact(conn, false, async |conn| {
        let row = store::lock(conn, by.sub, id)
            .await?
            .ok_or(AppError::NotFound("evidence"))?;
        if row.sha256.as_deref() == Some(&digest) {
            return Ok(row);
        }
        if row.sha256.is_some() {
            let why = "this paper has its file already; enter another paper for another file";
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let content = Content {
            media_type: Some(kind.to_owned()),
            size: Some(i32::try_from(bytes.len()).unwrap_or(i32::MAX)),
            sha256: Some(digest.to_vec()),
            content: Some(bytes),
        };
        let row = store::keep(conn, id, &content).await?;
        note(conn, by, "evidence.file", id).await?;
        Ok(row)
    })
    .await
}

/// Reads the file of a paper.
pub async fn read(conn: &mut AsyncPgConnection, id: Uuid) -> Result<(String, Vec<u8>, String), AppError> {
    let found = store::content(conn, id)
        .await?
        .ok_or(AppError::NotFound("evidence"))?;
    let Content {
        media_type: Some(kind),
        sha256: Some(digest),
        content: Some(bytes),
        ..
    } = found
    else {
        return Err(AppError::NotFound("evidence"));
    };
    Ok((kind, bytes, content::told(&digest)))
}

/// Removes a paper that no application shows.
pub async fn remove(conn: &mut Guarded, by: &Claims, id: Uuid) -> Result<(), AppError> {
    transact(conn, false, async |conn| {
        store::lock(conn, by.sub, id)
            .await?
            .ok_or(AppError::NotFound("evidence"))?;
        note(conn, by, "evidence.delete", id).await?;
        if store::remove(conn, id).await? {
            return Ok(());
        }
        let why =
            "an application shows this paper; take it out of the draft first, what was submitted keeps it";
        Err(AppError::refused(&codes::CONFLICT, why))
    })
    .await
}

async fn note(conn: &mut AsyncPgConnection, by: &Claims, what: &str, id: Uuid) -> Result<(), AppError> {
    audit::record(conn, audit::Entry::by(by.sub, what, "evidence", id)).await?;
    outbox::enqueue(conn, "evidence.changed", id).await
}
