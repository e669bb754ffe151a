//! A token for a key: how a program asks, and what it is told when it asks wrongly.

use super::signer::{JWT_BEARER, TOKEN, ask, asking, key, refused, secret, with};
use reqwest::Method;
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::send;

const PATH: &str = "/api/v1/incidents?limit=1";

#[tokio::test]
async fn the_metadata_say_where_and_how() {
    let app = TestApp::start().await;
    let metadata = app
        .anyone()
        .get("/.well-known/oauth-authorization-server")
        .await
        .expect(200)
        .json();
    assert_eq!(metadata["issuer"], app.base);
    assert_eq!(metadata["token_endpoint"], format!("{}{TOKEN}", app.base));
    assert_eq!(metadata["grant_types_supported"], json!(["client_credentials"]));
    assert_eq!(metadata["response_types_supported"], json!([]));
    assert_eq!(metadata["scopes_supported"].as_array().unwrap().len(), 5);
    let keys = metadata["jwks_uri"].as_str().unwrap();
    app.anyone().get(keys).await.expect(200);
    let named = TestApp::start_with(&["--origin", "https://bellbuoy.example"]).await;
    let metadata = named
        .anyone()
        .get("/.well-known/oauth-authorization-server")
        .await;
    assert_eq!(metadata.json()["issuer"], "https://bellbuoy.example");
}

#[tokio::test]
async fn a_key_gets_a_token_in_each_of_the_usual_ways() {
    let app = TestApp::start().await;
    let (id, text) = key(&app, &json!({})).await;
    let simple = id.replace('-', "");
    for client in [&id, &simple] {
        for given in [text.as_str(), secret(&text)] {
            let posted = ask(&app, &[("client_id", client), ("client_secret", given)]).await;
            let basic = send(asking(&app.anyone(), &[]).basic_auth(client, Some(given))).await;
            let both = asking(&app.anyone(), &[("client_id", client)]).basic_auth(client, Some(given));
            for answer in [posted, basic, send(both).await] {
                let answer = answer.expect(200);
                let told = answer.json();
                assert_eq!(told["token_type"], "Bearer");
                assert_eq!(told["expires_in"], 600);
                assert_eq!(answer.header("cache-control"), "no-store");
                assert_eq!(answer.header("pragma"), "no-cache");
                assert!(!answer.text().contains(secret(&text)));
                with(&app, &answer).get(PATH).await.expect(200);
            }
        }
    }
    let shown = app.member().get("/api/v1/api-keys").await.json();
    assert_eq!(shown["items"][0]["last_used_on"], "2026-11-21");
}

#[tokio::test]
async fn a_token_says_what_rfc_9068_asks_for() {
    use base64::Engine;
    let app = TestApp::start().await;
    let (id, text) = key(&app, &json!({ "scopes": ["incidents:read"] })).await;
    let answer = ask(&app, &[("client_id", &id), ("client_secret", &text)]).await;
    let token = answer.json()["access_token"].as_str().unwrap().to_owned();
    let part = |n: usize| -> Value {
        let part = token.split('.').nth(n).unwrap();
        let bytes = base64::prelude::BASE64_URL_SAFE_NO_PAD.decode(part).unwrap();
        serde_json::from_slice(&bytes).unwrap()
    };
    assert_eq!(
        (&part(0)["typ"], &part(0)["alg"]),
        (&json!("at+jwt"), &json!("EdDSA"))
    );
    let claims = part(1);
    assert_eq!((&claims["sub"], &claims["client_id"]), (&json!(id), &json!(id)));
    assert_eq!(claims["scope"], "incidents:read");
    for name in ["iss", "aud", "exp", "iat", "jti"] {
        assert!(!claims[name].is_null(), "{name}");
    }
}

#[tokio::test]
async fn a_request_that_does_not_fit_is_told_so_in_the_words_of_oauth() {
    let app = TestApp::start().await;
    let (id, text) = key(&app, &json!({})).await;
    let good = [("client_id", id.as_str()), ("client_secret", text.as_str())];
    let form = |body: String, kind: &str| {
        let request = app.anyone().request(Method::POST, TOKEN);
        send(request.header("content-type", kind.to_owned()).body(body))
    };
    let usual = "application/x-www-form-urlencoded";
    let line = format!("client_id={id}&client_secret={text}");
    for (body, kind, word) in [
        (line.clone(), usual, "invalid_request"),
        (format!("{line}&grant_type="), usual, "invalid_request"),
        (
            format!("{line}&grant_type=password"),
            usual,
            "unsupported_grant_type",
        ),
        (
            format!("{line}&grant_type=client_credentials&scope=admin"),
            usual,
            "invalid_scope",
        ),
        (
            format!("{line}&grant_type=client_credentials&scope=incidents%3Aread++"),
            usual,
            "invalid_scope",
        ),
        (
            format!("{line}&grant_type=client_credentials&scope=a&scope=b"),
            usual,
            "invalid_request",
        ),
        (
            format!("{line}&grant_type=client_credentials&x=1&x=1"),
            usual,
            "invalid_request",
        ),
        (
            format!("{line}&client_secret={text}&grant_type=client_credentials"),
            usual,
            "invalid_request",
        ),
        (
            format!("client_secret={text}&grant_type=client_credentials"),
            usual,
            "invalid_request",
        ),
        (
            format!("{line}&grant_type=client_credentials&client_assertion=x"),
            usual,
            "invalid_request",
        ),
        (
            format!("client_id={id}&grant_type=client_credentials&client_assertion_type={JWT_BEARER}"),
            usual,
            "invalid_request",
        ),
        (
            format!(
                "client_id={id}&grant_type=client_credentials&client_assertion=x&client_assertion_type=saml"
            ),
            usual,
            "invalid_request",
        ),
        (
            format!("{line}&grant_type=client_credentials"),
            "application/json",
            "invalid_request",
        ),
        (
            format!("{line}&grant_type=client_credentials"),
            "text/plain",
            "invalid_request",
        ),
    ] {
        let answer = refused(form(body, kind).await, 400, word);
        assert!(!answer.text().contains(secret(&text)));
        assert!(answer.headers.get("www-authenticate").is_none());
    }
    let twice = send(asking(&app.anyone(), &good).basic_auth(&id, Some(&text))).await;
    refused(twice, 400, "invalid_request");
    let another = asking(&app.anyone(), &[("client_id", "x")]).basic_auth(&id, Some(&text));
    refused(send(another).await, 400, "invalid_request");
    let unknown = ask(&app, &[good[0], good[1], ("audience", "x"), ("scope", "")]).await;
    unknown.expect(200);
    form("x".repeat(20_000), usual).await.expect(413);
}

#[tokio::test]
async fn a_client_that_does_not_prove_itself_gets_one_answer() {
    let app = TestApp::start().await;
    let (id, text) = key(&app, &json!({})).await;
    let (other, _) = key(&app, &json!({})).await;
    let nobody = uuid::Uuid::new_v4().to_string();
    let mut said = Vec::new();
    for (client, given) in [
        (id.as_str(), "0".repeat(64)),
        (&id, text.to_uppercase()),
        (&id, text.replace("bb_live", "bb_test")),
        (&other, text.clone()),
        (&other, secret(&text).to_owned()),
        (&nobody, text.clone()),
        ("admin", text.clone()),
        ("' OR 1=1 --", text.clone()),
    ] {
        let posted = refused(
            ask(&app, &[("client_id", client), ("client_secret", &given)]).await,
            401,
            "invalid_client",
        );
        assert!(posted.headers.get("www-authenticate").is_none());
        let basic = send(asking(&app.anyone(), &[]).basic_auth(client, Some(&given))).await;
        let basic = refused(basic, 401, "invalid_client");
        assert!(basic.header("www-authenticate").starts_with("Basic realm="));
        said.extend([posted.text(), basic.text()]);
    }
    said.dedup();
    assert_eq!(said.len(), 1, "{said:?}");
    refused(ask(&app, &[]).await, 401, "invalid_client");
    refused(ask(&app, &[("client_id", &id)]).await, 401, "invalid_client");
    for header in ["Digest x", "Basic", "Basic !", "Basic eA=="] {
        let request = asking(&app.anyone(), &[]).header("authorization", header);
        let answer = refused(send(request).await, 401, "invalid_client");
        assert!(
            answer.header("www-authenticate").starts_with("Basic "),
            "{header}"
        );
    }
}

#[tokio::test]
async fn no_secret_is_taken_from_an_address_and_an_old_token_is_no_fault() {
    let app = TestApp::start().await;
    let (id, text) = key(&app, &json!({})).await;
    let path = format!("{TOKEN}?client_id={id}&client_secret={text}");
    let form = [("grant_type", "client_credentials")];
    let refused = send(app.anyone().request(Method::POST, &path).form(&form))
        .await
        .expect(400);
    assert!(!refused.text().contains(secret(&text)));
    let old = app.anyone().with_token("a.b.c");
    send(asking(&old, &[("client_id", &id), ("client_secret", &text)]))
        .await
        .expect(200);
}
