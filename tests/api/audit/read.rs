//! The audit is complete, in order, for administrators, and never changed.

use serde_json::{Value, json};
use tests::database::rows_at;
use tests::{TestApp, given};

async fn entries(app: &TestApp, query: &str) -> Vec<Value> {
    app.admin()
        .get(&format!("/api/v1/audit{query}"))
        .await
        .expect(200)
        .json()["items"]
        .as_array()
        .unwrap()
        .clone()
}

#[tokio::test]
async fn every_step_has_one_line_numbered_without_gaps() {
    let app = TestApp::start().await;
    for _ in 0..3 {
        given::incident(&app).accepted().await;
    }
    assert!(
        entries(&app, "").await.is_empty(),
        "a line shows once the sequencer has numbered it"
    );
    app.drain().await;
    let all = entries(&app, "").await;
    let numbers: Vec<i64> = all
        .iter()
        .map(|entry| entry["number"].as_i64().unwrap())
        .collect();
    assert_eq!(numbers, (1..=9).rev().collect::<Vec<_>>());
    let mut actions: Vec<_> = all
        .iter()
        .map(|entry| entry["action"].as_str().unwrap())
        .collect();
    actions.sort_unstable();
    assert_eq!(
        actions,
        [
            "incident.accept",
            "incident.accept",
            "incident.accept",
            "incident.submit",
            "incident.submit",
            "incident.submit",
            "incident.take_up",
            "incident.take_up",
            "incident.take_up"
        ]
    );
    given::incident(&app).submitted().await;
    app.drain().await;
    assert_eq!(entries(&app, "?limit=1").await[0]["number"], 10);
    assert_eq!(
        app.database
            .column("SELECT string_agg(number::text, ',' ORDER BY number) FROM outbox")
            .await,
        ["1,2,3,4,5,6,7,8,9,10"]
    );
}

#[tokio::test]
async fn a_step_that_fails_leaves_no_line_and_a_line_never_stands_without_its_step() {
    let app = TestApp::start().await;
    let taken = given::incident(&app).in_triage().await;
    let before = app.database.count("audit_entries").await;
    let path = format!(
        "/api/v1/incidents/{}/decisions",
        taken.json()["id"].as_str().unwrap()
    );
    for (tag, body) in [
        ("\"old\"", json!({ "decision": "withdraw" })),
        (taken.header("etag"), json!({ "decision": "take_up" })),
        (taken.header("etag"), json!({ "decision": "refuse" })),
    ] {
        assert!(app.analyst().post_match(&path, tag, &body).await.status >= 400);
    }
    app.member()
        .post(
            "/api/v1/incidents",
            &given::facts_with(json!({ "country": "QQ" })),
        )
        .await
        .expect(422);
    assert_eq!(app.database.count("audit_entries").await, before);
    assert_eq!(app.database.count("outbox").await, before);
}

#[tokio::test]
async fn lines_are_narrowed_paged_and_exported() {
    let app = TestApp::start().await;
    let incident = given::incident(&app).accepted().await.json();
    given::incident(&app).in_triage().await;
    app.drain().await;
    assert_eq!(entries(&app, "?action=incident.submit").await.len(), 2);
    assert_eq!(
        entries(&app, "?action=incident.submit,incident.accept")
            .await
            .len(),
        3
    );
    assert_eq!(
        entries(&app, &format!("?object_id={}", incident["id"].as_str().unwrap()))
            .await
            .len(),
        3
    );
    let mut page = app.admin().get("/api/v1/audit?limit=2").await.json();
    let mut numbers = Vec::new();
    loop {
        numbers.extend(
            page["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|entry| entry["number"].as_i64().unwrap()),
        );
        let Some(next) = page["next"].as_str() else { break };
        page = app.admin().get(next).await.expect(200).json();
    }
    assert_eq!(numbers, [5, 4, 3, 2, 1]);
    let csv = app.admin().get("/api/v1/audit.csv").await.expect(200).text();
    assert_eq!(csv.lines().count(), 6);
    assert!(
        csv.starts_with("number,at,actor,action,object_kind,object_id,fields,reason,id,hash\n"),
        "{csv}"
    );
    let lines = app
        .admin()
        .get("/api/v1/audit.ndjson?action=incident.accept")
        .await
        .expect(200)
        .text();
    assert_eq!(lines.lines().count(), 1);
    for query in ["actions=x", "object_id=7", "action=a%00b"] {
        app.admin()
            .get(&format!("/api/v1/audit?{query}"))
            .await
            .expect(400);
    }
}

#[tokio::test]
async fn a_reason_that_looks_like_a_formula_is_text() {
    let app = TestApp::start().await;
    let taken = given::incident(&app).in_triage().await;
    given::decide(&app, &taken, json!({ "decision": "refuse", "reason": "=1+1" })).await;
    app.drain().await;
    let csv = app
        .admin()
        .get("/api/v1/audit.csv?action=incident.refuse")
        .await
        .expect(200)
        .text();
    assert!(csv.contains("'=1+1") && !csv.contains(",=1+1"), "{csv}");
}

#[tokio::test]
async fn a_line_is_numbered_once_and_then_stays() {
    let app = TestApp::start().await;
    given::incident(&app).submitted().await;
    app.drain().await;
    let as_system = "SELECT set_config('bellbuoy.role', 'system', false); ";
    for table in ["audit_entries", "outbox"] {
        let again = rows_at(
            &app.database.urls.app,
            &format!("{as_system}UPDATE {table} SET number = 7"),
        )
        .await
        .unwrap_err();
        assert!(again.contains("does not change"), "{again}");
        for sql in [
            format!("UPDATE {table} SET at = now()"),
            format!("DELETE FROM {table}"),
            format!("TRUNCATE {table}"),
        ] {
            assert!(
                rows_at(&app.database.urls.app, &format!("{as_system}{sql}"))
                    .await
                    .unwrap_err()
                    .contains("permission denied"),
                "{sql}"
            );
        }
    }
}
