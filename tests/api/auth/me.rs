//! What a person may know of themselves.

use serde_json::json;
use tests::TestApp;

#[tokio::test]
async fn everybody_sees_themselves() {
    let app = TestApp::start().await;
    for (client, role, organisation) in [
        (app.member(), "member", json!("First Line")),
        (app.analyst(), "analyst", json!(null)),
        (app.admin(), "admin", json!(null)),
    ] {
        let me = client.get("/api/v1/me").await.expect(200).json();
        assert_eq!(
            (&me["role"], &me["organisation"]["name"]),
            (&json!(role), &organisation)
        );
    }
}

#[tokio::test]
async fn the_budget_is_told_and_kept_by_account() {
    let app = TestApp::start().await;
    let member = app.member();
    let first = member.get("/api/v1/me/limits").await.expect(200).json();
    assert_eq!(first["requests_per_minute"], 1200);
    let account = tests::people::person("member@demo.example").id;
    while app.app.budgets.take(account).is_ok() {}
    let spent = member.get("/api/v1/me").await.expect(429);
    assert_eq!(spent.code(), "too_many");
    assert!(spent.header("retry-after").parse::<u64>().unwrap() >= 1);
    assert!(
        spent.header("ratelimit").contains("r=0"),
        "{}",
        spent.header("ratelimit")
    );
    app.other_member().get("/api/v1/me").await.expect(200);
    app.anyone().get("/api/v1/advisories").await.expect(200);
}
