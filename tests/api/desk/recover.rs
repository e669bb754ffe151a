//! Losing one analyst, or all passphrases but the recovery shares, loses no report.

use bellbuoy::keys::Identity;
use bellbuoy::recovery::{combine, split};
use bellbuoy::seal;
use bellbuoy_domain::intake::{Message, Report};
use tests::desk::{Desk, PASSPHRASE};
use tests::people::person;
use tests::reporter::Reporter;
use tests::{TestApp, desk};

async fn stored(app: &TestApp, id: uuid::Uuid) -> Vec<u8> {
    hex::decode(
        &app.database
            .column(&format!(
                "SELECT encode(content, 'hex') FROM intake.envelopes WHERE id = '{id}'"
            ))
            .await[0],
    )
    .unwrap()
}

/// A desk that has lived through two rotations, with a report of each epoch.
async fn desk_with_history(app: &TestApp) -> (Desk, Vec<Reporter>) {
    let mut desk = desk::staffed(app).await;
    let mut reporters = Vec::new();
    for turn in 0..3 {
        if turn > 0 {
            let analysts = bellbuoy_server::auth::active_analysts(&app.db).await.unwrap();
            bellbuoy_server::intake::rotate(&app.app, &app.db, &analysts)
                .await
                .unwrap();
            desk.list = desk::list(app).await;
        }
        let reporter = Reporter::new();
        reporter.file(app, &desk).await;
        reporter.tell(app, &desk, "And another thing.").await;
        reporters.push(reporter);
    }
    (desk, reporters)
}

#[tokio::test]
async fn the_other_analyst_opens_every_report() {
    let app = TestApp::start().await;
    let (_, reporters) = desk_with_history(&app).await;
    let lost = person("analyst@demo.example").id;
    app.database.rows(&format!("DELETE FROM intake.wrapped_keys WHERE account_id = '{lost}'; DELETE FROM intake.analyst_keys WHERE account_id = '{lost}'")).await;
    let keys = desk::unlock(&app.second_analyst(), PASSPHRASE).await.unwrap();
    for reporter in &reporters {
        let opened = app
            .second_analyst()
            .get(&format!("/api/v1/desk/envelopes/{}", reporter.id))
            .await
            .expect(200)
            .json();
        let key = &keys[opened["epoch"].as_str().unwrap()];
        let report: Report = seal::open_as(&desk::bytes(&opened["content"]), key).unwrap();
        assert_eq!(report.mailbox, reporter.mailbox.recipient());
        let message: Message = seal::open_as(&desk::bytes(&opened["messages"][0]["content"]), key).unwrap();
        assert_eq!(message.text, "And another thing.");
    }
}

#[tokio::test]
async fn three_of_five_shares_open_every_report_when_all_passphrases_are_lost() {
    let app = TestApp::start().await;
    let (desk, reporters) = desk_with_history(&app).await;
    let shares = split(&desk.recovery).unwrap();
    assert_eq!(shares.len(), 5);
    app.database
        .rows("DELETE FROM intake.wrapped_keys; DELETE FROM intake.analyst_keys")
        .await;
    for chosen in [[0, 1, 2], [4, 2, 0], [1, 3, 4]] {
        let recovered = combine(&chosen.map(|at| shares[at].as_str())).unwrap();
        for reporter in &reporters {
            let report: Report = seal::open_as(&stored(&app, reporter.id).await, &recovered).unwrap();
            assert_eq!(report.words, "Both receivers jumped inland.");
        }
        for content in app
            .database
            .column("SELECT encode(content, 'hex') FROM intake.messages")
            .await
        {
            seal::open_as::<Message>(&hex::decode(content).unwrap(), &recovered).unwrap();
        }
    }
    assert!(combine(&[&shares[0], &shares[1]]).is_err());
    assert!(combine(&[&shares[0], &shares[1], &shares[1]]).is_err());
}

#[tokio::test]
async fn who_left_before_an_epoch_cannot_open_its_reports() {
    let app = TestApp::start().await;
    let mut desk = desk::staffed(&app).await;
    let leaver = app.second_analyst();
    let taken_along = desk::unlock(&leaver, PASSPHRASE).await.unwrap();
    let before = Reporter::new().file(&app, &desk).await;
    app.database
        .rows(&format!(
            "UPDATE accounts SET suspended = true WHERE id = '{}'",
            person("second-analyst@demo.example").id
        ))
        .await;
    let analysts = bellbuoy_server::auth::active_analysts(&app.db).await.unwrap();
    bellbuoy_server::intake::rotate(&app.app, &app.db, &analysts)
        .await
        .unwrap();
    desk.list = desk::list(&app).await;
    let after = Reporter::new().file(&app, &desk).await;

    let all: Vec<&Identity> = taken_along.values().collect();
    assert!(all.iter().any(|key| seal::open(&before.blob, key).is_ok()));
    assert!(!all.iter().any(|key| seal::open(&after.blob, key).is_ok()));
}
