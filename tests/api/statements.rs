//! How many statements a request makes (G11): few, and as many over ten rows as over five hundred.

use reqwest::Method;
use serde_json::json;
use tests::TestApp;
use tests::client::{Client, send};
use tests::given::{self, Entry, accepted_many};
use tests::statements::counted;
use uuid::Uuid;

const READ: i64 = 2;
const CREATE: i64 = 7;
/// An acceptance also notes how long the report waited.
const ACCEPT: i64 = CREATE + 1;

/// The statements of a GET, once what it prepares at first is prepared.
async fn of_get(app: &TestApp, client: &Client, path: &str) -> (i64, String) {
    client.get(path).await.expect(200);
    let (answer, n, list) = counted(app, client.get(path)).await;
    answer.expect(200);
    (n, list)
}

async fn rows(app: &TestApp, n: usize) {
    let many = (0..n).map(|at| Entry::new(json!({ "title": format!("Number {at}"), "severity": if at % 2 == 0 { "low" } else { "major" } }), Some(Uuid::new_v4()))).collect();
    accepted_many(app, many).await;
    app.database
        .rows(&format!(
            "UPDATE incidents SET organisation_id = '{}' WHERE track = 'named'",
            tests::people::person("member@demo.example")
                .organisation()
                .unwrap()
        ))
        .await;
    app.drain().await;
}

#[tokio::test]
async fn reading_takes_two_statements_whatever_the_number_of_rows() {
    let app = TestApp::start().await;
    let release = app
        .analyst()
        .post("/api/v1/statistics/releases", &json!({}))
        .await
        .expect(201)
        .json()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let made = app
        .analyst()
        .post("/api/v1/advisories", &given::advisory())
        .await
        .expect(201);
    app.second_analyst()
        .post_match(
            &format!(
                "/api/v1/advisories/{}/releases",
                made.json()["id"].as_str().unwrap()
            ),
            made.header("etag"),
            &json!({}),
        )
        .await
        .expect(201);
    rows(&app, 10).await;
    let id = app
        .database
        .column("SELECT id FROM incidents LIMIT 1")
        .await
        .remove(0);
    let reference = app
        .database
        .column("SELECT reference FROM incidents LIMIT 1")
        .await
        .remove(0);
    let paths = [
        format!("/api/v1/incidents/{id}"),
        format!("/api/v1/incidents/{reference}"),
        "/api/v1/incidents?limit=500".to_owned(),
        "/api/v1/incidents?limit=500&severity=low&sort=recorded_month".to_owned(),
        "/api/v1/incidents?q=radar&limit=500".to_owned(),
        "/api/v1/incidents?updated_since=0&limit=500".to_owned(),
        "/api/v1/incidents?limit=500&with_total=true".to_owned(),
        "/api/v1/statistics/incidents?by=kind".to_owned(),
        "/api/v1/statistics/releases/latest".to_owned(),
        format!("/api/v1/statistics/releases/{release}"),
        "/api/v1/statistics/releases".to_owned(),
        "/api/v1/advisories".to_owned(),
        "/api/v1/advisories/BB-2026-001".to_owned(),
        "/api/v1/advisories.atom".to_owned(),
        "/api/v1/me".to_owned(),
    ];
    let mut few = Vec::new();
    for path in &paths {
        for client in [app.member()] {
            let (n, list) = of_get(&app, &client, path).await;
            assert!((1..=READ).contains(&n), "{path}: {n} statements\n{list}");
            few.push(n);
        }
    }
    rows(&app, 490).await;
    let mut many = Vec::new();
    for path in &paths {
        for client in [app.member()] {
            many.push(of_get(&app, &client, path).await.0);
        }
    }
    assert_eq!(few, many);
    let (answer, n, list) = counted(&app, app.member().get("/api/v1/statistics/incidents?by=severity")).await;
    answer.expect(200);
    assert_eq!(n, 1, "figures that are held are not read again\n{list}");
}

#[tokio::test]
async fn figures_that_changed_take_two_statements() {
    let app = TestApp::start().await;
    rows(&app, 30).await;
    app.member()
        .get("/api/v1/statistics/incidents?by=kind")
        .await
        .expect(200);
    rows(&app, 30).await;
    let (answer, n, list) = counted(&app, app.member().get("/api/v1/statistics/incidents?by=kind")).await;
    answer.expect(200);
    assert_eq!(n, READ, "{list}");
}

#[tokio::test]
async fn the_desks_queue_and_the_audit_take_two_statements() {
    let app = TestApp::start().await;
    let desk = tests::desk::open(&app).await;
    for _ in 0..3 {
        tests::reporter::Reporter::new().file(&app, &desk).await;
    }
    given::incident(&app).submitted().await;
    app.drain().await;
    for (client, path) in [
        (app.analyst(), "/api/v1/desk/envelopes"),
        (app.admin(), "/api/v1/audit"),
    ] {
        let (n, list) = of_get(&app, &client, path).await;
        assert!((1..=READ).contains(&n), "{path}: {n}\n{list}");
    }
}

#[tokio::test]
async fn creating_takes_seven_statements_whatever_the_number_of_rows() {
    let app = TestApp::start().await;
    let create = |client: Client, path: &'static str, body: serde_json::Value| async move {
        let key = Uuid::new_v4().to_string();
        send(
            client
                .request(Method::POST, path)
                .header("idempotency-key", key)
                .json(&body),
        )
        .await
        .expect(201);
    };
    let acceptance = json!({ "facts": given::facts(), "verification": "anonymous_unverified", "tlp": "amber", "age_band": "1d" });
    let cases = [
        (app.member(), "/api/v1/incidents", given::facts()),
        (app.analyst(), "/api/v1/incidents", given::facts()),
        (app.analyst(), "/api/v1/advisories", given::advisory()),
        (app.analyst(), "/api/v1/desk/acceptances", acceptance),
    ];
    let mut counts = Vec::new();
    for n in [10, 490] {
        rows(&app, n).await;
        for (client, path, body) in &cases {
            create(client.clone(), path, body.clone()).await;
            let ((), n, list) = counted(&app, create(client.clone(), path, body.clone())).await;
            assert!(
                (2..=if path.contains("acceptances") {
                    ACCEPT
                } else {
                    CREATE
                })
                    .contains(&n),
                "{path}: {n} statements\n{list}"
            );
            counts.push(n);
        }
    }
    assert_eq!(counts[..4], counts[4..]);
}

#[tokio::test]
async fn reporters_requests_are_short() {
    let app = TestApp::start().await;
    let desk = tests::desk::open(&app).await;
    let reporter = tests::reporter::Reporter::new();
    tests::reporter::Reporter::new().file(&app, &desk).await;
    let (_, n, list) = counted(&app, reporter.file(&app, &desk)).await;
    assert!((1..=2).contains(&n), "{n}\n{list}");
    app.anyone().get(&reporter.path()).await.expect(200);
    let (_, known, _) = counted(&app, app.anyone().get(&reporter.path())).await;
    let (_, unknown, _) = counted(&app, app.anyone().get(&tests::reporter::Reporter::new().path())).await;
    assert_eq!((known, unknown), (1, 1));
}
