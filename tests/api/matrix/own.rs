//! Rows of the own account and of people of the platform. Passwords are set to what they were, so that every caller finds
//! the same.

use super::recipes::{NOTHING, World};
use reqwest::RequestBuilder;
use serde_json::json;
use tests::client::Client;
use tests::people::{self, person};
use tests::spec::Operation;
use tests::{TestApp, given};
use uuid::Uuid;

/// Things an operation is tried on; none for those that are not about a thing.
pub fn targets(operation: &Operation) -> Option<Vec<&'static str>> {
    Some(match operation.id() {
        "delete_own_session" => vec!["own", "absent"],
        "get_setup" | "create_setup" => vec!["absent"],
        "get_password_link" | "set_password" | "get_staff" | "update_staff" | "create_recovery" => {
            vec!["there", "absent"]
        }
        _ => return None,
    })
}

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
    let password = json!({ "password": people::PASSWORD });
    let of = |id: &str| operation.path.replace("{id}", id);
    Some(match operation.id() {
        "get_factors" | "list_own_sessions" | "delete_own_sessions" | "list_staff" | "get_demo_code" | "get_doctor" => {
            plain(&operation.path)
        }
        "get_staff_metadata" => plain(&operation.path),
        "export_staff" => plain(&operation.path.replace("{form}", "csv")),
        "create_own_copy" => plain(&operation.path).json(&password),
        "create_view" => plain(&operation.path).json(&json!({
            "role": "member", "within": "auditor", "organisation_id": person("member@demo.example").organisation()
        })),
        "create_address" => plain(&operation.path).json(&json!({
            "email": format!("{}@new.example", Uuid::new_v4().simple()), "password": "not mine"
        })),
        "create_address_confirmation" => plain(&operation.path)
            .json(&json!({ "email": "a@new.example", "word": "not the word" })),
        "update_name" => plain(&operation.path).json(&json!({ "name": "Somebody" })),
        // The right password would take every caller after the first their account.
        "create_removal" => plain(&operation.path).json(&json!({ "password": "not mine" })),
        "create_factor" | "create_factor_removal" | "create_recovery_codes" => {
            plain(&operation.path).json(&password)
        }
        "create_factor_confirmation" => plain(&operation.path).json(&json!({ "code": "not one" })),
        "update_password" => plain(&operation.path)
            .json(&json!({ "password": people::PASSWORD, "new_password": people::PASSWORD })),
        "create_account" => {
            let email = format!("{}@new.example", Uuid::new_v4().simple());
            plain(&operation.path).json(&json!({ "name": "Kai Berg", "email": email }))
        }
        "create_password_link" => {
            let email = format!("{}@new.example", Uuid::new_v4().simple());
            plain(&operation.path).json(&json!({ "email": email }))
        }
        "delete_own_session" if target == "own" => plain(&of(&session(app).await)),
        "delete_own_session" => plain(&of(NOTHING)),
        "get_password_link" | "set_password" => {
            let word = match target {
                "there" => link(app).await,
                _ => "nothing".to_owned(),
            };
            let request = plain(&operation.path.replace("{word}", &word));
            match operation.id() {
                "set_password" => request.json(&json!({ "new_password": people::PASSWORD })),
                _ => request,
            }
        }
        "get_setup" => plain(&operation.path.replace("{word}", "nothing")),
        "create_setup" => plain(&operation.path.replace("{word}", "nothing")).json(&json!({
            "organisation": "Alliance", "name": "Somebody", "email": "first@new.example", "password": people::PASSWORD
        })),
        "create_staff" => plain(&format!("{}?dry_run=true", operation.path))
            .json(&json!({ "email": "new@desk.example", "name": "Somebody New", "role": "analyst" })),
        "get_staff" | "update_staff" | "create_recovery" => {
            let id = match target {
                "there" => person("editor@demo.example").id.to_string(),
                _ => NOTHING.to_owned(),
            };
            let tag = app
                .admin()
                .get(&format!("/api/v1/staff/{id}"))
                .await
                .header("etag")
                .to_owned();
            let tag = if tag.is_empty() { "\"x\"".to_owned() } else { tag };
            let reason = json!({ "reason": "a test" });
            match operation.id() {
                "update_staff" => plain(&format!("{}?dry_run=true", of(&id)))
                    .header("if-match", tag)
                    .json(&json!({ "role": "qa_reviewer", "reason": "a test" })),
                "create_recovery" => plain(&of(&id)).json(&reason),
                _ => plain(&of(&id)),
            }
        }
        _ => return None,
    })
}

/// A new session of the first member.
async fn session(app: &TestApp) -> String {
    let signed_in = app.signed_in("member@demo.example").await;
    let sessions = signed_in.get("/api/v1/me/sessions").await.expect(200).json();
    sessions
        .as_array()
        .unwrap()
        .iter()
        .find(|session| session["current"] == true)
        .unwrap()["id"]
        .as_str()
        .unwrap()
        .to_owned()
}

/// The word of a new link to the password of a colleague.
async fn link(app: &TestApp) -> String {
    given::password_link(app, "colleague@demo.example").await
}
