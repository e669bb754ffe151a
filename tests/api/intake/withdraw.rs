//! Taking a report back erases it; the receipt stays used.

use bellbuoy_domain::receipt::Receipt;
use serde_json::json;
use tests::reporter::Reporter;
use tests::{TestApp, desk};

#[tokio::test]
async fn withdrawing_erases_the_report_its_messages_and_the_desks_note() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let (reporter, other) = (Reporter::new(), Reporter::new());
    let filing = reporter.file(&app, &desk).await;
    other.file(&app, &desk).await;
    reporter.tell(&app, &desk, "One more thing.").await;
    other.tell(&app, &desk, "Keep this.").await;
    let path = format!("/api/v1/desk/envelopes/{}", reporter.id);
    let opened = app.analyst().get(&path).await.expect(200);
    let note = desk::base64(&reporter.filing(&desk, "Our note.").blob);
    app.analyst()
        .put_match(
            &format!("{path}/note"),
            opened.header("etag"),
            &json!({ "note": note }),
        )
        .await
        .expect(200);

    app.anyone().delete(&reporter.path()).await.expect(204);
    app.anyone().delete(&reporter.path()).await.expect(204);

    let left = app
        .database
        .rows(&format!(
            "SELECT length(content), note IS NULL, state FROM intake.envelopes WHERE id = '{}'",
            reporter.id
        ))
        .await;
    assert_eq!(left, [["0", "t", "withdrawn"]]);
    assert_eq!(app.database.count("intake.messages").await, 1);
    assert!(reporter.read(&app, 0).await.is_empty());
    assert_eq!(other.read(&app, 0).await.len(), 1);

    let words: Vec<String> = app
        .analyst()
        .get("/api/v1/desk/envelopes?state=received,opened,closed")
        .await
        .json()["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|envelope| envelope["id"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(words, [other.id.to_string()]);
    assert_eq!(filing.send(&app).await.expect(409).code(), "already_filed");
    assert_eq!(
        reporter
            .filing(&desk, "Again.")
            .send(&app)
            .await
            .expect(409)
            .code(),
        "already_filed"
    );
    reporter.tell(&app, &desk, "Is anybody there?").await;
    assert_eq!(app.database.count("intake.messages").await, 1);
}

#[tokio::test]
async fn the_desk_can_do_nothing_with_what_was_withdrawn() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let path = format!("/api/v1/desk/envelopes/{}", reporter.id);
    let etag = app.analyst().get(&path).await.header("etag").to_owned();
    app.anyone().delete(&reporter.path()).await.expect(204);

    let analyst = app.analyst();
    let sealed = desk::base64(&reporter.filing(&desk, "x").blob);
    analyst
        .put_match(&format!("{path}/note"), &etag, &json!({ "note": sealed }))
        .await
        .expect(404);
    analyst
        .put_match(
            &format!("{path}/content"),
            &etag,
            &json!({ "epoch": "2026-11", "content": sealed }),
        )
        .await
        .expect(404);
    for step in ["open", "close", "reopen"] {
        assert_eq!(
            analyst
                .post_match(&format!("{path}/steps"), &etag, &json!({ "step": step }))
                .await
                .expect(409)
                .code(),
            "conflict"
        );
    }
    let message = json!({ "v": 1, "at": "2026-11-21T11:59:00Z", "from": "desk", "kind": "question", "text": "Which port?" });
    let content = desk::base64(&reporter.seal(&desk, serde_json::from_value(message).unwrap()));
    analyst
        .post(
            &format!("{path}/messages"),
            &json!({ "id": uuid::Uuid::new_v4(), "content": content }),
        )
        .await
        .expect(404);
    assert_eq!(app.database.count("intake.messages").await, 0);
}

#[tokio::test]
async fn the_words_of_a_receipt_open_the_mailbox_and_nothing_else_does() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let receipt = Receipt::from_entropy(rand::random());
    let reporter = Reporter::of(&receipt);
    reporter.file(&app, &desk).await;
    reporter.tell(&app, &desk, "From the same words.").await;
    let back = Reporter::of(&Receipt::parse(&receipt.to_text().to_uppercase()).unwrap());
    assert_eq!(back.read(&app, 0).await[0].text, "From the same words.");
    let stranger = Reporter {
        locator: reporter.locator,
        ..Reporter::new()
    };
    assert!(stranger.read(&app, 0).await.is_empty());
}

#[tokio::test]
async fn the_same_bytes_after_a_withdrawal_are_not_said_to_be_filed() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    let filing = reporter.file(&app, &desk).await;
    filing.send(&app).await.expect(200);
    app.anyone().delete(&reporter.path()).await.expect(204);
    let again = filing.send(&app).await.expect(409);
    assert_eq!(again.code(), "already_filed");
    assert!(again.json()["detail"].as_str().unwrap().contains("withdrawn"));
}
