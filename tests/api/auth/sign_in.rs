//! Signing in: with the right words only, and nobody learns whether an address is known.

use serde_json::{Value, json};
use tests::TestApp;
use tests::people::{PASSWORD, person};

fn credentials(email: &str, password: &str) -> Value {
    json!({ "email": email, "password": password })
}

#[tokio::test]
async fn the_right_password_opens_a_session_that_works() {
    let app = TestApp::start().await;
    let client = app.anyone();
    let answer = client
        .post(
            "/api/v1/auth/sessions",
            &credentials(" Member@Demo.Example ".trim(), PASSWORD),
        )
        .await
        .expect(201);
    let session = answer.json();
    assert_eq!(
        (&session["token_type"], &session["expires_in"]),
        (&json!("Bearer"), &json!(600))
    );
    assert_eq!(
        (&session["account"]["email"], &session["account"]["role"]),
        (&json!("member@demo.example"), &json!("member"))
    );
    let me = client
        .with_token(session["access_token"].as_str().unwrap())
        .get("/api/v1/me")
        .await
        .expect(200);
    assert_eq!(me.json(), session["account"]);
    let cookies: Vec<_> = answer
        .headers
        .get_all("set-cookie")
        .iter()
        .map(|cookie| cookie.to_str().unwrap())
        .collect();
    assert_eq!(cookies.len(), 2);
    for cookie in cookies {
        assert!(
            ["HttpOnly", "SameSite=Strict", "Path=/api/v1/auth"]
                .iter()
                .all(|word| cookie.contains(word)),
            "{cookie}"
        );
    }
}

#[tokio::test]
async fn in_production_the_cookies_travel_over_https_only() {
    let app = TestApp::start_with(&["--mode", "production"]).await;
    let answer = app
        .anyone()
        .post(
            "/api/v1/auth/sessions",
            &credentials("member@demo.example", PASSWORD),
        )
        .await
        .expect(201);
    assert_eq!(
        answer
            .headers
            .get_all("set-cookie")
            .iter()
            .filter(|cookie| cookie.to_str().unwrap().contains("Secure"))
            .count(),
        2
    );
}

#[tokio::test]
async fn wrong_password_unknown_address_and_suspended_account_get_the_same_answer() {
    let app = TestApp::start().await;
    app.database
        .rows("UPDATE accounts SET suspended = true WHERE email = 'admin@demo.example'")
        .await;
    let mut answers = Vec::new();
    for (email, password) in [
        ("member@demo.example", "wrong"),
        ("nobody@demo.example", PASSWORD),
        ("admin@demo.example", PASSWORD),
    ] {
        let mut problem = app
            .anyone()
            .post("/api/v1/auth/sessions", &credentials(email, password))
            .await
            .expect(401)
            .json();
        problem.as_object_mut().unwrap().remove("request_id");
        answers.push(problem);
    }
    assert_eq!(answers[0]["code"], "wrong_credentials");
    assert!(answers.iter().all(|answer| *answer == answers[0]), "{answers:#?}");
    assert_eq!(app.database.count("sessions").await, 0);
}

#[tokio::test]
async fn an_unknown_address_is_checked_as_long_as_a_wrong_password() {
    let app = TestApp::start().await;
    app.database
        .rows("UPDATE accounts SET suspended = true WHERE email = 'admin@demo.example'")
        .await;
    for email in ["nobody@demo.example", "member@demo.example", "admin@demo.example"] {
        let before = app.app.sign_in.done();
        app.anyone()
            .post("/api/v1/auth/sessions", &credentials(email, "wrong"))
            .await
            .expect(401);
        assert_eq!(app.app.sign_in.done() - before, 1, "{email}");
    }
}

#[tokio::test]
async fn signing_in_and_out_is_in_the_audit() {
    let app = TestApp::start().await;
    let client = app.anyone();
    let session = client
        .post(
            "/api/v1/auth/sessions",
            &credentials("analyst@demo.example", PASSWORD),
        )
        .await
        .expect(201)
        .json();
    client
        .with_token(session["access_token"].as_str().unwrap())
        .delete("/api/v1/auth/sessions")
        .await
        .expect(204);
    let entries = app
        .database
        .rows("SELECT action, account_id, reason FROM audit_entries ORDER BY at")
        .await;
    let id = person("analyst@demo.example").id.to_string();
    assert_eq!(
        entries,
        [["session.create", &id, ""], ["session.revoke", &id, "signed out"]]
    );
}

#[tokio::test]
async fn no_value_of_the_database_signs_anybody_in() {
    let app = TestApp::start().await;
    app.anyone()
        .post(
            "/api/v1/auth/sessions",
            &credentials("member@demo.example", PASSWORD),
        )
        .await
        .expect(201);
    let hash = app
        .database
        .column("SELECT password_hash FROM accounts LIMIT 1")
        .await
        .remove(0);
    assert!(hash.starts_with("$argon2id$v=19$m=65536,t=3,p=1$"), "{hash}");
    app.anyone()
        .post(
            "/api/v1/auth/sessions",
            &credentials("member@demo.example", &hash),
        )
        .await
        .expect(401);
    let stored = app
        .database
        .rows("SELECT encode(t.token_hash, 'hex'), encode(s.binding_hash, 'hex'), s.id::text FROM refresh_tokens t JOIN sessions s ON s.id = t.session_id")
        .await
        .remove(0);
    for refresh in &stored {
        for binding in &stored {
            let request = app
                .anyone()
                .request(reqwest::Method::POST, "/api/v1/auth/sessions/refresh");
            let request = request.header(
                "cookie",
                format!("bellbuoy_refresh={refresh}; bellbuoy_client={binding}"),
            );
            tests::client::send(request).await.expect(401);
        }
        app.anyone()
            .with_token(refresh)
            .get("/api/v1/me")
            .await
            .expect(401);
    }
}
