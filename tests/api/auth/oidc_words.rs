//! What a provider says, and how much of it is believed.

use super::oidc::visit;
use super::provider::{CLIENT, Provider, SECRET, Visit, browser, led};
use crate::machines::signer::{NOW, Signer};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as URL;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use tests::TestApp;

#[tokio::test]
async fn an_id_token_that_does_not_hold_is_not_believed() {
    let provider = Provider::start().await;
    let app = provider.site().await;
    for changes in [
        json!({ "iss": "https://another.example" }),
        json!({ "iss": format!("{}/", provider.issuer) }),
        json!({ "aud": "another" }),
        json!({ "aud": [CLIENT, "another"] }),
        json!({ "aud": [CLIENT, "another"], "azp": "another" }),
        json!({ "azp": "another" }),
        json!({ "aud": [] }),
        json!({ "nonce": "another" }),
        json!({ "nonce": null }),
        json!({ "exp": NOW - 60 }),
        json!({ "exp": null }),
        json!({ "iat": NOW - 600 }),
        json!({ "iat": NOW + 61 }),
        json!({ "sub": "" }),
        json!({ "sub": null }),
        json!({ "sub": "x".repeat(256) }),
    ] {
        let (_, answer) = visit(&app, &provider, &changes).await;
        assert_eq!(led(&answer), "error=failed", "{changes}");
    }
    let (_, answer) = visit(
        &app,
        &provider,
        &json!({ "aud": [CLIENT, "another"], "azp": CLIENT }),
    )
    .await;
    assert_eq!(led(&answer), "entered=yes");
}

#[tokio::test]
async fn an_id_token_that_the_provider_did_not_sign_is_not_believed() {
    let provider = Provider::start().await;
    let app = provider.site().await;
    let attacker = Signer::ed25519();
    let public = provider.signer.jwk();
    type Forge<'a> = Box<dyn Fn(&Value) -> String + 'a>;
    let plain = |header: Value, claims: &Value| {
        format!(
            "{}.{}.",
            URL.encode(header.to_string()),
            URL.encode(claims.to_string())
        )
    };
    let kid = |kid: Option<&str>| {
        let mut header = Header::new(Algorithm::EdDSA);
        header.kid = kid.map(str::to_owned);
        header
    };
    let forged: Vec<Forge<'_>> = vec![
        Box::new(|claims| plain(json!({ "alg": "none" }), claims)),
        Box::new(|claims| plain(json!({ "alg": "EdDSA", "kid": "one" }), claims)),
        Box::new(|claims| attacker.sign(&kid(Some("one")), claims)),
        Box::new(|claims| attacker.sign(&kid(None), claims)),
        Box::new(|claims| provider.signer.sign(&kid(Some("two")), claims)),
        Box::new(|claims| {
            let mut header = kid(None);
            header.jwk = serde_json::from_value(attacker.jwk()).ok();
            attacker.sign(&header, claims)
        }),
        Box::new(|claims| {
            let key = EncodingKey::from_secret(public["x"].as_str().unwrap().as_bytes());
            jsonwebtoken::encode(&Header::new(Algorithm::HS256), claims, &key).unwrap()
        }),
        Box::new(|claims| {
            let key = EncodingKey::from_secret(SECRET.as_bytes());
            jsonwebtoken::encode(&Header::new(Algorithm::HS256), claims, &key).unwrap()
        }),
        Box::new(|_| "a.b.c".to_owned()),
        Box::new(|_| String::new()),
    ];
    for (at, forge) in forged.iter().enumerate() {
        let visit = Visit::begin(&app).await;
        provider.say(forge(&provider.claims(&visit.sent["nonce"], &json!({}))));
        assert_eq!(led(&visit.answered().await), "error=failed", "{at}");
    }
    assert_eq!(app.database.count("sessions").await, 0);
}

#[tokio::test]
async fn an_address_may_be_told_at_the_userinfo_endpoint_of_the_same_person_only() {
    let provider = Provider::start().await;
    let app = provider.site().await;
    let without = json!({ "email": null, "email_verified": null });
    for (info, word) in [
        (
            json!({ "sub": "4712", "email": "colleague@demo.example", "email_verified": true }),
            "error=failed",
        ),
        (
            json!({ "sub": "4711", "email": "colleague@demo.example" }),
            "error=unverified",
        ),
        (json!({ "sub": "4711" }), "error=unverified"),
        (
            json!({ "sub": "4711", "email": "colleague@demo.example", "email_verified": true }),
            "entered=yes",
        ),
    ] {
        provider.say_at_userinfo(info);
        let (_, answer) = visit(&app, &provider, &without).await;
        assert_eq!(led(&answer), word);
    }
}

#[tokio::test]
async fn a_provider_that_says_it_is_another_is_not_asked_further() {
    for (name, value) in [
        ("issuer", json!("https://another.example")),
        ("token_endpoint", json!("http://another.example/token")),
        ("jwks_uri", json!("file:///etc/passwd")),
        ("authorization_endpoint", json!("javascript:alert(1)")),
    ] {
        let provider = Provider::start().await;
        provider.say_of_itself(name, value);
        let app = provider.site().await;
        let answer = browser(&app).get("/api/v1/auth/oidc").await.expect(303);
        assert_eq!(led(&answer), "error=failed", "{name}");
    }
}

#[tokio::test]
async fn who_answered_has_to_be_named_where_the_provider_promises_it() {
    let provider = Provider::start().await;
    provider.say_of_itself("authorization_response_iss_parameter_supported", json!(true));
    let app = provider.site().await;
    for (issuer, word) in [
        (None, "error=failed"),
        (Some("https://another.example"), "error=failed"),
        (Some(provider.issuer.as_str()), "entered=yes"),
    ] {
        let visit = Visit::begin(&app).await;
        provider.say(provider.id_token(&visit.sent["nonce"], &json!({})));
        let mut words = vec![("code", "a code"), ("state", visit.sent["state"].as_str())];
        words.extend(issuer.map(|issuer| ("iss", issuer)));
        assert_eq!(led(&visit.back(&words).await), word);
    }
}

#[tokio::test]
async fn a_provider_that_is_away_is_told_and_one_that_is_not_there_is_no_address() {
    let provider = Provider::start().await;
    let app = provider.site().await;
    provider.stop().await;
    let answer = browser(&app).get("/api/v1/auth/oidc").await.expect(303);
    assert_eq!(led(&answer), "error=away");
    let without = TestApp::start().await;
    assert!(without.anyone().get("/api/v1/instance").await.json()["oidc"].is_null());
    for path in ["/api/v1/auth/oidc", "/api/v1/auth/oidc/callback?code=a&state=b"] {
        without.anyone().get(path).await.expect(404);
    }
}
