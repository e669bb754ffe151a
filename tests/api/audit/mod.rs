//! The audit: who reads it, how it is sealed, and how those are found out who change it.

mod chain;
mod checkpoints;
mod elsewhere;
mod offline;
mod read;
mod tamper;

use serde_json::Value;
use tests::TestApp;
use tests::client::Answer;

const VERIFICATION: &str = "/api/v1/audit/verification";
const VERIFICATIONS: &str = "/api/v1/audit/verifications";
const CHECKPOINTS: &str = "/api/v1/audit/checkpoints";

/// What the check of the whole record says.
async fn verified(app: &TestApp) -> Value {
    app.admin().get(VERIFICATION).await.expect(200).json()
}

/// The word of a fault, and its entry.
fn fault(found: &Value) -> (String, i64) {
    let fault = &found["fault"];
    assert_eq!(found["sound"], fault.is_null(), "{found}");
    (
        fault["fault"].as_str().unwrap_or_default().to_owned(),
        fault["number"].as_i64().unwrap_or_default(),
    )
}

/// What a kept checkpoint says of the record.
async fn against(app: &TestApp, kept: &Value) -> Answer {
    app.admin().post(VERIFICATIONS, kept).await
}

/// The worker's half minute.
async fn checkpoint(app: &TestApp) {
    let mut conn = app.system().await;
    let mut keeper = bellbuoy_server::audit::chain::Keeper::default();
    keeper.turn(&app.app, &mut conn).await.unwrap();
}

/// Entries as many different ones as there are, sealed.
async fn filled(app: &TestApp, n: i64) {
    let sql = format!(
        "INSERT INTO audit_entries (id, at, account_id, action, object_kind, object_id, fields, reason)
         SELECT gen_random_uuid(), timestamptz '2026-11-01' + i * interval '61.000007 s', CASE WHEN i % 5 > 0 THEN gen_random_uuid() END,
             'incident.' || (ARRAY['accept', 'refuse', 'take_up'])[1 + i % 3], 'incident', CASE WHEN i % 7 > 0 THEN gen_random_uuid() END,
             (ARRAY['status', 'severity', 'kind'])[1:i % 4], CASE WHEN i % 3 = 1 THEN 'Reason ' || i END
         FROM generate_series(1, {n}) i"
    );
    app.database.rows(&sql).await;
    app.drain().await;
}
