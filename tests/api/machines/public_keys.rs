//! Keys that are registered with a public key: which are taken, and how they are rotated.

use super::signer::{Signer, ask, by_assertion, refused};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as URL;
use jsonwebtoken::Algorithm;
use serde_json::{Value, json};
use tests::client::Answer;
use tests::{TestApp, given};

async fn register(app: &TestApp, jwk: &Value) -> Answer {
    let asked = given::key(&json!({ "public_key": jwk }));
    app.member().post("/api/v1/api-keys", &asked).await
}

fn changed(jwk: &Value, name: &str, value: Value) -> Value {
    let mut jwk = jwk.clone();
    if value.is_null() {
        jwk.as_object_mut().unwrap().remove(name);
    } else {
        jwk[name] = value;
    }
    jwk
}

#[tokio::test]
async fn each_kind_of_key_is_taken_and_shown_without_what_says_nothing() {
    let app = TestApp::start().await;
    for signer in [
        Signer::ed25519(),
        Signer::p256(),
        Signer::rsa(Algorithm::RS256),
        Signer::rsa(Algorithm::PS256),
    ] {
        let jwk = changed(
            &changed(&signer.jwk(), "use", json!("sig")),
            "kid",
            json!("2026-11"),
        );
        let made = register(&app, &jwk).await.expect(201).json();
        assert!(made["key"].is_null());
        let shown = &made["api_key"]["public_key"];
        assert_eq!(shown["kty"], jwk["kty"]);
        assert!(shown["kid"].is_null() && shown["use"].is_null());
        let id = made["api_key"]["id"].as_str().unwrap();
        by_assertion(&app, &signer.assertion(&app, id, &json!({})))
            .await
            .expect(200);
    }
}

#[tokio::test]
async fn a_private_key_is_refused_and_not_repeated() {
    let app = TestApp::start().await;
    for name in ["d", "p", "q", "dp", "dq", "qi", "oth", "k"] {
        let jwk = changed(
            &Signer::ed25519().jwk(),
            name,
            json!("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"),
        );
        let answer = register(&app, &jwk).await.expect(422);
        assert_eq!(answer.pointers(), [format!("/public_key/{name}")]);
        assert!(answer.text().contains("private key") && !answer.text().contains("nWGxne"));
    }
}

#[tokio::test]
async fn what_is_no_public_key_for_signatures_is_refused_where_it_does_not_fit() {
    let app = TestApp::start().await;
    let (ed, ec, rsa) = (
        Signer::ed25519().jwk(),
        Signer::p256().jwk(),
        Signer::rsa(Algorithm::RS256).jwk(),
    );
    let small = URL.encode([0xff; 128]);
    let even = URL.encode([0xfe; 256]);
    let long = URL.encode([0xff; 1024]);
    for (jwk, member) in [
        (changed(&ed, "kty", json!("oct")), "kty"),
        (changed(&ed, "kty", Value::Null), "kty"),
        (changed(&ed, "kty", json!(1)), "kty"),
        (changed(&ed, "crv", json!("X25519")), "crv"),
        (changed(&ed, "x", json!("AA")), "x"),
        (changed(&ed, "x", json!(URL.encode([0; 32]))), "x"),
        (changed(&ed, "x", json!("with=padding")), "x"),
        (changed(&ed, "use", json!("enc")), "use"),
        (changed(&ed, "key_ops", json!(["sign"])), "key_ops"),
        (changed(&ed, "alg", json!("HS256")), "alg"),
        (changed(&ed, "x5u", json!("https://attacker.example/cert")), "x5u"),
        (changed(&ed, "jku", json!("https://attacker.example/keys")), "jku"),
        (changed(&ec, "crv", json!("P-384")), "crv"),
        (changed(&ec, "y", ec["x"].clone()), "x"),
        (changed(&ec, "y", Value::Null), "y"),
        (changed(&ec, "alg", json!("ES384")), "alg"),
        (changed(&rsa, "n", json!(small)), "n"),
        (changed(&rsa, "n", json!(even)), "n"),
        (changed(&rsa, "n", json!(long)), "n"),
        (changed(&rsa, "e", json!("AQ")), "e"),
        (changed(&rsa, "e", json!("AQAC")), "e"),
        (changed(&rsa, "alg", json!("RS512")), "alg"),
    ] {
        let answer = register(&app, &jwk).await.expect(422);
        assert_eq!(
            answer.pointers(),
            [format!("/public_key/{member}")],
            "{}",
            answer.text()
        );
    }
    for jwk in [json!("x"), json!([]), json!({})] {
        register(&app, &jwk).await.expect(422);
    }
}

#[tokio::test]
async fn a_key_may_go_from_a_secret_to_a_public_key_and_not_back() {
    let app = TestApp::start().await;
    let (id, text) = super::signer::key(&app, &json!({})).await;
    let signer = Signer::ed25519();
    let path = format!("/api/v1/api-keys/{id}");
    let rotate = async |body: Value| {
        let tag = app.member().get(&path).await.header("etag").to_owned();
        app.member()
            .post_match(&format!("{path}/rotations"), &tag, &body)
            .await
    };
    let moved = rotate(json!({ "public_key": signer.jwk(), "overlap_hours": 1 }))
        .await
        .expect(201)
        .json();
    assert!(moved["key"].is_null());
    app.anyone()
        .with_token(&text)
        .get("/api/v1/incidents")
        .await
        .expect(200);
    by_assertion(&app, &signer.assertion(&app, &id, &json!({})))
        .await
        .expect(200);
    app.set_time("2026-11-21T13:00:00Z");
    app.anyone()
        .with_token(&text)
        .get("/api/v1/incidents")
        .await
        .expect(401);
    refused(
        ask(&app, &[("client_id", &id), ("client_secret", &text)]).await,
        401,
        "invalid_client",
    );
    for body in [json!({}), json!({ "public_key": signer.jwk() })] {
        assert_eq!(rotate(body).await.expect(422).pointers(), ["/public_key"]);
    }
    let fields = app
        .database
        .column("SELECT fields::text FROM audit_entries WHERE action = 'api_key.rotate'")
        .await;
    assert_eq!(fields, ["{public_key}"]);
}
