//! Rows of the sealed desk.

use super::recipes::{NOTHING, World};
use reqwest::RequestBuilder;
use serde_json::json;
use tests::desk;
use tests::spec::Operation;
use uuid::Uuid;

/// The request of a row on an envelope that was filed for it.
pub async fn envelope(
    world: &World<'_>,
    operation: &Operation,
    there: bool,
    plain: &impl Fn(&str) -> RequestBuilder,
) -> RequestBuilder {
    let (reporter, etag) = world.envelope().await;
    let path = operation.path.replace(
        "{id}",
        &if there {
            reporter.id.to_string()
        } else {
            NOTHING.to_owned()
        },
    );
    let sealed = desk::base64(&reporter.filing(&world.desk, "Sealed anew.").blob);
    let message = json!({ "v": 1, "at": "2026-11-21T13:00:00Z", "from": "desk", "kind": "question", "text": "Which port?" });
    let message = desk::base64(&reporter.seal(&world.desk, serde_json::from_value(message).unwrap()));
    let request = plain(&path).header("if-match", etag);
    match operation.id() {
        "open_envelope" => plain(&path),
        "reseal_envelope" => request.json(&json!({ "epoch": world.desk.epoch(), "content": sealed })),
        "answer_reporter" => request.json(&json!({ "id": Uuid::new_v4(), "content": message })),
        "set_note" => request.json(&json!({ "note": sealed })),
        _ => request.json(&json!({ "step": "open" })),
    }
}
