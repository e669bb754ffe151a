//! Sittings as a test needs them.

use crate::TestApp;
use crate::client::{Answer, Client};
use serde_json::{Value, json};

/// Who announces them.
pub const SCHEME: &str = "scheme@demo.example";

/// An exam in Rotterdam in January, with some fields changed.
pub fn draft(changes: &Value) -> Value {
    let mut draft = json!({
        "kind": "exam", "title": "Written exam, Rotterdam", "scheme": "maritime", "requirement": "exam_theory",
        "time_zone": "Europe/Amsterdam", "starts_local": "2027-01-12T09:00:00", "ends_local": "2027-01-12T12:00:00",
        "book_until_local": "2027-01-10T18:00:00", "port": "NLRTM", "place": "Harbour school, room 4", "seats": 2
    });
    for (name, value) in changes.as_object().unwrap() {
        draft[name] = value.clone();
    }
    draft
}

/// A workshop with some fields changed: it meets no requirement.
pub fn workshop(changes: &Value) -> Value {
    let mut draft = draft(&json!({
        "kind": "workshop", "title": "Workshop: tests under way", "scheme": null, "requirement": null
    }));
    for (name, value) in changes.as_object().unwrap() {
        draft[name] = value.clone();
    }
    draft
}

/// Announces one; gives the answer, with its address.
pub async fn announced(app: &TestApp, draft: &Value) -> (String, Answer) {
    let made = app
        .person(SCHEME)
        .post("/api/v1/sittings", draft)
        .await
        .expect(201);
    let path = format!("/api/v1/sittings/{}", made.json()["id"].as_str().unwrap());
    (path, made)
}

/// Books a seat.
pub async fn book(client: &Client, path: &str) -> Answer {
    client.post(&format!("{path}/seats"), &json!({})).await
}

/// Enters who was there, by the address of the person.
pub async fn enter(app: &TestApp, path: &str, email: &str, attendance: &Value) -> Answer {
    let scheme = app.person(SCHEME);
    let seats = scheme.get(&format!("{path}/seats")).await.expect(200).json();
    let seat = seats["items"]
        .as_array()
        .unwrap()
        .iter()
        .find(|seat| seat["email"] == email && seat["state"] != "cancelled")
        .unwrap_or_else(|| panic!("{email} has no seat: {seats}"));
    let at = format!("{path}/seats/{}", seat["id"].as_str().unwrap());
    scheme
        .put_match(&at, seat["etag"].as_str().unwrap(), attendance)
        .await
}
