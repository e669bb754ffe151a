//! What the headers of a sealed report say, and how a wrong one is told.

use super::refuse::refused;
use reqwest::Method;
use tests::client::send;
use tests::reporter::{Filing, Reporter};
use tests::{TestApp, desk};

#[tokio::test]
async fn hashes_that_are_none_are_named() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    for hash in ["", "abc", &"z".repeat(64), &"a".repeat(66)] {
        let filing = Reporter::new().filing(&desk, "x");
        let answer = refused(
            &app,
            Filing {
                locator_hash: hash.to_owned(),
                ..filing.clone()
            },
            422,
            "unfit",
        )
        .await;
        assert_eq!(answer.pointers(), ["bellbuoy-locator-hash"]);
        let answer = refused(
            &app,
            Filing {
                commitment: hash.to_owned(),
                ..filing
            },
            422,
            "unfit",
        )
        .await;
        assert_eq!(answer.pointers(), ["bellbuoy-commitment"]);
    }
}

#[tokio::test]
async fn a_call_for_help_in_other_words_is_refused_and_not_lost() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let filing = Reporter::new().filing(&desk, "We cannot steer.");
    for word in ["true", "yes", "2", ""] {
        let request = filing.request(&app, &app.anyone()).header("bellbuoy-help", word);
        let refused = send(request).await.expect(422);
        assert!(refused.pointers() == ["bellbuoy-help"], "{}", refused.text());
    }
    assert_eq!(app.database.count("intake.envelopes").await, 0);
}

#[tokio::test]
async fn every_header_that_is_missing_is_named_at_once() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let filing = Reporter::new().filing(&desk, "x");
    let request = app
        .anyone()
        .request(Method::PUT, &format!("/api/v1/intake/envelopes/{}", filing.id))
        .header("content-type", "application/octet-stream")
        .header("bellbuoy-commitment", "12")
        .body(filing.blob.clone());
    let refused = send(request).await.expect(422);
    assert_eq!(
        refused.pointers(),
        ["bellbuoy-epoch", "bellbuoy-locator-hash", "bellbuoy-commitment"]
    );
    assert_eq!(app.database.count("intake.envelopes").await, 0);
}
