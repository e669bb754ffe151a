//! Gives committed rows of the audit and the outbox their numbers without gaps, and changed incidents theirs, in one place,
//! because commit order is not the order in which a sequence hands numbers out. The audit is sealed as it is numbered.

use crate::audit;
use crate::http::AppError;
use diesel::sql_query;
use diesel_async::{AsyncPgConnection, RunQueryDsl};

const MOST: usize = 5000;

/// Numbers what waits; returns how many rows.
pub async fn number(conn: &mut AsyncPgConnection) -> Result<usize, AppError> {
    let mut done = audit::chain::seal(conn).await?;
    done += sql_query(format!(
        "WITH waiting AS MATERIALIZED (SELECT id, at FROM outbox WHERE number IS NULL LIMIT {MOST}), \
         last AS (SELECT coalesce(max(number), 0) AS number FROM outbox), \
         given AS (SELECT id, last.number + row_number() OVER (ORDER BY at, id) AS number FROM waiting, last) \
         UPDATE outbox t SET number = given.number FROM given WHERE t.id = given.id"
    ))
    .execute(conn)
    .await?;
    done += sql_query(format!(
        "WITH waiting AS MATERIALIZED (SELECT incident_id FROM incident_changes WHERE number IS NULL LIMIT {MOST}) \
         UPDATE incident_changes c SET number = nextval('incident_change_numbers') FROM waiting w WHERE c.incident_id = w.incident_id"
    ))
    .execute(conn)
    .await?;
    Ok(done)
}
