//! Two who decide at once: never on a version that somebody else has changed.

use super::decide::{body, path};
use bellbuoy_domain::incident::Decision;
use serde_json::{Value, json};
use tests::TestApp;
use tests::given;

#[tokio::test]
async fn a_second_analyst_gets_stale() {
    let app = TestApp::start().await;
    let made = given::incident(&app).submitted().await;
    let taken = given::decide(&app, &made, json!({ "decision": "take_up" })).await;
    let late = app.second_analyst();
    let stale = late
        .post_match(
            &path(&made.json()),
            made.header("etag"),
            &body(Decision::Accept, &Value::Null),
        )
        .await
        .expect(412);
    assert_eq!(
        (stale.code().as_str(), stale.header("etag")),
        ("stale", taken.header("etag"))
    );
    let missing = late
        .post(&path(&made.json()), &body(Decision::Accept, &Value::Null))
        .await
        .expect(428);
    assert_eq!(missing.code(), "precondition_required");
    for tag in ["*", "\"other\"", "", &format!("W/{}", taken.header("etag"))] {
        let status = late
            .post_match(&path(&made.json()), tag, &body(Decision::Accept, &Value::Null))
            .await
            .status;
        assert!(matches!(status, 412 | 428), "{tag}: {status}");
    }
    late.post_match(
        &path(&made.json()),
        stale.header("etag"),
        &body(Decision::Accept, &Value::Null),
    )
    .await
    .expect(200);
}

#[tokio::test]
async fn of_ten_decisions_at_once_one_holds() {
    let app = TestApp::start_with(&["--workers", "2", "--pool", "8"]).await;
    let taken = given::incident(&app).in_triage().await;
    let decisions: Vec<_> = (0..10)
        .map(|n| {
            let client = if n % 2 == 0 {
                app.analyst()
            } else {
                app.second_analyst()
            };
            let (address, tag) = (path(&taken.json()), taken.header("etag").to_owned());
            let asked = body(
                if n % 2 == 0 {
                    Decision::Accept
                } else {
                    Decision::Refuse
                },
                &Value::Null,
            );
            tokio::spawn(async move { client.post_match(&address, &tag, &asked).await.status })
        })
        .collect();
    let mut statuses = Vec::new();
    for decision in decisions {
        statuses.push(decision.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![200], vec![412; 9]].concat());
    assert_eq!(app.database.column("SELECT revision FROM incidents").await, ["3"]);
}
