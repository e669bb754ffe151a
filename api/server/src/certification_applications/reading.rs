//! An application with all that belongs to it, as far as the caller may read it.

use super::known::{self, Known};
use super::model::{ApplicationRow, FindingRow, RefereeRow, ShownRow};
use super::store;
use super::wire::{
    CertificationApplication, CertificationEvent, CertificationQuestion, CriterionFinding, Interest, Referee,
    RequirementState,
};
use super::{drafting, entries, steps};
use crate::auth::token::Claims;
use crate::certificates::{self, SchemeWord};
use crate::evidence::{self, CurriculumEntry, EvidenceFile};
use crate::http::AppError;
use crate::schemes::{self, Current};
use bellbuoy_domain::certification::CertificationStage;
use bellbuoy_domain::certification::scheme::{CPD, Requirement};
use chrono::{Days, NaiveDate};
use diesel_async::AsyncPgConnection;
use std::collections::HashMap;
use uuid::Uuid;

async fn account_name(conn: &mut AsyncPgConnection, id: Uuid) -> Result<String, AppError> {
    let mut names = store::names(conn, &[id]).await?;
    Ok(names.pop().map(|(_, name)| name).unwrap_or_default())
}

/// An application, whole.
pub async fn whole(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    row: ApplicationRow,
    today: NaiveDate,
) -> Result<CertificationApplication, AppError> {
    let scheme = schemes::of_version(conn, row.scheme_version_id).await?;
    let own = steps::is_applicant(conn, by, &row).await?;
    let curriculum = curriculum(conn, &row).await?;
    let shown = store::shown(conn, row.id).await?;
    let findings = store::findings(conn, row.id).await?;
    let asked = asked(&scheme, &row);
    let referees = store::referees(conn, row.id).await?;
    let checked = drafting::check(conn, &row, &asked, &shown, &referees).await?;
    let known = known::known(conn, &scheme, &row, today).await?;
    let requirements = requirements(conn, &asked, &row, &shown, (&findings, &known)).await?;
    let interests: Vec<Interest> =
        serde_json::from_value(row.interests.clone()).map_err(|error| AppError::Internal(error.into()))?;
    let reviewer = match row.reviewer_id.filter(|_| !own) {
        Some(id) => Some(account_name(conn, id).await?),
        None => None,
    };
    let questions = store::questions(conn, row.id).await?;
    let events = store::events(conn, row.id).await?;
    Ok(CertificationApplication {
        applicant: entries::applicant(conn, &row).await?,
        own,
        scheme: scheme.code.clone(),
        scheme_version: scheme.number,
        discipline: discipline(&scheme, &row),
        level: level(&scheme, &row),
        renews: number(conn, row.renews).await?,
        certificate: number(conn, row.certificate_id).await?,
        interests,
        no_interests: row.no_interests,
        curriculum,
        requirements,
        missing: checked.missing,
        open: checked.open,
        referees: referees.into_iter().map(|one| referee(one, own)).collect(),
        questions: questions
            .into_iter()
            .map(|one| CertificationQuestion {
                id: one.id,
                field: one.field,
                words: one.words,
                asked_at: one.asked_at,
                answer: one.answer,
                answered_at: one.answered_at,
            })
            .collect(),
        events: events
            .into_iter()
            .map(|one| CertificationEvent {
                step: one.step,
                actor: one.actor,
                stage: one.stage,
                words: one.words,
                recorded_at: one.recorded_at,
            })
            .collect(),
        reviewer_id: row.reviewer_id.filter(|_| !own),
        reviewer,
        appeal_until: row
            .refused_on
            .and_then(|day| day.checked_add_days(Days::new(u64::from(scheme.content.appeal_days)))),
        steps: steps::open_to(conn, by, &row, &scheme, today).await?,
        etag: row.etag(),
        id: row.id,
        stage: row.stage,
        statement: row.statement,
        conduct_version: row.conduct_version,
        submitted_at: row.submitted_at,
        due_on: row.due_on,
        refused_on: row.refused_on,
        created_at: row.created_at,
        changed_at: row.changed_at,
    })
}

/// What an application is held to.
pub fn asked(scheme: &Current, row: &ApplicationRow) -> Vec<Requirement> {
    scheme
        .content
        .asked_for(&row.discipline, &row.level, row.renews.is_some())
}

async fn curriculum(
    conn: &mut AsyncPgConnection,
    row: &ApplicationRow,
) -> Result<Vec<CurriculumEntry>, AppError> {
    if row.stage == CertificationStage::Draft {
        return evidence::entries(conn, row.account_id).await;
    }
    serde_json::from_value(row.curriculum.clone()).map_err(|error| AppError::Internal(error.into()))
}

async fn requirements(
    conn: &mut AsyncPgConnection,
    asked: &[Requirement],
    row: &ApplicationRow,
    shown: &[ShownRow],
    (findings, known): (&[FindingRow], &Known),
) -> Result<Vec<RequirementState>, AppError> {
    let ids: Vec<Uuid> = shown.iter().map(|one| one.file_id).collect();
    let files: HashMap<Uuid, EvidenceFile> = evidence::some_files(conn, &ids)
        .await?
        .into_iter()
        .map(|file| (file.id, file))
        .collect();
    let state = |one: &Requirement| {
        let found = findings.iter().find(|finding| finding.requirement == one.code);
        RequirementState {
            code: one.code.clone(),
            label: one.label.clone(),
            kind: one.kind,
            evidence: one.evidence,
            count: one.count,
            files: shown
                .iter()
                .filter(|shown| shown.requirement == one.code)
                .filter_map(|shown| files.get(&shown.file_id).cloned())
                .collect(),
            declared: row.declared.contains(&one.code),
            done_on: known.on.get(&one.code).copied(),
            hours: known.hours.filter(|_| one.code == CPD),
            finding: found.map(|finding| CriterionFinding {
                verdict: finding.verdict,
                words: finding.words.clone(),
                recorded_at: finding.recorded_at,
            }),
        }
    };
    Ok(asked.iter().map(state).collect())
}

fn referee(row: RefereeRow, own: bool) -> Referee {
    Referee {
        id: row.id,
        name: row.name,
        email: row.email,
        relation: row.relation,
        asked_at: row.asked_at,
        reminded_at: row.reminded_at,
        answered_at: row.answered_at,
        recommends: row.recommends.filter(|_| !own),
        independent: row.independent.filter(|_| !own),
        words: row.words.filter(|_| !own),
    }
}

fn word(code: &str, label: Option<&String>) -> SchemeWord {
    SchemeWord {
        code: code.to_owned(),
        label: label.cloned().unwrap_or_else(|| code.to_owned()),
    }
}

/// The discipline that an application is for.
pub fn discipline(scheme: &Current, row: &ApplicationRow) -> SchemeWord {
    let found = scheme.content.discipline(&row.discipline);
    word(&row.discipline, found.map(|one| &one.label))
}

/// The level that an application is for.
pub fn level(scheme: &Current, row: &ApplicationRow) -> SchemeWord {
    word(&row.level, scheme.content.level(&row.level).map(|one| &one.label))
}

async fn number(conn: &mut AsyncPgConnection, id: Option<Uuid>) -> Result<Option<String>, AppError> {
    match id {
        Some(id) => certificates::number_of(conn, id).await,
        None => Ok(None),
    }
}
