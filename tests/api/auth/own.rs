//! The own sessions and the own password.

use serde_json::json;
use tests::TestApp;
use tests::people::PASSWORD;

const MEMBER: &str = "member@demo.example";
const SESSIONS: &str = "/api/v1/me/sessions";
const NEW: &str = "another horse battery";

#[tokio::test]
async fn a_person_sees_where_they_are_signed_in_and_ends_one() {
    let app = TestApp::start().await;
    let request = app
        .anyone()
        .request(reqwest::Method::POST, "/api/v1/auth/sessions")
        .header(
            "user-agent",
            "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
        )
        .json(&json!({ "email": MEMBER, "password": PASSWORD }));
    let answer = tests::client::send(request).await.expect(201);
    let here = app
        .anyone()
        .with_token(answer.json()["access_token"].as_str().unwrap());
    let there = app.signed_in(MEMBER).await;
    let listed = here.get(SESSIONS).await.expect(200).json();
    let all = listed.as_array().unwrap();
    assert_eq!(all.len(), 2);
    let own = all.iter().find(|session| session["current"] == true).unwrap();
    assert_eq!(own["browser"], "Firefox, Linux");
    let other = all.iter().find(|session| session["current"] == false).unwrap();
    let path = format!("{SESSIONS}/{}", other["id"].as_str().unwrap());
    // Nobody ends a session of somebody else.
    let stranger = app.signed_in("other-member@demo.example").await;
    stranger.delete(&path).await.expect(404);
    there.get("/api/v1/me").await.expect(200);
    here.delete(&path).await.expect(204);
    there.get("/api/v1/me").await.expect(401);
    here.get("/api/v1/me").await.expect(200);
    here.delete(&path).await.expect(404);
}

#[tokio::test]
async fn signing_out_everywhere_ends_all_and_nobody_elses() {
    let app = TestApp::start().await;
    let (one, two) = (app.signed_in(MEMBER).await, app.signed_in(MEMBER).await);
    let other = app.signed_in("other-member@demo.example").await;
    one.delete(SESSIONS).await.expect(204);
    for gone in [&one, &two] {
        gone.get("/api/v1/me").await.expect(401);
    }
    other.get("/api/v1/me").await.expect(200);
    let ended = "SELECT count(*) FROM audit_entries WHERE action = 'session.revoke'";
    assert_eq!(app.database.column(ended).await, ["2"]);
}

#[tokio::test]
async fn a_new_password_ends_the_other_sessions_and_is_told() {
    let app = TestApp::start().await;
    let (here, there) = (app.signed_in(MEMBER).await, app.signed_in(MEMBER).await);
    let change = |password: &str, new: &str| json!({ "password": password, "new_password": new });
    let path = "/api/v1/me/password";
    let refused = here.post(path, &change("not mine", NEW)).await.expect(422);
    assert_eq!(refused.pointers(), ["/password"]);
    let refused = here.post(path, &change(PASSWORD, "short")).await.expect(422);
    assert_eq!(refused.pointers(), ["/new_password"]);
    here.post(path, &change(PASSWORD, NEW)).await.expect(204);
    here.get("/api/v1/me").await.expect(200);
    there.get("/api/v1/me").await.expect(401);
    let sign_in = |password: &str| json!({ "email": MEMBER, "password": password });
    let sessions = "/api/v1/auth/sessions";
    app.anyone().post(sessions, &sign_in(PASSWORD)).await.expect(401);
    app.anyone().post(sessions, &sign_in(NEW)).await.expect(201);
    let letters = app.anyone().get("/api/v1/demo/mails").await.expect(200).text();
    assert!(letters.contains("Your password for Bellbuoy was changed"));
}

#[tokio::test]
async fn guesses_of_others_keep_nobody_from_their_own_account() {
    let app = TestApp::start().await;
    let here = app.signed_in(MEMBER).await;
    let wrong = json!({ "email": MEMBER, "password": "a guess" });
    while app.anyone().post("/api/v1/auth/sessions", &wrong).await.status != 429 {}
    let change = |password: &str| json!({ "password": password, "new_password": NEW });
    let path = "/api/v1/me/password";
    here.post(path, &change("not mine")).await.expect(422);
    here.post(path, &change(PASSWORD)).await.expect(204);
    // And a session that somebody else holds is no place to guess without end.
    let mut last = 0;
    for _ in 0..8 {
        last = here.post(path, &change("a guess")).await.status;
    }
    assert_eq!(last, 429);
}
