//! What stands within another thing is reached through that thing only: every child of the description is asked for
//! through every parent that is not its own.

mod bodies;
mod pairs;

use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::TestApp;
use tests::client::{Answer, Client, send};
use tests::spec::{Operation, operations};

const NOTHING: &str = "00000000-0000-4000-8000-000000000000";
const FIRST: &str = "colleague@demo.example";
const SECOND: &str = "other-member@demo.example";
const CALLERS: [&str; 9] = [
    "member",
    "colleague",
    "other-member",
    "analyst",
    "duty",
    "scheme",
    "second-scheme",
    "qa",
    "admin",
];
/// What holds a thing that stands within another.
const TABLES: [&str; 6] = [
    "certification_findings",
    "certification_referees",
    "certification_questions",
    "engagements",
    "seats",
    "scheme_versions",
];

/// A thing within another, and who may do with it what the operation does.
#[derive(Debug, Clone)]
struct Nested {
    parent: String,
    child: String,
    etag: String,
    actor: &'static str,
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

/// Operations on a thing within another, without those whose last part is a form or one of a few words.
fn nested() -> Vec<Operation> {
    operations()
        .into_iter()
        .filter(|operation| {
            let within = operation.parameters("path");
            within.len() > 1 && !within.iter().any(|name| ["form", "purpose"].contains(name))
        })
        .collect()
}

fn path(operation: &Operation, parent: &str, child: &str) -> String {
    let names = operation.parameters("path");
    operation
        .path
        .replace(&format!("{{{}}}", names[0]), parent)
        .replace(&format!("{{{}}}", names[1]), child)
}

fn body(operation: &Operation, scheme: &Value) -> Value {
    match operation.id() {
        "update_finding" => json!({ "verdict": "met" }),
        "update_seat" => json!({ "state": "attended", "result": "passed" }),
        "update_scheme_version" => json!({ "content": scheme }),
        "publish_scheme_version" => json!({ "valid_from": "2027-03-01" }),
        _ => json!({}),
    }
}

async fn ask(client: &Client, operation: &Operation, parent: &str, one: &Nested, body: &Value) -> Answer {
    let method = operation.method.parse().unwrap();
    let request = client
        .request(method, &path(operation, parent, &one.child))
        .header("if-match", &one.etag)
        .json(body);
    send(request).await
}

async fn kept(app: &TestApp) -> Vec<String> {
    let mut all = Vec::new();
    for table in TABLES {
        let sql = format!(
            "SELECT coalesce(md5(string_agg(one::text, ';' ORDER BY one::text)), 'none') FROM {table} one"
        );
        all.push(app.database.rows(&sql).await[0][0].clone());
    }
    all
}

#[tokio::test]
async fn a_child_is_reached_through_its_own_parent_only() {
    let app = TestApp::start().await;
    let referees = pairs::with_referees(&app).await;
    let requirements = pairs::with_requirements(&app, &referees[0].parent).await;
    let (seats, engagements) = (pairs::with_seats(&app).await, pairs::with_engagements(&app).await);
    let versions = pairs::with_versions(&app).await;
    // Both sittings have begun, and referees were asked long enough ago.
    app.set_time("2027-01-15T12:00:00Z");
    let pairs: BTreeMap<&str, Vec<Nested>> = BTreeMap::from([
        ("send_reminder", referees),
        ("update_finding", requirements),
        ("update_seat", seats),
        ("accept_engagement", engagements),
        ("update_scheme_version", versions.clone()),
        ("publish_scheme_version", versions),
    ]);
    let shown = app.anyone().get("/api/v1/schemes/maritime").await.expect(200);
    let scheme = shown.json()["version"]["content"].clone();
    let before = kept(&app).await;
    let mut tried = 0;
    for operation in nested().iter().filter(|one| one.id() != "send_message") {
        let pair = pairs
            .get(operation.id())
            .unwrap_or_else(|| panic!("{} has no pair: add it here", operation.line()));
        let body = body(operation, &scheme);
        let by_word = matches!(operation.id(), "update_finding") || of_scheme(operation);
        for (own, other) in [(&pair[0], &pair[1]), (&pair[1], &pair[0])] {
            // A number counts within each scheme, and the one has a second version too.
            if of_scheme(operation) && own.parent == "supplier" {
                continue;
            }
            // A finding goes with the version of its application, everything else with its own.
            let of_parent = operation.id() == "update_finding";
            let own = &Nested {
                etag: if of_parent { &other.etag } else { &own.etag }.clone(),
                ..own.clone()
            };
            let absent = Nested {
                child: nothing(operation),
                ..own.clone()
            };
            for caller in CALLERS {
                let client = app.person(&format!("{caller}@demo.example"));
                let swapped = ask(&client, operation, &other.parent, own, &body).await;
                let missing = ask(&client, operation, &other.parent, &absent, &body).await;
                let why = format!("{} by {caller}: {}", operation.line(), swapped.text());
                assert_eq!(
                    (swapped.status, swapped.code()),
                    (missing.status, missing.code()),
                    "{why}"
                );
                assert!(swapped.status >= 400, "{why}");
                if !by_word {
                    assert_eq!(swapped.plain(), missing.plain(), "{why}");
                }
                if caller == other.actor {
                    assert_eq!(swapped.status, 404, "{why}");
                }
                tried += 1;
            }
        }
    }
    assert_eq!(
        kept(&app).await,
        before,
        "a child was changed through another's parent"
    );
    assert!(tried >= 90, "{tried} swaps");
    for operation in nested().iter().filter(|one| one.id() != "send_message") {
        for one in &pairs[operation.id()] {
            let client = app.person(&format!("{}@demo.example", one.actor));
            let mut body = body(operation, &scheme);
            if operation.id() == "update_scheme_version" {
                let shown = app.anyone().get(&format!("/api/v1/schemes/{}", one.parent)).await;
                body["content"] = shown.json()["version"]["content"].clone();
            }
            let own = ask(&client, operation, &one.parent, one, &body).await;
            // What was tried before in this loop may have made it a newer version.
            assert!(
                own.status < 300 || own.status == 412,
                "{} with its own parent: {}",
                operation.line(),
                own.text()
            );
        }
    }
}

fn of_scheme(operation: &Operation) -> bool {
    operation.path.starts_with("/api/v1/schemes/")
}

fn nothing(operation: &Operation) -> String {
    match operation.id() {
        "update_finding" => "no_such_requirement".to_owned(),
        _ if of_scheme(operation) => "99".to_owned(),
        _ => NOTHING.to_owned(),
    }
}
