//! A creating request that is repeated has one effect and one answer.

use diesel_async::RunQueryDsl;
use reqwest::Method;
use serde_json::json;
use tests::TestApp;
use tests::client::{Client, send};
use tests::given::{facts, facts_with};

fn post(client: &Client, key: &str, facts: &serde_json::Value) -> reqwest::RequestBuilder {
    client
        .request(Method::POST, "/api/v1/incidents")
        .header("idempotency-key", key.to_owned())
        .json(facts)
}

#[tokio::test]
async fn a_repeat_gets_the_first_answer() {
    let app = TestApp::start().await;
    let member = app.member();
    let first = send(post(&member, "ship-7", &facts())).await.expect(201);
    let again = send(post(&member, "ship-7", &facts())).await.expect(201);
    assert_eq!(
        (first.json(), first.header("etag")),
        (again.json(), again.header("etag"))
    );
    assert_eq!(
        (
            first.header("idempotency-replayed"),
            again.header("idempotency-replayed")
        ),
        ("", "true")
    );
    for table in [
        "incidents",
        "incident_facts",
        "audit_entries",
        "outbox",
        "idempotency_keys",
    ] {
        assert_eq!(app.database.count(table).await, 1, "{table}");
    }
}

#[tokio::test]
async fn another_body_under_the_same_key_is_refused() {
    let app = TestApp::start().await;
    send(post(&app.member(), "ship-7", &facts())).await.expect(201);
    let other = send(post(
        &app.member(),
        "ship-7",
        &facts_with(json!({ "severity": "low" })),
    ))
    .await
    .expect(422);
    assert_eq!(other.code(), "key_reused");
    assert_eq!(app.database.count("incidents").await, 1);
}

#[tokio::test]
async fn a_key_belongs_to_one_person_and_one_operation() {
    let app = TestApp::start().await;
    send(post(&app.member(), "1", &facts())).await.expect(201);
    let other = send(post(&app.other_member(), "1", &facts())).await.expect(201);
    assert_eq!(other.header("idempotency-replayed"), "");
    let advisory = app
        .analyst()
        .request(Method::POST, "/api/v1/advisories")
        .header("idempotency-key", "1")
        .json(&tests::given::advisory());
    send(advisory).await.expect(201);
    send(post(&app.analyst(), "1", &facts())).await.expect(201);
    assert_eq!(
        (
            app.database.count("incidents").await,
            app.database.count("advisories").await
        ),
        (3, 1)
    );
}

#[tokio::test]
async fn twenty_parallel_sends_make_one_incident() {
    let app = TestApp::start_with(&["--workers", "2", "--pool", "8"]).await;
    let sends: Vec<_> = (0..20)
        .map(|_| tokio::spawn(send(post(&app.member(), "storm", &facts()))))
        .collect();
    let mut ids = Vec::new();
    for answer in sends {
        let answer = answer.await.unwrap();
        match answer.status {
            201 => ids.push(answer.json()["id"].clone()),
            _ => assert_eq!((answer.status, answer.code().as_str()), (409, "in_progress")),
        }
    }
    assert!(!ids.is_empty() && ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    assert_eq!(app.database.count("incidents").await, 1);
    let late = send(post(&app.member(), "storm", &facts())).await.expect(201);
    assert_eq!(
        (late.header("idempotency-replayed"), &late.json()["id"]),
        ("true", &ids[0])
    );
}

#[tokio::test]
async fn who_began_to_look_before_the_first_was_done_gets_its_answer() {
    let app = TestApp::start().await;
    let first = send(post(&app.member(), "late", &facts())).await.expect(201);
    let mut holder = app.database.superuser().await;
    for statement in [
        "CREATE TABLE put_by AS SELECT * FROM idempotency_keys",
        "DELETE FROM idempotency_keys",
        "BEGIN",
        "INSERT INTO idempotency_keys SELECT * FROM put_by",
    ] {
        diesel::sql_query(statement).execute(&mut holder).await.unwrap();
    }
    let second = tokio::spawn(send(post(&app.member(), "late", &facts())));
    let waits = "SELECT pid::text FROM pg_stat_activity \
        WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE '%idempotency_keys%'";
    let waiting = async {
        while app.database.column(waits).await.is_empty() {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), waiting)
        .await
        .unwrap();
    diesel::sql_query("COMMIT").execute(&mut holder).await.unwrap();
    let second = second.await.unwrap().expect(201);
    assert_eq!(
        (second.header("idempotency-replayed"), second.json()),
        ("true", first.json())
    );
}

#[tokio::test]
async fn a_refused_request_does_not_use_up_its_key() {
    let app = TestApp::start().await;
    send(post(
        &app.member(),
        "k",
        &facts_with(json!({ "occurred_on": "2027-01-01" })),
    ))
    .await
    .expect(422);
    send(post(&app.member(), "k", &facts())).await.expect(201);
    assert_eq!(app.database.count("incidents").await, 1);
}

#[tokio::test]
async fn a_key_has_1_to_200_characters() {
    let app = TestApp::start().await;
    for key in [String::new(), "k".repeat(201)] {
        let refused = send(post(&app.member(), &key, &facts())).await.expect(422);
        assert_eq!(refused.pointers(), ["Idempotency-Key"]);
    }
    send(post(&app.member(), &"k".repeat(200), &facts()))
        .await
        .expect(201);
}

#[tokio::test]
async fn keys_are_forgotten_after_thirty_days_and_not_before() {
    let app = TestApp::start().await;
    for (key, days) in [("young", 30), ("old", 31)] {
        send(post(&app.member(), key, &facts())).await.expect(201);
        app.database
            .rows(&format!(
                "UPDATE idempotency_keys SET created_on = current_date - {days} WHERE key = '{key}'"
            ))
            .await;
    }
    let worker = tokio::spawn(bellbuoy_server::jobs::run(app.app.clone(), app.db.clone()));
    let swept = async {
        while app.database.count("idempotency_keys").await > 1 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), swept)
        .await
        .unwrap();
    worker.abort();
    assert_eq!(
        app.database.column("SELECT key FROM idempotency_keys").await,
        ["young"]
    );
}
