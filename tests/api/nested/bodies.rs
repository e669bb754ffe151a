//! What a body or a sender names stands within the thing it is sent to.

use super::{FIRST, NOTHING, SECOND, kept, text};
use reqwest::Method;
use serde_json::json;
use tests::candidate::{REVIEWER, assigned, at, draft, paper, read, step, submitted};
use tests::client::send;
use tests::register::profile;
use tests::reporter::{Reporter, octets, solved};
use tests::{TestApp, desk};
use uuid::Uuid;

#[tokio::test]
async fn a_message_belongs_to_its_own_mailbox() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let (one, other) = (Reporter::new(), Reporter::new());
    let id = Uuid::new_v4();
    for (reporter, words) in [(&one, "The first of them."), (&other, "Another's.")] {
        reporter.file(&app, &desk).await;
        let message = json!({ "v": 1, "at": "2026-11-21T11:59:00Z", "from": "reporter", "kind": "facts", "text": words });
        let sealed = reporter.seal(&desk, serde_json::from_value(message).unwrap());
        let at = format!("{}/messages/{id}", reporter.path());
        let request = app.anyone().request(Method::PUT, &at);
        let request = octets(request, &sealed).header("bellbuoy-work", solved(&app, id, &sealed));
        send(request).await.expect(204);
    }
    for (reporter, words) in [(&one, "The first of them."), (&other, "Another's.")] {
        let held = reporter.read(&app, 0).await;
        assert_eq!(held.len(), 1, "{words}");
        assert!(serde_json::to_string(&held[0]).unwrap().contains(words));
    }
}

#[tokio::test]
async fn what_a_body_names_is_a_part_of_the_thing_it_is_sent_to() {
    let app = TestApp::start().await;
    let mut asked = Vec::new();
    for email in [FIRST, SECOND] {
        let sent = submitted(&app, email).await;
        assigned(&app, &sent).await;
        let question = json!({ "field": "work_associate", "words": "Which ships were these?" });
        let shown = step(
            &app.person(REVIEWER),
            &sent,
            json!({ "step": "ask", "questions": [question] }),
        )
        .await
        .expect(200)
        .json();
        asked.push((email, sent, text(&shown["questions"][0]["id"])));
    }
    let before = kept(&app).await;
    for (own, other) in [(0, 1), (1, 0)] {
        let (email, application, open) = &asked[own];
        let answers = |also: &str| {
            json!({ "step": "answer", "answers": [
                { "question": open, "words": "Three tankers." }, { "question": also, "words": "And another." }
            ] })
        };
        let client = app.person(email);
        let swapped = step(&client, application, answers(&asked[other].2)).await;
        let missing = step(&client, application, answers(NOTHING)).await;
        assert_eq!(swapped.status, 422, "{}", swapped.text());
        assert_eq!(swapped.plain(), missing.plain());
    }
    assert_eq!(kept(&app).await, before, "an answer went to another's question");
    // A paper of somebody else is none.
    let (first, second) = (app.person(FIRST), app.person("member@demo.example"));
    second
        .put("/api/v1/consultants/own", &profile(&json!({})))
        .await
        .expect(201);
    let theirs = paper(&first, "diploma").await;
    let begun = draft(&second, "cloud_security", "associate").await;
    let tag = text(&read(&second, &begun).await["etag"]);
    let requirement = begun["requirements"]
        .as_array()
        .unwrap()
        .iter()
        .find(|one| one["kind"] == "evidence")
        .unwrap();
    let with = |file: &str| json!({ "evidence": [{ "requirement": requirement["code"], "file_id": file }] });
    let swapped = second.put_match(&at(&begun), &tag, &with(&theirs)).await;
    let missing = second.put_match(&at(&begun), &tag, &with(NOTHING)).await;
    assert!(swapped.status >= 400, "{}", swapped.text());
    assert_eq!(swapped.plain(), missing.plain());
}
