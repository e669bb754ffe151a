//! The life of a key: made, used, rotated, revoked, found where it does not belong.

use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::client::{Answer, Client};
use tests::people::person;
use tests::{TestApp, given};

const PATH: &str = "/api/v1/incidents?limit=1";

async fn made(app: &TestApp, changes: Value) -> (Value, Client) {
    let made = app
        .member()
        .post("/api/v1/api-keys", &given::key(&changes))
        .await
        .expect(201)
        .json();
    let client = app.anyone().with_token(made["key"].as_str().unwrap());
    (made, client)
}

async fn step(app: &TestApp, made: &Value, step: &str, body: Value) -> Answer {
    let path = format!("/api/v1/api-keys/{}", made["api_key"]["id"].as_str().unwrap());
    let tag = app.member().get(&path).await.header("etag").to_owned();
    app.member()
        .post_match(&format!("{path}/{step}"), &tag, &body)
        .await
}

/// Waits until the client is let in no more, a second at most.
async fn out_within_a_second(client: &Client, why: &str) {
    let began = Instant::now();
    while client.get(PATH).await.status == 200 {
        assert!(began.elapsed() < Duration::from_secs(1), "still let in: {why}");
    }
    client.get(PATH).await.expect(401);
}

#[tokio::test]
async fn a_key_is_told_once_and_kept_as_a_hash() {
    let app = TestApp::start().await;
    let (made, client) = made(&app, json!({ "days": 366 })).await;
    let key = made["key"].as_str().unwrap();
    assert!(key.starts_with("bb_live_"), "{key}");
    client.get(PATH).await.expect(200);
    let shown = app.member().get("/api/v1/api-keys").await.expect(200);
    assert_eq!(shown.json()["items"][0]["last_used_on"], "2026-11-21");
    assert!(!shown.text().contains(key));
    let secret = key.split('_').nth(3).unwrap();
    let everything = app
        .database
        .rows("SELECT k::text FROM api_keys k")
        .await
        .concat()
        .concat();
    assert!(!everything.contains(secret));
    for value in app
        .database
        .column("SELECT encode(secret_hash, 'hex') FROM api_keys")
        .await
    {
        let forged = app.anyone().with_token(&key.replace(secret, &value));
        forged.get(PATH).await.expect(401);
    }
    assert_eq!(
        app.database.column("SELECT action FROM audit_entries").await,
        ["api_key.create"]
    );
}

#[tokio::test]
async fn a_key_that_was_cut_or_forged_is_refused_and_none_is_taken_from_an_address() {
    let app = TestApp::start().await;
    let (made, _) = made(&app, json!({})).await;
    let key = made["key"].as_str().unwrap();
    let mut other = key.replace("_live_", "_test_");
    other.replace_range(other.len() - 8.., "00000000");
    for wrong in [
        &key[..key.len() - 1],
        &key.to_uppercase(),
        &key.replace("bb_live_", "bb_prod_"),
        &other,
        "bb_live_x",
    ] {
        let refused = app.anyone().with_token(wrong).get(PATH).await.expect(401);
        assert!(!refused.text().contains(wrong));
    }
    let refused = app
        .anyone()
        .get(&format!("/api/v1/incidents?api_key={key}"))
        .await
        .expect(400);
    assert!(!refused.text().contains(key));
}

#[tokio::test]
async fn while_a_key_is_rotated_both_secrets_work() {
    let app = TestApp::start().await;
    let (first, old) = made(&app, json!({ "days": 10 })).await;
    old.get(PATH).await.expect(200);
    let second = step(&app, &first, "rotations", json!({ "overlap_hours": 24 }))
        .await
        .expect(201)
        .json();
    let new = app.anyone().with_token(second["key"].as_str().unwrap());
    old.get(PATH).await.expect(200);
    new.get(PATH).await.expect(200);
    app.set_time("2026-11-22T13:00:00Z");
    old.get(PATH).await.expect(401);
    new.get(PATH).await.expect(200);
    app.set_time("2026-12-02T12:00:00Z");
    new.get(PATH).await.expect(401);
}

#[tokio::test]
async fn a_key_ends_at_once_on_every_server() {
    let app = TestApp::start().await;
    let second = app.beside().await;
    let (revoked, one) = made(&app, json!({})).await;
    one.get(PATH).await.expect(200);
    one.at(&second.base).get(PATH).await.expect(200);
    assert_eq!(
        step(&app, &revoked, "revocations", json!({}))
            .await
            .expect(422)
            .pointers(),
        ["/reason"]
    );
    step(
        &app,
        &revoked,
        "revocations",
        json!({ "reason": "no longer needed" }),
    )
    .await
    .expect(201);
    out_within_a_second(&one, "revoked").await;
    out_within_a_second(&one.at(&second.base), "revoked, the other server").await;
    step(&app, &revoked, "rotations", json!({})).await.expect(409);
    let (leaked, two) = made(&app, json!({})).await;
    two.get(PATH).await.expect(200);
    for key in [leaked["key"].as_str().unwrap(), leaked["key"].as_str().unwrap()] {
        app.anyone()
            .post("/api/v1/api-keys/leaks", &json!({ "key": key }))
            .await
            .expect(204);
    }
    out_within_a_second(&two, "leaked").await;
    let (_, three) = made(&app, json!({})).await;
    three.get(PATH).await.expect(200);
    let owner = person("member@demo.example").id;
    app.database
        .rows(&format!(
            "UPDATE memberships SET state = 'suspended' WHERE account_id = '{owner}'"
        ))
        .await;
    out_within_a_second(&three, "who made it was suspended").await;
}

#[tokio::test]
async fn who_found_no_key_of_ours_learns_nothing() {
    let app = TestApp::start().await;
    let (made, client) = made(&app, json!({})).await;
    let key = bellbuoy_domain::machine::KeyText::read(made["key"].as_str().unwrap()).unwrap();
    let guessed = bellbuoy_domain::machine::KeyText {
        secret: "0".repeat(64),
        ..key
    };
    app.anyone()
        .post("/api/v1/api-keys/leaks", &json!({ "key": guessed.write() }))
        .await
        .expect(204);
    client.get(PATH).await.expect(200);
    let refused = app
        .anyone()
        .post("/api/v1/api-keys/leaks", &json!({ "key": "x".repeat(40) }))
        .await;
    assert_eq!(refused.expect(422).pointers(), ["/key"]);
}

#[tokio::test]
async fn a_key_works_from_its_networks_only() {
    let app = TestApp::start().await;
    let (_, elsewhere) = made(&app, json!({ "addresses": ["192.0.2.0/24", "2001:db8::/32"] })).await;
    assert!(
        elsewhere
            .get(PATH)
            .await
            .expect(401)
            .text()
            .contains("this address")
    );
    let (_, here) = made(&app, json!({ "addresses": ["127.0.0.0/8"] })).await;
    here.get(PATH).await.expect(200);
    for wrong in ["192.0.2.0/33x", "localhost", "192.0.2.0/129", ""] {
        let asked = given::key(&json!({ "addresses": [wrong] }));
        let refused = app.member().post("/api/v1/api-keys", &asked).await.expect(422);
        assert_eq!(refused.pointers(), ["/addresses"], "{wrong}");
    }
}

#[tokio::test]
async fn each_key_has_a_budget_of_its_own() {
    let app = TestApp::start().await;
    let (_, one) = made(&app, json!({})).await;
    let (_, other) = made(&app, json!({})).await;
    let left = |answer: Answer| answer.header("ratelimit").to_owned();
    assert!(left(one.get("/api/v1/me/limits").await).contains("r=1199"));
    assert!(left(one.get("/api/v1/me/limits").await).contains("r=1198"));
    assert!(left(other.get("/api/v1/me/limits").await).contains("r=1199"));
}

#[tokio::test]
async fn an_old_secret_that_leaks_ends_alone() {
    let app = TestApp::start().await;
    let (first, old) = made(&app, json!({})).await;
    let second = step(&app, &first, "rotations", json!({ "overlap_hours": 24 }))
        .await
        .expect(201)
        .json();
    let new = app.anyone().with_token(second["key"].as_str().unwrap());
    old.get(PATH).await.expect(200);
    app.anyone()
        .post("/api/v1/api-keys/leaks", &json!({ "key": first["key"] }))
        .await
        .expect(204);
    out_within_a_second(&old, "the old secret leaked").await;
    new.get(PATH).await.expect(200);
}
