//! Ways out of an organisation: open to whoever waits, and to the last owner once nobody is left to let in.

use super::people::{membership, patch, step};
use serde_json::json;
use tests::people::{PASSWORD, person};
use tests::{TestApp, given};

#[tokio::test]
async fn whoever_waits_or_is_suspended_may_leave() {
    let app = TestApp::start().await;
    for email in ["accepted@demo.example", "suspended@demo.example"] {
        let own = membership(&app, email).await;
        let left = step(&app, &app.person(email), &own, "leave")
            .await
            .expect(200)
            .json();
        assert_eq!(left["state"], "left", "{email}");
    }
}

#[tokio::test]
async fn the_last_owner_of_an_organisation_that_left_goes_and_is_forgotten() {
    let app = TestApp::start().await;
    let organisation = person("other-member@demo.example").organisation().unwrap();
    let path = format!("/api/v1/organisations/{organisation}");
    let tag = app.admin().get(&path).await.header("etag").to_owned();
    let leave = json!({ "step": "leave", "reason": "sold" });
    app.admin()
        .post_match(&format!("{path}/steps"), &tag, &leave)
        .await
        .expect(200);
    let own = membership(&app, "other-member@demo.example").await;
    let owner = app.signed_in("other-member@demo.example").await;
    let dry = format!("{own}/steps?dry_run=true");
    let tag = app.admin().get(&own).await.header("etag").to_owned();
    owner
        .post_match(&dry, &tag, &json!({ "step": "leave" }))
        .await
        .expect(200);
    owner
        .post("/api/v1/me/removals", &json!({ "password": PASSWORD }))
        .await
        .expect(201);
}

#[tokio::test]
async fn an_owner_who_was_never_confirmed_is_not_the_last() {
    let app = TestApp::start().await;
    app.database
        .rows("UPDATE memberships SET role = 'owner' WHERE email = 'accepted@demo.example'")
        .await;
    app.signed_in("accepted@demo.example")
        .await
        .post("/api/v1/me/removals", &json!({ "password": PASSWORD }))
        .await
        .expect(201);
}

#[tokio::test]
async fn two_owners_who_change_each_other_at_once_do_not_wait_for_each_other() {
    let app = TestApp::start().await;
    let (first, second) = (
        membership(&app, "member@demo.example").await,
        membership(&app, "cso@demo.example").await,
    );
    patch(&app, &app.member(), &second, "owner").await.expect(200);
    let (one, other) = (
        app.signed_in("member@demo.example").await,
        app.signed_in("cso@demo.example").await,
    );
    let tag = async |path: &str| app.admin().get(path).await.header("etag").to_owned();
    let tags = (tag(&second).await, tag(&first).await);
    let body = json!({ "role": "member" });
    for _ in 0..20 {
        let (second, first) = (format!("{second}?dry_run=true"), format!("{first}?dry_run=true"));
        let answers = tokio::join!(
            one.patch_match(&second, &tags.0, &body),
            other.patch_match(&first, &tags.1, &body)
        );
        assert_eq!((answers.0.status, answers.1.status), (200, 200));
    }
}

#[tokio::test]
async fn who_is_removed_leaves_no_address_at_organisations_they_never_joined() {
    let app = TestApp::start().await;
    let email = "colleague@demo.example";
    let elsewhere = person("other-member@demo.example").organisation().unwrap();
    let people = format!("/api/v1/organisations/{elsewhere}/memberships");
    app.other_member()
        .post(&people, &json!({ "email": email, "role": "member" }))
        .await
        .expect(201);
    let own = membership(&app, email).await;
    app.signed_in(email)
        .await
        .post("/api/v1/me/removals", &json!({ "password": PASSWORD }))
        .await
        .expect(201);
    let listed = app
        .other_member()
        .get(&format!("{people}?left=true"))
        .await
        .text();
    assert!(!listed.contains(email), "{listed}");
    let id = own.rsplit('/').next().unwrap();
    let noted = format!("audit_entries WHERE action = 'membership.leave' AND object_id = '{id}'");
    assert_eq!(app.database.count(&noted).await, 1);
}

#[tokio::test]
async fn a_change_answers_with_the_name_of_the_person() {
    let app = TestApp::start().await;
    let colleague = membership(&app, "colleague@demo.example").await;
    let before = app.member().get(&colleague).await.json()["name"].clone();
    assert!(before.is_string());
    let changed = patch(&app, &app.member(), &colleague, "auditor")
        .await
        .expect(200);
    assert_eq!(changed.json()["name"], before);
}

#[tokio::test]
async fn a_key_ends_when_its_maker_may_make_none_any_more() {
    let app = TestApp::start().await;
    let made = app
        .person("cso@demo.example")
        .post("/api/v1/api-keys", &given::key(&json!({})))
        .await
        .expect(201)
        .json();
    let program = app.anyone().with_token(made["key"].as_str().unwrap());
    program.get("/api/v1/incidents").await.expect(200);
    let cso = membership(&app, "cso@demo.example").await;
    patch(&app, &app.member(), &cso, "auditor").await.expect(200);
    let ended = async || {
        while program.get("/api/v1/incidents").await.status == 200 {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(5), ended())
        .await
        .unwrap();
    program.get("/api/v1/incidents").await.expect(401);
}

#[tokio::test]
async fn a_name_of_spaces_is_no_name() {
    let app = TestApp::start().await;
    let colleague = app.person("colleague@demo.example");
    let named = colleague.post("/api/v1/me/name", &json!({ "name": "   " })).await;
    assert_eq!(named.expect(422).pointers(), ["/name"]);
    let key = app
        .member()
        .post("/api/v1/api-keys", &given::key(&json!({ "name": "   " })))
        .await;
    assert_eq!(key.expect(422).pointers(), ["/name"]);
    let mut application = given::application();
    application["name"] = json!("    ");
    let applied = app.anyone().post("/api/v1/applications", &application).await;
    assert_eq!(applied.expect(422).pointers(), ["/name"]);
}
