//! Certificates with what belongs to them and stands elsewhere: a fixed number of statements, however many there are.

use super::model::CertificateRow;
use super::store;
use super::wire::{Beside, Certificate, CertificateEvent, CertificateHolder, SchemeWord};
use crate::http::AppError;
use crate::schemes::Current;
use crate::{consultants, schemes, suppliers};
use bellbuoy_domain::certification::HolderKind;
use chrono::NaiveDate;
use diesel_async::AsyncPgConnection;
use futures_util::try_join;
use std::collections::HashMap;
use uuid::Uuid;

/// Rows as they stand on a day.
///
/// # Errors
/// When the database refuses.
pub async fn whole(
    conn: &mut AsyncPgConnection,
    rows: Vec<CertificateRow>,
    today: NaiveDate,
) -> Result<Vec<Certificate>, AppError> {
    let besides = besides(conn, &rows).await?;
    Ok(rows
        .into_iter()
        .zip(besides)
        .map(|(row, beside)| Certificate::of(row, beside, today))
        .collect())
}

/// What belongs to each row.
///
/// # Errors
/// When the database refuses.
pub async fn besides(conn: &mut AsyncPgConnection, rows: &[CertificateRow]) -> Result<Vec<Beside>, AppError> {
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let people: Vec<Uuid> = rows.iter().filter_map(|row| row.consultant_id).collect();
    let firms: Vec<Uuid> = rows.iter().filter_map(|row| row.supplier_id).collect();
    let versions: Vec<Uuid> = rows.iter().map(|row| row.scheme_version_id).collect();
    let mut events: HashMap<Uuid, Vec<CertificateEvent>> = HashMap::new();
    for event in store::events(conn, &ids).await? {
        events.entry(event.certificate_id).or_default().push(event.into());
    }
    let mut names = HashMap::new();
    if !people.is_empty() {
        names.extend(consultants::names(conn, &people).await?);
    }
    if !firms.is_empty() {
        names.extend(suppliers::names(conn, &firms).await?);
    }
    let schemes = schemes::of_versions(conn, &versions).await?;
    rows.iter()
        .map(|row| {
            let name = names.get(&row.consultant_id.or(row.supplier_id)?).cloned();
            let events = events.remove(&row.id).unwrap_or_default();
            let scheme = schemes.get(&row.scheme_version_id)?;
            Some(beside(row, name.unwrap_or_default(), events, scheme))
        })
        .collect::<Option<_>>()
        .ok_or(AppError::NotFound("scheme"))
}

/// The certificate of a number with what belongs to it, as it stands on a day: two statements at once.
///
/// # Errors
/// When the database refuses.
pub async fn one(
    conn: &mut AsyncPgConnection,
    number: &str,
    today: NaiveDate,
) -> Result<Option<Certificate>, AppError> {
    let (found, events) = {
        let conn: &AsyncPgConnection = conn;
        try_join!(store::find_named(conn, number), store::events_of(conn, number))?
    };
    let Some((row, person, firm)) = found else {
        return Ok(None);
    };
    let scheme = schemes::of_version(conn, row.scheme_version_id).await?;
    let events = events.into_iter().map(CertificateEvent::from).collect();
    let beside = beside(&row, person.or(firm).unwrap_or_default(), events, &scheme);
    Ok(Some(Certificate::of(row, beside, today)))
}

fn beside(row: &CertificateRow, name: String, events: Vec<CertificateEvent>, scheme: &Current) -> Beside {
    let (id, kind) = match (row.consultant_id, row.supplier_id) {
        (Some(id), _) => (id, HolderKind::Person),
        (None, firm) => (firm.unwrap_or_default(), HolderKind::Supplier),
    };
    let content = &scheme.content;
    Beside {
        holder: CertificateHolder { id, kind, name },
        scheme: scheme.code.clone(),
        scheme_version: scheme.number,
        discipline: word(
            &row.discipline,
            content.discipline(&row.discipline).map(|one| &one.label),
        ),
        level: word(&row.level, content.level(&row.level).map(|one| &one.label)),
        events,
    }
}

fn word(code: &str, label: Option<&String>) -> SchemeWord {
    SchemeWord {
        code: code.to_owned(),
        label: label.map_or_else(|| code.to_owned(), Clone::clone),
    }
}
