//! Refresh tokens: used once, handed on, and the end of the session for whoever steals one.

use reqwest::Method;
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::{Answer, Client, send};
use tests::people::PASSWORD;

const REFRESH: &str = "/api/v1/auth/sessions/refresh";

/// The cookies of a browser, kept by hand so that they can be copied and stolen.
#[derive(Clone, Debug, PartialEq)]
struct Jar {
    refresh: String,
    client: String,
}

fn jar(answer: &Answer) -> Jar {
    let value = |name: &str| {
        let cookies = answer
            .headers
            .get_all("set-cookie")
            .iter()
            .map(|cookie| cookie.to_str().unwrap());
        let found = cookies
            .filter_map(|cookie| cookie.strip_prefix(name))
            .next()
            .unwrap_or_else(|| panic!("no {name}"));
        found
            .trim_start_matches('=')
            .split(';')
            .next()
            .unwrap()
            .to_owned()
    };
    Jar {
        refresh: value("bellbuoy_refresh"),
        client: value("bellbuoy_client"),
    }
}

async fn signed_in(app: &TestApp) -> (Jar, String) {
    let answer = app
        .anyone()
        .post(
            "/api/v1/auth/sessions",
            &json!({ "email": "member@demo.example", "password": PASSWORD }),
        )
        .await
        .expect(201);
    (
        jar(&answer),
        answer.json()["access_token"].as_str().unwrap().to_owned(),
    )
}

async fn refresh(client: &Client, jar: &Jar) -> Answer {
    let mut cookies = format!("bellbuoy_refresh={}", jar.refresh);
    if !jar.client.is_empty() {
        cookies += &format!("; bellbuoy_client={}", jar.client);
    }
    send(client.request(Method::POST, REFRESH).header("cookie", cookies)).await
}

#[tokio::test]
async fn each_refresh_hands_on_a_new_token() {
    let app = TestApp::start().await;
    let (mut jar_now, mut access) = signed_in(&app).await;
    for minute in 1..4 {
        app.set_time(&format!("2026-11-21T12:{:02}:00Z", minute * 9));
        let answer = refresh(&app.anyone(), &jar_now).await.expect(200);
        let after = jar(&answer);
        assert_ne!(after.refresh, jar_now.refresh);
        assert_eq!(after.client, jar_now.client);
        let token = answer.json()["access_token"].as_str().unwrap().to_owned();
        assert_ne!(token, access);
        app.anyone()
            .with_token(&token)
            .get("/api/v1/me")
            .await
            .expect(200);
        (jar_now, access) = (after, token);
    }
    assert_eq!(app.database.count("refresh_tokens").await, 4);
}

#[tokio::test]
async fn an_honest_second_tab_gets_the_same_token() {
    let app = TestApp::start().await;
    let (first, _) = signed_in(&app).await;
    let one = jar(&refresh(&app.anyone(), &first).await.expect(200));
    app.set_time("2026-11-21T12:00:09Z");
    let other = jar(&refresh(&app.anyone(), &first).await.expect(200));
    assert_eq!(one, other);
    refresh(&app.anyone(), &one).await.expect(200);
}

#[tokio::test]
async fn twenty_tabs_at_once_all_stay_signed_in() {
    let app = TestApp::start().await;
    let (first, _) = signed_in(&app).await;
    let tabs: Vec<_> = (0..20)
        .map(|_| {
            let (client, jar_of_tab) = (app.anyone(), first.clone());
            tokio::spawn(async move { jar(&refresh(&client, &jar_of_tab).await.expect(200)) })
        })
        .collect();
    let mut jars = Vec::new();
    for tab in tabs {
        jars.push(tab.await.unwrap());
    }
    assert!(jars.iter().all(|jar| *jar == jars[0]));
    refresh(&app.anyone(), &jars[0]).await.expect(200);
    assert_eq!(
        app.database.count("sessions WHERE revoked_at IS NOT NULL").await,
        0
    );
}

#[tokio::test]
async fn a_token_used_again_later_ends_the_session() {
    let app = TestApp::start().await;
    let (first, _) = signed_in(&app).await;
    let second = jar(&refresh(&app.anyone(), &first).await.expect(200));
    app.set_time("2026-11-21T12:00:11Z");
    assert_eq!(
        refresh(&app.anyone(), &first).await.expect(401).code(),
        "session_ended"
    );
    assert_eq!(
        refresh(&app.anyone(), &second).await.expect(401).code(),
        "session_ended"
    );
    assert_eq!(
        app.database.column("SELECT revoked_reason FROM sessions").await,
        ["refresh token used twice"]
    );
    assert_eq!(
        app.database
            .column("SELECT reason FROM audit_entries WHERE action = 'session.revoke'")
            .await,
        ["refresh token used twice"]
    );
}

#[tokio::test]
async fn a_thief_in_another_browser_ends_the_session_at_once() {
    let (no, another) = (String::new(), "0".repeat(32));
    for (thief_is_first, client) in [(true, &another), (false, &another), (true, &no), (false, &no)] {
        let app = TestApp::start().await;
        let (honest, _) = signed_in(&app).await;
        let stolen = Jar {
            client: client.clone(),
            ..honest.clone()
        };
        if !thief_is_first {
            refresh(&app.anyone(), &honest).await.expect(200);
        }
        refresh(&app.anyone(), &stolen).await.expect(401);
        refresh(&app.anyone(), &honest).await.expect(401);
        assert_eq!(
            app.database.count("sessions WHERE revoked_at IS NOT NULL").await,
            1
        );
    }
}

#[tokio::test]
async fn signing_out_ends_the_session_and_its_tokens() {
    let app = TestApp::start().await;
    let (cookies, access) = signed_in(&app).await;
    let (other, others) = signed_in(&app).await;

    let out = app
        .anyone()
        .with_token(&access)
        .delete("/api/v1/auth/sessions")
        .await
        .expect(204);
    let emptied = out
        .headers
        .get_all("set-cookie")
        .iter()
        .filter(|cookie| cookie.to_str().unwrap().starts_with("bellbuoy_refresh=;"))
        .count();
    assert_eq!(emptied, 1);
    assert_eq!(
        app.anyone()
            .with_token(&access)
            .get("/api/v1/me")
            .await
            .expect(401)
            .code(),
        "unauthenticated"
    );

    refresh(&app.anyone(), &cookies).await.expect(401);
    refresh(&app.anyone(), &other).await.expect(200);
    app.anyone()
        .with_token(&others)
        .get("/api/v1/me")
        .await
        .expect(200);
}

#[tokio::test]
async fn a_session_runs_out_and_a_suspended_person_is_put_out() {
    let app = TestApp::start().await;
    let (cookies, _) = signed_in(&app).await;
    app.set_time("2026-11-22T00:00:01Z");
    refresh(&app.anyone(), &cookies).await.expect(401);
    app.set_time("2026-11-21T12:00:00Z");
    app.database.rows("UPDATE accounts SET suspended = true").await;
    refresh(&app.anyone(), &cookies).await.expect(401);
    app.database.rows("UPDATE accounts SET suspended = false").await;
    refresh(&app.anyone(), &cookies).await.expect(200);
}

#[tokio::test]
async fn without_or_with_invented_cookies_there_is_no_session() {
    let app = TestApp::start().await;
    assert_eq!(
        app.anyone().post(REFRESH, &Value::Null).await.expect(401).code(),
        "session_ended"
    );
    for value in ["", "x", &"f".repeat(64), "%00", "é", &"a".repeat(4000)] {
        let invented = Jar {
            refresh: value.to_owned(),
            client: value.to_owned(),
        };
        assert_eq!(
            refresh(&app.anyone(), &invented).await.expect(401).code(),
            "session_ended",
            "{value}"
        );
    }
}

#[tokio::test]
async fn an_old_token_that_comes_along_is_no_fault() {
    let app = TestApp::start().await;
    let client = app.anyone();
    let body = json!({ "email": "member@demo.example", "password": PASSWORD });
    client.post("/api/v1/auth/sessions", &body).await.expect(201);
    let stale = client.with_token("an.old.token");
    stale.get("/api/v1/me").await.expect(401);
    stale.post(REFRESH, &json!({})).await.expect(200);
    stale.post("/api/v1/auth/sessions", &body).await.expect(201);
}
