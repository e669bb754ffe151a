//! A token of a program ends with what it was got for.

use super::signer::{Signer, ask, asking, by_assertion, key, refused, with};
use serde_json::{Value, json};
use std::time::{Duration, Instant};
use tests::TestApp;
use tests::client::{Answer, Client, send};
use tests::people::person;

const PATH: &str = "/api/v1/incidents?limit=1";

async fn token(app: &TestApp, (id, text): &(String, String)) -> Client {
    let answer = ask(app, &[("client_id", id), ("client_secret", text)]).await;
    with(app, &answer.expect(200))
}

async fn step(app: &TestApp, id: &str, step: &str, body: Value) -> Answer {
    let path = format!("/api/v1/api-keys/{id}");
    let tag = app.member().get(&path).await.header("etag").to_owned();
    let done = app
        .member()
        .post_match(&format!("{path}/{step}"), &tag, &body)
        .await;
    done.expect(201)
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
async fn a_token_runs_out_and_never_outlives_its_key() {
    let app = TestApp::start().await;
    let made = key(&app, &json!({ "days": 1 })).await;
    let program = token(&app, &made).await;
    app.set_time("2026-11-21T12:09:59Z");
    program.get(PATH).await.expect(200);
    app.set_time("2026-11-21T12:10:00Z");
    program.get(PATH).await.expect(401);
    app.set_time("2026-11-22T11:55:00Z");
    let late = ask(&app, &[("client_id", &made.0), ("client_secret", &made.1)])
        .await
        .expect(200);
    assert_eq!(late.json()["expires_in"], 300);
    with(&app, &late).get(PATH).await.expect(200);
    app.set_time("2026-11-22T12:00:00Z");
    with(&app, &late).get(PATH).await.expect(401);
    let over = ask(&app, &[("client_id", &made.0), ("client_secret", &made.1)]).await;
    refused(over, 401, "invalid_client");
}

#[tokio::test]
async fn a_token_ends_within_a_second_on_every_server() {
    let app = TestApp::start().await;
    let second = app.beside().await;
    let made = key(&app, &json!({})).await;
    let program = token(&app, &made).await;
    program.get(PATH).await.expect(200);
    program.at(&second.base).get(PATH).await.expect(200);
    step(
        &app,
        &made.0,
        "revocations",
        json!({ "reason": "no longer needed" }),
    )
    .await;
    out_within_a_second(&program, "revoked").await;
    out_within_a_second(&program.at(&second.base), "revoked, the other server").await;
    let asked = send(asking(
        &app.anyone().at(&second.base),
        &[("client_id", &made.0), ("client_secret", &made.1)],
    ));
    refused(asked.await, 401, "invalid_client");

    let made = key(&app, &json!({})).await;
    let program = token(&app, &made).await;
    program.get(PATH).await.expect(200);
    let owner = person("member@demo.example").id;
    let suspend = format!("UPDATE memberships SET state = 'suspended' WHERE account_id = '{owner}'");
    app.database.rows(&suspend).await;
    out_within_a_second(&program, "who made the key was suspended").await;
}

#[tokio::test]
async fn a_token_got_for_an_old_secret_ends_with_it() {
    let app = TestApp::start().await;
    let old = key(&app, &json!({})).await;
    let by_old = token(&app, &old).await;
    by_old.get(PATH).await.expect(200);
    let rotated = step(&app, &old.0, "rotations", json!({ "overlap_hours": 1 }))
        .await
        .json();
    let new = (old.0.clone(), rotated["key"].as_str().unwrap().to_owned());
    let by_new = token(&app, &new).await;
    by_old.get(PATH).await.expect(200);
    app.set_time("2026-11-21T12:57:00Z");
    let late = ask(&app, &[("client_id", &old.0), ("client_secret", &old.1)])
        .await
        .expect(200);
    assert_eq!(late.json()["expires_in"], 180);
    app.set_time("2026-11-21T12:00:00Z");
    app.anyone()
        .post("/api/v1/api-keys/leaks", &json!({ "key": old.1 }))
        .await
        .expect(204);
    out_within_a_second(&by_old, "the old secret leaked").await;
    by_new.get(PATH).await.expect(200);
    step(&app, &old.0, "rotations", json!({ "overlap_hours": 0 })).await;
    out_within_a_second(&by_new, "rotated without overlap").await;
}

#[tokio::test]
async fn a_token_got_for_an_old_public_key_ends_with_it() {
    let app = TestApp::start().await;
    let (old, new) = (Signer::ed25519(), Signer::p256());
    let id = old.registered(&app, &json!({})).await;
    let by_old = by_assertion(&app, &old.assertion(&app, &id, &json!({})))
        .await
        .expect(200);
    let by_old = with(&app, &by_old);
    step(
        &app,
        &id,
        "rotations",
        json!({ "public_key": new.jwk(), "overlap_hours": 24 }),
    )
    .await;
    for signer in [&old, &new] {
        let answer = by_assertion(&app, &signer.assertion(&app, &id, &json!({})))
            .await
            .expect(200);
        with(&app, &answer).get(PATH).await.expect(200);
    }
    by_old.get(PATH).await.expect(200);
    step(
        &app,
        &id,
        "rotations",
        json!({ "public_key": Signer::ed25519().jwk(), "overlap_hours": 0 }),
    )
    .await;
    out_within_a_second(&by_old, "rotated twice").await;
    for signer in [&old, &new] {
        let answer = by_assertion(&app, &signer.assertion(&app, &id, &json!({}))).await;
        refused(answer, 401, "invalid_client");
    }
}

#[tokio::test]
async fn a_token_works_from_the_networks_of_its_key_only() {
    let app = TestApp::start().await;
    let (id, text) = key(&app, &json!({ "addresses": ["192.0.2.0/24"] })).await;
    let elsewhere = ask(&app, &[("client_id", &id), ("client_secret", &text)]).await;
    let elsewhere = refused(elsewhere, 401, "invalid_client");
    assert!(elsewhere.text().contains("this address"));
    let here = key(&app, &json!({ "addresses": ["127.0.0.0/8"] })).await;
    let program = token(&app, &here).await;
    program.get(PATH).await.expect(200);
    let moved = format!(
        "UPDATE api_keys SET addresses = '{{192.0.2.0/24}}', expires_at = expires_at WHERE id = '{}'",
        here.0
    );
    app.database.rows(&moved).await;
    out_within_a_second(&program, "the network was taken away").await;
}

#[tokio::test]
async fn forged_tokens_of_programs_are_told_from_none() {
    use base64::Engine;
    let app = TestApp::start().await;
    let made = key(&app, &json!({ "scopes": ["incidents:read"] })).await;
    let answer = ask(&app, &[("client_id", &made.0), ("client_secret", &made.1)])
        .await
        .expect(200);
    let token = answer.json()["access_token"].as_str().unwrap().to_owned();
    let parts: Vec<&str> = token.split('.').collect();
    let url = base64::prelude::BASE64_URL_SAFE_NO_PAD;
    let claims: Value = serde_json::from_slice(&url.decode(parts[1]).unwrap()).unwrap();
    let changed = |name: &str, value: Value| {
        let mut claims = claims.clone();
        claims[name] = value;
        claims
    };
    let ours = |claims: &Value| {
        let mut header = jsonwebtoken::Header::new(jsonwebtoken::Algorithm::EdDSA);
        header.typ = Some("at+jwt".to_owned());
        header.kid = Some(app.app.keys.access.kid.clone());
        let key = jsonwebtoken::EncodingKey::from_ed_der(&app.app.keys.access.pkcs8());
        jsonwebtoken::encode(&header, claims, &key).unwrap()
    };
    with(&app, &answer).get(PATH).await.expect(200);
    app.anyone()
        .with_token(&ours(&claims))
        .get(PATH)
        .await
        .expect(200);
    let (other, _) = key(&app, &json!({})).await;
    let mut forged: Vec<String> = [
        ("scope", json!("incidents:read admin")),
        ("aud", json!("another")),
        ("iss", json!("another")),
        ("exp", json!(0)),
        ("exp", json!(i64::MAX)),
        ("iat", json!(super::signer::NOW + 3600)),
        ("sub", json!(other)),
        ("client_id", json!(other)),
        ("via", json!("")),
        ("via", Value::Null),
        ("role", json!("admin")),
        ("org", json!(other)),
    ]
    .into_iter()
    .map(|(name, value)| ours(&changed(name, value)))
    .collect();
    // What our own key signs with a scope that the key has not opens no more than the key.
    let wider = app.anyone().with_token(&forged.remove(0));
    wider.get("/api/v1/organisations").await.expect(403);
    let wide = url.encode(changed("scope", json!("incidents:write")).to_string());
    forged.push(format!("{}.{wide}.{}", parts[0], parts[2]));
    forged.push(format!("{}.{wide}.", parts[0]));
    let unknown = app
        .anyone()
        .with_token("a.b.c")
        .get(PATH)
        .await
        .expect(401)
        .json();
    for token in forged {
        let mut told = app.anyone().with_token(&token).get(PATH).await.expect(401).json();
        told["request_id"] = unknown["request_id"].clone();
        assert_eq!(told, unknown, "{token}");
    }
}
