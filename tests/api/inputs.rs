//! Bad input: a clear refusal, never a fault of ours.

use reqwest::Method;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use tests::client::{Answer, Client, send};
use tests::spec::operations;
use tests::{TestApp, given};

/// What no answer may hold.
const INSIDES: [&str; 10] = [
    "diesel",
    "panicked",
    "/home",
    "/root",
    "SQLSTATE",
    "postgres",
    "src/",
    "tokio",
    "Error(",
    "constraint \"",
];

fn told(answer: &Answer, what: &str) {
    assert!(
        (400..500).contains(&answer.status),
        "{what}: {} {}",
        answer.status,
        answer.text()
    );
    assert_eq!(
        answer.header("content-type"),
        "application/problem+json",
        "{what}"
    );
    for inside in INSIDES {
        assert!(!answer.text().contains(inside), "{what}: {}", answer.text());
    }
}

async fn raw(
    client: &Client,
    method: &str,
    path: &str,
    kind: &str,
    body: impl Into<reqwest::Body>,
) -> Answer {
    let request = client
        .request(method.parse().unwrap(), path)
        .header("if-match", "\"x\"")
        .header("content-type", kind.to_owned())
        .body(body);
    send(request).await
}

/// Every operation that takes JSON, with its path filled in.
fn taking_json() -> Vec<(String, String)> {
    let found: Vec<_> = operations()
        .into_iter()
        .filter(|operation| operation.body().is_some())
        .map(|operation| {
            (
                operation.method,
                operation
                    .path
                    .replace("{id}", "00000000-0000-4000-8000-000000000000"),
            )
        })
        .collect();
    assert!(found.len() > 10);
    found
}

#[tokio::test]
async fn what_is_not_json_is_malformed_everywhere() {
    let app = TestApp::start().await;
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let wide = format!("{{\"a\":{}1{}}}", "{\"a\":".repeat(5000), "}".repeat(5000));
    let cut = &given::facts().to_string()[..50];
    let bodies: Vec<Vec<u8>> = vec![
        b"".to_vec(),
        b"{".to_vec(),
        b"nonsense".to_vec(),
        b"{\"a\":1,}".to_vec(),
        b"\xff\xfe{}".to_vec(),
        b"{\"title\":\"\xff\"}".to_vec(),
        b"{\"title\":\"\\ud800\"}".to_vec(),
        b"{\"title\":\"a\x00b\"}".to_vec(),
        b"{} {}".to_vec(),
        b"{\"severity\":1e999}".to_vec(),
        b"{\"severity\":NaN}".to_vec(),
        cut.into(),
        deep.into(),
        wide.into(),
    ];
    for (method, path) in taking_json() {
        for body in &bodies {
            let answer = raw(&app.analyst(), &method, &path, "application/json", body.clone()).await;
            let what = format!(
                "{method} {path} {}",
                String::from_utf8_lossy(&body[..body.len().min(40)])
            );
            told(&answer, &what);
            assert!(matches!(answer.status, 400 | 422), "{what}: {}", answer.text());
        }
    }
}

#[tokio::test]
async fn json_of_another_shape_is_unfit_everywhere() {
    let app = TestApp::start().await;
    for (method, path) in taking_json() {
        for body in [
            json!(null),
            json!([]),
            json!("text"),
            json!(7),
            json!({ "": "" }),
            json!({ "__proto__": {} }),
            json!({ "id": 1e300 }),
        ] {
            let answer = raw(
                &app.analyst(),
                &method,
                &path,
                "application/json",
                body.to_string(),
            )
            .await;
            told(&answer, &format!("{method} {path} {body}"));
            assert_eq!(answer.code(), "unfit", "{method} {path} {body}");
        }
    }
}

#[tokio::test]
async fn another_media_type_is_not_taken() {
    let app = TestApp::start().await;
    for (method, path) in taking_json() {
        for kind in [
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/jsonp",
            "",
            "*/*",
        ] {
            let answer = raw(&app.analyst(), &method, &path, kind, "{}").await;
            assert_eq!(answer.status, 415, "{method} {path} {kind}: {}", answer.text());
        }
    }
    for kind in ["application/json; charset=utf-8", "Application/JSON"] {
        raw(
            &app.member(),
            "POST",
            "/api/v1/incidents",
            kind,
            given::facts().to_string(),
        )
        .await
        .expect(201);
    }
}

#[tokio::test]
async fn too_much_is_refused_with_the_limit() {
    let app = TestApp::start().await;
    for path in ["/api/v1/incidents", "/api/v1/auth/sessions", "/api/v1/advisories"] {
        let answer = raw(
            &app.analyst(),
            "POST",
            path,
            "application/json",
            vec![b' '; (1 << 20) + 1],
        )
        .await
        .expect(413);
        assert!(
            answer.json()["detail"].as_str().unwrap().contains("1048576"),
            "{}",
            answer.text()
        );
    }
    let mut padded = given::facts().to_string();
    padded.push_str(&" ".repeat((1 << 20) - padded.len()));
    raw(
        &app.member(),
        "POST",
        "/api/v1/incidents",
        "application/json",
        padded,
    )
    .await
    .expect(201);
}

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
    let mut refused = 0;
    for operation in operations() {
        let Some(schema) = operation.body() else { continue };
        let path = operation
            .path
            .replace("{id}", "00000000-0000-4000-8000-000000000000");
        for column in columns
            .iter()
            .filter(|column| schema["properties"].get(column.as_str()).is_none())
        {
            let answer = raw(
                &app.analyst(),
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
            if refused % 1000 == 0 {
                app.app.budgets.sweep();
            }
        }
    }
    assert!(refused > 500, "{refused}");
}

#[tokio::test]
async fn strange_paths_and_queries_are_refused_quietly() {
    let app = TestApp::start().await;
    let long = "a".repeat(6000);
    let strange = [
        "%00",
        "%ff",
        "..%2f..%2fetc%2fpasswd",
        "%0d%0aSet-Cookie:x",
        "'%20OR%20'1'='1",
        "%F0%9F%9A%A2",
        "-1",
        "1e999",
        "null",
        "{}",
        &long,
    ];
    for operation in operations().into_iter().filter(|operation| {
        operation.method == "GET" && !operation.open()
            || operation.path.contains('{') && operation.method == "GET"
    }) {
        for word in strange {
            let path = operation
                .path
                .replace("{form}", "csv")
                .split('/')
                .map(|part| if part.starts_with('{') { word } else { part })
                .collect::<Vec<_>>()
                .join("/");
            let query = operation
                .parameters("query")
                .first()
                .map(|name| format!("?{name}={word}"))
                .unwrap_or_default();
            for client in [app.analyst(), app.admin()] {
                let answer = client.get(&format!("{path}{query}")).await;
                assert!(answer.status < 500, "{path}{query}: {}", answer.text());
            }
        }
        let unknown = app
            .admin()
            .get(&format!(
                "{}?unheard_of=1",
                operation.path.replace("{form}", "csv").replace(['{', '}'], "")
            ))
            .await;
        assert!(unknown.status < 500, "{}", unknown.text());
    }
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

#[tokio::test]
async fn months_and_days_at_the_edge_of_the_calendar_are_answered() {
    let app = TestApp::start().await;
    for month in [
        "0000-00",
        "0000-01",
        "0001-01",
        "9999-12",
        "10000-01",
        "-0001-01",
        "%2B262142-01",
        "262143-01",
        "-4714-01",
        "-262143-01",
        "2026-1",
        "2026-011",
    ] {
        for name in ["month_gte", "month_lte"] {
            let answer = app
                .analyst()
                .get(&format!("/api/v1/incidents?{name}={month}"))
                .await;
            assert!(
                matches!(answer.status, 200 | 400),
                "{name}={month}: {}",
                answer.text()
            );
        }
        let answer = app
            .analyst()
            .get(&format!("/api/v1/statistics/incidents?by=kind&from={month}"))
            .await;
        assert!(matches!(answer.status, 200 | 400), "{month}: {}", answer.text());
    }
    for day in [
        "0000-01-01",
        "-0001-01-01",
        "+262142-12-31",
        "10000-01-01",
        "2026-11-31",
        "2026-02-29",
        "20261101",
        "2016-12-31T23:59:60Z",
        "",
    ] {
        let answer = app
            .member()
            .post(
                "/api/v1/incidents",
                &given::facts_with(json!({ "occurred_on": day })),
            )
            .await
            .expect(422);
        assert_eq!(answer.pointers(), ["/occurred_on"], "{day}");
    }
    let leap = json!([{ "service": "gate", "state": "down", "down_at": "2016-12-31T23:59:60Z" }]);
    let answer = app
        .member()
        .post(
            "/api/v1/incidents",
            &given::facts_with(json!({ "services": leap })),
        )
        .await;
    assert!(matches!(answer.status, 201 | 422), "{}", answer.text());
}

#[tokio::test]
async fn headers_that_are_no_text_are_refused_quietly() {
    let app = TestApp::start().await;
    for name in [
        "if-none-match",
        "accept",
        "authorization",
        "if-match",
        "idempotency-key",
        "content-type",
        "cookie",
        "accept-language",
        "bellbuoy-work",
    ] {
        for value in [&b"\xff\xfe"[..], b"\t", b"", &[b'a'; 5000]] {
            for (method, path) in [
                (Method::GET, "/api/v1/incidents"),
                (Method::POST, "/api/v1/incidents"),
                (
                    Method::PUT,
                    "/api/v1/intake/envelopes/00000000-0000-4000-8000-000000000000",
                ),
            ] {
                let answer = send(app.member().request(method, path).header(name, value)).await;
                assert!(answer.status < 500, "{name}: {}", answer.text());
            }
        }
    }
}
