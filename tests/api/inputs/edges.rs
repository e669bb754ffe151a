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

#[tokio::test]
async fn a_head_is_answered_like_a_get_without_its_body() {
    let app = TestApp::start().await;
    for path in [
        "/",
        "/report",
        "/health",
        "/api/v1/advisories",
        "/api/v1/incidents",
    ] {
        let client = app.member();
        let (get, head) = (
            client.get(path).await,
            send(client.request(Method::HEAD, path)).await,
        );
        assert_eq!(
            (head.status, head.header("content-type")),
            (get.status, get.header("content-type")),
            "{path}"
        );
        assert_eq!(head.text(), "", "{path}");
    }
    app.anyone().get("/api/v1/me").await.expect(401);
    send(app.anyone().request(Method::HEAD, "/api/v1/me"))
        .await
        .expect(401);
}

#[tokio::test]
async fn a_header_that_is_given_twice_is_refused() {
    let app = TestApp::start().await;
    for (name, one, other) in [
        ("idempotency-key", "a-key-0001", "a-key-0002"),
        ("authorization", "Bearer a", "Bearer b"),
    ] {
        let request = app
            .anyone()
            .request(Method::POST, "/api/v1/incidents")
            .json(&given::facts());
        let refused = send(request.header(name, one).header(name, other))
            .await
            .expect(400);
        assert!(refused.text().contains(name), "{}", refused.text());
    }
}

#[tokio::test]
async fn links_name_the_host_that_was_asked_and_no_other() {
    let app = TestApp::start().await;
    given::incident(&app).submitted().await;
    given::incident(&app).submitted().await;
    let request = app.analyst().request(Method::GET, "/api/v1/incidents?limit=1");
    let told = request
        .header("x-forwarded-host", "evil.example")
        .header("forwarded", "host=evil.example;proto=https");
    let next = send(told).await.expect(200).json()["next"]
        .as_str()
        .unwrap()
        .to_owned();
    assert!(
        next.starts_with(&format!("{}/api/v1/incidents?", app.base)),
        "{next}"
    );
}

#[tokio::test]
async fn what_does_not_fit_in_an_address_is_named() {
    let app = TestApp::start().await;
    for (path, pointer, words) in [
        (
            "/api/v1/statistics/incidents",
            "?by",
            "`by` has to be given: What the rows are",
        ),
        ("/api/v1/ports", "?q", "`q` has to be given: Part of a name"),
        (
            "/api/v1/incidents?limit=abc",
            "?limit",
            "has to be a whole number in digits",
        ),
        (
            "/api/v1/incidents?with_total=maybe",
            "?with_total",
            "has to be `true` or `false`",
        ),
    ] {
        let fault = app.member().get(path).await.expect(400).json()["errors"][0].clone();
        assert_eq!(fault["pointer"], pointer, "{fault}");
        assert!(fault["detail"].as_str().unwrap().contains(words), "{fault}");
    }
}
