//! Drafts: begun, changed, and refused where they do not fit.

use reqwest::Method;
use serde_json::{Value, json};
use tests::client::send;
use tests::people::person;
use tests::{TestApp, given};

#[tokio::test]
async fn a_draft_comes_back_as_it_was_written() {
    let app = TestApp::start().await;
    let sent = given::advisory();
    let made = app.analyst().post("/api/v1/advisories", &sent).await.expect(201);
    let draft = made.json();
    for (name, value) in sent.as_object().unwrap() {
        assert_eq!(&draft[name], value, "{name}");
    }
    assert_eq!(
        (
            &draft["status"],
            &draft["number"],
            &draft["released_at"],
            &draft["revision"]
        ),
        (&json!("draft"), &Value::Null, &Value::Null, &json!(1))
    );
    assert_eq!(draft["author_id"], json!(person("analyst@demo.example").id));
    let read = app
        .second_analyst()
        .get(&format!("/api/v1/advisories/{}", draft["id"].as_str().unwrap()))
        .await
        .expect(200);
    assert_eq!((read.json(), read.header("etag")), (draft, made.header("etag")));
    assert_eq!(
        app.database.column("SELECT action FROM audit_entries").await,
        ["advisory.create"]
    );
}

#[tokio::test]
async fn each_field_can_be_changed_alone_and_what_is_absent_stays() {
    let app = TestApp::start().await;
    let made = app
        .analyst()
        .post("/api/v1/advisories", &given::advisory())
        .await
        .expect(201);
    let path = format!("/api/v1/advisories/{}", made.json()["id"].as_str().unwrap());
    let (mut tag, mut stands) = (made.header("etag").to_owned(), made.json());
    for (name, value) in [
        ("title", json!("Another title that fits")),
        ("what_happened", json!("Another account that is long enough.")),
        ("lesson", json!("Another lesson that is long enough.")),
        ("kind", json!("cargo_fraud")),
        ("severity", json!("minor")),
        ("tlp", json!("green")),
        ("sea_regions", json!([])),
        ("systems", json!(["ais", "ecdis"])),
    ] {
        let changed = app
            .analyst()
            .patch_match(&path, &tag, &json!({ name: value.clone() }))
            .await
            .expect(200);
        stands[name] = value;
        stands["revision"] = json!(stands["revision"].as_i64().unwrap() + 1);
        assert_eq!(changed.json(), stands, "{name}");
        assert_ne!(changed.header("etag"), tag);
        tag = changed.header("etag").to_owned();
    }
    assert_eq!(app.database.column("SELECT array_to_string(fields, ',') FROM audit_entries WHERE action = 'advisory.update' ORDER BY at LIMIT 1").await, ["title"]);
}

#[tokio::test]
async fn nobody_who_wrote_any_of_it_releases_it() {
    let app = TestApp::start().await;
    let made = app
        .analyst()
        .post("/api/v1/advisories", &given::advisory())
        .await
        .expect(201);
    let path = format!("/api/v1/advisories/{}", made.json()["id"].as_str().unwrap());
    let changed = app
        .second_analyst()
        .patch_match(
            &path,
            made.header("etag"),
            &json!({ "lesson": "Set the alarm for jumps, and test it." }),
        )
        .await
        .expect(200);
    let both = ["analyst@demo.example", "second-analyst@demo.example"].map(|email| person(email).id);
    assert_eq!(
        (&changed.json()["author_id"], &changed.json()["writers"]),
        (&json!(both[0]), &json!(both))
    );
    for writer in [app.analyst(), app.second_analyst()] {
        let own = writer
            .post_match(&format!("{path}/releases"), changed.header("etag"), &json!({}))
            .await
            .expect(409);
        assert_eq!(own.code(), "same_person");
    }
}

#[tokio::test]
async fn a_change_of_nothing_makes_nobody_a_writer() {
    let app = TestApp::start().await;
    let made = app
        .analyst()
        .post("/api/v1/advisories", &given::advisory())
        .await
        .expect(201);
    let path = format!("/api/v1/advisories/{}", made.json()["id"].as_str().unwrap());
    let same = app
        .second_analyst()
        .patch_match(&path, made.header("etag"), &json!({}))
        .await
        .expect(200);
    assert_eq!(
        (same.json(), same.header("etag")),
        (made.json(), made.header("etag"))
    );
    app.second_analyst()
        .post_match(&format!("{path}/releases"), made.header("etag"), &json!({}))
        .await
        .expect(201);
}

#[tokio::test]
async fn what_does_not_fit_is_named_and_nothing_is_kept() {
    let app = TestApp::start().await;
    for (changes, pointer) in [
        (json!({ "title": "short" }), "/title"),
        (json!({ "title": "a\u{0}bcdefghijk" }), "/title"),
        (json!({ "title": "          " }), "/title"),
        (json!({ "what_happened": " ".repeat(25) }), "/what_happened"),
        (
            json!({ "what_happened": "A form feed \u{c} breaks the feed of all readers." }),
            "/what_happened",
        ),
        (json!({ "lesson": "" }), "/lesson"),
        (
            json!({ "lesson": "A lesson with a \u{0} in its middle." }),
            "/lesson",
        ),
        (json!({ "tlp": "white" }), "/tlp"),
        (json!({ "kind": null }), "/kind"),
        (
            json!({ "author_id": person("admin@demo.example").id }),
            "/author_id",
        ),
        (json!({ "status": "released" }), "/status"),
        (json!({ "number": "BB-2026-001" }), "/number"),
    ] {
        let mut advisory = given::advisory();
        for (name, value) in changes.as_object().unwrap() {
            advisory[name] = value.clone();
        }
        let refused = app
            .analyst()
            .post("/api/v1/advisories", &advisory)
            .await
            .expect(422);
        assert_eq!(refused.pointers(), [pointer], "{changes}");
    }
    assert_eq!(app.database.count("advisories").await, 0);
}

#[tokio::test]
async fn a_change_needs_the_version_it_is_meant_for() {
    let app = TestApp::start().await;
    let made = app
        .analyst()
        .post("/api/v1/advisories", &given::advisory())
        .await
        .expect(201);
    let path = format!("/api/v1/advisories/{}", made.json()["id"].as_str().unwrap());
    let change = json!({ "severity": "low" });
    send(app.analyst().request(Method::PATCH, &path).json(&change))
        .await
        .expect(428);
    app.analyst()
        .patch_match(&path, "\"old\"", &change)
        .await
        .expect(412);
    app.analyst()
        .patch_match(&path, made.header("etag"), &change)
        .await
        .expect(200);
    let stale = app
        .second_analyst()
        .patch_match(&path, made.header("etag"), &change)
        .await
        .expect(412);
    assert_ne!(stale.header("etag"), made.header("etag"));
}

#[tokio::test]
async fn a_repeat_with_the_same_key_is_one_draft() {
    let app = TestApp::start().await;
    let request = || {
        app.analyst()
            .request(Method::POST, "/api/v1/advisories")
            .header("idempotency-key", "a1")
            .json(&given::advisory())
    };
    let first = send(request()).await.expect(201);
    let again = send(request()).await.expect(201);
    assert_eq!(
        (first.json(), again.header("idempotency-replayed")),
        (again.json(), "true")
    );
    assert_eq!(app.database.count("advisories").await, 1);
}
