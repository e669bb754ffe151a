//! Use cases of schemes.

use super::current::{found, read};
use super::model::{SchemeRow, VersionRow};
use super::store;
use super::wire::{CertificationScheme, SchemeDraft, SchemeVersion};
use crate::auth::token::Claims;
use crate::db::{Caller, Db, Guarded, transact};
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Fault, codes};
use crate::{audit, outbox};
use bellbuoy_domain::certification::scheme::{Scheme as Content, diff, ready};
use chrono::{DateTime, Months, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use uuid::Uuid;

/// How far ahead a version may come into force.
const AHEAD: Months = Months::new(24);

/// All schemes in force on a day.
pub async fn list(
    conn: &mut AsyncPgConnection,
    day: NaiveDate,
) -> Result<Vec<CertificationScheme>, AppError> {
    let mut all = Vec::new();
    for scheme in store::list(conn).await? {
        if let Some(version) = store::in_force(conn, scheme.id, day).await? {
            let version = beside(conn, version).await?;
            all.push(CertificationScheme::of(scheme, version));
        }
    }
    Ok(all)
}

/// A scheme as it is in force on a day.
pub async fn get(
    conn: &mut AsyncPgConnection,
    code: &str,
    day: NaiveDate,
) -> Result<CertificationScheme, AppError> {
    let scheme = found(conn, code).await?;
    let version = store::in_force(conn, scheme.id, day)
        .await?
        .ok_or(AppError::NotFound("scheme"))?;
    let version = beside(conn, version).await?;
    Ok(CertificationScheme::of(scheme, version))
}

/// The versions that the caller may read, newest first.
pub async fn versions(conn: &mut AsyncPgConnection, code: &str) -> Result<Vec<SchemeVersion>, AppError> {
    let scheme = found(conn, code).await?;
    let rows = store::versions(conn, scheme.id).await?;
    let contents = rows.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    let mut before = contents.iter().skip(1);
    let changes: Vec<_> = contents
        .iter()
        .map(|content| before.next().map_or_else(Vec::new, |older| diff(older, content)))
        .collect();
    let all = rows.into_iter().zip(contents.clone()).zip(changes);
    Ok(all
        .map(|((row, content), changes)| SchemeVersion::of(row, content, changes))
        .collect())
}

/// Begins the draft of the next version.
pub async fn draft(
    conn: &mut Guarded,
    by: &Claims,
    code: &str,
    asked: SchemeDraft,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<SchemeVersion, AppError> {
    transact(conn, dry_run, async |conn| {
        let scheme = found(conn, code).await?;
        checked(&asked.content, &scheme)?;
        let newest = store::versions(conn, scheme.id).await?.into_iter().next();
        if let Some(open) = newest.as_ref().filter(|version| version.published_at.is_none()) {
            let why = format!("version {} is a draft already; change that one", open.number);
            return Err(AppError::refused(&codes::CONFLICT, why));
        }
        let version = VersionRow {
            id: Uuid::now_v7(),
            scheme_id: scheme.id,
            number: newest.map_or(0, |version| version.number) + 1,
            content: written(&asked.content)?,
            reason: asked.reason,
            valid_from: None,
            revision: 1,
            author_id: Some(by.sub),
            created_at: now,
            published_at: None,
        };
        store::insert_version(conn, &version).await?;
        let entry = audit::Entry::by(by.sub, "scheme.draft", "scheme", scheme.id);
        audit::record(conn, entry).await?;
        beside(conn, version).await
    })
    .await
}

/// Writes a draft anew.
pub async fn edit(
    conn: &mut Guarded,
    by: &Claims,
    (code, number): (&str, i32),
    version: &IfMatch,
    asked: SchemeDraft,
    dry_run: bool,
) -> Result<SchemeVersion, AppError> {
    transact(conn, dry_run, async |conn| {
        let (scheme, before) = open(conn, code, number, version).await?;
        checked(&asked.content, &scheme)?;
        let content = written(&asked.content)?;
        let reason = asked.reason.as_deref().or(before.reason.as_deref());
        let after = store::edit(conn, before.id, &content, reason, before.revision + 1).await?;
        let entry = audit::Entry::by(by.sub, "scheme.edit", "scheme", scheme.id).fields(&["content"]);
        audit::record(conn, entry).await?;
        beside(conn, after).await
    })
    .await
}

/// Publishes a draft from a day on. What was granted before keeps its version.
pub async fn publish(
    conn: &mut Guarded,
    by: &Claims,
    (code, number): (&str, i32),
    version: &IfMatch,
    valid_from: NaiveDate,
    now: DateTime<Utc>,
    dry_run: bool,
) -> Result<SchemeVersion, AppError> {
    let today = now.date_naive();
    if valid_from < today {
        let why = "has to be today or later: what was asked for in the past does not change";
        return Err(AppError::unfit("/valid_from", "past", why));
    }
    let latest = today.checked_add_months(AHEAD).unwrap_or(today);
    if valid_from > latest {
        let why = format!("has to be {latest} or earlier: no later version could come into force before it");
        return Err(AppError::unfit("/valid_from", "too_far", why));
    }
    transact(conn, dry_run, async |conn| {
        let (scheme, before) = open(conn, code, number, version).await?;
        let latest = store::versions(conn, scheme.id).await?;
        let latest = latest.iter().filter_map(|version| version.valid_from).max();
        if let Some(latest) = latest.filter(|latest| *latest > valid_from) {
            let why = format!("has to be {latest} or later, when the version before it comes into force");
            return Err(AppError::unfit("/valid_from", "order", why));
        }
        let after = store::publish(conn, before.id, valid_from, now, before.revision + 1).await?;
        let entry = audit::Entry::by(by.sub, "scheme.publish", "scheme", scheme.id).fields(&["valid_from"]);
        audit::record(conn, entry).await?;
        outbox::enqueue(conn, "scheme.published", scheme.id).await?;
        beside(conn, after).await
    })
    .await
}

/// Sees to it that the schemes that come with the site stand; in force from `valid_from` on if they did not.
///
/// # Errors
/// When the database refuses.
pub async fn keep_ready(db: &Db, valid_from: NaiveDate, now: DateTime<Utc>) -> Result<(), AppError> {
    let mut conn = db.as_caller(Caller::System).await?;
    transact(&mut conn, false, async |conn| {
        enter_ready(conn, valid_from, now).await
    })
    .await
}

/// Enters the schemes that come with the site, unless they stand already.
pub async fn enter_ready(
    conn: &mut AsyncPgConnection,
    valid_from: NaiveDate,
    now: DateTime<Utc>,
) -> Result<(), AppError> {
    for content in ready() {
        if store::find(conn, &content.code).await?.is_some() {
            continue;
        }
        let scheme = SchemeRow {
            id: Uuid::now_v7(),
            code: content.code.clone(),
            kind: content.kind,
        };
        store::insert(conn, &scheme).await?;
        let version = VersionRow {
            id: Uuid::now_v7(),
            scheme_id: scheme.id,
            number: 1,
            content: written(&content)?,
            reason: None,
            valid_from: Some(valid_from),
            revision: 1,
            author_id: None,
            created_at: now,
            published_at: Some(now),
        };
        store::insert_version(conn, &version).await?;
    }
    Ok(())
}

/// A draft that is meant to change.
async fn open(
    conn: &mut AsyncPgConnection,
    code: &str,
    number: i32,
    version: &IfMatch,
) -> Result<(SchemeRow, VersionRow), AppError> {
    let scheme = found(conn, code).await?;
    let row = store::version(conn, scheme.id, number, true)
        .await?
        .ok_or(AppError::NotFound("scheme"))?;
    version.holds(&row.etag())?;
    if row.published_at.is_some() {
        let why = format!("version {number} is published and does not change; begin a draft of the next one");
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    Ok((scheme, row))
}

/// A version beside the one before it.
async fn beside(conn: &mut AsyncPgConnection, row: VersionRow) -> Result<SchemeVersion, AppError> {
    let content = read(&row)?;
    let before = store::version(conn, row.scheme_id, row.number - 1, false).await?;
    let changes = match &before {
        Some(before) => diff(&read(before)?, &content),
        None => Vec::new(),
    };
    Ok(SchemeVersion::of(row, content, changes))
}

fn checked(content: &Content, scheme: &SchemeRow) -> Result<(), AppError> {
    let mut faults: Vec<Fault> = content
        .check()
        .into_iter()
        .map(|fault| Fault::new(format!("/content{}", fault.pointer), "scheme", fault.text))
        .collect();
    if content.code != scheme.code {
        let why = format!("has to stay `{}`", scheme.code);
        faults.push(Fault::new("/content/code", "scheme", why));
    }
    if content.kind != scheme.kind {
        let why = format!(
            "has to stay `{}`: certificates of this scheme have such holders",
            scheme.kind
        );
        faults.push(Fault::new("/content/kind", "scheme", why));
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(AppError::Unfit(faults))
    }
}

fn written(content: &Content) -> Result<serde_json::Value, AppError> {
    serde_json::to_value(content).map_err(|error| AppError::Internal(error.into()))
}
