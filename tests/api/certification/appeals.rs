use serde_json::json;
use tests::TestApp;
use tests::candidate::{SCHEME, SECOND, assigned, found, read, step, submitted};

const APPLICANT: &str = "colleague@demo.example";

async fn refused(app: &TestApp) -> serde_json::Value {
    let sent = submitted(app, APPLICANT).await;
    assigned(app, &sent).await;
    found(
        app,
        &sent,
        &json!({ "verdict": "not_met", "words": "It cannot be read." }),
    )
    .await;
    let scheme = app.person(SCHEME);
    let granted = step(&scheme, &sent, json!({ "step": "grant" })).await.expect(409);
    assert!(granted.text().contains("`identity` is not met"));
    let silent = step(&scheme, &sent, json!({ "step": "refuse" }))
        .await
        .expect(422);
    assert_eq!(silent.pointers(), ["/words"]);
    step(
        &scheme,
        &sent,
        json!({ "step": "refuse", "words": "Two papers cannot be read." }),
    )
    .await
    .expect(200);
    sent
}

#[tokio::test]
async fn a_refusal_is_appealed_in_time_and_judged_by_another() {
    let app = TestApp::start().await;
    let sent = refused(&app).await;
    let applicant = app.person(APPLICANT);
    let seen = read(&applicant, &sent).await;
    assert_eq!(
        (
            &seen["appeal_until"],
            &seen["requirements"][0]["finding"]["words"]
        ),
        (&json!("2026-12-21"), &json!("It cannot be read."))
    );
    app.set_time("2026-12-21T23:00:00Z");
    let applicant = app.person(APPLICANT);
    let why = json!({ "step": "appeal", "words": "They can be read on any screen." });
    step(&applicant, &sent, why).await.expect(200);
    let judge = json!({ "step": "reopen", "words": "They can be read." });
    let same = step(&app.person(SCHEME), &sent, judge.clone()).await.expect(409);
    assert!(same.text().contains("second_administrator"), "{}", same.text());
    let open = step(&app.person(SECOND), &sent, judge).await.expect(200).json();
    assert_eq!(
        (&open["stage"], &open["refused_on"]),
        (&json!("in_review"), &json!(null))
    );
    found(&app, &sent, &json!({ "verdict": "met" })).await;
    let granted = step(&app.person(SECOND), &sent, json!({ "step": "grant" }))
        .await
        .expect(200)
        .json();
    assert_eq!(granted["stage"], "granted");
}

#[tokio::test]
async fn an_appeal_that_comes_too_late_or_is_lost_ends_it() {
    let app = TestApp::start().await;
    let sent = refused(&app).await;
    let why = json!({ "step": "appeal", "words": "They can be read on any screen." });
    app.set_time("2026-12-22T01:00:00Z");
    let applicant = app.person(APPLICANT);
    assert_eq!(read(&applicant, &sent).await["steps"], json!([]));
    let late = step(&applicant, &sent, why.clone()).await.expect(409);
    assert!(late.text().contains("the time to appeal is over"));
    app.set_time("2026-12-01T01:00:00Z");
    let applicant = app.person(APPLICANT);
    step(&applicant, &sent, why.clone()).await.expect(200);
    step(
        &app.person(SECOND),
        &sent,
        json!({ "step": "uphold_refusal", "words": "They cannot." }),
    )
    .await
    .expect(200);
    let over = step(&applicant, &sent, why).await.expect(409);
    assert!(over.text().contains("a new application begins anew"));
    // And it does.
    tests::candidate::draft(&applicant, "cloud_security", "associate").await;
}
