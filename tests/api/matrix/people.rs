//! Rows of organisations, their people, and those who want in. What changes them is tried and not kept (`dry_run`), so
//! that every caller finds the same.

use super::recipes::{NOTHING, World};
use reqwest::RequestBuilder;
use serde_json::{Value, json};
use tests::client::Client;
use tests::people::person;
use tests::spec::Operation;
use tests::{TestApp, given, people};
use uuid::Uuid;

/// The request of a row, or nothing when nobody has written it.
pub async fn ask(
    world: &World<'_>,
    operation: &Operation,
    target: &str,
    client: &Client,
) -> Option<RequestBuilder> {
    let app = world.app;
    let method: reqwest::Method = operation.method.parse().unwrap();
    let plain = |path: &str| client.request(method.clone(), path);
    let trial = |path: &str| plain(&format!("{path}?dry_run=true"));
    Some(match operation.id() {
        "list_organisations"
        | "get_organisation_metadata"
        | "list_undisclosed"
        | "list_demo_mails"
        | "list_applications" => plain(&operation.path),
        "export_organisations" | "export_applications" | "export_api_keys" => {
            plain(&operation.path.replace("{form}", "csv"))
        }
        "get_application_metadata" | "get_api_key_metadata" => plain(&operation.path),
        "get_membership_metadata" => plain(&organisation(operation, target)),
        "export_memberships" => plain(&organisation(operation, target).replace("{form}", "csv")),
        "get_organisation" => plain(&organisation(operation, target)),
        "list_memberships" => plain(&organisation(operation, target)),
        "update_organisation" => trial(&organisation(operation, target))
            .header("if-match", etag(app, &organisation(operation, target)).await)
            .json(&json!({ "about": "Ships." })),
        "step_organisation" => {
            let path = format!("/api/v1/organisations/{}", organisation_id(target));
            trial(&organisation(operation, target))
                .header("if-match", etag(app, &path).await)
                .json(&json!({ "step": "leave" }))
        }
        "create_membership" => trial(&organisation(operation, target))
            .json(&json!({ "email": "somebody@new.example", "role": "auditor" })),
        "get_membership" | "update_membership" | "step_membership" => {
            let id = membership(app, target).await;
            let tag = etag(app, &format!("/api/v1/memberships/{id}")).await;
            let path = operation.path.replace("{id}", &id);
            match operation.id() {
                "get_membership" => plain(&path),
                "update_membership" => trial(&path)
                    .header("if-match", tag)
                    .json(&json!({ "role": "auditor" })),
                _ => trial(&path)
                    .header("if-match", tag)
                    .json(&json!({ "step": "suspend", "reason": "a test" })),
            }
        }
        "get_invitation" | "accept_invitation" => {
            let word = if target == "absent" {
                "nothing".to_owned()
            } else {
                invitation(app).await
            };
            let request = plain(&operation.path.replace("{word}", &word));
            match operation.id() {
                "get_invitation" => request,
                _ => request.json(&json!({ "name": "New Person", "password": people::PASSWORD })),
            }
        }
        "list_api_keys" => plain(&operation.path),
        "create_api_key" => trial(&operation.path).json(&given::key(&json!({}))),
        "create_token" => {
            let made = app
                .member()
                .post("/api/v1/api-keys", &given::key(&json!({})))
                .await
                .expect(201)
                .json();
            let (id, key) = (
                made["api_key"]["id"].as_str().unwrap(),
                made["key"].as_str().unwrap(),
            );
            let form = [
                ("grant_type", "client_credentials"),
                ("client_id", id),
                ("client_secret", key),
            ];
            plain(&operation.path).form(&form)
        }
        "create_leak" => plain(&operation.path).json(&json!({ "key": "bb_live_nothing_of_ours" })),
        "get_api_key" | "create_rotation" | "create_revocation" => {
            let (id, tag) = match target {
                "absent" => (NOTHING.to_owned(), "\"x\"".to_owned()),
                "another" => key(app, &app.other_member()).await,
                _ => key(app, &app.member()).await,
            };
            let request = plain(&operation.path.replace("{id}", &id)).header("if-match", tag);
            match operation.id() {
                "create_rotation" => request.json(&json!({})),
                "create_revocation" => request.json(&json!({ "reason": "a test" })),
                _ => request,
            }
        }
        "create_application" => trial(&operation.path).json(&given::application()),
        "get_own_application" | "answer_question" => {
            let key = if target == "absent" {
                "nothing"
            } else {
                &world.application.1
            };
            if operation.id() == "answer_question" {
                let ask = json!({ "decision": "ask", "words": "Which ships?" });
                decide(app, &world.application.0, &ask).await;
            }
            let request = plain(&operation.path.replace("{key}", key));
            match operation.id() {
                "answer_question" => request.json(&json!({ "answer": "All of them." })),
                _ => request,
            }
        }
        "get_application" | "decide_application" => {
            let id = if target == "absent" {
                NOTHING
            } else {
                &world.application.0
            };
            let path = operation.path.replace("{id}", id);
            let tag = etag(app, &format!("/api/v1/applications/{id}")).await;
            match operation.id() {
                "get_application" => plain(&path),
                _ => trial(&path)
                    .header("if-match", tag)
                    .json(&json!({ "decision": "approve" })),
            }
        }
        _ => return None,
    })
}

/// Things an operation is tried on; none for those that are not about a thing.
pub fn targets(operation: &Operation) -> Option<Vec<&'static str>> {
    Some(match operation.id() {
        "get_organisation" => vec!["own", "listed", "another", "absent"],
        "list_memberships"
        | "export_memberships"
        | "get_membership_metadata"
        | "update_organisation"
        | "step_organisation"
        | "create_membership" => {
            vec!["own", "another", "absent"]
        }
        "get_membership" | "update_membership" | "step_membership" => vec!["own", "another", "absent"],
        "get_api_key" | "create_rotation" | "create_revocation" => vec!["own", "another", "absent"],
        "get_invitation" | "accept_invitation" | "get_own_application" | "answer_question" => {
            vec!["there", "absent"]
        }
        _ => return None,
    })
}

/// An application that waits, with its key.
pub async fn apply(app: &TestApp) -> (String, String) {
    let made = app
        .anyone()
        .post("/api/v1/applications", &given::application())
        .await;
    let key = made.expect(201).json()["key"].as_str().unwrap().to_owned();
    let list = app.admin().get("/api/v1/applications").await.expect(200).json();
    (list["items"][0]["id"].as_str().unwrap().to_owned(), key)
}

/// A new key of somebody's organisation, and its version.
async fn key(app: &TestApp, owner: &Client) -> (String, String) {
    let made = owner
        .post("/api/v1/api-keys", &given::key(&json!({})))
        .await
        .expect(201)
        .json();
    let id = made["api_key"]["id"].as_str().unwrap().to_owned();
    let tag = etag(app, &format!("/api/v1/api-keys/{id}")).await;
    (id, tag)
}

async fn decide(app: &TestApp, id: &str, decision: &Value) {
    let tag = etag(app, &format!("/api/v1/applications/{id}")).await;
    let path = format!("/api/v1/applications/{id}/decisions");
    app.admin().post_match(&path, &tag, decision).await.expect(200);
}

fn organisation(operation: &Operation, target: &str) -> String {
    operation.path.replace("{id}", &organisation_id(target))
}

/// The first organisation, the second, one that agrees to be listed, or none.
fn organisation_id(target: &str) -> String {
    match target {
        "own" => person("member@demo.example").organisation().unwrap().to_string(),
        "another" => person("other-member@demo.example")
            .organisation()
            .unwrap()
            .to_string(),
        "listed" => people::LISTED.to_string(),
        _ => NOTHING.to_owned(),
    }
}

/// The membership of a colleague in the first organisation, of the owner of the second, or none.
async fn membership(app: &TestApp, target: &str) -> String {
    let email = match target {
        "own" => "colleague@demo.example",
        "another" => "other-member@demo.example",
        _ => return NOTHING.to_owned(),
    };
    let sql = format!("SELECT id FROM memberships WHERE email = '{email}'");
    app.database.column(&sql).await[0].clone()
}

/// The word of a new invitation, as it stands in the letter.
async fn invitation(app: &TestApp) -> String {
    let path = format!("/api/v1/organisations/{}/memberships", organisation_id("own"));
    let email = format!("{}@new.example", Uuid::new_v4().simple());
    app.member()
        .post(&path, &json!({ "email": email, "role": "member" }))
        .await
        .expect(201);
    given::letter_word(app, "/invitations/").await
}

async fn etag(app: &TestApp, path: &str) -> String {
    let tag = app.admin().get(path).await.header("etag").to_owned();
    if tag.is_empty() { "\"x\"".to_owned() } else { tag }
}
