//! What others ask of a scheme: what it wants on a day, or wanted when something was granted.

use super::model::{SchemeRow, VersionRow};
use super::store;
use crate::http::{AppError, codes};
use bellbuoy_domain::certification::HolderKind;
use bellbuoy_domain::certification::scheme::Scheme as Content;
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use std::collections::HashMap;
use std::sync::{Arc, LazyLock, PoisonError, RwLock};
use uuid::Uuid;

/// A scheme and the version of it that is in force.
#[derive(Debug, Clone)]
pub struct Current {
    pub code: String,
    pub version_id: Uuid,
    pub number: i32,
    pub content: Content,
    /// From when there is such a scheme at all.
    pub since: NaiveDate,
}

/// The scheme of this code as it is in force on a day.
///
/// # Errors
/// 404 when there is none, 409 when none of its versions is in force.
pub async fn current(
    conn: &mut AsyncPgConnection,
    code: &str,
    day: NaiveDate,
) -> Result<Arc<Current>, AppError> {
    let scheme = found(conn, code).await?;
    let version = store::in_force(conn, scheme.id, day).await?.ok_or_else(|| {
        let why = format!("no version of the scheme `{code}` is in force on {day}");
        AppError::refused(&codes::CONFLICT, why)
    })?;
    of_version(conn, version.id).await
}

/// The schemes for people or for suppliers, as they are in force on a day.
///
/// # Errors
/// When the database refuses.
pub async fn in_force(
    conn: &mut AsyncPgConnection,
    kind: HolderKind,
    day: NaiveDate,
) -> Result<Vec<Arc<Current>>, AppError> {
    let mut found = Vec::new();
    for scheme in store::list(conn)
        .await?
        .into_iter()
        .filter(|scheme| scheme.kind == kind)
    {
        if let Some(version) = store::in_force(conn, scheme.id, day).await? {
            found.push(of_version(conn, version.id).await?);
        }
    }
    Ok(found)
}

/// The version of this id, with its scheme.
///
/// # Errors
/// 404 when there is none.
pub async fn of_version(conn: &mut AsyncPgConnection, id: Uuid) -> Result<Arc<Current>, AppError> {
    let mut found = of_versions(conn, &[id]).await?;
    found.remove(&id).ok_or(AppError::NotFound("scheme"))
}

/// Some versions with their schemes, by id.
///
/// # Errors
/// When the database refuses.
pub async fn of_versions(
    conn: &mut AsyncPgConnection,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Arc<Current>>, AppError> {
    let mut found = held(ids);
    let unknown: Vec<Uuid> = ids.iter().filter(|id| !found.contains_key(id)).copied().collect();
    if unknown.is_empty() {
        return Ok(found);
    }
    for (scheme, version, since) in store::versions_by_id(conn, &unknown).await? {
        let current = Arc::new(Current {
            code: scheme.code,
            version_id: version.id,
            number: version.number,
            content: read(&version)?,
            since: since.unwrap_or_default(),
        });
        if version.published_at.is_some() {
            hold(&current);
        }
        found.insert(version.id, current);
    }
    Ok(found)
}

/// Versions that were published: everybody may read them and they never change, so each is read once.
static PUBLISHED: LazyLock<RwLock<HashMap<Uuid, Arc<Current>>>> = LazyLock::new(RwLock::default);

fn held(ids: &[Uuid]) -> HashMap<Uuid, Arc<Current>> {
    let held = PUBLISHED.read().unwrap_or_else(PoisonError::into_inner);
    ids.iter()
        .filter_map(|id| Some((*id, Arc::clone(held.get(id)?))))
        .collect()
}

/// Every published version that was read so far.
pub fn held_all() -> Vec<Arc<Current>> {
    let held = PUBLISHED.read().unwrap_or_else(PoisonError::into_inner);
    held.values().map(Arc::clone).collect()
}

/// Every published version.
pub async fn every_published(conn: &mut AsyncPgConnection) -> Result<Vec<Arc<Current>>, AppError> {
    let ids = store::published(conn).await?;
    Ok(of_versions(conn, &ids).await?.into_values().collect())
}

fn hold(version: &Arc<Current>) {
    let mut held = PUBLISHED.write().unwrap_or_else(PoisonError::into_inner);
    held.insert(version.version_id, Arc::clone(version));
}

/// The scheme of a code.
pub async fn found(conn: &mut AsyncPgConnection, code: &str) -> Result<SchemeRow, AppError> {
    store::find(conn, code).await?.ok_or(AppError::NotFound("scheme"))
}

/// What a version asks for.
pub fn read(row: &VersionRow) -> Result<Content, AppError> {
    serde_json::from_value(row.content.clone()).map_err(|error| AppError::Internal(error.into()))
}
