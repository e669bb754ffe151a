//! `dry_run=true`: the real thing, answered as usual, and nothing left of it.

use serde_json::json;
use tests::TestApp;
use tests::given;

const TABLES: [&str; 9] = [
    "incidents",
    "incident_facts",
    "incident_words",
    "audit_entries",
    "outbox",
    "idempotency_keys",
    "statistics_changes",
    "advisories",
    "advisory_numbers",
];

async fn everything(app: &TestApp) -> Vec<Vec<Vec<String>>> {
    let mut tables = Vec::new();
    for table in TABLES {
        tables.push(
            app.database
                .rows(&format!("SELECT t::text FROM {table} t ORDER BY 1"))
                .await,
        );
    }
    tables
}

#[tokio::test]
async fn a_rehearsed_report_is_answered_and_not_kept() {
    let app = TestApp::start().await;
    let before = everything(&app).await;
    let request = app
        .member()
        .request(reqwest::Method::POST, "/api/v1/incidents?dry_run=true")
        .header("idempotency-key", "k")
        .json(&given::facts());
    let rehearsed = tests::client::send(request).await.expect(201).json();
    assert_eq!(rehearsed["status"], "submitted");
    assert_eq!(everything(&app).await, before);
    app.member()
        .get(&format!(
            "/api/v1/incidents/{}",
            rehearsed["id"].as_str().unwrap()
        ))
        .await
        .expect(404);
    let wrong = given::facts_with(json!({ "occurred_on": "2027-01-01" }));
    assert_eq!(
        app.member()
            .post("/api/v1/incidents?dry_run=true", &wrong)
            .await
            .expect(422)
            .pointers(),
        ["/occurred_on"]
    );
    app.member()
        .post("/api/v1/incidents?dry_run=false", &given::facts())
        .await
        .expect(201);
    assert_eq!(app.database.count("incidents").await, 1);
}

#[tokio::test]
async fn a_rehearsed_decision_and_a_rehearsed_advisory_change_nothing() {
    let app = TestApp::start().await;
    let incident = given::incident(&app).in_triage().await;
    let draft = app
        .analyst()
        .post("/api/v1/advisories", &given::advisory())
        .await
        .expect(201);
    let before = everything(&app).await;
    let path = |answer: &tests::client::Answer, of: &str, step: &str| {
        format!(
            "/api/v1/{of}/{}{step}?dry_run=true",
            answer.json()["id"].as_str().unwrap()
        )
    };

    let decided = app
        .analyst()
        .post_match(
            &path(&incident, "incidents", "/decisions"),
            incident.header("etag"),
            &json!({ "decision": "accept", "verification": "identified" }),
        )
        .await
        .expect(200);
    assert_eq!(decided.json()["status"], "accepted");
    app.analyst()
        .post("/api/v1/advisories?dry_run=true", &given::advisory())
        .await
        .expect(201);
    let edited = app
        .second_analyst()
        .patch_match(
            &path(&draft, "advisories", ""),
            draft.header("etag"),
            &json!({ "tlp": "green" }),
        )
        .await
        .expect(200);
    assert_eq!(edited.json()["tlp"], "green");
    let released = app
        .second_analyst()
        .post_match(
            &path(&draft, "advisories", "/releases"),
            draft.header("etag"),
            &json!({}),
        )
        .await
        .expect(201);
    assert_eq!(released.json()["number"], "BB-2026-001");
    assert_eq!(everything(&app).await, before);
    let real = app
        .second_analyst()
        .post_match(
            &path(&draft, "advisories", "/releases").replace("?dry_run=true", ""),
            draft.header("etag"),
            &json!({}),
        )
        .await
        .expect(201);
    assert_eq!(real.json()["number"], "BB-2026-001");
}
