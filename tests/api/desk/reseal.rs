//! After a change of the desk's key, open cases are sealed anew in an analyst's browser.

use bellbuoy::seal;
use bellbuoy_domain::intake::{Bucket, Report};
use serde_json::json;
use tests::reporter::Reporter;
use tests::{TestApp, desk};

async fn rotate(app: &TestApp) {
    let analysts = bellbuoy_server::auth::active_analysts(&app.db).await.unwrap();
    bellbuoy_server::intake::rotate(&app.app, &app.db, &analysts)
        .await
        .unwrap();
}

#[tokio::test]
async fn a_report_is_sealed_anew_to_the_current_key_only() {
    let app = TestApp::start().await;
    let mut desk = desk::staffed(&app).await;
    let reporter = Reporter::new();
    let filing = reporter.file(&app, &desk).await;
    let path = format!("/api/v1/desk/envelopes/{}", reporter.id);
    rotate(&app).await;
    let analyst = app.analyst();
    let opened = analyst.get(&path).await.expect(200);
    let old = json!({ "epoch": "2026-11", "content": desk::base64(&filing.blob) });
    assert_eq!(
        analyst
            .put_match(&format!("{path}/content"), opened.header("etag"), &old)
            .await
            .expect(422)
            .code(),
        "epoch_unknown"
    );

    desk.list = desk::list(&app).await;
    let anew = reporter.filing(&desk, "Both receivers jumped inland.");
    let body = json!({ "epoch": "2026-11b", "content": desk::base64(&anew.blob) });
    let sealed = analyst
        .put_match(&format!("{path}/content"), opened.header("etag"), &body)
        .await
        .expect(200);
    assert_eq!(
        (&sealed.json()["epoch"], &sealed.json()["state"]),
        (&json!("2026-11b"), &json!("received"))
    );
    analyst
        .put_match(&format!("{path}/content"), opened.header("etag"), &body)
        .await
        .expect(412);

    let keys = desk::unlock(&analyst, desk::PASSPHRASE).await.unwrap();
    let content = desk::bytes(&analyst.get(&path).await.json()["content"]);
    let report: Report = seal::open_as(&content, &keys["2026-11b"]).unwrap();
    assert_eq!(report.words, "Both receivers jumped inland.");
    assert!(seal::open(&content, &keys["2026-11"]).is_err());
    filing.send(&app).await.expect(200);
}

#[tokio::test]
async fn a_large_report_can_be_sealed_anew_too() {
    let app = TestApp::start().await;
    let mut desk = desk::staffed(&app).await;
    let reporter = Reporter::new();
    let words = "w".repeat(900 << 10);
    reporter.filing(&desk, &words).send(&app).await.expect(201);
    rotate(&app).await;
    desk.list = desk::list(&app).await;
    let path = format!("/api/v1/desk/envelopes/{}", reporter.id);
    let etag = app.analyst().get(&path).await.header("etag").to_owned();
    let body = json!({ "epoch": "2026-11b", "content": desk::base64(&reporter.filing(&desk, &words).blob) });
    let sealed = app
        .analyst()
        .put_match(&format!("{path}/content"), &etag, &body)
        .await
        .expect(200);
    assert_eq!(sealed.json()["bucket"], Bucket::MiB1.bytes());
}
