//! Queries of jobs. Whose they are is decided by the database's policy.

use super::model::JobRow;
use crate::schema::jobs;
use bellbuoy_domain::job::JobState;
use chrono::{DateTime, Utc};
use diesel::prelude::*;
use diesel_async::{AsyncPgConnection, RunQueryDsl};
use uuid::Uuid;

pub async fn insert(conn: &mut AsyncPgConnection, job: &JobRow) -> QueryResult<()> {
    diesel::insert_into(jobs::table).values(job).execute(conn).await?;
    Ok(())
}

pub async fn find(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<Option<JobRow>> {
    JobRow::query()
        .filter(jobs::id.eq(id))
        .first(conn)
        .await
        .optional()
}

/// Ends a running job; returns whether it was running.
pub async fn finish(
    conn: &mut AsyncPgConnection,
    id: Uuid,
    state: JobState,
    result: Option<&str>,
    problem: Option<&serde_json::Value>,
) -> QueryResult<bool> {
    let running = jobs::table
        .filter(jobs::id.eq(id))
        .filter(jobs::state.eq(JobState::Running));
    let changed = diesel::update(running)
        .set((
            jobs::state.eq(state),
            jobs::result.eq(result),
            jobs::problem.eq(problem),
            jobs::finished_at.eq(diesel::dsl::now),
        ))
        .execute(conn)
        .await?;
    Ok(changed > 0)
}

/// Notes that the process of a job is alive.
pub async fn touch(conn: &mut AsyncPgConnection, id: Uuid) -> QueryResult<usize> {
    diesel::update(jobs::table.filter(jobs::id.eq(id)))
        .set(jobs::seen_at.eq(diesel::dsl::now))
        .execute(conn)
        .await
}

/// Jobs whose process has not been seen since.
pub async fn orphans(conn: &mut AsyncPgConnection, before: DateTime<Utc>) -> QueryResult<Vec<Uuid>> {
    jobs::table
        .filter(jobs::state.eq(JobState::Running))
        .filter(jobs::seen_at.lt(before))
        .select(jobs::id)
        .load(conn)
        .await
}

/// Forgets jobs asked for before a time.
pub async fn forget(conn: &mut AsyncPgConnection, before: DateTime<Utc>) -> QueryResult<usize> {
    diesel::delete(jobs::table.filter(jobs::created_at.lt(before)))
        .execute(conn)
        .await
}
