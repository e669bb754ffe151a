//! Whether somebody was certified, and worked for an accredited supplier, on some days.

use super::model::EventRow;
use super::store::{self, Filter};
use super::wire::{Validity, ValiditySpan, ValidityWord};
use crate::http::{AppError, Fault, codes};
use crate::{consultants, schemes, suppliers};
use bellbuoy_domain::certification::validity::{
    Certificate, Employment, Event, Grant, Question, Reason, Span, valid,
};
use bellbuoy_domain::certification::{HolderKind, last_day};
use chrono::{DateTime, NaiveDate, Utc};
use diesel_async::AsyncPgConnection;
use serde::Deserialize;
use std::collections::HashMap;
use utoipa::IntoParams;
use uuid::Uuid;

/// The most certificates that one holder can have for the question to be answered.
const MOST: i64 = 500;
/// The longest span that is asked about, days.
const LONGEST: i64 = 3_660;

/// What is asked.
#[derive(Debug, Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct ValidityQuery {
    /// Code of the discipline.
    #[param(example = "maritime_specialist")]
    discipline: String,
    /// Code of the least level; any when absent.
    #[param(example = "practitioner")]
    level: Option<String>,
    /// The supplier in whose name the work was done; without it only the person counts.
    supplier: Option<Uuid>,
    /// First day.
    from: NaiveDate,
    /// Last day.
    to: NaiveDate,
    /// Only what was entered by this moment counts; all that is known now when absent.
    known_at: Option<DateTime<Utc>>,
}

/// Answers it.
///
/// # Errors
/// 404 for somebody unknown, 400 for days in the wrong order.
pub async fn ask(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    asked: &ValidityQuery,
    now: DateTime<Utc>,
) -> Result<Validity, AppError> {
    let mut faults = Vec::new();
    if asked.to < asked.from {
        let why = format!("`to` has to be {} or later, the first day", asked.from);
        faults.push(Fault::new("?to", codes::BAD_PARAMETER.word, why));
    } else if (asked.to - asked.from).num_days() > LONGEST {
        let why = format!("`to` has to be within {LONGEST} days of the first day");
        faults.push(Fault::new("?to", codes::BAD_PARAMETER.word, why));
    }
    consultants::holder(conn, id)
        .await?
        .ok_or(AppError::NotFound("consultant"))?;
    if let Some(supplier) = asked.supplier {
        suppliers::name(conn, supplier)
            .await?
            .ok_or(AppError::NotFound("supplier"))?;
    }
    let level_rank = rank(conn, asked, now.date_naive(), &mut faults).await?;
    if !faults.is_empty() {
        return Err(AppError::Query(&codes::BAD_PARAMETER, faults));
    }
    let question = Question {
        discipline: asked.discipline.clone(),
        level_rank,
        supplier: asked.supplier,
        from: asked.from,
        to: asked.to,
        known_at: asked.known_at.unwrap_or(now),
    };
    let own = Filter {
        consultant: Some(id),
        ..Filter::default()
    };
    let person = on_record(conn, &own).await?;
    let supplier = match asked.supplier {
        Some(id) => {
            let its = Filter {
                supplier: Some(id),
                ..Filter::default()
            };
            on_record(conn, &its).await?
        }
        None => Vec::new(),
    };
    let employments: Vec<Employment> = consultants::employments(conn, id)
        .await?
        .into_iter()
        .map(|one| Employment {
            supplier: one.supplier_id,
            from_on: one.from_on,
            to_on: one.to_on,
            recorded_at: one.confirmed_at,
            retracted_at: one.retracted_at,
        })
        .collect();
    let answer = valid(&question, &person, &employments, &supplier);
    Ok(Validity {
        valid: answer.valid,
        days: answer.days.into_iter().map(span).collect(),
        reasons: answer.reasons.into_iter().map(word).collect(),
        notices: answer.notices.into_iter().map(word).collect(),
        known_at: question.known_at,
    })
}

/// The rank of the level asked for, in the scheme for people as it is in force.
async fn rank(
    conn: &mut AsyncPgConnection,
    asked: &ValidityQuery,
    today: NaiveDate,
    faults: &mut Vec<Fault>,
) -> Result<u8, AppError> {
    let schemes = schemes::in_force(conn, HolderKind::Person, today).await?;
    let scheme = schemes
        .into_iter()
        .find(|scheme| scheme.content.discipline(&asked.discipline).is_some());
    let Some(scheme) = scheme else {
        let why = format!(
            "`{}` is not a discipline of any scheme in force",
            asked.discipline
        );
        faults.push(Fault::new("?discipline", codes::BAD_PARAMETER.word, why));
        return Ok(0);
    };
    let Some(level) = &asked.level else { return Ok(0) };
    match scheme.content.level(level) {
        Some(level) => Ok(level.rank),
        None => {
            let accepted: Vec<_> = scheme.content.levels.iter().map(|one| one.code.clone()).collect();
            let why = format!("`{level}` is not a level of the scheme `{}`", scheme.code);
            faults.push(Fault::new("?level", codes::BAD_PARAMETER.word, why).accepted(accepted));
            Ok(0)
        }
    }
}

/// Whether a person or a firm held a valid certificate of any discipline on a day, as far as it is known now.
pub async fn held_on(
    conn: &mut AsyncPgConnection,
    kind: HolderKind,
    id: Uuid,
    day: NaiveDate,
    now: DateTime<Utc>,
) -> Result<bool, AppError> {
    let own = Filter {
        consultant: (kind == HolderKind::Person).then_some(id),
        supplier: (kind == HolderKind::Supplier).then_some(id),
        ..Filter::default()
    };
    let all = on_record(conn, &own).await?;
    let held = |one: &Certificate| {
        let question = Question {
            discipline: one.grant.discipline.clone(),
            level_rank: 0,
            supplier: None,
            from: day,
            to: day,
            known_at: now,
        };
        valid(&question, &all, &[], &[]).valid
    };
    Ok(all.iter().any(held))
}

async fn on_record(conn: &mut AsyncPgConnection, filter: &Filter) -> Result<Vec<Certificate>, AppError> {
    let rows = store::list(conn, filter, None, false, MOST).await?;
    let ids: Vec<Uuid> = rows.iter().map(|row| row.id).collect();
    let mut events: HashMap<Uuid, Vec<EventRow>> = HashMap::new();
    for event in store::events(conn, &ids).await? {
        events.entry(event.certificate_id).or_default().push(event);
    }
    let versions: Vec<Uuid> = rows.iter().map(|row| row.scheme_version_id).collect();
    let schemes = schemes::of_versions(conn, &versions).await?;
    Ok(rows
        .into_iter()
        .map(|row| {
            let own = events.remove(&row.id).unwrap_or_default();
            // A renewal moved the last day on; as granted it was that of the scheme.
            let renewed = own.iter().any(|event| event.valid_to.is_some());
            let scheme = schemes.get(&row.scheme_version_id).filter(|_| renewed);
            let valid_to = scheme.map_or(row.valid_to, |scheme| {
                last_day(row.valid_from, scheme.content.validity_months)
            });
            Certificate {
                grant: Grant {
                    discipline: row.discipline,
                    level_rank: u8::try_from(row.level_rank).unwrap_or_default(),
                    valid_from: row.valid_from,
                    valid_to,
                    recorded_at: row.granted_at,
                },
                events: own.iter().map(event).collect(),
            }
        })
        .collect())
}

const fn event(row: &EventRow) -> Event {
    Event {
        step: row.step,
        effective_on: row.effective_on,
        recorded_at: row.recorded_at,
        reason: row.reason,
        valid_to: row.valid_to,
    }
}

fn word(reason: Reason) -> ValidityWord {
    ValidityWord {
        code: reason.code(),
        detail: reason.text(),
    }
}

fn span(span: Span) -> ValiditySpan {
    ValiditySpan {
        from: span.from,
        to: span.to,
        valid: span.valid,
        reasons: span.reasons.into_iter().map(word).collect(),
    }
}
