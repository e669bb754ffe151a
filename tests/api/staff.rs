//! People of the platform: an administrator lets them in and out, and nobody decides about themselves.

use serde_json::json;
use tests::people::{PASSWORD, person};
use tests::{TestApp, given};

const STAFF: &str = "/api/v1/staff";

#[tokio::test]
async fn somebody_new_chooses_a_password_and_needs_a_second_factor() {
    let app = TestApp::start().await;
    let asked = json!({ "email": "New@Desk.example", "name": "Somebody New", "role": "analyst" });
    let made = app.admin().post(STAFF, &asked).await.expect(201).json();
    assert_eq!(made["person"]["email"], "new@desk.example");
    assert_eq!(made["link"], serde_json::Value::Null, "the letter has it");
    let sign_in = |password: &str| json!({ "email": "new@desk.example", "password": password });
    let sessions = "/api/v1/auth/sessions";
    app.anyone()
        .post(sessions, &sign_in("none yet"))
        .await
        .expect(401);
    let word = given::letter_word(&app, "/passwords/").await;
    let path = format!("/api/v1/auth/passwords/{word}");
    let choice = json!({ "new_password": PASSWORD });
    app.anyone().post(&path, &choice).await.expect(204);
    let session = app
        .anyone()
        .post(sessions, &sign_in(PASSWORD))
        .await
        .expect(201)
        .json();
    assert_eq!(session["account"]["second_factor_missing"], true);
    let refused = app.admin().post(STAFF, &asked).await.expect(422);
    assert_eq!(refused.pointers(), ["/email"]);
    let member = json!({ "email": "x@desk.example", "name": "Somebody", "role": "member" });
    let refused = app.admin().post(STAFF, &member).await.expect(422);
    assert_eq!(refused.pointers(), ["/role"]);
}

#[tokio::test]
async fn a_demotion_and_a_suspension_take_effect_at_once_and_say_why() {
    let app = TestApp::start().await;
    let analyst = app.analyst();
    analyst.get("/api/v1/desk/envelopes").await.expect(200);
    let path = format!("{STAFF}/{}", person("analyst@demo.example").id);
    let tag = app.admin().get(&path).await.expect(200).header("etag").to_owned();
    let change = json!({ "role": "library_editor", "reason": "moves on" });
    let changed = app.admin().patch_match(&path, &tag, &change).await.expect(200);
    assert_eq!(changed.json()["role"], "library_editor");
    while analyst.get("/api/v1/me").await.status == 200 {}
    analyst.get("/api/v1/me").await.expect(401);
    app.admin().patch_match(&path, &tag, &change).await.expect(412);
    let tag = changed.header("etag").to_owned();
    let suspend = json!({ "suspended": true, "reason": "on leave" });
    app.admin().patch_match(&path, &tag, &suspend).await.expect(200);
    let body = json!({ "email": "analyst@demo.example", "password": PASSWORD });
    app.anyone()
        .post("/api/v1/auth/sessions", &body)
        .await
        .expect(401);
    let reasons = "SELECT reason FROM audit_entries WHERE action = 'staff.update' ORDER BY at";
    assert_eq!(app.database.column(reasons).await, ["moves on", "on leave"]);
}

#[tokio::test]
async fn nobody_decides_about_themselves() {
    let app = TestApp::start().await;
    let id = person("admin@demo.example").id;
    let path = format!("{STAFF}/{id}");
    let tag = app.admin().get(&path).await.expect(200).header("etag").to_owned();
    let change = json!({ "role": "analyst", "reason": "a test" });
    app.admin().patch_match(&path, &tag, &change).await.expect(403);
    let recover = format!("/api/v1/accounts/{id}/recoveries");
    let reason = json!({ "reason": "a test" });
    app.admin().post(&recover, &reason).await.expect(403);
    // Members are not of the platform.
    let member = format!("{STAFF}/{}", person("member@demo.example").id);
    app.admin().get(&member).await.expect(404);
}

#[tokio::test]
async fn whoever_lost_everything_is_let_in_again() {
    let app = TestApp::start().await;
    let analyst = app.signed_in("analyst@demo.example").await;
    let id = person("analyst@demo.example").id;
    let path = format!("/api/v1/accounts/{id}/recoveries");
    let reason = json!({ "reason": "called back on the number of the list" });
    app.admin().post(&path, &reason).await.expect(201);
    analyst.get("/api/v1/me").await.expect(401);
    let word = given::letter_word(&app, "/passwords/").await;
    let choice = json!({ "new_password": "another horse battery" });
    let link = format!("/api/v1/auth/passwords/{word}");
    app.anyone().post(&link, &choice).await.expect(204);
    let body = json!({ "email": "analyst@demo.example", "password": "another horse battery" });
    let session = app
        .anyone()
        .post("/api/v1/auth/sessions", &body)
        .await
        .expect(201);
    assert_eq!(session.json()["account"]["second_factor_missing"], true);
}
