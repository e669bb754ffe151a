//! Rows of sittings, seats and the log of professional development. What changes them is tried and not kept (`dry_run`),
//! so that every caller finds the same.

use super::recipes::{NOTHING, World};
use reqwest::RequestBuilder;
use serde_json::json;
use tests::TestApp;
use tests::client::Client;
use tests::sittings::{SCHEME, announced, book, draft};
use tests::spec::Operation;

/// A sitting to come, one that has begun with a seat in it, and an entry of a log.
pub struct Seated {
    ahead: String,
    begun: String,
    seat: String,
    seat_etag: String,
    entry: String,
    entry_etag: String,
}

fn id(path: &str) -> String {
    path.rsplit('/').next().unwrap().to_owned()
}

impl Seated {
    /// The second member of the first organisation sits there and keeps a log.
    pub async fn enter(app: &TestApp) -> Self {
        let now = app.app.now().to_rfc3339();
        app.set_time("2026-11-20T06:00:00Z");
        let today = json!({
            "starts_local": "2026-11-20T09:00:00", "ends_local": "2026-11-20T12:00:00", "book_until_local": null
        });
        let (begun, _) = announced(app, &draft(&today)).await;
        let colleague = app.person("colleague@demo.example");
        book(&colleague, &begun).await.expect(201);
        app.set_time(&now);
        let colleague = app.person("colleague@demo.example");
        let (ahead, _) = announced(app, &draft(&json!({}))).await;
        let seats = app
            .person(SCHEME)
            .get(&format!("{begun}/seats"))
            .await
            .expect(200)
            .json();
        let done =
            json!({ "done_on": "2026-11-12", "hours": 2, "kind": "teaching", "title": "Taught officers" });
        let entry = colleague.post("/api/v1/cpd-entries", &done).await.expect(201);
        Self {
            ahead: id(&ahead),
            begun: id(&begun),
            seat: seats["items"][0]["id"].as_str().unwrap().to_owned(),
            seat_etag: seats["items"][0]["etag"].as_str().unwrap().to_owned(),
            entry: entry.json()["id"].as_str().unwrap().to_owned(),
            entry_etag: entry.header("etag").to_owned(),
        }
    }
}

/// Things an operation is tried on; none for those that are not about a thing.
pub fn targets(operation: &Operation) -> Option<Vec<&'static str>> {
    match operation.id() {
        // The seat or the entry would be gone for all callers after the first.
        "delete_own_seat" | "delete_cpd_entry" => Some(vec!["absent"]),
        _ => None,
    }
}

/// The request of a row, or nothing when nobody has written it.
pub async fn ask(
    world: &World<'_>,
    operation: &Operation,
    target: &str,
    client: &Client,
) -> Option<RequestBuilder> {
    let there = target != "absent";
    let seated = &world.seated;
    let method: reqwest::Method = operation.method.parse().unwrap();
    let plain = |path: &str| client.request(method.clone(), path);
    let trial = |path: &str| plain(&format!("{path}?dry_run=true"));
    let of = |id: &str| operation.path.replace("{id}", if there { id } else { NOTHING });
    let etag = async || {
        let path = format!("/api/v1/sittings/{}", seated.ahead);
        world.app.anyone().get(&path).await.header("etag").to_owned()
    };
    Some(match operation.id() {
        "list_sittings" | "get_sitting_metadata" | "get_sitting_calendar" | "list_own_seats" | "list_cpd_entries"
        | "get_cpd_metadata" | "get_cpd_summary" => plain(&operation.path),
        "export_sittings" | "export_cpd_entries" => plain(&operation.path.replace("{form}", "csv")),
        "get_sitting" | "get_calendar_entry" => plain(&of(&seated.ahead)),
        "create_sitting" => trial(&operation.path).json(&draft(&json!({}))),
        "update_sitting" => trial(&of(&seated.ahead))
            .header("if-match", etag().await)
            .json(&draft(&json!({}))),
        "withdraw_sitting" => trial(&of(&seated.ahead))
            .header("if-match", etag().await)
            .json(&json!({ "because": "The examiner fell ill." })),
        "create_seat" => trial(&of(&seated.ahead)),
        "delete_own_seat" => plain(&operation.path.replace("{id}", NOTHING)),
        "list_seats" | "get_seat_metadata" => plain(&of(&seated.begun)),
        "export_seats" => plain(&of(&seated.begun).replace("{form}", "csv")),
        "update_seat" => trial(&of(&seated.begun).replace("{seat}", &seated.seat))
            .header("if-match", &seated.seat_etag)
            .json(&json!({ "state": "absent" })),
        "get_cpd_entry" => plain(&of(&seated.entry)),
        "create_cpd_entry" => trial(&operation.path).json(&json!({
            "done_on": "2026-11-12", "hours": 2, "kind": "teaching", "title": "Taught officers"
        })),
        "update_cpd_entry" => trial(&of(&seated.entry))
            .header("if-match", &seated.entry_etag)
            .json(&json!({ "done_on": "2026-11-12", "hours": 3, "kind": "teaching", "title": "Taught officers" })),
        "delete_cpd_entry" => plain(&operation.path.replace("{id}", NOTHING)).header("if-match", &seated.entry_etag),
        _ => return None,
    })
}
