//! Queries of letters.

use crate::schema::mails;
use chrono::{DateTime, Utc};
use diesel::pg::Pg;
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

#[derive(Debug, HasQuery)]
#[diesel(table_name = mails, check_for_backend(Pg))]
pub struct MailRow {
    pub id: Uuid,
    pub recipient: String,
    pub subject: String,
    pub body: Option<String>,
    pub created_at: DateTime<Utc>,
    pub attempts: i16,
}

/// The latest letters.
pub async fn latest(conn: &mut AsyncPgConnection, limit: i64) -> QueryResult<Vec<MailRow>> {
    MailRow::query()
        .order(mails::id.desc())
        .limit(limit)
        .load(conn)
        .await
}

/// How many letters to an address were written since.
pub async fn count(conn: &mut AsyncPgConnection, to: &str, since: DateTime<Utc>) -> QueryResult<i64> {
    mails::table
        .filter(mails::recipient.eq(to))
        .filter(mails::created_at.gt(since))
        .count()
        .get_result(conn)
        .await
}

/// Takes letters whose time has come, so that nobody else takes them before `until`.
pub async fn claim(
    conn: &mut AsyncPgConnection,
    limit: i64,
    until: DateTime<Utc>,
) -> QueryResult<Vec<MailRow>> {
    let due = mails::table
        .filter(mails::sent_at.is_null())
        .filter(mails::next_attempt_at.le(diesel::dsl::now))
        .order(mails::next_attempt_at)
        .limit(limit)
        .for_update()
        .skip_locked()
        .select(mails::id)
        .load::<Uuid>(conn)
        .await?;
    diesel::update(mails::table.filter(mails::id.eq_any(due)))
        .set(mails::next_attempt_at.eq(until))
        .returning(MailRow::as_returning())
        .get_results(conn)
        .await
}

/// Notes that a letter was sent, and forgets what it said.
pub async fn sent(conn: &mut AsyncPgConnection, id: Uuid, now: DateTime<Utc>) -> QueryResult<()> {
    diesel::update(mails::table.filter(mails::id.eq(id)))
        .set((
            mails::sent_at.eq(now),
            mails::body.eq(None::<String>),
            mails::attempts.eq(mails::attempts + 1),
        ))
        .execute(conn)
        .await?;
    Ok(())
}

/// Notes that a letter could not be sent, and when to try again.
pub async fn put_off(conn: &mut AsyncPgConnection, id: Uuid, until: DateTime<Utc>) -> QueryResult<()> {
    diesel::update(mails::table.filter(mails::id.eq(id)))
        .set((
            mails::next_attempt_at.eq(until),
            mails::attempts.eq(mails::attempts + 1),
        ))
        .execute(conn)
        .await?;
    Ok(())
}
