//! How answers look, whatever they say: problems, ids of requests, headers, methods.

use std::collections::BTreeMap;
use tests::TestApp;
use tests::client::{Answer, send};
use tests::spec::operations;

const UNDOCUMENTED: [&str; 6] = [
    "/report",
    "/verify",
    "/api/docs",
    "/api/openapi.json",
    "/api/openapi.yaml",
    "/assets/nothing.js",
];

/// A path with its parameters filled in.
fn filled(path: &str) -> String {
    path.replace("{form}", "csv")
        .replace("{name}", "severity")
        .replace("{code}", "stale")
        .replace("{locator}", &"0".repeat(64))
        .replace("{id}", "00000000-0000-4000-8000-000000000000")
}

fn is_problem(answer: &Answer, code: &str, told: &str) {
    assert_eq!(
        answer.header("content-type"),
        "application/problem+json",
        "{told}: {}",
        answer.text()
    );
    let problem = answer.json();
    assert_eq!(
        (problem["status"].as_u64(), problem["code"].as_str()),
        (Some(answer.status.into()), Some(code)),
        "{told}"
    );
    assert_eq!(problem["type"], format!("/problems/{code}"), "{told}");
    assert!(
        ["title", "detail"]
            .iter()
            .all(|field| problem[field].as_str().is_some_and(|text| !text.is_empty())),
        "{told}: {problem}"
    );
}

#[tokio::test]
async fn another_method_is_answered_with_those_that_are_allowed() {
    let app = TestApp::start().await;
    let mut paths: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for operation in operations() {
        paths.entry(operation.path).or_default().push(operation.method);
    }
    // What stands beside a record is at an address that one could have, so it is answered with both.
    let fits = |pattern: &str, path: &str| {
        pattern.split('/').count() == path.split('/').count()
            && pattern
                .split('/')
                .zip(path.split('/'))
                .all(|(part, own)| part == own || ["{id}", "{seat}"].contains(&part))
    };
    for (path, methods) in &mut paths {
        let all = operations().into_iter().filter(|other| fits(&other.path, path));
        methods.extend(all.map(|other| other.method));
        methods.sort();
        methods.dedup();
    }
    paths.extend(UNDOCUMENTED.map(|path| (path.to_owned(), vec!["GET".to_owned()])));
    for (path, mut methods) in paths {
        methods.sort();
        for method in [
            "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "BREW",
        ]
        .iter()
        .filter(|method| !methods.iter().any(|own| own == *method))
        {
            let answer = send(app.analyst().request(method.parse().unwrap(), &filled(&path))).await;
            let told = format!("{method} {path}");
            assert_eq!(
                (answer.status, answer.header("allow")),
                (405, methods.join(", ").as_str()),
                "{told}"
            );
            is_problem(&answer, "method_not_allowed", &told);
        }
    }
}

#[tokio::test]
async fn an_unknown_address_is_a_problem_under_every_method() {
    let app = TestApp::start().await;
    for path in [
        "/api/v1/nothing",
        "/api/v1/",
        "/api/v2/incidents",
        "/api/v1/incidents/a/b/c",
        "/api/v1//incidents",
        "/nothing",
        "/api",
        "/metrics",
        "/%00",
        "/api/v1/incidents%2e%2e",
        "/../etc/passwd",
    ] {
        for method in ["GET", "POST", "PUT", "PATCH", "DELETE"] {
            let answer = send(app.analyst().request(method.parse().unwrap(), path)).await;
            assert_eq!(answer.status, 404, "{method} {path}: {}", answer.text());
            is_problem(&answer, "not_found", path);
        }
    }
}

#[tokio::test]
async fn every_answer_carries_the_headers_that_protect_its_reader() {
    let app = TestApp::start().await;
    let mut asks: Vec<(String, String)> = operations()
        .into_iter()
        .map(|operation| (operation.method, filled(&operation.path)))
        .collect();
    asks.extend(UNDOCUMENTED.map(|path| ("GET".to_owned(), path.to_owned())));
    asks.extend([
        ("GET".to_owned(), "/nothing".to_owned()),
        ("BREW".to_owned(), "/health".to_owned()),
        ("POST".to_owned(), "/api/v1/nothing".to_owned()),
    ]);
    for (method, path) in asks {
        for client in [app.anyone(), app.analyst()] {
            let answer = send(client.request(method.parse().unwrap(), &path)).await;
            let told = format!("{method} {path} {}", answer.status);
            for (name, value) in [
                ("x-content-type-options", "nosniff"),
                ("referrer-policy", "no-referrer"),
                ("x-frame-options", "DENY"),
                ("cross-origin-opener-policy", "same-origin"),
                ("cross-origin-resource-policy", "same-origin"),
                ("strict-transport-security", "max-age=63072000; includeSubDomains"),
            ] {
                assert_eq!(answer.header(name), value, "{told}: {name}");
            }
            assert!(!answer.header("permissions-policy").is_empty(), "{told}");
            let policy = answer.header("content-security-policy");
            assert!(
                policy.starts_with("default-src 'none'") && policy.contains("frame-ancestors 'none'"),
                "{told}: {policy}"
            );
            let ours = !path.starts_with("/api/") || path == "/api/docs" || policy.contains("sandbox");
            assert!(ours, "{told}: {policy}");
            assert!(
                !path.starts_with("/api/v1") || !answer.header("cache-control").is_empty(),
                "{told}: no word on caching"
            );
            assert!(
                answer.headers.get("server").is_none() && answer.headers.get("x-powered-by").is_none(),
                "{told}"
            );
        }
    }
}

#[tokio::test]
async fn every_answer_has_an_id_of_its_own_but_those_to_reporters() {
    let app = TestApp::start().await;
    let mut ids = Vec::new();
    for path in [
        "/health",
        "/api/v1/advisories",
        "/api/v1/me",
        "/nothing",
        "/api/v1/nothing",
        "/version",
    ] {
        for _ in 0..2 {
            let answer = app.anyone().get(path).await;
            let id = answer.header("x-request-id").to_owned();
            assert_eq!(id.len(), 16, "{path}");
            assert!(answer.status < 400 || answer.json()["request_id"] == id, "{path}");
            ids.push(id);
        }
    }
    let n = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), n);
    for path in [
        "/report",
        "/api/v1/intake/keys",
        "/api/v1/intake/nothing",
        "/api/v1/intake/mailboxes/zz",
        &format!("/api/v1/intake/mailboxes/{}", "0".repeat(64)),
    ] {
        let answer = app.anyone().get(path).await;
        assert_eq!(answer.header("x-request-id"), "", "{path}");
        assert!(
            answer.status < 400 || answer.json().get("request_id").is_none(),
            "{path}"
        );
        assert!(answer.headers.get("set-cookie").is_none(), "{path}");
    }
}

#[tokio::test]
async fn signed_in_callers_are_told_their_budget_and_reporters_none() {
    let app = TestApp::start().await;
    let answer = app.member().get("/api/v1/me").await.expect(200);
    assert!(
        answer.header("ratelimit-policy").contains("1200"),
        "{}",
        answer.header("ratelimit-policy")
    );
    assert!(!answer.header("ratelimit").is_empty());
    assert_eq!(
        app.anyone().get("/api/v1/intake/keys").await.header("ratelimit"),
        ""
    );
}
