//! What a token of a program opens, sees and costs.

use super::signer::{ask, key, refused, with};
use serde_json::json;
use tests::TestApp;

const PATH: &str = "/api/v1/incidents?limit=1";

#[tokio::test]
async fn a_token_opens_what_was_asked_for_and_no_more_than_its_key() {
    let app = TestApp::start().await;
    let (id, text) = key(
        &app,
        &json!({ "scopes": ["incidents:read", "organisations:read"] }),
    )
    .await;
    let asked = |scope: &'static str| {
        let (app, id, text) = (&app, id.clone(), text.clone());
        async move {
            ask(
                app,
                &[("client_id", &id), ("client_secret", &text), ("scope", scope)],
            )
            .await
        }
    };
    let all = asked("organisations:read incidents:read").await.expect(200);
    assert_eq!(all.json()["scope"], "incidents:read organisations:read");
    refused(
        asked("incidents:read incidents:write").await,
        400,
        "invalid_scope",
    );
    let few = asked("organisations:read").await.expect(200);
    assert_eq!(few.json()["scope"], "organisations:read");
    let few = with(&app, &few);
    few.get("/api/v1/organisations").await.expect(200);
    let closed = few.get(PATH).await.expect(403);
    assert!(closed.text().contains("incidents:read"));
    for path in ["/api/v1/me", "/api/v1/api-keys", "/api/v1/desk/envelopes"] {
        with(&app, &all).get(path).await.expect(403);
    }
}

#[tokio::test]
async fn a_token_sees_and_costs_what_its_key_does() {
    let app = TestApp::start().await;
    let (id, text) = key(&app, &json!({ "test": true })).await;
    let token = ask(&app, &[("client_id", &id), ("client_secret", &text)])
        .await
        .expect(200);
    let program = with(&app, &token);
    program
        .get("/api/v1/statistics/incidents?by=kind")
        .await
        .expect(403);
    let written = program
        .post("/api/v1/incidents", &tests::given::facts())
        .await
        .expect(201);
    assert_eq!(written.json()["demo"], true);
    app.database.rows("UPDATE incidents SET demo = false").await;
    assert_eq!(program.get("/api/v1/incidents").await.json()["items"], json!([]));
    let direct = app.anyone().with_token(&text);
    direct.get("/api/v1/me/limits").await.expect(200);
    for _ in 0..600 {
        app.app.budgets.take(id.parse().unwrap()).unwrap();
    }
    // The budget fills up again meanwhile, twenty requests a second.
    for client in [&direct, &program] {
        let left = client
            .get("/api/v1/me/limits")
            .await
            .header("ratelimit")
            .to_owned();
        let left: u32 = left.split([';', '=']).nth(2).unwrap().parse().unwrap();
        assert!((500..1000).contains(&left), "{left}");
    }
    let (budgets, spender) = (app.app.budgets.clone(), id.parse().unwrap());
    let spending = tokio::spawn(async move {
        loop {
            while budgets.take(spender).is_ok() {}
            tokio::time::sleep(std::time::Duration::from_millis(5)).await;
        }
    });
    // A request comes back in every 50 ms, and who asks may be the one that finds it.
    let mut spent = ask(&app, &[("client_id", &id), ("client_secret", &text)]).await;
    for _ in 0..50 {
        if spent.status == 429 {
            break;
        }
        spent = ask(&app, &[("client_id", &id), ("client_secret", &text)]).await;
    }
    let spent = spent.expect(429);
    spending.abort();
    assert_eq!(spent.code(), "too_many");
    assert!(!spent.header("retry-after").is_empty());
}
