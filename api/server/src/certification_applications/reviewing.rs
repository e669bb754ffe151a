//! Assigning, asking, answering, finding.

use super::actions::Around;
use super::letters;
use super::model::{ApplicationRow, FindingRow, QuestionRow};
use super::wire::{Answered, FindingUpdate, QuestionAsked};
use super::{conflicts, entries, reading, referees, store};
use crate::auth::token::Claims;
use crate::http::precondition::IfMatch;
use crate::http::{AppError, Fault, codes};
use crate::schemes::{self, Current};
use crate::{audit, evidence, outbox};
use bellbuoy_domain::certification::{CertificationStage, CriterionVerdict};
use chrono::{DateTime, TimeDelta, Utc};
use diesel_async::AsyncPgConnection;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// Parts of an application that are no requirement and can be asked about.
const PARTS: [&str; 3] = ["statement", "interests", "curriculum"];

/// Assigns a reviewer who is not close to the applicant.
pub async fn assign(
    conn: &mut AsyncPgConnection,
    around: &Around<'_>,
    row: ApplicationRow,
    reviewer: Option<Uuid>,
) -> Result<ApplicationRow, AppError> {
    let reviewer = reviewer.ok_or_else(|| {
        let why = "has to be the account of a reviewer; GET …/reviewers lists them";
        AppError::unfit("/reviewer_id", "required", why)
    })?;
    if !store::reviewers(conn)
        .await?
        .iter()
        .any(|(id, ..)| *id == reviewer)
    {
        let why = "is not an account that reviews; GET …/reviewers lists them";
        return Err(AppError::unfit("/reviewer_id", "unknown_reviewer", why));
    }
    if let Some(why) = conflicts::in_the_way(conn, &row, reviewer, around.today()).await? {
        return Err(AppError::unfit("/reviewer_id", "conflict_of_interest", why));
    }
    if reviewer != around.by.sub {
        let body = format!(
            "An application waits for your review:\n\n{}/certification/{}\n",
            around.base, row.id
        );
        letters::tell(conn, reviewer, "An application to review", body).await?;
    }
    Ok(ApplicationRow {
        reviewer_id: Some(reviewer),
        ..row
    })
}

/// Asks the applicant, each question beside its field.
pub async fn ask(
    conn: &mut AsyncPgConnection,
    around: &Around<'_>,
    row: ApplicationRow,
    scheme: &Current,
    questions: &[QuestionAsked],
) -> Result<ApplicationRow, AppError> {
    if questions.is_empty() {
        let why = "has to hold at least one question";
        return Err(AppError::unfit("/questions", "required", why));
    }
    let asked = reading::asked(scheme, &row);
    let mut faults = Vec::new();
    for (at, question) in questions.iter().enumerate() {
        let known = asked.iter().any(|one| one.code == question.field);
        if !known && !PARTS.contains(&&*question.field) {
            let codes: BTreeSet<_> = asked.iter().map(|one| &*one.code).chain(PARTS).collect();
            let why = format!("`{}` is not a field of this application", question.field);
            let fault = Fault::new(format!("/questions/{at}/field"), "unknown_field", why);
            faults.push(fault.accepted(codes));
        }
    }
    if !faults.is_empty() {
        return Err(AppError::Unfit(faults));
    }
    let rows: Vec<QuestionRow> = questions
        .iter()
        .map(|question| QuestionRow {
            id: Uuid::now_v7(),
            application_id: row.id,
            field: question.field.clone(),
            words: question.words.trim().to_owned(),
            asked_by: Some(around.by.sub),
            asked_at: around.now,
            answer: None,
            answered_at: None,
        })
        .collect();
    store::ask(conn, &rows).await?;
    let what =
        "A reviewer has a question. While we wait for your answer, the time in which we decide does not run.";
    letters::tell_applicant(conn, &row, &around.base, what, None).await?;
    Ok(ApplicationRow {
        asked_on: Some(around.today()),
        ..row
    })
}

/// Takes the applicant's answers, one to every open question, and what was changed meanwhile.
pub async fn answer(
    conn: &mut AsyncPgConnection,
    around: &Around<'_>,
    row: ApplicationRow,
    answers: &[Answered],
) -> Result<ApplicationRow, AppError> {
    let given: HashMap<Uuid, &str> = answers
        .iter()
        .map(|one| (one.question, one.words.trim()))
        .collect();
    let open: Vec<QuestionRow> = store::questions(conn, row.id)
        .await?
        .into_iter()
        .filter(|question| question.answered_at.is_none())
        .collect();
    for (at, one) in answers.iter().enumerate() {
        if answers
            .iter()
            .skip(at + 1)
            .any(|other| other.question == one.question)
        {
            let why = "is answered twice; say all in one answer";
            return Err(AppError::unfit(
                &format!("/answers/{at}/question"),
                "given_twice",
                why,
            ));
        }
        if open.iter().all(|question| question.id != one.question) {
            let why = "is not a question that waits for an answer";
            return Err(AppError::unfit(
                &format!("/answers/{at}/question"),
                "unknown_question",
                why,
            ));
        }
    }
    for question in &open {
        let words = given.get(&question.id).ok_or_else(|| {
            let why = format!(
                "has no answer to the question on `{}`: “{}”",
                question.field, question.words
            );
            AppError::unfit("/answers", "required", why)
        })?;
        store::answer(conn, question.id, words, around.now).await?;
    }
    if let Some(reviewer) = row.reviewer_id {
        let body = format!(
            "The applicant has answered:\n\n{}/certification/{}\n",
            around.base, row.id
        );
        letters::tell(conn, reviewer, "An answer to your question", body).await?;
    }
    let applicant = entries::applicant(conn, &row).await?;
    let named = store::referees(conn, row.id).await?;
    for referee in named.iter().filter(|one| one.asked_at.is_none()) {
        referees::send_link(conn, around, referee, &applicant.name).await?;
    }
    let entries = evidence::entries(conn, row.account_id).await?;
    let waited = row.asked_on.map_or(TimeDelta::zero(), |since| {
        around.today().signed_duration_since(since)
    });
    Ok(ApplicationRow {
        curriculum: serde_json::to_value(&entries).map_err(|error| AppError::Internal(error.into()))?,
        due_on: row.due_on.and_then(|due| due.checked_add_signed(waited)),
        asked_on: None,
        ..row
    })
}

/// Notes what a reviewer finds on a requirement.
pub async fn find(
    conn: &mut AsyncPgConnection,
    by: &Claims,
    id: Uuid,
    requirement: &str,
    version: &IfMatch,
    asked: FindingUpdate,
    now: DateTime<Utc>,
) -> Result<ApplicationRow, AppError> {
    let not_found = || AppError::NotFound("certification_application");
    let found = store::find(conn, id).await?.ok_or_else(not_found)?;
    if found.reviewer_id != Some(by.sub) || found.account_id == by.sub {
        let why = "only who was assigned to review an application says what was found";
        return Err(AppError::refused(&codes::FORBIDDEN, why));
    }
    let row = store::lock(conn, id).await?.ok_or_else(not_found)?;
    version.holds(&row.etag())?;
    if row.stage != CertificationStage::InReview {
        let why = format!(
            "findings are noted while an application is in review; it is `{}`",
            row.stage
        );
        return Err(AppError::refused(&codes::CONFLICT, why));
    }
    let scheme = schemes::of_version(conn, row.scheme_version_id).await?;
    if reading::asked(&scheme, &row)
        .iter()
        .all(|one| one.code != requirement)
    {
        return Err(AppError::NotFound("requirement"));
    }
    if asked.verdict != CriterionVerdict::Met && asked.words.is_none() {
        let why = "has to say why; the applicant reads it with the decision";
        return Err(AppError::unfit("/words", "required", why));
    }
    let finding = FindingRow {
        application_id: id,
        requirement: requirement.to_owned(),
        verdict: asked.verdict,
        words: asked.words,
        account_id: Some(by.sub),
        recorded_at: now,
    };
    store::find_on(conn, &finding).await?;
    let after = store::write(
        conn,
        ApplicationRow {
            changed_at: now,
            ..row
        },
    )
    .await?;
    let entry = audit::Entry::by(
        by.sub,
        "certification_application.find",
        "certification_application",
        id,
    )
    .fields(&["findings"]);
    audit::record(conn, entry).await?;
    outbox::enqueue(conn, "certification_application.changed", id).await?;
    Ok(after)
}
