//! What a page needs to seal: recipients that nobody could have exchanged, and the work.

use bellbuoy::proof::{KeySet, verify_epochs};
use tests::{TestApp, desk, reporter};

#[tokio::test]
async fn the_list_of_keys_is_signed_and_a_changed_one_is_noticed() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let keys: KeySet =
        serde_json::from_value(app.anyone().get("/.well-known/jwks.json").await.json()).unwrap();
    assert_eq!(verify_epochs(&desk.list, &keys).unwrap().id, "2026-11");
    assert_eq!(desk.list.recovery, desk.recovery.recipient());
    assert_eq!(
        (desk.list.server_hour, desk.list.work_bits),
        (reporter::hour(&app), 6)
    );

    let other = bellbuoy::keys::Identity::generate().recipient();
    let mut recovery = desk.list.clone();
    recovery.recovery.clone_from(&other);
    verify_epochs(&recovery, &keys).unwrap_err();
    let mut epoch = desk.list.clone();
    epoch.epochs[0].recipient = other;
    verify_epochs(&epoch, &keys).unwrap_err();
}

#[tokio::test]
async fn without_a_desk_nobody_is_invited_to_report() {
    let app = TestApp::start().await;
    let answer = app.anyone().get("/api/v1/intake/keys").await.expect(503);
    assert_eq!(
        (answer.code().as_str(), answer.header("retry-after")),
        ("unavailable", "600")
    );
}

#[tokio::test]
async fn the_new_month_gets_a_key_of_its_own_and_the_old_one_is_still_taken() {
    let app = TestApp::start().await;
    let old = desk::staffed(&app).await;
    app.set_time("2026-12-01T00:00:01Z");
    bellbuoy_server::intake::keep_epoch(&app.app, &app.db)
        .await
        .unwrap();
    bellbuoy_server::intake::keep_epoch(&app.app, &app.db)
        .await
        .unwrap();
    let list = desk::list(&app).await;
    let ids: Vec<_> = list
        .epochs
        .iter()
        .map(|epoch| (epoch.id.as_str(), epoch.current))
        .collect();
    assert_eq!(ids, [("2026-12", true), ("2026-11", false)]);
    assert_eq!(list.recovery, old.list.recovery);
    reporter::Reporter::new()
        .filing(&old, "Written at sea, weeks ago.")
        .send(&app)
        .await
        .expect(201);
}
