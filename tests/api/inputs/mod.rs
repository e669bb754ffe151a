//! Bad input: a clear refusal, never a fault of ours.

mod edges;
mod fields;
mod json;

use tests::TestApp;
use tests::client::{Answer, Client, send};
use tests::spec::operations;

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

/// Somebody whom the operation lets in, so that the body is what is looked at.
fn admitted(app: &TestApp, path: &str) -> Client {
    let for_admins = ["applications/", "audit", "staff", "accounts/"];
    if for_admins
        .iter()
        .any(|noun| path.starts_with(&format!("/api/v1/{noun}")))
    {
        app.admin()
    } else if [
        "/api/v1/schemes/",
        "/api/v1/complaints/",
        "/api/v1/duties",
        "/api/v1/sittings",
    ]
    .iter()
    .any(|noun| path.starts_with(noun))
        || path.ends_with("/name")
    {
        app.person("scheme@demo.example")
    } else {
        app.analyst()
    }
}

/// A path with all its places filled in, by what nothing is called.
fn filled(path: &str) -> String {
    let nothing = "00000000-0000-4000-8000-000000000000";
    let places = [
        ("{number}", "1"),
        ("{requirement}", "identity"),
        ("{key}", "none"),
        ("{referee}", nothing),
        ("{seat}", nothing),
        ("{id}", nothing),
    ];
    places
        .iter()
        .fold(path.to_owned(), |path, (place, with)| path.replace(place, with))
}

/// Every operation that takes JSON, with its path filled in.
fn taking_json() -> Vec<(String, String)> {
    let found: Vec<_> = operations()
        .into_iter()
        .filter(|operation| operation.body().is_some())
        .map(|operation| (operation.method.clone(), filled(&operation.path)))
        .collect();
    assert!(found.len() > 10);
    found
}
