//! A forgotten password: the same answer for everybody, a link that works once and not for long.

use bellbuoy_server::auth::own;
use serde_json::json;
use tests::TestApp;
use tests::client::Answer;
use tests::given;
use tests::people::PASSWORD;

const MEMBER: &str = "member@demo.example";
const ASK: &str = "/api/v1/auth/passwords";
const NEW: &str = "another horse battery";

async fn ask(app: &TestApp, email: &str) -> Answer {
    app.anyone().post(ASK, &json!({ "email": email })).await
}

/// One round of the worker; returns how many letters wait after it.
async fn answered(app: &TestApp) -> i64 {
    let mut conn = app.system().await;
    own::answer(&mut conn, app.app.now()).await.unwrap();
    app.database.count("mails").await
}

async fn choose(app: &TestApp, word: &str, body: serde_json::Value) -> Answer {
    app.anyone().post(&format!("{ASK}/{word}"), &body).await
}

#[tokio::test]
async fn known_and_unknown_addresses_get_the_same_answer() {
    let app = TestApp::start().await;
    let suspend = "UPDATE accounts SET suspended = true WHERE email = 'cso@demo.example'";
    app.database.rows(suspend).await;
    let mut answers = Vec::new();
    for email in ["nobody@demo.example", MEMBER, "cso@demo.example"] {
        let answer = ask(&app, email).await.expect(202);
        answers.push((answer.text(), answer.headers.len()));
        // Both cost the same: a request that the worker looks at later.
        assert_eq!(
            app.database.count("password_requests").await as usize,
            answers.len()
        );
        assert_eq!(app.database.count("mails").await, 0);
    }
    assert!(answers.iter().all(|answer| *answer == answers[0]));
    assert_eq!(answered(&app).await, 1);
    assert_eq!(app.database.count("password_requests").await, 0);
}

#[tokio::test]
async fn a_link_sets_a_password_once_and_ends_every_session() {
    let app = TestApp::start().await;
    let session = app.signed_in(MEMBER).await;
    ask(&app, "Member@Demo.example").await.expect(202);
    assert_eq!(answered(&app).await, 1);
    let word = given::letter_word(&app, "/passwords/").await;
    let shown = app
        .anyone()
        .get(&format!("{ASK}/{word}"))
        .await
        .expect(200)
        .json();
    assert_eq!(shown["email"], MEMBER);
    assert_eq!(shown["second_factor"], false);
    let refused = choose(&app, &word, json!({ "new_password": "short" }))
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/new_password"]);
    choose(&app, &word, json!({ "new_password": NEW }))
        .await
        .expect(204);
    session.get("/api/v1/me").await.expect(401);
    choose(&app, &word, json!({ "new_password": NEW }))
        .await
        .expect(404);
    app.anyone().get(&format!("{ASK}/{word}")).await.expect(404);
    let sessions = "/api/v1/auth/sessions";
    let body = json!({ "email": MEMBER, "password": NEW });
    app.anyone().post(sessions, &body).await.expect(201);
    let body = json!({ "email": MEMBER, "password": PASSWORD });
    app.anyone().post(sessions, &body).await.expect(401);
    let kept = app
        .database
        .text_of(&["password_links", "accounts", "audit_entries"])
        .await;
    assert!(!kept.contains(&word));
}

#[tokio::test]
async fn a_link_runs_out_and_so_do_all_when_one_is_used() {
    let app = TestApp::start().await;
    let path = |word: &str| format!("{ASK}/{word}");
    let old = given::password_link(&app, MEMBER).await;
    app.set_time("2026-11-21T12:59:59Z");
    app.anyone().get(&path(&old)).await.expect(200);
    app.set_time("2026-11-21T13:00:00Z");
    app.anyone().get(&path(&old)).await.expect(404);
    choose(&app, &old, json!({ "new_password": NEW }))
        .await
        .expect(404);
    // Somebody else's request for a new one does not take the link away that its owner is about to use.
    let first = given::password_link(&app, MEMBER).await;
    let second = given::password_link(&app, MEMBER).await;
    choose(&app, &first, json!({ "new_password": NEW }))
        .await
        .expect(204);
    app.anyone().get(&path(&second)).await.expect(404);
}

#[tokio::test]
async fn whoever_has_a_second_factor_needs_it_here_too() {
    let app = TestApp::start().await;
    app.second_factor(MEMBER).await;
    let word = given::password_link(&app, MEMBER).await;
    let refused = choose(&app, &word, json!({ "new_password": NEW }))
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/code"]);
    let wrong = json!({ "new_password": NEW, "code": "000000" });
    choose(&app, &word, wrong).await.expect(422);
    let right = json!({ "new_password": NEW, "code": app.code() });
    choose(&app, &word, right).await.expect(204);
}

#[tokio::test]
async fn an_address_is_not_flooded_with_letters() {
    let app = TestApp::start().await;
    let mut last = 0;
    for _ in 0..8 {
        last = ask(&app, MEMBER).await.status;
    }
    assert_eq!(last, 429);
    ask(&app, "cso@demo.example").await.expect(202);
    // And who asked for many letters may still sign in.
    app.signed_in(MEMBER).await;
}
