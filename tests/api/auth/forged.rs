//! Only our own access tokens are taken; every other one gets the same answer.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as URL;
use bellbuoy_server::auth::keys::{Signing, keyed};
use bellbuoy_server::auth::token::{self, Subject};
use serde_json::{Value, json};
use tests::TestApp;
use tests::people::person;

const NOW: i64 = 1_795_262_400;

fn seed(key: &Signing) -> [u8; 32] {
    key.pkcs8()[16..].try_into().unwrap()
}

fn part(value: &Value) -> String {
    URL.encode(value.to_string())
}

fn signed(key: &Signing, header: &str, claims: &str) -> String {
    let text = format!("{header}.{claims}");
    let signature = bellbuoy::proof::sign(&text, &seed(key));
    format!("{text}.{signature}")
}

fn claims() -> Value {
    let member = person("member@demo.example");
    json!({ "iss": "bellbuoy", "aud": "bellbuoy-api", "iat": NOW, "exp": NOW + 600, "sub": member.id, "sid": member.session, "role": "member", "org": member.organisation(), "within": "owner", "ver": 1 })
}

fn with(mut value: Value, name: &str, new: Value) -> Value {
    if new.is_null() {
        value.as_object_mut().unwrap().remove(name);
    } else {
        value[name] = new;
    }
    value
}

/// Signed by our own key, with a header or claims that are not those of an access token.
fn wrongly_said(app: &TestApp) -> Vec<String> {
    let key = &app.app.keys.access;
    let header = json!({ "typ": "at+jwt", "alg": "EdDSA", "kid": key.kid });
    let jwk = serde_json::to_value(key.jwk()).unwrap();
    let headers = [
        ("typ", json!("JWT")),
        ("typ", json!("id+jwt")),
        ("typ", json!("AT+JWT ")),
        ("typ", Value::Null),
        ("kid", Value::Null),
        ("kid", json!("")),
        ("kid", json!("../../../../dev/null")),
        ("kid", json!("' UNION SELECT 1 --")),
        ("kid", json!(app.app.keys.proof.kid)),
        ("kid", json!(["a"])),
        ("jwk", jwk),
        ("jku", json!("https://attacker.example/keys")),
        ("x5u", json!("https://attacker.example/cert")),
        ("alg", json!("none")),
        ("alg", json!("None")),
        ("alg", json!("nOnE")),
        ("alg", json!("HS256")),
        ("alg", json!("HS512")),
        ("alg", json!("RS256")),
        ("alg", json!("PS256")),
        ("alg", json!("ES256")),
        ("alg", json!("eddsa")),
        ("alg", json!("ЕdDSA")),
        ("alg", Value::Null),
    ];
    let bodies = [
        ("aud", json!("another-api")),
        ("aud", Value::Null),
        ("iss", json!("attacker")),
        ("iss", Value::Null),
        ("exp", json!(NOW)),
        ("exp", json!(NOW - 1)),
        ("exp", json!("never")),
        ("exp", json!(1e300)),
        ("exp", Value::Null),
        ("iat", json!(NOW + 3600)),
        ("iat", Value::Null),
        ("nbf", json!(NOW + 3600)),
        ("sub", json!("admin")),
        ("sub", Value::Null),
        ("sid", Value::Null),
        ("role", json!("owner")),
        ("role", json!(["admin"])),
        ("role", Value::Null),
        ("org", json!("all")),
        ("within", json!("admin")),
        ("within", json!(["owner"])),
        ("ver", json!("1")),
        ("ver", json!(1e300)),
        ("ver", Value::Null),
        ("scope", json!("admin")),
    ];
    let mut tokens: Vec<String> = headers
        .into_iter()
        .map(|(name, value)| signed(key, &part(&with(header.clone(), name, value)), &part(&claims())))
        .collect();
    tokens.extend(
        bodies
            .into_iter()
            .map(|(name, value)| signed(key, &part(&header), &part(&with(claims(), name, value)))),
    );
    let twice = claims().to_string().replacen('{', "{\"role\":\"admin\",", 1);
    tokens.push(signed(key, &part(&header), &URL.encode(twice)));
    tokens.push(signed(key, &part(&header), &URL.encode("not json")));
    tokens.push(signed(key, &URL.encode("[]"), &part(&claims())));
    tokens
}

/// Not signed by our key, or not of three parts.
fn wrongly_signed(app: &TestApp) -> Vec<String> {
    let keys = &app.app.keys;
    let header = json!({ "typ": "at+jwt", "alg": "EdDSA", "kid": keys.access.kid });
    let (head, body) = (part(&header), part(&with(claims(), "role", json!("admin"))));
    let good = signed(&keys.access, &part(&header), &part(&claims()));
    let (text, signature) = good.rsplit_once('.').unwrap();
    let mut raw = URL.decode(signature).unwrap();
    let public: [u8; 32] = URL.decode(keys.access.jwk().x).unwrap().try_into().unwrap();
    let mut tokens = vec![
        format!("{head}.{body}.{signature}"),
        format!("{head}.{body}."),
        format!("{head}.{body}"),
        signed(&keys.proof, &head, &body),
        format!("{text}.{}", bellbuoy::proof::sign(text, &[7; 32])),
        format!("{text}.{}", URL.encode([0; 64])),
        format!("{text}.{}", URL.encode(&raw[..63])),
        format!("{text}.{signature}A"),
        format!("{text}.{signature}="),
        format!("{text}.{signature}.{signature}"),
        format!("{good}\u{e9}"),
        good.replace('.', ".."),
        good.to_uppercase(),
        String::new(),
        ".".to_owned(),
        "..".to_owned(),
        "a.b.c".to_owned(),
        "a".repeat(8192),
        format!("{text}.{}", "A".repeat(8000)),
    ];
    for alg in ["HS256", "none"] {
        let text = format!("{}.{body}", part(&with(header.clone(), "alg", json!(alg))));
        tokens.push(format!(
            "{text}.{}",
            URL.encode(keyed(&public, &[text.as_bytes()]))
        ));
        tokens.push(format!("{text}."));
    }
    raw[0] ^= 1;
    tokens.push(format!("{text}.{}", URL.encode(&raw)));
    tokens
}

/// Our own token with one letter changed, at every place in turn.
fn slipped(good: &str) -> Vec<String> {
    (0..good.len())
        .filter(|at| good.as_bytes()[*at] != b'.')
        .map(|at| {
            let mut token = good.as_bytes().to_vec();
            token[at] = if token[at] == b'A' { b'B' } else { b'A' };
            String::from_utf8(token).unwrap()
        })
        .collect()
}

/// Claims that go further than the person does, all signed by a key that is not ours, and all with no signature.
fn reached() -> Vec<String> {
    let header = part(&json!({ "typ": "at+jwt", "alg": "EdDSA" }));
    let mut tokens = Vec::new();
    for role in bellbuoy_domain::account::Role::ALL {
        for within in bellbuoy_domain::account::OrganisationRole::ALL {
            let body = part(&with(
                with(claims(), "role", json!(role)),
                "within",
                json!(within),
            ));
            let text = format!("{header}.{body}");
            tokens.push(format!("{text}.{}", bellbuoy::proof::sign(&text, &[9; 32])));
            tokens.push(format!("{text}."));
        }
    }
    tokens
}

#[tokio::test]
async fn forged_tokens_all_get_the_same_answer() {
    let app = TestApp::start().await;
    let ours = signed(
        &app.app.keys.access,
        &part(&json!({ "typ": "at+jwt", "alg": "EdDSA", "kid": app.app.keys.access.kid })),
        &part(&claims()),
    );
    app.anyone().with_token(&ours).get("/api/v1/me").await.expect(200);

    let tokens = [
        wrongly_said(&app),
        wrongly_signed(&app),
        slipped(&ours),
        reached(),
    ]
    .concat();
    assert!(tokens.len() >= 400, "{}", tokens.len());
    let mut answers = Vec::new();
    for token in tokens {
        let request = app
            .anyone()
            .request(reqwest::Method::GET, "/api/v1/me")
            .header("authorization", [b"Bearer ", token.as_bytes()].concat());
        let answer = tests::client::send(request).await;
        assert_eq!(answer.status, 401, "{token}");
        let mut problem = answer.json();
        problem.as_object_mut().unwrap().remove("request_id");
        answers.push(problem);
    }
    assert!(
        answers.iter().all(|answer| *answer == answers[0]),
        "{:#?}",
        answers.iter().find(|answer| **answer != answers[0])
    );
}

#[tokio::test]
async fn other_ways_to_show_a_token_are_none() {
    let app = TestApp::start().await;
    let token = app.app.keys.access.kid.clone();
    for header in [
        format!("Basic {token}"),
        "Bearer".to_owned(),
        "Bearer ".to_owned(),
        token,
    ] {
        let request = app
            .anyone()
            .request(reqwest::Method::GET, "/api/v1/me")
            .header("authorization", header);
        tests::client::send(request).await.expect(401);
    }
    app.anyone().get("/api/v1/me").await.expect(401);
    let admin = person("admin@demo.example");
    let subject = Subject {
        account: admin.id,
        session: admin.session,
        standing: admin.standing(),
        organisation: None,
        version: 1,
        bare: false,
    };
    let ours = token::issue(&app.app, &subject).unwrap();
    for path in ["me", "advisories", "incidents"] {
        let refused = app
            .anyone()
            .get(&format!("/api/v1/{path}?access_token={ours}"))
            .await
            .expect(400);
        assert_eq!(refused.pointers(), ["?access_token"]);
        assert!(!refused.text().contains(&ours));
    }
}

#[tokio::test]
async fn a_token_runs_out_after_ten_minutes() {
    let app = TestApp::start().await;
    let member = app.member();
    member.get("/api/v1/me").await.expect(200);
    app.set_time("2026-11-21T12:09:59Z");
    member.get("/api/v1/me").await.expect(200);
    app.set_time("2026-11-21T12:10:00Z");
    assert_eq!(
        member.get("/api/v1/me").await.expect(401).code(),
        "unauthenticated"
    );
}
