//! Opening, noting, closing: audited to the hour, and never on a version somebody else has changed.

use bellbuoy::seal;
use bellbuoy_domain::intake::DeskNote;
use serde_json::{Value, json};
use tests::desk::Desk;
use tests::reporter::Reporter;
use tests::{TestApp, desk};

const STATES: [&str; 4] = ["received", "opened", "closed", "withdrawn"];

fn note(desk: &Desk, title: &str) -> String {
    let note = json!({ "v": 1, "title": title, "severity": "major", "verification": "anonymous_unverified", "tlp": "amber", "stage": "opened", "log": [], "text": "" });
    let note: DeskNote = serde_json::from_value(note).unwrap();
    desk::base64(&seal::seal_note(&note, desk.recipient(), desk.recovery_recipient()).unwrap())
}

#[tokio::test]
async fn a_report_is_opened_in_the_desks_hands_only() {
    let app = TestApp::start().await;
    let desk = desk::staffed(&app).await;
    let reporter = Reporter::new();
    let filing = reporter.file(&app, &desk).await;
    let opened = app
        .analyst()
        .get(&format!("/api/v1/desk/envelopes/{}", reporter.id))
        .await
        .expect(200)
        .json();
    let content = desk::bytes(&opened["content"]);
    assert_eq!(content, filing.blob);
    let keys = desk::unlock(&app.analyst(), desk::PASSPHRASE).await.unwrap();
    let report: Value = serde_json::from_slice(&seal::open(&content, &keys["2026-11"]).unwrap()).unwrap();
    assert_eq!(report["words"], "Both receivers jumped inland.");
}

#[tokio::test]
async fn every_look_and_step_is_in_the_audit_by_the_hour() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let path = format!("/api/v1/desk/envelopes/{}", reporter.id);
    let analyst = app.analyst();
    let mut etag = analyst.get(&path).await.expect(200).header("etag").to_owned();
    for step in ["open", "close", "reopen"] {
        etag = analyst
            .post_match(&format!("{path}/steps"), &etag, &json!({ "step": step }))
            .await
            .expect(200)
            .header("etag")
            .to_owned();
    }
    analyst
        .put_match(
            &format!("{path}/note"),
            &etag,
            &json!({ "note": note(&desk, "A case") }),
        )
        .await
        .expect(200);
    app.drain().await;
    let entries = app
        .admin()
        .get(&format!("/api/v1/audit?object_id={}", reporter.id))
        .await
        .expect(200)
        .json();
    let entries = entries["items"].as_array().unwrap().clone();
    let mut actions: Vec<_> = entries
        .iter()
        .map(|entry| entry["action"].as_str().unwrap())
        .collect();
    actions.sort_unstable();
    assert_eq!(
        actions,
        ["desk.close", "desk.note", "desk.open", "desk.read", "desk.reopen"]
    );
    for entry in &entries {
        assert!(entry["at"].as_str().unwrap().ends_with(":00:00Z"), "{entry}");
        assert_eq!(
            entry["actor"],
            json!(tests::people::person("analyst@demo.example").id)
        );
        assert_eq!((&entry["fields"], &entry["reason"]), (&json!([]), &Value::Null));
    }
}

#[tokio::test]
async fn steps_follow_one_another_and_no_other_way() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let path = format!("/api/v1/desk/envelopes/{}", reporter.id);
    let lawful = [
        ("received", "open", "opened"),
        ("opened", "close", "closed"),
        ("closed", "reopen", "opened"),
    ];
    for state in STATES {
        for step in ["open", "close", "reopen"] {
            app.database
                .rows(&format!("UPDATE intake.envelopes SET state = '{state}'"))
                .await;
            let etag = app.analyst().get(&path).await.header("etag").to_owned();
            let answer = app
                .analyst()
                .post_match(&format!("{path}/steps"), &etag, &json!({ "step": step }))
                .await;
            let expected = lawful
                .iter()
                .find(|(from, by, _)| *from == state && *by == step)
                .map(|(_, _, to)| *to);
            assert_eq!(
                answer.status,
                if expected.is_some() { 200 } else { 409 },
                "{state} {step}"
            );
            let now = app
                .database
                .column("SELECT state FROM intake.envelopes")
                .await
                .remove(0);
            assert_eq!(now, expected.unwrap_or(state), "{state} {step}");
        }
    }
}

#[tokio::test]
async fn a_second_analyst_gets_stale() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let path = format!("/api/v1/desk/envelopes/{}", reporter.id);
    let etag = app.second_analyst().get(&path).await.header("etag").to_owned();
    let first = app
        .analyst()
        .put_match(
            &format!("{path}/note"),
            &etag,
            &json!({ "note": note(&desk, "First") }),
        )
        .await
        .expect(200);
    assert_ne!(first.header("etag"), etag);

    let theirs = json!({ "note": note(&desk, "Second") });
    let second = app.second_analyst();
    let stale = second
        .put_match(&format!("{path}/note"), &etag, &theirs)
        .await
        .expect(412);
    assert_eq!(
        (stale.code().as_str(), stale.header("etag")),
        ("stale", first.header("etag"))
    );
    second
        .post_match(&format!("{path}/steps"), &etag, &json!({ "step": "open" }))
        .await
        .expect(412);
    assert_eq!(
        second
            .put(&format!("{path}/note"), &theirs)
            .await
            .expect(428)
            .code(),
        "precondition_required"
    );

    let kept = app.analyst().get(&path).await.json();
    let kept: DeskNote = seal::open_as(&desk::bytes(&kept["note"]), &desk.recovery).unwrap();
    assert_eq!(kept.title, "First");
    second
        .put_match(&format!("{path}/note"), first.header("etag"), &theirs)
        .await
        .expect(200);
}

#[tokio::test]
async fn a_note_that_is_not_sealed_is_refused() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let path = format!("/api/v1/desk/envelopes/{}", reporter.id);
    let etag = app.analyst().get(&path).await.header("etag").to_owned();
    for plain in [
        desk::base64(b"the master called"),
        "not base64!".to_owned(),
        String::new(),
    ] {
        let refused = app
            .analyst()
            .put_match(&format!("{path}/note"), &etag, &json!({ "note": plain }))
            .await
            .expect(422);
        assert_eq!(refused.pointers(), ["/note"]);
    }
    assert_eq!(
        app.database
            .count("intake.envelopes WHERE note IS NOT NULL")
            .await,
        0
    );
}
