//! Fields that hold what no column takes, or that nobody declared.

use super::{admitted, filled, raw};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::client::send;
use tests::spec::operations;
use tests::{TestApp, given};

#[tokio::test]
async fn a_nul_is_named_wherever_it_hides() {
    let app = TestApp::start().await;
    let nul = "a\u{0}b long enough for every field";
    let taken = given::incident(&app).in_triage().await;
    let decide = format!(
        "/api/v1/incidents/{}/decisions",
        taken.json()["id"].as_str().unwrap()
    );
    let draft = app
        .analyst()
        .post("/api/v1/advisories", &given::advisory())
        .await
        .expect(201);
    let page = format!("/api/v1/advisories/{}", draft.json()["id"].as_str().unwrap());
    let advisory = |field: &str| {
        let mut advisory = given::advisory();
        advisory[field] = json!(nul);
        advisory
    };
    let cases: Vec<(&str, String, &str, Value, &str)> = vec![
        (
            "POST",
            "/api/v1/incidents".to_owned(),
            "",
            given::facts_with(json!({ "title": nul })),
            "/title",
        ),
        (
            "POST",
            "/api/v1/incidents".to_owned(),
            "",
            given::facts_with(json!({ "summary": nul })),
            "/summary",
        ),
        (
            "POST",
            "/api/v1/incidents".to_owned(),
            "",
            given::facts_with(json!({ "workaround": nul })),
            "/workaround",
        ),
        (
            "POST",
            decide,
            taken.header("etag"),
            json!({ "decision": "refuse", "reason": nul }),
            "/reason",
        ),
        (
            "POST",
            "/api/v1/advisories".to_owned(),
            "",
            advisory("title"),
            "/title",
        ),
        (
            "POST",
            "/api/v1/advisories".to_owned(),
            "",
            advisory("what_happened"),
            "/what_happened",
        ),
        (
            "PATCH",
            page,
            draft.header("etag"),
            json!({ "lesson": nul }),
            "/lesson",
        ),
        (
            "POST",
            "/api/v1/auth/sessions".to_owned(),
            "",
            json!({ "email": nul, "password": "x" }),
            "/email",
        ),
    ];
    for (method, path, tag, body, pointer) in cases {
        let request = app
            .analyst()
            .request(method.parse().unwrap(), &path)
            .header("if-match", tag)
            .json(&body);
        let answer = send(request).await.expect(422);
        assert_eq!(answer.pointers(), [pointer], "{method} {path}: {}", answer.text());
    }
}

#[tokio::test]
async fn no_column_of_the_database_can_be_set_that_the_body_does_not_declare() {
    let app = TestApp::start().await;
    let columns: BTreeSet<String> = app
        .database
        .column(
            "SELECT column_name FROM information_schema.columns WHERE table_schema IN ('public', 'intake')",
        )
        .await
        .into_iter()
        .collect();
    let mut site = app;
    let mut refused = 0;
    for operation in operations() {
        let Some(schema) = operation.body() else { continue };
        let path = filled(&operation.path);
        for column in columns
            .iter()
            .filter(|column| schema["properties"].get(column.as_str()).is_none())
        {
            let answer = raw(
                &admitted(&site, &path),
                &operation.method,
                &path,
                "application/json",
                json!({ column.as_str(): null }).to_string(),
            )
            .await;
            assert_eq!(
                (answer.status, answer.json()["errors"][0]["code"].as_str()),
                (422, Some("unknown_field")),
                "{} {column}: {}",
                operation.line(),
                answer.text()
            );
            refused += 1;
            // An account asks 1,200 times a minute; a new site begins with a new budget.
            if refused % 1000 == 0 {
                site = TestApp::start().await;
            }
        }
    }
    assert!(refused > 500, "{refused}");
}

#[tokio::test]
async fn text_of_all_scripts_comes_back_as_it_was_sent() {
    let app = TestApp::start().await;
    for text in [
        "Ελλάδα · Россия · 中国 · العربية · हिन्दी",
        "🚢⚓️ 👩‍✈️",
        "e\u{301} and é",
        "line one\nline two\ttab",
        "\u{10ffff} \u{fffd}",
        "\\ \" ' ` ${x} {{y}} %s <b>&amp;</b>",
        "9007199254740993",
        "-0 NaN 1e999",
    ] {
        let made = app
            .member()
            .post(
                "/api/v1/incidents",
                &given::facts_with(json!({ "summary": text })),
            )
            .await
            .expect(201)
            .json();
        let read = app
            .member()
            .get(&format!("/api/v1/incidents/{}", made["id"].as_str().unwrap()))
            .await
            .expect(200)
            .json();
        assert_eq!(read["summary"], text);
    }
    for hidden in [
        "rev\u{202e}esrever",
        "zero\u{200b}width",
        "mark\u{feff}ed",
        "iso\u{2066}lated",
        "bell\u{7}",
    ] {
        let refused = app
            .member()
            .post(
                "/api/v1/incidents",
                &given::facts_with(json!({ "title": hidden })),
            )
            .await
            .expect(422);
        assert_eq!(refused.pointers(), ["/title"], "{hidden:?}");
    }
}
