//! Rows of ratings and of the question of independence.

use super::recipes::{NOTHING, World};
use reqwest::RequestBuilder;
use serde_json::json;
use tests::TestApp;
use tests::client::Client;
use tests::ratings::{PATH, rating, sent};
use tests::spec::Operation;
use uuid::Uuid;

/// A rating that waits, by the first organisation.
pub struct Said(String);

impl Said {
    pub async fn enter(app: &TestApp, firm: Uuid) -> Self {
        let made = sent(&app.member(), &rating(firm, &json!({}))).await;
        Self(made["id"].as_str().unwrap().to_owned())
    }
}

/// Things an operation is tried on; none for those that are not about a thing.
pub fn targets(operation: &Operation) -> Option<Vec<&'static str>> {
    let about_one =
        operation.path.starts_with("/api/v1/ratings/{id}") || operation.path.ends_with("/{id}/ratings");
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
    let registered = &world.registered;
    let method: reqwest::Method = operation.method.parse().unwrap();
    let plain = |path: &str| client.request(method.clone(), path);
    let trial = |path: &str| plain(&format!("{path}?dry_run=true"));
    let of = |own: &str| operation.path.replace("{id}", if there { own } else { NOTHING });
    let another = json!({ "from_on": "2026-05-04", "to_on": "2026-05-05" });
    let tag = || async {
        let path = format!("{PATH}/{}", world.said.0);
        let shown = world.app.member().get(&path).await.expect(200);
        shown.header("etag").to_owned()
    };
    Some(match operation.id() {
        "list_ratings" | "get_rating_metadata" => plain(&operation.path),
        "export_ratings" => plain(&operation.path.replace("{form}", "csv")),
        "create_rating" => trial(&operation.path).json(&rating(registered.firm, &another)),
        "get_rating" => plain(&of(&world.said.0)),
        "update_rating" => trial(&of(&world.said.0))
            .header("if-match", tag().await)
            .json(&rating(registered.firm, &another)),
        "delete_rating" => trial(&of(&world.said.0)).header("if-match", tag().await),
        "step_rating" => trial(&of(&world.said.0))
            .header("if-match", tag().await)
            .json(&json!({ "step": "publish" })),
        "get_consultant_ratings" => plain(&of(&registered.person.to_string())),
        "get_supplier_ratings" => plain(&of(&registered.firm.to_string())),
        "verify_independence" => plain(&operation.path).json(&json!({
            "on": "2026-12-01", "supplier_id": registered.firm,
            "parties": [{ "tie": "owner", "name": "Meridian Tankers", "from_on": "2019-01-01" }]
        })),
        _ => return None,
    })
}
