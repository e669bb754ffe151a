//! Long work as a job: asked for, waited for, followed, cancelled, and told as failed when its process died.

use reqwest::Method;
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::{Answer, Client, send};
use uuid::Uuid;

const RELEASES: &str = "/api/v1/statistics/releases";

async fn ask(client: &Client, key: &str) -> Answer {
    let request = client
        .request(Method::POST, RELEASES)
        .header("prefer", "respond-async, wait=1");
    send(request.header("idempotency-key", key)).await
}

/// A job that nobody works at.
async fn running(app: &TestApp, seen: &str) -> Uuid {
    let id = Uuid::new_v4();
    let sql = format!(
        "INSERT INTO jobs (id, account_id, kind, state, seen_at) SELECT '{id}', id, 'publish_release', 'running', {seen} \
         FROM accounts WHERE email = 'analyst@demo.example'"
    );
    app.database.rows(&sql).await;
    id
}

#[tokio::test]
async fn a_release_is_made_in_the_background_once() {
    let app = TestApp::start().await;
    let asked = ask(&app.analyst(), "figures-of-november").await.expect(202);
    assert_eq!(asked.header("preference-applied"), "respond-async");
    let place = asked.header("location").to_owned();
    assert_eq!(
        place,
        format!("/api/v1/jobs/{}", asked.json()["id"].as_str().unwrap())
    );
    let done = app
        .analyst()
        .get(&format!("{place}?wait=30"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&done["state"], &done["problem"]),
        (&json!("done"), &Value::Null),
        "{done}"
    );
    app.anyone()
        .get(done["result"].as_str().unwrap())
        .await
        .expect(200);
    let again = ask(&app.analyst(), "figures-of-november").await.expect(202);
    assert_eq!(
        (again.json()["id"].clone(), again.header("idempotency-replayed")),
        (asked.json()["id"].clone(), "true")
    );
    assert_eq!(app.database.count("statistics_releases").await, 1);
    for stranger in [app.second_analyst(), app.member(), app.admin()] {
        stranger.get(&place).await.expect(404);
        stranger.delete(&place).await.expect(404);
    }
    assert_eq!(app.analyst().delete(&place).await.expect(409).code(), "conflict");
}

#[tokio::test]
async fn who_does_not_prefer_it_waits_and_a_repeat_makes_no_second_release() {
    let app = TestApp::start().await;
    let ask = async || {
        let request = app
            .analyst()
            .request(Method::POST, RELEASES)
            .header("idempotency-key", "button-1");
        send(request).await.expect(201)
    };
    let (first, second) = (ask().await, ask().await);
    assert_eq!(
        (first.json(), second.header("idempotency-replayed")),
        (second.json(), "true")
    );
    assert_eq!(app.database.count("statistics_releases").await, 1);
}

#[tokio::test]
async fn a_cancelled_job_keeps_nothing() {
    let app = TestApp::start().await;
    let id = running(&app, "now()").await;
    let place = format!("/api/v1/jobs/{id}");
    let cancelled = app.analyst().delete(&place).await.expect(200).json();
    assert_eq!(cancelled["state"], "cancelled");
    let mut conn = app
        .db
        .as_caller(bellbuoy_server::db::Caller::System)
        .await
        .unwrap();
    bellbuoy_server::jobs::asked::done(&mut conn, id, "/nowhere")
        .await
        .unwrap_err();
    assert_eq!(app.analyst().get(&place).await.expect(200).json(), cancelled);
}

#[tokio::test]
async fn a_job_is_followed_to_its_end_and_a_dead_one_is_told_as_failed() {
    let app = TestApp::start().await;
    let id = running(&app, "now() - interval '1 minute'").await;
    let request = app
        .analyst()
        .request(Method::GET, &format!("/api/v1/jobs/{id}"))
        .header("accept", "text/event-stream");
    let sweeping = async {
        let mut conn = app
            .db
            .as_caller(bellbuoy_server::db::Caller::System)
            .await
            .unwrap();
        bellbuoy_server::jobs::asked::sweep(&mut conn).await.unwrap();
    };
    let (followed, ()) = tokio::join!(send(request), sweeping);
    assert_eq!(followed.header("content-type"), "text/event-stream");
    let last = followed.text();
    let last = last.trim_end().rsplit("data: ").next().unwrap();
    let job: Value = serde_json::from_str(last).unwrap();
    assert_eq!(
        (&job["state"], &job["problem"]["status"]),
        (&json!("failed"), &json!(503))
    );
}

#[tokio::test]
async fn waiting_has_its_bounds() {
    let app = TestApp::start().await;
    let id = running(&app, "now()").await;
    let job = app
        .analyst()
        .get(&format!("/api/v1/jobs/{id}?wait=1"))
        .await
        .expect(200)
        .json();
    assert_eq!(job["state"], "running");
    let fault = app
        .analyst()
        .get(&format!("/api/v1/jobs/{id}?wait=31"))
        .await
        .expect(400)
        .json()["errors"][0]
        .clone();
    assert_eq!(fault["pointer"], "?wait");
}
