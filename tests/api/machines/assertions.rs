//! Assertions of programs: a good one is taken once, a forged one never.

use super::signer::{JWT_BEARER, NOW, Signer, ask, asking, by_assertion, claims, refused, with};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as URL;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::send;

#[tokio::test]
async fn an_assertion_is_taken_once_on_whichever_server() {
    let app = TestApp::start().await;
    let second = app.beside().await;
    let signer = Signer::ed25519();
    let id = signer
        .registered(&app, &json!({ "scopes": ["incidents:read"] }))
        .await;
    // Both servers are known to others by one name.
    let issuer = app.base.clone();
    let there = |jwt: String| {
        let host = app.base.trim_start_matches("http://").to_owned();
        let form = [("client_assertion_type", JWT_BEARER), ("client_assertion", &jwt)];
        send(asking(&app.anyone().at(&second.base), &form).header("host", host))
    };
    for audience in [
        json!(issuer),
        json!([issuer]),
        json!(format!("{issuer}/api/v1/oauth/token")),
    ] {
        let jwt = signer.assertion(&app, &id, &json!({ "aud": audience }));
        let answer = by_assertion(&app, &jwt).await.expect(200);
        with(&app, &answer).get("/api/v1/incidents").await.expect(200);
        let again = refused(by_assertion(&app, &jwt).await, 401, "invalid_client");
        assert!(again.text().contains("used before"));
        refused(there(jwt).await, 401, "invalid_client");
    }
    let jwt = signer.assertion(&app, &id, &json!({}));
    there(jwt.clone()).await.expect(200);
    refused(by_assertion(&app, &jwt).await, 401, "invalid_client");
    let named = [("client_id", id.as_str()), ("client_assertion_type", JWT_BEARER)];
    let jwt = signer.assertion(&app, &id, &json!({}));
    ask(&app, &[named[0], named[1], ("client_assertion", &jwt)])
        .await
        .expect(200);
}

#[tokio::test]
async fn of_many_that_come_at_once_one_is_taken() {
    let app = TestApp::start().await;
    let signer = Signer::ed25519();
    let id = signer.registered(&app, &json!({})).await;
    let jwt = signer.assertion(&app, &id, &json!({}));
    let all = (0..12).map(|_| by_assertion(&app, &jwt));
    let answers = futures_join(all).await;
    let taken = answers.iter().filter(|status| **status == 200).count();
    assert_eq!(taken, 1, "{answers:?}");
}

async fn futures_join(all: impl Iterator<Item = impl Future<Output = tests::client::Answer>>) -> Vec<u16> {
    let mut waiting: Vec<_> = all.map(Box::pin).collect();
    let mut done = vec![None; waiting.len()];
    std::future::poll_fn(move |context| {
        for (slot, future) in done.iter_mut().zip(&mut waiting) {
            if slot.is_none()
                && let std::task::Poll::Ready(answer) = future.as_mut().poll(context)
            {
                *slot = Some(answer.status);
            }
        }
        match done.iter().copied().collect::<Option<Vec<u16>>>() {
            Some(all) => std::task::Poll::Ready(all),
            None => std::task::Poll::Pending,
        }
    })
    .await
}

#[tokio::test]
async fn what_was_taken_is_forgotten_when_it_has_run_out() {
    let app = TestApp::start().await;
    let signer = Signer::ed25519();
    let id = signer.registered(&app, &json!({})).await;
    let jwt = signer.assertion(&app, &id, &json!({}));
    by_assertion(&app, &jwt).await.expect(200);
    let mut conn = app.system().await;
    let now = app.app.now();
    assert_eq!(bellbuoy_server::oauth::sweep(&mut conn, now).await.unwrap(), 0);
    app.set_time("2026-11-21T12:05:00Z");
    assert_eq!(
        bellbuoy_server::oauth::sweep(&mut conn, app.app.now())
            .await
            .unwrap(),
        1
    );
    refused(by_assertion(&app, &jwt).await, 401, "invalid_client");
}

#[tokio::test]
async fn an_assertion_that_says_something_else_is_refused() {
    let app = TestApp::start().await;
    let signer = Signer::ed25519();
    let id = signer.registered(&app, &json!({})).await;
    let other = Signer::ed25519().registered(&app, &json!({})).await;
    let endpoint = format!("{}/api/v1/oauth/token", app.base);
    for changes in [
        json!({ "aud": "https://another.example" }),
        json!({ "aud": format!("{endpoint}/") }),
        json!({ "aud": [endpoint, "https://another.example"] }),
        json!({ "aud": [] }),
        json!({ "aud": null }),
        json!({ "iss": other }),
        json!({ "iss": null }),
        json!({ "sub": other }),
        json!({ "sub": null }),
        json!({ "iss": other, "sub": other }),
        json!({ "iss": "admin", "sub": "admin" }),
        json!({ "exp": NOW }),
        json!({ "exp": NOW - 1 }),
        json!({ "exp": NOW + 3661 }),
        json!({ "exp": NOW + 601, "iat": null }),
        json!({ "exp": NOW + 60, "iat": NOW - 600 }),
        json!({ "exp": i64::MAX }),
        json!({ "exp": "soon" }),
        json!({ "exp": null }),
        json!({ "nbf": NOW + 120 }),
        json!({ "iat": NOW + 120 }),
        json!({ "iat": i64::MIN }),
        json!({ "iat": -1_000_000_000_000_000_000_i64 }),
        json!({ "jti": null }),
        json!({ "jti": "" }),
        json!({ "jti": "x".repeat(257) }),
        json!({ "jti": 7 }),
    ] {
        let answer = by_assertion(&app, &signer.assertion(&app, &id, &changes)).await;
        assert_eq!((answer.status, changes.to_string()), (401, changes.to_string()));
        refused(answer, 401, "invalid_client");
    }
    assert_eq!(app.database.count("assertions").await, 0);
    for changes in [
        json!({ "exp": NOW + 3600 }),
        json!({ "exp": NOW + 600, "iat": null }),
        json!({ "exp": NOW + 60, "iat": NOW - 599 }),
    ] {
        by_assertion(&app, &signer.assertion(&app, &id, &changes))
            .await
            .expect(200);
    }
    let lives = "SELECT max(expires_at) <= '2026-11-21T12:10:00Z' FROM assertions";
    assert_eq!(app.database.column(lives).await, ["t"]);
    let jwt = signer.assertion(&app, &id, &json!({}));
    let form = [
        ("client_assertion_type", JWT_BEARER),
        ("client_assertion", &jwt),
        ("client_id", &other),
    ];
    refused(ask(&app, &form).await, 401, "invalid_client");
}

#[tokio::test]
async fn an_assertion_that_brings_its_own_key_or_no_signature_is_refused() {
    let app = TestApp::start().await;
    for signer in [Signer::ed25519(), Signer::p256(), Signer::rsa(Algorithm::RS256)] {
        let id = signer.registered(&app, &json!({})).await;
        let say = claims(&app, &id, &json!({}));
        let plain = |header: Value| {
            format!(
                "{}.{}",
                URL.encode(header.to_string()),
                URL.encode(say.to_string())
            )
        };
        let attacker = Signer::ed25519();
        let public = signer.jwk();
        let known = ["x", "n"].iter().find_map(|name| public[*name].as_str()).unwrap();
        let mut forged = vec![
            format!("{}.", plain(json!({ "alg": "none" }))),
            plain(json!({ "alg": "none" })),
            format!("{}.", plain(json!({ "alg": "EdDSA" }))),
            format!("{}.AAAA", plain(json!({ "alg": "HS256" }))),
            attacker.assertion(&app, &id, &json!({})),
            "a.b.c".to_owned(),
            "..".to_owned(),
            "x".repeat(9000),
        ];
        for secret in [
            public.to_string().into_bytes(),
            known.as_bytes().to_vec(),
            URL.decode(known).unwrap(),
        ] {
            let key = EncodingKey::from_secret(&secret);
            forged.push(jsonwebtoken::encode(&Header::new(Algorithm::HS256), &say, &key).unwrap());
        }
        let header = |change: &dyn Fn(&mut Header)| {
            let mut header = Header::new(signer.algorithm);
            change(&mut header);
            header
        };
        let own = serde_json::from_value(attacker.jwk()).unwrap();
        let mut with_own = Header::new(Algorithm::EdDSA);
        with_own.jwk = Some(own);
        forged.push(attacker.sign(&with_own, &say));
        forged.extend([
            signer.sign(
                &header(&|header| header.jku = Some("https://attacker.example/keys".to_owned())),
                &say,
            ),
            signer.sign(
                &header(&|header| header.x5u = Some("https://attacker.example/cert".to_owned())),
                &say,
            ),
            signer.sign(&header(&|header| header.x5c = Some(vec!["AA".to_owned()])), &say),
            signer.sign(
                &header(&|header| header.jwk = serde_json::from_value(signer.jwk()).ok()),
                &say,
            ),
            signer.sign(
                &header(&|header| header.crit = Some(vec!["exp".to_owned()])),
                &say,
            ),
            signer.sign(&header(&|header| header.typ = Some("at+jwt".to_owned())), &say),
        ]);
        for jwt in forged {
            refused(by_assertion(&app, &jwt).await, 401, "invalid_client");
        }
        assert_eq!(app.database.count("assertions").await, 0);
    }
    let signer = Signer::ed25519();
    let id = signer.registered(&app, &json!({})).await;
    let say = claims(&app, &id, &json!({}));
    for typ in [None, Some("client-authentication+jwt".to_owned())] {
        let mut header = Header::new(Algorithm::EdDSA);
        header.typ = typ;
        let mut say = say.clone();
        say["jti"] = json!(uuid::Uuid::new_v4());
        by_assertion(&app, &signer.sign(&header, &say)).await.expect(200);
    }
}

#[tokio::test]
async fn a_key_with_a_public_key_has_no_secret_and_one_with_a_secret_takes_no_assertion() {
    let app = TestApp::start().await;
    let signer = Signer::ed25519();
    let id = signer.registered(&app, &json!({})).await;
    for secret in ["", "0", &"0".repeat(64)] {
        refused(
            ask(&app, &[("client_id", &id), ("client_secret", secret)]).await,
            401,
            "invalid_client",
        );
    }
    let (id, _) = super::signer::key(&app, &json!({})).await;
    refused(
        by_assertion(&app, &signer.assertion(&app, &id, &json!({}))).await,
        401,
        "invalid_client",
    );
}
