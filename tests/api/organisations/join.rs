//! Applying, being asked, approved or refused, invited, accepted and confirmed.

use serde_json::{Value, json};
use tests::client::{Answer, Client};
use tests::{TestApp, given, people};

async fn apply(app: &TestApp, application: &Value) -> (String, String) {
    let made = app
        .anyone()
        .post("/api/v1/applications", application)
        .await
        .expect(201);
    let key = made.json()["key"].as_str().unwrap().to_owned();
    let list = app
        .admin()
        .get("/api/v1/applications?status=applied")
        .await
        .expect(200);
    (list.json()["items"][0]["id"].as_str().unwrap().to_owned(), key)
}

async fn decide(app: &TestApp, id: &str, decision: Value) -> Answer {
    let path = format!("/api/v1/applications/{id}");
    let tag = app.admin().get(&path).await.expect(200).header("etag").to_owned();
    app.admin()
        .post_match(&format!("{path}/decisions"), &tag, &decision)
        .await
}

async fn sign_in(app: &TestApp, email: &str) -> Client {
    let body = json!({ "email": email, "password": people::PASSWORD });
    let session = app
        .anyone()
        .post("/api/v1/auth/sessions", &body)
        .await
        .expect(201);
    app.anyone()
        .with_token(session.json()["access_token"].as_str().unwrap())
}

async fn step(client: &Client, membership: &str, step: &str) -> Answer {
    let path = format!("/api/v1/memberships/{membership}");
    let tag = client.get(&path).await.header("etag").to_owned();
    client
        .post_match(
            &format!("{path}/steps"),
            &tag,
            &json!({ "step": step, "reason": "a test" }),
        )
        .await
}

#[tokio::test]
async fn an_organisation_comes_in_and_its_officer_has_rights_only_when_confirmed() {
    let app = TestApp::start().await;
    let (id, key) = apply(&app, &given::application()).await;
    let own = format!("/api/v1/applications/own/{key}");
    assert_eq!(
        app.anyone().get(&own).await.expect(200).json()["status"],
        "applied"
    );
    decide(
        &app,
        &id,
        json!({ "decision": "ask", "words": "Which register?" }),
    )
    .await
    .expect(200);
    let asked = app.anyone().get(&own).await.expect(200).json();
    assert_eq!(
        (&asked["status"], &asked["question"]),
        (&json!("asked"), &json!("Which register?"))
    );
    let answered = app
        .anyone()
        .post(
            &format!("{own}/answers"),
            &json!({ "answer": "Rotterdam, 24365870." }),
        )
        .await
        .expect(201);
    assert_eq!(answered.json()["status"], "applied");
    let approved = decide(&app, &id, json!({ "decision": "approve" }))
        .await
        .expect(200)
        .json();
    assert_eq!(approved["status"], "approved");
    assert!(approved.get("link").is_none(), "the demo shows its letters");
    let word = given::letter_word(&app, "/invitations/").await;
    let invitation = app
        .anyone()
        .get(&format!("/api/v1/invitations/{word}"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (
            &invitation["organisation"],
            &invitation["email"],
            &invitation["role"]
        ),
        (
            &json!("Third Line"),
            &json!("officer@third.example"),
            &json!("owner")
        )
    );
    let acceptance = json!({ "name": "New Officer", "password": people::PASSWORD });
    let path = format!("/api/v1/invitations/{word}/acceptances");
    let accepted = app.anyone().post(&path, &acceptance).await.expect(201).json();
    assert_eq!(accepted["state"], "accepted");
    app.anyone().post(&path, &acceptance).await.expect(404);
    let officer = sign_in(&app, "officer@third.example").await;
    let me = officer.get("/api/v1/me").await.expect(200).json();
    assert_eq!(
        (&me["organisation"], &me["membership"]["state"]),
        (&Value::Null, &json!("accepted"))
    );
    assert_eq!(
        officer.get("/api/v1/incidents").await.expect(403).code(),
        "membership_waits"
    );
    let membership = accepted["id"].as_str().unwrap();
    assert_eq!(
        step(&officer, membership, "confirm").await.status,
        403,
        "nobody confirms themselves"
    );
    step(&app.admin(), membership, "confirm").await.expect(200);
    let officer = sign_in(&app, "officer@third.example").await;
    officer.get("/api/v1/incidents").await.expect(200);
    assert_eq!(
        officer.get("/api/v1/me").await.expect(200).json()["organisation"]["name"],
        "Third Line"
    );
    let organisation = approved["organisation_id"].as_str().unwrap();
    let invited = officer
        .post(
            &format!("/api/v1/organisations/{organisation}/memberships"),
            &json!({ "email": "Mate@Third.example", "role": "duty_officer" }),
        )
        .await
        .expect(201)
        .json();
    assert_eq!(
        (&invited["state"], &invited["email"]),
        (&json!("invited"), &json!("mate@third.example"))
    );
    assert_eq!(
        app.database
            .column("SELECT action FROM audit_entries ORDER BY at, action")
            .await
            .iter()
            .filter(|action| !action.starts_with("session"))
            .count(),
        9
    );
}

#[tokio::test]
async fn a_refusal_says_why_and_makes_nothing() {
    let app = TestApp::start().await;
    let before = app.database.count("organisations").await;
    let (id, key) = apply(&app, &given::application()).await;
    assert_eq!(
        decide(&app, &id, json!({ "decision": "refuse" }))
            .await
            .expect(422)
            .pointers(),
        ["/words"]
    );
    assert_eq!(
        decide(&app, &id, json!({ "decision": "answer", "words": "no" }))
            .await
            .expect(422)
            .pointers(),
        ["/words"]
    );
    decide(
        &app,
        &id,
        json!({ "decision": "refuse", "words": "Not a shipping company." }),
    )
    .await
    .expect(200);
    let own = app
        .anyone()
        .get(&format!("/api/v1/applications/own/{key}"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&own["status"], &own["reason"]),
        (&json!("refused"), &json!("Not a shipping company."))
    );
    assert!(
        decide(&app, &id, json!({ "decision": "approve" }))
            .await
            .expect(409)
            .text()
            .contains("begins anew")
    );
    assert_eq!(app.database.count("organisations").await, before);
    assert_eq!(app.database.count("memberships WHERE state = 'invited'").await, 0);
}

#[tokio::test]
async fn of_two_decisions_at_once_one_holds() {
    let app = TestApp::start().await;
    let (id, _) = apply(&app, &given::application()).await;
    let approve = || decide(&app, &id, json!({ "decision": "approve" }));
    let answers = tokio::join!(approve(), approve(), approve());
    let mut statuses = [answers.0.status, answers.1.status, answers.2.status];
    statuses.sort_unstable();
    assert_eq!(statuses[0], 200);
    assert!(
        statuses[1..].iter().all(|status| matches!(status, 409 | 412)),
        "{statuses:?}"
    );
    assert_eq!(app.database.count("memberships WHERE state = 'invited'").await, 1);
}

#[tokio::test]
async fn a_name_that_is_taken_is_said_at_the_desk_and_not_to_the_applicant() {
    let app = TestApp::start().await;
    let mut application = given::application();
    application["name"] = json!("first line");
    let (id, _) = apply(&app, &application).await;
    let refused = decide(&app, &id, json!({ "decision": "approve" }))
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/name"]);
    assert_eq!(
        app.database.column("SELECT status FROM applications").await,
        ["applied"]
    );
}

#[tokio::test]
async fn letters_cannot_be_made_to_rain_on_somebody() {
    let app = TestApp::start().await;
    for _ in 0..3 {
        app.anyone()
            .post("/api/v1/applications", &given::application())
            .await
            .expect(201);
    }
    let refused = app
        .anyone()
        .post("/api/v1/applications", &given::application())
        .await
        .expect(429);
    assert_eq!(refused.header("retry-after"), "3600");
    assert_eq!(app.database.count("mails").await, 3);
}

#[tokio::test]
async fn what_does_not_fit_is_named() {
    let app = TestApp::start().await;
    for (field, value, pointer) in [
        ("country", json!("QQ"), "/country"),
        ("website", json!("http://line.example"), "/website"),
        ("website", json!("https://x@line.example"), "/website"),
        ("name", json!("a\u{202e}b"), "/name"),
        ("about", json!("short"), "/about"),
        ("kind", json!("pirate"), "/kind"),
        ("officer_email", json!("nobody"), "/officer_email"),
        ("status", json!("approved"), "/status"),
    ] {
        let mut application = given::application();
        application[field] = value;
        let refused = app
            .anyone()
            .post("/api/v1/applications", &application)
            .await
            .expect(422);
        assert_eq!(refused.pointers(), [pointer]);
    }
    assert_eq!(app.database.count("applications").await, 0);
}
