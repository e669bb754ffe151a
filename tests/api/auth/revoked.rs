//! Rights that are taken away are gone on every server within a second.

use std::time::{Duration, Instant};
use tests::TestApp;
use tests::client::Client;
use tests::people::person;

const PATH: &str = "/api/v1/incidents?limit=1";

/// How long the client was still let in.
async fn let_in(client: &Client) -> Duration {
    let began = Instant::now();
    while client.get(PATH).await.status == 200 {
        assert!(
            began.elapsed() < Duration::from_secs(10),
            "still let in after ten seconds"
        );
    }
    client.get(PATH).await.expect(401);
    began.elapsed()
}

/// Waits until the server listens: what is revoked before that, it reads up.
async fn listens(app: &TestApp) {
    let sql = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%FROM accounts%WHERE revision > 1%' AND state = 'idle'";
    let began = Instant::now();
    while app.database.column(sql).await != ["2"] {
        assert!(began.elapsed() < Duration::from_secs(10), "nobody listens");
    }
}

#[tokio::test]
async fn what_is_revoked_on_one_server_is_revoked_on_the_other() {
    let first = TestApp::start().await;
    let second = first.beside().await;
    listens(&first).await;
    let member = person("colleague@demo.example").id;
    for sql in [
        format!("UPDATE memberships SET state = 'suspended' WHERE account_id = '{member}'"),
        format!("UPDATE memberships SET role = 'auditor', state = 'confirmed' WHERE account_id = '{member}'"),
        format!("UPDATE accounts SET suspended = true WHERE id = '{member}'"),
        "UPDATE organisations SET status = 'suspended' WHERE name = 'First Line'".to_owned(),
        format!("UPDATE accounts SET role = 'qa_reviewer', suspended = false WHERE id = '{member}'"),
    ] {
        let version: i32 = first
            .database
            .column(&format!("SELECT revision FROM accounts WHERE id = '{member}'"))
            .await[0]
            .parse()
            .unwrap();
        let clients = [&first, &second].map(|app| app.person_at("colleague@demo.example", version));
        for client in &clients {
            client.get(PATH).await.expect(200);
        }
        first.database.rows(&sql).await;
        for client in &clients {
            let waited = let_in(client).await;
            assert!(waited < Duration::from_secs(1), "{waited:?} after {sql}");
        }
    }
}

#[tokio::test]
async fn a_sign_out_on_one_server_ends_the_session_on_the_other() {
    let first = TestApp::start().await;
    let second = first.beside().await;
    listens(&first).await;
    let signed_in = first.signed_in("colleague@demo.example").await;
    let there = signed_in.at(&second.base);
    there.get(PATH).await.expect(200);
    signed_in.delete("/api/v1/auth/sessions").await.expect(204);
    assert!(let_in(&there).await < Duration::from_secs(1));
}

#[tokio::test]
async fn a_server_that_starts_later_knows_what_was_revoked_before() {
    let first = TestApp::start().await;
    let member = person("colleague@demo.example").id;
    let client = first.person("colleague@demo.example");
    client.get(PATH).await.expect(200);
    first
        .database
        .rows(&format!(
            "UPDATE memberships SET state = 'suspended' WHERE account_id = '{member}'"
        ))
        .await;
    let second = first.beside().await;
    assert!(let_in(&client.at(&second.base)).await < Duration::from_secs(1));
}
