//! Rows of applications for a certificate. What changes one is tried and not kept (`dry_run`) or put back.

use super::recipes::{NOTHING, World};
use reqwest::RequestBuilder;
use serde_json::json;
use tests::TestApp;
use tests::candidate::{PATH, complete, draft, step};
use tests::client::Client;
use tests::people::person;
use tests::spec::Operation;

const APPLICANT: &str = "colleague@demo.example";
/// The word in the link of the referee.
const KEY: &str = "matrix";

/// An application that waits for an answer of its applicant, with a paper and a referee.
pub struct Applied {
    id: String,
    paper: String,
    referee: String,
    complaint: String,
    key: String,
}

impl Applied {
    /// By the second member of the first organisation, who is a consultant; the reviewer is assigned.
    pub async fn enter(app: &TestApp, number: &str) -> Self {
        let client = app.person(APPLICANT);
        let begun = draft(&client, "cloud_security", "associate").await;
        let kai = json!({ "name": "Kai Berg", "email": "kai@line.example", "relation": "Master" });
        let full = complete(&client, &begun, &json!({ "referees": [kai] })).await;
        step(&client, &begun, json!({ "step": "submit" }))
            .await
            .expect(200);
        let reviewer = person(tests::candidate::REVIEWER).id;
        let asked = format!(
            "UPDATE certification_applications SET stage = 'asked', asked_on = '2026-11-21', reviewer_id = '{reviewer}'"
        );
        app.database.rows(&asked).await;
        let complaint =
            json!({ "certificate": number, "words": "Nobody saw the tests that the report names." });
        let complaint = app
            .anyone()
            .post("/api/v1/complaints", &complaint)
            .await
            .expect(201)
            .json();
        let ids = app.database.rows("SELECT id::text FROM complaints").await;
        let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
        Self {
            id: text(&begun["id"]),
            paper: text(&full["requirements"][0]["files"][0]["id"]),
            referee: text(&full["referees"][0]["id"]),
            complaint: ids[0][0].clone(),
            key: text(&complaint["key"]),
        }
    }
}

/// Things an operation is tried on; none for those that are not about a thing.
pub fn targets(operation: &Operation) -> Option<Vec<&'static str>> {
    if operation.id() == "delete_duty" {
        return Some(vec!["absent"]);
    }
    let about_one = operation.path.starts_with("/api/v1/references/")
        || operation.path.starts_with("/api/v1/complaints/{id}")
        || operation.path.starts_with("/api/v1/complaints/own/")
        || operation.path.starts_with("/api/v1/evidence/{id}")
        || operation
            .path
            .starts_with("/api/v1/certification-applications/{id}");
    about_one.then(|| vec!["there", "absent"])
}

/// The request of a row, or nothing when nobody has written it.
pub async fn ask(
    world: &World<'_>,
    operation: &Operation,
    target: &str,
    client: &Client,
) -> Option<RequestBuilder> {
    let there = target != "absent";
    let applied = &world.applied;
    let method: reqwest::Method = operation.method.parse().unwrap();
    let plain = |path: &str| client.request(method.clone(), path);
    let trial = |path: &str| plain(&format!("{path}?dry_run=true"));
    let pick = |own: &str| if there { own.to_owned() } else { NOTHING.to_owned() };
    let of_application = || {
        operation
            .path
            .replace("{id}", &pick(&applied.id))
            .replace("{requirement}", "identity")
            .replace("{referee}", &applied.referee)
    };
    let of_paper = || operation.path.replace("{id}", &pick(&applied.paper));
    let tag = || async {
        let shown = world
            .app
            .person(APPLICANT)
            .get(&format!("{PATH}/{}", applied.id))
            .await
            .expect(200);
        shown.header("etag").to_owned()
    };
    // Nobody has answered yet, and the last letter is long ago.
    let open =
        "UPDATE certification_referees SET key_hash = sha256('matrix'::bytea), asked_at = '2026-01-01',
        reminded_at = NULL, answered_at = NULL, recommends = NULL, independent = NULL, words = NULL";
    Some(match operation.id() {
        "list_certification_applications"
        | "get_certification_application_metadata"
        | "list_evidence"
        | "get_own_curriculum" => plain(&operation.path),
        "export_certification_applications" => plain(&operation.path.replace("{form}", "csv")),
        "create_certification_application" => trial(&operation.path)
            .json(&json!({ "scheme": "maritime", "discipline": "secure_by_design", "level": "associate" })),
        "get_certification_application" | "list_reviewers" => plain(&of_application()),
        "update_certification_application" => trial(&of_application())
            .header("if-match", tag().await)
            .json(&json!({ "statement": "Anew." })),
        // It would be thrown away for all callers after the first, were it a draft.
        "delete_certification_application" => plain(&of_application()).header("if-match", tag().await),
        "step_certification_application" => trial(&of_application())
            .header("if-match", tag().await)
            .json(&json!({ "step": "withdraw" })),
        "update_finding" => trial(&of_application())
            .header("if-match", tag().await)
            .json(&json!({ "verdict": "met" })),
        "send_reminder" => {
            world.app.database.rows(open).await;
            plain(&of_application())
        }
        "get_reference_request" | "create_reference" => {
            world.app.database.rows(open).await;
            let request = plain(
                &operation
                    .path
                    .replace("{key}", if there { KEY } else { "nothing" }),
            );
            match operation.id() {
                "create_reference" => request.json(&json!({
                    "recommends": true, "independent": true, "words": "The work was careful and stopped nothing."
                })),
                _ => request,
            }
        }
        "create_complaint" => trial(&operation.path).json(&json!({
            "certificate": world.registered.number, "words": "Nobody saw the tests that the report names."
        })),
        "list_complaints" | "get_complaint_metadata" | "list_responders" | "get_rota" => {
            plain(&operation.path)
        }
        "export_complaints" => plain(&operation.path.replace("{form}", "csv")),
        "get_own_complaint" => plain(
            &operation
                .path
                .replace("{key}", if there { &applied.key } else { "nothing" }),
        ),
        "get_complaint" => plain(&operation.path.replace("{id}", &pick(&applied.complaint))),
        "step_complaint" => {
            let shown = world
                .app
                .person(tests::candidate::SCHEME)
                .get(&format!("/api/v1/complaints/{}", applied.complaint))
                .await
                .expect(200);
            trial(&operation.path.replace("{id}", &pick(&applied.complaint)))
                .header("if-match", shown.header("etag"))
                .json(&json!({ "step": "investigate" }))
        }
        "create_duty" => trial(&operation.path).json(&json!({
            "consultant_id": world.registered.person,
            "starts_at": "2026-11-22T00:00:00Z", "ends_at": "2026-11-23T00:00:00Z"
        })),
        // It would be removed for all callers after the first.
        "delete_duty" => plain(&operation.path.replace("{id}", NOTHING)),
        "update_own_curriculum" => trial(&operation.path).json(&json!({ "entries": [] })),
        "create_evidence" => trial(&operation.path).json(
            &json!({ "kind": "diploma", "title": "A paper", "issuer": "A body", "issued_on": "2025-01-01" }),
        ),
        "get_evidence" | "get_evidence_file" | "delete_evidence" => plain(&of_paper()),
        "send_evidence_file" => plain(&of_paper())
            .header("content-type", "application/pdf")
            .body("%PDF-1.4 another"),
        _ => return None,
    })
}
