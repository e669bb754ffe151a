use serde_json::{Value, json};
use tests::TestApp;
use tests::candidate::{SCHEME, at, complete, draft, read, step};
use tests::register::profile;

const APPLICANT: &str = "colleague@demo.example";

/// The address in the last letter to a referee.
async fn link(app: &TestApp) -> String {
    let letters = app
        .database
        .rows("SELECT body FROM mails WHERE recipient = 'kai@line.example' ORDER BY id DESC LIMIT 1")
        .await;
    let (_, rest) = letters[0][0].split_once("/references/").unwrap();
    format!("/api/v1/references/{}", rest.split_whitespace().next().unwrap())
}

async fn asked(app: &TestApp) -> Value {
    let client = app.person(APPLICANT);
    client
        .put("/api/v1/consultants/own", &profile(&json!({})))
        .await
        .expect(201);
    let begun = draft(&client, "cloud_security", "associate").await;
    let kai =
        json!({ "name": "Kai Berg", "email": "Kai@line.example", "relation": "Master of my last ship" });
    complete(&client, &begun, &json!({ "referees": [kai] })).await;
    step(&client, &begun, json!({ "step": "submit" }))
        .await
        .expect(200)
        .json()
}

#[tokio::test]
async fn a_referee_answers_by_link_and_the_applicant_does_not_read_it() {
    let app = TestApp::start().await;
    let sent = asked(&app).await;
    let link = link(&app).await;
    let shown = app.anyone().get(&link).await.expect(200).json();
    assert_eq!(
        (&shown["applicant"], &shown["relation"], &shown["answered_at"]),
        (&json!("Ada Holm"), &json!("Master of my last ship"), &Value::Null)
    );
    let words = json!({ "recommends": true, "independent": true, "words": "The work was careful and stopped nothing." });
    app.anyone().post(&link, &words).await.expect(201);
    let again = app.anyone().post(&link, &words).await.expect(409);
    assert!(again.text().contains("answered already"));
    app.anyone().get("/api/v1/references/none").await.expect(404);
    let seen = read(&app.person(SCHEME), &sent).await;
    assert_eq!(seen["referees"][0]["recommends"], true);
    let own = app.person(APPLICANT).get(&at(&sent)).await.expect(200);
    assert!(!own.text().contains("careful") && own.json()["referees"][0]["answered_at"].is_string());
    let hashes = app
        .database
        .rows("SELECT encode(key_hash, 'hex') FROM certification_referees")
        .await;
    assert!(!link.contains(&hashes[0][0]), "the word itself is not kept");
}

#[tokio::test]
async fn a_reminder_waits_three_days_and_ends_the_earlier_link() {
    let app = TestApp::start().await;
    let sent = asked(&app).await;
    let client = app.person(APPLICANT);
    let referee = sent["referees"][0]["id"].as_str().unwrap();
    let path = format!("{}/referees/{referee}/reminders", at(&sent));
    let first = link(&app).await;
    let early = client.post(&path, &json!({})).await.expect(409);
    assert!(early.text().contains("2026-11-24"), "{}", early.text());
    app.set_time("2026-11-25T12:00:00Z");
    let client = app.person(APPLICANT);
    app.person(SCHEME).post(&path, &json!({})).await.expect(403);
    client.post(&path, &json!({})).await.expect(204);
    let second = link(&app).await;
    assert_ne!(first, second);
    app.anyone().get(&first).await.expect(404);
    app.anyone().get(&second).await.expect(200);
}

#[tokio::test]
async fn nobody_speaks_for_themselves() {
    let app = TestApp::start().await;
    let client = app.person(APPLICANT);
    let begun = draft(&client, "cloud_security", "associate").await;
    let own = json!({ "name": "Other Me", "email": "Colleague@demo.example ", "relation": "Knows me well" });
    let refused = client
        .put_match(
            &at(&begun),
            begun["etag"].as_str().unwrap(),
            &json!({ "referees": [own] }),
        )
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/referees/0/email"]);
}
