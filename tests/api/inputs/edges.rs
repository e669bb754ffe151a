//! Paths, queries, dates and headers at the edge of what there is.

use reqwest::Method;
use serde_json::json;
use tests::client::send;
use tests::spec::operations;
use tests::{TestApp, given};

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
    for operation in operations()
        .into_iter()
        .filter(|operation| (operation.path.contains('{') || !operation.open()) && operation.method == "GET")
    {
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
