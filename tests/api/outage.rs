//! A database that is down: 503 in a problem, nothing half done, and recovery without a restart.

use reqwest::Method;
use serde_json::json;
use tests::client::{Answer, send};
use tests::database::Database;
use tests::{TestApp, desk, given, reporter::Reporter};

async fn shut(app: &TestApp) {
    let name = &app.database.name;
    Database::outside(&format!("ALTER DATABASE {name} ALLOW_CONNECTIONS false")).await;
    cut(app).await;
}

async fn cut(app: &TestApp) {
    Database::outside(&format!(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{}'",
        app.database.name
    ))
    .await;
}

async fn opened(app: &TestApp) {
    Database::outside(&format!(
        "ALTER DATABASE {} ALLOW_CONNECTIONS true",
        app.database.name
    ))
    .await;
}

fn unavailable(answer: &Answer, what: &str) {
    assert_eq!(
        (answer.status, answer.code().as_str()),
        (503, "unavailable"),
        "{what}: {}",
        answer.text()
    );
    assert!(
        answer.header("retry-after").parse::<u64>().unwrap() >= 1,
        "{what}"
    );
    assert_eq!(answer.header("content-type"), "application/problem+json");
}

#[tokio::test]
async fn while_the_database_is_down_everything_that_needs_it_says_so() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let filing = Reporter::new().filing(&desk, "In the outage.");
    shut(&app).await;
    for path in [
        "/ready",
        "/api/v1/incidents",
        "/api/v1/advisories",
        "/api/v1/statistics/incidents?by=kind",
        "/api/v1/me",
        "/api/v1/intake/keys",
        "/api/v1/desk/envelopes",
        &reporter.path(),
    ] {
        unavailable(&app.analyst().get(path).await, path);
    }
    unavailable(
        &app.member().post("/api/v1/incidents", &given::facts()).await,
        "a report by name",
    );
    unavailable(&filing.send(&app).await, "a sealed report");
    unavailable(
        &app.anyone()
            .post(
                "/api/v1/auth/sessions",
                &json!({ "email": "member@demo.example", "password": "x" }),
            )
            .await,
        "a sign-in",
    );
    for path in [
        "/health",
        "/version",
        "/api/v1/taxonomies",
        "/api/v1/ports?q=rotter",
        "/.well-known/jwks.json",
        "/api/openapi.json",
    ] {
        app.anyone().get(path).await.expect(200);
    }

    opened(&app).await;
    app.anyone().get("/ready").await.expect(200);
    app.member()
        .post("/api/v1/incidents", &given::facts())
        .await
        .expect(201);
    filing.send(&app).await.expect(201);
    assert_eq!(app.database.count("incidents").await, 1);
}

#[tokio::test]
async fn a_connection_that_is_cut_is_replaced() {
    let app = TestApp::start().await;
    for _ in 0..3 {
        app.member().get("/api/v1/incidents").await.expect(200);
        cut(&app).await;
        let mut answers = Vec::new();
        for _ in 0..6 {
            answers.push(app.member().get("/api/v1/incidents").await);
        }
        for answer in answers.iter().filter(|answer| answer.status != 200) {
            unavailable(answer, "after a cut");
        }
        assert_eq!(answers.last().unwrap().status, 200);
    }
}

#[tokio::test]
async fn a_request_that_was_cut_off_can_be_repeated_without_a_second_effect() {
    let app = TestApp::start().await;
    let member = app.member();
    let request = || {
        member
            .request(Method::POST, "/api/v1/incidents")
            .header("idempotency-key", "through-the-storm")
            .json(&given::facts())
    };
    let mut last = 0;
    for turn in 0..12 {
        let cutting = async {
            if turn < 8 {
                cut(&app).await;
            }
        };
        let (answer, ()) = tokio::join!(send(request()), cutting);
        assert!(matches!(answer.status, 201 | 409 | 503), "{}", answer.text());
        last = answer.status;
    }
    assert_eq!(last, 201);
    assert_eq!(app.database.count("incidents").await, 1);
    assert_eq!(app.database.count("outbox").await, 1);
}

#[tokio::test]
async fn background_work_goes_on_after_an_outage() {
    let app = TestApp::start().await;
    let worker = tokio::spawn(bellbuoy_server::jobs::run(app.app.clone(), app.db.clone()));
    let numbered = async |n: i64| {
        let done = async {
            while app.database.count("audit_entries WHERE number IS NOT NULL").await < n {
                tokio::task::yield_now().await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(40), done)
            .await
            .unwrap();
    };
    given::incident(&app).submitted().await;
    numbered(1).await;
    cut(&app).await;
    while app
        .member()
        .post("/api/v1/incidents", &given::facts())
        .await
        .status
        != 201
    {}
    numbered(2).await;
    worker.abort();
}
