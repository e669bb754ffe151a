//! Looking as somebody else: what they see and no more, nothing changed, noted, and over in time.

use serde_json::{Value, json};
use tests::client::{Answer, Client, send};
use tests::people::person;
use tests::spec::operations;
use tests::{TestApp, given};

const VIEWS: &str = "/api/v1/me/views";

async fn begin(by: &Client, view: Value) -> Answer {
    by.post(VIEWS, &view).await
}

/// A client that looks as another.
async fn viewing(app: &TestApp, by: &Client, view: Value) -> Client {
    let session = begin(by, view).await.expect(201).json();
    app.anyone().with_token(session["access_token"].as_str().unwrap())
}

/// What a client is shown at each of these places.
async fn seen(by: &Client) -> Vec<(u16, Value)> {
    let mut all = Vec::new();
    for path in [
        "/api/v1/incidents?limit=100",
        "/api/v1/advisories?limit=100",
        "/api/v1/organisations?limit=100",
        "/api/v1/applications",
        "/api/v1/audit",
        "/api/v1/desk/envelopes",
        "/api/v1/staff",
        "/api/v1/incidents.csv",
    ] {
        let answer = by.get(path).await;
        let body: Value = serde_json::from_str(&answer.text()).unwrap_or_else(|_| json!(answer.text()));
        all.push((answer.status, without_request(body)));
    }
    all
}

fn without_request(mut body: Value) -> Value {
    if let Some(problem) = body.as_object_mut() {
        problem.remove("request_id");
    }
    body
}

#[tokio::test]
async fn a_view_shows_what_the_other_sees() {
    let app = TestApp::start().await;
    given::incident(&app).submitted().await;
    let organisation = person("member@demo.example").organisation().unwrap();
    let as_auditor = json!({ "role": "member", "within": "auditor", "organisation_id": organisation });
    let auditor = seen(&app.person("auditor@demo.example")).await;
    assert_eq!(
        seen(&viewing(&app, &app.admin(), as_auditor).await).await,
        auditor
    );
    let owner = app.member();
    let as_barred = json!({ "role": "member", "within": "duty_officer" });
    let barred = viewing(&app, &owner, as_barred).await;
    assert_eq!(barred.get("/api/v1/incidents.csv").await.status, 403);
    assert_eq!(barred.get("/api/v1/incidents").await.status, 200);
    let editor = viewing(&app, &app.admin(), json!({ "role": "library_editor" })).await;
    assert_eq!(
        seen(&editor).await,
        seen(&app.person("editor@demo.example")).await
    );
    let me = barred.get("/api/v1/me").await.expect(200).json();
    assert_eq!(me["membership"]["role"], "duty_officer");
    assert_eq!(me["email"], "member@demo.example");
}

#[tokio::test]
async fn a_view_changes_nothing_by_any_operation() {
    let app = TestApp::start().await;
    let editor = viewing(&app, &app.admin(), json!({ "role": "qa_reviewer" })).await;
    let mut tried = 0;
    for operation in operations() {
        if operation.method == "GET" || operation.open() {
            continue;
        }
        let path = operation.path.replace("{id}", &uuid::Uuid::nil().to_string());
        let request = editor.request(operation.method.parse().unwrap(), &path);
        let answer = send(request.header("if-match", "\"x\"").json(&json!({}))).await;
        assert_eq!(
            (answer.status, answer.code().as_str()),
            (403, "view_only"),
            "{}",
            operation.id()
        );
        tried += 1;
    }
    assert!(tried >= 39, "{tried}");
}

#[tokio::test]
async fn whoever_may_not_see_it_may_not_view_it() {
    let app = TestApp::start().await;
    let own = person("member@demo.example").organisation().unwrap();
    let nowhere = uuid::Uuid::nil();
    let member = |organisation: uuid::Uuid| json!({ "role": "member", "within": "member", "organisation_id": organisation });
    let cases = [
        (app.admin(), json!({ "role": "analyst" }), 403),
        (app.admin(), json!({ "role": "admin" }), 403),
        (app.analyst(), json!({ "role": "library_editor" }), 403),
        (app.analyst(), member(own), 403),
        (app.other_member(), member(own), 403),
        (
            app.person("colleague@demo.example"),
            json!({ "role": "member", "within": "owner" }),
            403,
        ),
        (app.member(), json!({ "role": "library_editor" }), 403),
        (app.admin(), member(nowhere), 404),
        (app.admin(), json!({ "role": "member", "within": "member" }), 422),
        (app.admin(), json!({ "role": "member" }), 422),
        (
            app.admin(),
            json!({ "role": "qa_reviewer", "within": "owner" }),
            422,
        ),
        (app.anyone(), member(own), 401),
    ];
    for (by, view, status) in cases {
        assert_eq!(begin(&by, view.clone()).await.status, status, "{view}");
    }
    let other = person("other-member@demo.example").organisation().unwrap();
    let there = begin(&app.member(), member(other)).await;
    let absent = begin(&app.member(), member(nowhere)).await;
    assert_eq!(there.status, absent.status);
    assert_eq!(without_request(there.json()), without_request(absent.json()));
}

#[tokio::test]
async fn a_view_is_noted_and_ends_with_its_session_and_its_time() {
    let app = TestApp::start().await;
    let admin = app.signed_in("admin@demo.example").await;
    let session = begin(&admin, json!({ "role": "qa_reviewer" }))
        .await
        .expect(201)
        .json();
    assert_eq!(session["expires_in"], 600);
    let view = app.anyone().with_token(session["access_token"].as_str().unwrap());
    app.drain().await;
    let audit = app.admin().get("/api/v1/audit?limit=5").await.expect(200).json();
    let noted = audit["items"]
        .as_array()
        .unwrap()
        .iter()
        .any(|entry| entry["action"] == "session.view" && entry["reason"] == "as qa_reviewer");
    assert!(noted, "{audit}");
    assert_eq!(
        begin(&view, json!({ "role": "library_editor" })).await.status,
        403
    );
    assert_eq!(view.get("/api/v1/me").await.status, 200);
    admin.delete("/api/v1/auth/sessions").await.expect(204);
    assert_eq!(view.get("/api/v1/me").await.status, 401);
}
