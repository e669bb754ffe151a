//! Counts the SQL statements that a piece of work makes, without BEGIN, COMMIT and the setting of the caller.

use crate::TestApp;
use diesel::QueryableByName;
use diesel::sql_types::{BigInt, Text};
use diesel_async::RunQueryDsl;

#[derive(Debug, QueryableByName)]
struct Statement {
    #[diesel(sql_type = Text)]
    query: String,
    #[diesel(sql_type = BigInt)]
    calls: i64,
}

/// Runs `work` and counts its statements; the list says which.
pub async fn counted<T>(app: &TestApp, work: impl Future<Output = T>) -> (T, i64, String) {
    let mut conn = app.database.superuser().await;
    diesel::sql_query("SELECT pg_stat_statements_reset(0, (SELECT oid FROM pg_database WHERE datname = current_database()), 0)").execute(&mut conn).await.unwrap();
    let outcome = work.await;
    let statements: Vec<Statement> = diesel::sql_query(
        "SELECT query, calls FROM pg_stat_statements WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database()) \
         AND userid IN (SELECT oid FROM pg_roles WHERE rolname IN ('bellbuoy_app', 'bellbuoy_intake')) AND toplevel \
         AND query !~* '^(BEGIN|COMMIT|ROLLBACK|SET |SELECT set_config)' AND query NOT LIKE '%\"set_config\"%' AND query NOT LIKE '%pg_type%'",
    )
    .load(&mut conn)
    .await
    .unwrap();
    let n = statements.iter().map(|statement| statement.calls).sum();
    let list = statements
        .iter()
        .map(|statement| format!("{} × {}\n", statement.calls, statement.query))
        .collect();
    (outcome, n, list)
}
