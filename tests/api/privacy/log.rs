//! The log: no line for reporters, one for everybody else, and no value in any.

use serde_json::json;
use tests::canary::{Canary, in_logs};
use tests::reporter::Reporter;
use tests::{TestApp, desk, given, log};

#[tokio::test]
async fn reporters_paths_have_no_line_in_the_log_and_others_have_one() {
    log::folder();
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    reporter.read(&app, 0).await;
    for path in [
        "/report",
        "/verify",
        "/api/v1/intake/keys",
        "/api/v1/intake/nothing",
        "/assets/nothing.js",
    ] {
        app.anyone().get(path).await;
    }
    let others = [
        ("/health", "/health"),
        ("/api/v1/incidents/INC-000000", "/api/v1/incidents/{id}"),
        ("/api/v1/advisories?limit=7", "/api/v1/advisories"),
        ("/nothing%0a{\"level\":\"ERROR\"}", "-"),
    ];
    for (path, route) in others {
        let id = app.member().get(path).await.header("x-request-id").to_owned();
        let text = log::text_with(&id).await;
        let line: serde_json::Value =
            serde_json::from_str(text.lines().find(|line| line.contains(&id)).unwrap()).unwrap();
        assert_eq!(
            (&line["fields"]["route"], &line["fields"]["method"]),
            (&json!(route), &json!("GET"))
        );
        assert!(line["fields"]["status"].is_number());
    }
    let text = log::text();
    for (number, line) in text.lines().enumerate() {
        let read: serde_json::Value = serde_json::from_str(line)
            .unwrap_or_else(|error| panic!("line {number} is not JSON: {error}: {line}"));
        let route = read["fields"]["route"].as_str().unwrap_or_default();
        assert!(
            !["/report", "/verify", "/api/v1/intake", "/assets"]
                .iter()
                .any(|quiet| route.starts_with(quiet)),
            "{line}"
        );
        assert!(
            !line.contains("INC-000000")
                && !line.contains("limit=7")
                && !line.contains(&reporter.id.to_string()),
            "{line}"
        );
    }
}

#[tokio::test]
async fn a_request_that_fails_inside_tells_the_log_no_value() {
    log::folder();
    let app = TestApp::start().await;
    let canary = Canary::new();
    app.database
        .rows("ALTER TABLE incident_facts ADD CONSTRAINT broken_check CHECK (false)")
        .await;
    let failed = app
        .member()
        .post(
            "/api/v1/incidents",
            &given::facts_with(json!({ "title": canary.word(), "workaround": canary.word() })),
        )
        .await
        .expect(500);
    assert_eq!(failed.code(), "internal");
    for word in [
        "diesel",
        "broken_check",
        "incident_facts",
        "SQLSTATE",
        "panicked",
        "/home",
        "/root",
        ".rs",
    ] {
        assert!(!failed.text().contains(word), "{}", failed.text());
    }
    log::text_with(failed.header("x-request-id")).await;
    assert_eq!(app.database.count("incidents").await, 0);
    assert_eq!(in_logs(&app, &canary.needles()), Vec::<String>::new());
}
