//! Signing in through an identity provider: who may, and what of its word is believed.

use super::provider::{CLIENT, Provider, SECRET, Visit, browser, led};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as URL;
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tests::TestApp;
use tests::people::person;

/// A visit that ends with a token of these claims.
pub async fn visit(app: &TestApp, provider: &Provider, changes: &Value) -> (Visit, tests::client::Answer) {
    let visit = Visit::begin(app).await;
    provider.say(provider.id_token(&visit.sent["nonce"], changes));
    let answer = visit.answered().await;
    (visit, answer)
}

#[tokio::test]
async fn a_member_signs_in_and_is_known_from_then_on() {
    let provider = Provider::start().await;
    let app = provider.site().await;
    assert_eq!(
        app.anyone().get("/api/v1/instance").await.json()["oidc"]["name"],
        "Port of Example"
    );
    let (first, answer) = visit(&app, &provider, &json!({})).await;
    assert_eq!(led(&answer), "entered=yes");
    let session = first
        .browser
        .post("/api/v1/auth/sessions/refresh", &json!({}))
        .await
        .expect(200)
        .json();
    assert_eq!(session["account"]["email"], "colleague@demo.example");
    let token = session["access_token"].as_str().unwrap();
    app.anyone()
        .with_token(token)
        .get("/api/v1/incidents")
        .await
        .expect(200);

    let sent = &first.sent;
    assert_eq!(
        (sent["client_id"].as_str(), sent["scope"].as_str()),
        (CLIENT, "openid email")
    );
    assert_eq!(
        (sent["tenant"].as_str(), sent["code_challenge_method"].as_str()),
        ("1", "S256")
    );
    let (form, basic) = provider.asked().remove(0);
    assert_eq!(
        form["redirect_uri"],
        format!("{}/api/v1/auth/oidc/callback", app.base)
    );
    assert_eq!(
        URL.encode(Sha256::digest(&form["code_verifier"])),
        sent["code_challenge"]
    );
    let encoded = |text: &str| text.replace(' ', "+").replace(':', "%3A");
    assert_eq!(basic, format!("{}:{}", encoded(CLIENT), encoded(SECRET)));

    // From now on the address says nothing: it may be another, or nobody's.
    let moved = json!({ "email": "other-member@demo.example", "email_verified": false });
    let (second, answer) = visit(&app, &provider, &moved).await;
    assert_eq!(led(&answer), "entered=yes");
    let session = second
        .browser
        .post("/api/v1/auth/sessions/refresh", &json!({}))
        .await
        .json();
    assert_eq!(session["account"]["email"], "colleague@demo.example");
    let actions = app
        .database
        .column("SELECT action FROM audit_entries ORDER BY at, action")
        .await;
    assert_eq!(actions, ["identity.link", "session.create", "session.create"]);
    let letters = app.anyone().get("/api/v1/demo/mails").await.json();
    assert_eq!(letters.as_array().unwrap().len(), 1);
    assert!(letters[0]["body"].as_str().unwrap().contains("Port of Example"));
}

#[tokio::test]
async fn the_cookies_are_out_of_reach_of_scripts_and_of_other_sites() {
    let provider = Provider::start().await;
    let app = provider.site().await;
    let sent = browser(&app).get("/api/v1/auth/oidc").await.expect(303);
    let set = sent.header("set-cookie").to_owned();
    for part in [
        "bellbuoy_oidc=",
        "HttpOnly",
        "SameSite=Lax",
        "Path=/api/v1/auth/oidc",
        "Max-Age=600",
    ] {
        assert!(set.contains(part), "{set}");
    }
    let (_, answer) = visit(&app, &provider, &json!({})).await;
    let all: Vec<&str> = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|one| one.to_str().unwrap())
        .collect();
    let one = |name: &str| *all.iter().find(|line| line.starts_with(name)).unwrap();
    assert!(
        one("bellbuoy_refresh=").contains("SameSite=Strict") && one("bellbuoy_refresh=").contains("HttpOnly")
    );
    assert!(one("bellbuoy_oidc=;").contains("Max-Age=0"));
    assert_eq!(answer.header("cache-control"), "no-store");
}

#[tokio::test]
async fn who_is_not_a_member_here_is_told_why_they_do_not_get_in() {
    let provider = Provider::start().await;
    let app = provider.site().await;
    let suspend = format!(
        "UPDATE accounts SET suspended = true WHERE id = '{}'",
        person("watch@demo.example").id
    );
    app.database.rows(&suspend).await;
    for (changes, word) in [
        (json!({ "email": "nobody@demo.example" }), "unknown"),
        (json!({ "email": "watch@demo.example" }), "unknown"),
        (json!({ "email_verified": false }), "unverified"),
        (json!({ "email_verified": "true" }), "unverified"),
        (json!({ "email_verified": null }), "unverified"),
        (json!({ "email": "analyst@demo.example" }), "staff"),
        (json!({ "email": "admin@demo.example" }), "staff"),
        (json!({ "email": "duty@demo.example" }), "staff"),
    ] {
        let (visit, answer) = visit(&app, &provider, &changes).await;
        assert_eq!(led(&answer), format!("error={word}"), "{changes}");
        visit
            .browser
            .post("/api/v1/auth/sessions/refresh", &json!({}))
            .await
            .expect(401);
    }
    assert_eq!(app.database.count("identities").await, 0);
    assert_eq!(app.database.count("sessions").await, 0);
}

#[tokio::test]
async fn an_address_that_goes_to_somebody_else_brings_them_nowhere() {
    let provider = Provider::start().await;
    let app = provider.site().await;
    let (_, answer) = visit(&app, &provider, &json!({})).await;
    assert_eq!(led(&answer), "entered=yes");
    let (_, answer) = visit(&app, &provider, &json!({ "sub": "4712" })).await;
    assert_eq!(led(&answer), "error=taken");
    let id = person("colleague@demo.example").id;
    app.second_factor("colleague@demo.example").await;
    let (_, answer) = visit(&app, &provider, &json!({})).await;
    assert_eq!(led(&answer), "error=second_factor");
    for (change, word) in [
        ("suspended = true", "unknown"),
        ("suspended = false, role = 'analyst'", "staff"),
    ] {
        app.database
            .rows(&format!("UPDATE accounts SET {change} WHERE id = '{id}'"))
            .await;
        let (_, answer) = visit(&app, &provider, &json!({})).await;
        assert_eq!(led(&answer), format!("error={word}"));
    }
}

#[tokio::test]
async fn an_answer_that_this_browser_did_not_ask_for_is_refused() {
    let provider = Provider::start().await;
    let app = provider.site().await;
    let mine = Visit::begin(&app).await;
    let other = Visit::begin(&app).await;
    provider.say(provider.id_token(&other.sent["nonce"], &json!({})));
    let other_state = other.sent["state"].as_str();
    for words in [
        vec![("code", "a code"), ("state", other_state)],
        vec![("code", "a code"), ("state", "")],
        vec![("code", "a code")],
        vec![("code", "a code"), ("state", mine.sent["nonce"].as_str())],
        vec![("error", "access_denied"), ("state", other_state)],
    ] {
        let visit = Visit {
            browser: mine.browser.clone(),
            sent: mine.sent.clone(),
        };
        assert_eq!(led(&visit.back(&words).await), "error=stale");
    }
    let bare = Visit {
        browser: browser(&app),
        sent: other.sent.clone(),
    };
    assert_eq!(led(&bare.answered().await), "error=stale");
    assert_eq!(provider.asked().len(), 0);
    let late = Visit::begin(&app).await;
    app.set_time("2026-11-21T12:10:00Z");
    assert_eq!(led(&late.answered().await), "error=stale");
    app.set_time("2026-11-21T12:00:00Z");
    let twice = Visit::begin(&app).await;
    let state = twice.sent["state"].as_str();
    let doubled = twice
        .back(&[("code", "a"), ("code", "b"), ("state", state)])
        .await;
    assert_eq!(led(&doubled), "error=failed");
    let denied = Visit::begin(&app).await;
    let state = denied.sent["state"].as_str();
    let told = denied
        .back(&[
            ("error", "access_denied"),
            ("state", state),
            ("error_description", "<b>"),
        ])
        .await;
    assert_eq!(led(&told), "error=denied");
}
