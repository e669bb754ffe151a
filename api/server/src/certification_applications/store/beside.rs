//! Queries of what belongs to an application.

use crate::certification_applications::model::{EventRow, FindingRow, QuestionRow, RefereeRow, ShownRow};
use crate::schema::{
    certification_events, certification_evidence, certification_findings, certification_questions,
    certification_referees,
};
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

/// Papers that an application shows.
pub async fn shown(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Vec<ShownRow>> {
    ShownRow::query()
        .filter(certification_evidence::application_id.eq(id))
        .load(conn)
        .await
}

/// Shows these papers and no others.
pub async fn set_shown(conn: &mut AsyncPgConnection, id: Uuid, rows: &[ShownRow]) -> QueryResult<()> {
    diesel::delete(certification_evidence::table.filter(certification_evidence::application_id.eq(id)))
        .execute(conn)
        .await?;
    diesel::insert_into(certification_evidence::table)
        .values(rows)
        .execute(conn)
        .await?;
    Ok(())
}

/// Referees of an application.
pub async fn referees(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Vec<RefereeRow>> {
    RefereeRow::query()
        .filter(certification_referees::application_id.eq(id))
        .order((certification_referees::created_at, certification_referees::id))
        .load(conn)
        .await
}

/// Removes referees that were named and have not answered.
pub async fn drop_referees(conn: &mut AsyncPgConnection, ids: &[Uuid]) -> QueryResult<()> {
    diesel::delete(certification_referees::table.filter(certification_referees::id.eq_any(ids)))
        .execute(conn)
        .await?;
    Ok(())
}

/// Names referees.
pub async fn name_referees(conn: &mut AsyncPgConnection, rows: &[RefereeRow]) -> QueryResult<()> {
    diesel::insert_into(certification_referees::table)
        .values(rows)
        .execute(conn)
        .await?;
    Ok(())
}

/// Corrects what the applicant says of a referee.
pub async fn rename_referee(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    name: &str,
    relation: &str,
) -> QueryResult<()> {
    diesel::update(certification_referees::table.filter(certification_referees::id.eq(id)))
        .set((
            certification_referees::name.eq(name),
            certification_referees::relation.eq(relation),
        ))
        .execute(conn)
        .await?;
    Ok(())
}

/// Notes that a link was sent, with the hash of its word; a second time is a reminder.
pub async fn ask_referee(
    conn: &mut AsyncPgConnection,
    row: &RefereeRow,
    hash: &[u8],
    now: DateTime<Utc>,
) -> QueryResult<()> {
    let reminded = row.asked_at.map(|_| now);
    diesel::update(certification_referees::table.filter(certification_referees::id.eq(row.id)))
        .set((
            certification_referees::key_hash.eq(hash),
            certification_referees::asked_at.eq(row.asked_at.unwrap_or(now)),
            certification_referees::reminded_at.eq(reminded),
        ))
        .execute(conn)
        .await?;
    Ok(())
}

/// Finds the referee of a link.
pub async fn referee_of(conn: &mut AsyncPgConnection, hash: &[u8]) -> QueryResult<Option<RefereeRow>> {
    RefereeRow::query()
        .filter(certification_referees::key_hash.eq(hash))
        .first(conn)
        .await
        .optional()
}

/// Notes what a referee says; false when they said something already.
pub async fn answer_reference(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    (recommends, independent, words): (bool, bool, &str),
    now: DateTime<Utc>,
) -> QueryResult<bool> {
    use certification_referees as r;
    let open = r::table.filter(r::id.eq(id)).filter(r::answered_at.is_null());
    let changed = diesel::update(open)
        .set((
            r::answered_at.eq(now),
            r::recommends.eq(recommends),
            r::independent.eq(independent),
            r::words.eq(words),
        ))
        .execute(conn)
        .await?;
    Ok(changed == 1)
}

/// Questions of an application, in the order in which they were asked.
pub async fn questions(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Vec<QuestionRow>> {
    QuestionRow::query()
        .filter(certification_questions::application_id.eq(id))
        .order(certification_questions::id)
        .load(conn)
        .await
}

/// Asks questions.
pub async fn ask(conn: &mut AsyncPgConnection, rows: &[QuestionRow]) -> QueryResult<()> {
    diesel::insert_into(certification_questions::table)
        .values(rows)
        .execute(conn)
        .await?;
    Ok(())
}

/// Answers a question.
pub async fn answer(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    words: &str,
    now: DateTime<Utc>,
) -> QueryResult<()> {
    diesel::update(certification_questions::table.filter(certification_questions::id.eq(id)))
        .set((
            certification_questions::answer.eq(words),
            certification_questions::answered_at.eq(now),
        ))
        .execute(conn)
        .await?;
    Ok(())
}

/// What was found, as far as the caller may read it.
pub async fn findings(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Vec<FindingRow>> {
    FindingRow::query()
        .filter(certification_findings::application_id.eq(id))
        .load(conn)
        .await
}

/// Notes what is found on a requirement, in place of what was found before.
pub async fn find_on(conn: &mut AsyncPgConnection, row: &FindingRow) -> QueryResult<()> {
    diesel::insert_into(certification_findings::table)
        .values(row)
        .on_conflict((
            certification_findings::application_id,
            certification_findings::requirement,
        ))
        .do_update()
        .set(row)
        .execute(conn)
        .await?;
    Ok(())
}

/// Steps of an application, in the order in which they were taken.
pub async fn events(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Vec<EventRow>> {
    EventRow::query()
        .filter(certification_events::application_id.eq(id))
        .order(certification_events::id)
        .load(conn)
        .await
}

/// Notes a step.
pub async fn note(conn: &mut AsyncPgConnection, row: &EventRow) -> QueryResult<()> {
    diesel::insert_into(certification_events::table)
        .values(row)
        .execute(conn)
        .await?;
    Ok(())
}
