//! The desk writes to the reporter, who finds it by the words alone.

use bellbuoy_domain::intake::{MailboxStatus, Message, MessageSender};
use serde_json::{Value, json};
use tests::desk::Desk;
use tests::reporter::Reporter;
use tests::{TestApp, desk};
use uuid::Uuid;

fn question(reporter: &Reporter, desk: &Desk, text: &str) -> Value {
    let message = json!({ "v": 1, "at": "2026-11-21T13:00:00Z", "from": "desk", "kind": "status", "text": text, "status": "read" });
    json!({ "id": Uuid::new_v4(), "content": desk::base64(&reporter.seal(desk, serde_json::from_value(message).unwrap())) })
}

#[tokio::test]
async fn a_question_is_found_and_answered() {
    let app = TestApp::start().await;
    let desk = desk::staffed(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let path = format!("/api/v1/desk/envelopes/{}", reporter.id);
    let asked = question(&reporter, &desk, "Which port?");
    app.analyst()
        .post(&format!("{path}/messages"), &asked)
        .await
        .expect(201);
    app.analyst()
        .post(&format!("{path}/messages"), &asked)
        .await
        .expect(201);

    let found: Vec<Message> = reporter.read(&app, 0).await;
    assert_eq!(found.len(), 1);
    assert_eq!(
        (found[0].from, found[0].text.as_str(), found[0].status),
        (MessageSender::Desk, "Which port?", Some(MailboxStatus::Read))
    );
    reporter.tell(&app, &desk, "Constanta.").await;

    let opened = app.analyst().get(&path).await.json();
    let keys = desk::unlock(&app.analyst(), desk::PASSPHRASE).await.unwrap();
    let mut texts: Vec<(String, String)> = opened["messages"]
        .as_array()
        .unwrap()
        .iter()
        .map(|message| {
            let opened: Message =
                bellbuoy::seal::open_as(&desk::bytes(&message["content"]), &keys["2026-11"]).unwrap();
            (message["direction"].as_str().unwrap().to_owned(), opened.text)
        })
        .collect();
    texts.sort();
    assert_eq!(
        texts,
        [
            ("to_desk".to_owned(), "Constanta.".to_owned()),
            ("to_reporter".to_owned(), "Which port?".to_owned())
        ]
    );
    app.drain().await;
    let audited = app.admin().get("/api/v1/audit?action=desk.answer").await.json();
    assert_eq!(audited["items"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn a_message_goes_to_the_report_it_was_written_for() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let (one, other) = (Reporter::new(), Reporter::new());
    one.file(&app, &desk).await;
    other.file(&app, &desk).await;
    app.analyst()
        .post(
            &format!("/api/v1/desk/envelopes/{}/messages", one.id),
            &question(&one, &desk, "For one."),
        )
        .await
        .expect(201);
    assert_eq!(one.read(&app, 0).await.len(), 1);
    assert!(other.read(&app, 0).await.is_empty());
    let nowhere = format!("/api/v1/desk/envelopes/{}/messages", Uuid::new_v4());
    app.analyst()
        .post(&nowhere, &question(&one, &desk, "For nobody."))
        .await
        .expect(404);
}

#[tokio::test]
async fn a_message_that_is_not_sealed_to_three_is_refused() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    let filing = reporter.file(&app, &desk).await;
    for content in [
        desk::base64(&filing.blob),
        desk::base64(b"Which port?"),
        "no base64 at all".to_owned(),
    ] {
        let body = json!({ "id": Uuid::new_v4(), "content": content });
        let refused = app
            .analyst()
            .post(&format!("/api/v1/desk/envelopes/{}/messages", reporter.id), &body)
            .await
            .expect(422);
        assert_eq!(refused.pointers(), ["/content"]);
    }
    assert_eq!(app.database.count("intake.messages").await, 0);
}
