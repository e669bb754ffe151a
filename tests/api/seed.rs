//! The demo: loaded once, the same for everybody, and by the rules of the API.

use bellbuoy_server::seed;
use serde_json::json;
use tests::TestApp;
use tests::database::{Database, migrated};

async fn counts(app: &TestApp) -> Vec<i64> {
    let mut counts = Vec::new();
    for table in [
        "organisations",
        "accounts",
        "incidents",
        "incident_facts",
        "advisories",
        "statistics_cells",
        "statistics_releases",
        "intake.epochs",
        "audit_entries",
    ] {
        counts.push(app.database.count(table).await);
    }
    counts
}

#[tokio::test]
async fn the_demo_is_loaded_once_into_an_empty_database() {
    let database = Database::empty().await;
    migrated(&database.urls.owner).await;
    let app = TestApp::start_on(database, &["--demo-today", "2026-11-21"]).await;
    assert!(seed::load(&app.app, &app.db).await.unwrap());
    let first = counts(&app).await;
    assert!(!seed::load(&app.app, &app.db).await.unwrap());
    assert_eq!(counts(&app).await, first);

    assert!(app.database.count("incidents WHERE demo").await >= 2000);
    let known = i64::try_from(seed::public::incidents().unwrap().len()).unwrap();
    assert_eq!(app.database.count("incidents WHERE NOT demo AND series = 'public_source' AND status = 'accepted' AND source IS NOT NULL").await, known);
    assert_eq!(app.database.count("incidents WHERE NOT demo").await, known);
    assert_eq!(app.database.count("statistics_changes").await, 0);
    assert_eq!(app.database.count("incidents WHERE track = 'anonymous' AND (reported_at IS NOT NULL OR organisation_id IS NOT NULL OR account_id IS NOT NULL)").await, 0);
    assert_eq!(
        app.database
            .count("advisories WHERE released_by = author_id")
            .await,
        0
    );

    let code = app.anyone().get("/api/v1/demo/code").await.expect(200).json()["code"].clone();
    for (email, role) in [
        ("member@demo.example", "member"),
        ("analyst@demo.example", "analyst"),
        ("second-analyst@demo.example", "analyst"),
        ("admin@demo.example", "admin"),
    ] {
        let session = app
            .anyone()
            .post(
                "/api/v1/auth/sessions",
                &json!({ "email": email, "password": "bellbuoy-demo", "code": code }),
            )
            .await
            .expect(201)
            .json();
        assert_eq!(session["account"]["role"], role);
        if role == "analyst" {
            let analyst = app.anyone().with_token(session["access_token"].as_str().unwrap());
            assert!(tests::desk::unlock(&analyst, "bellbuoy-desk").await.is_some());
        }
    }
    let release = app
        .anyone()
        .get("/api/v1/statistics/releases/latest")
        .await
        .expect(200)
        .json();
    let shown = release["tables"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|table| table["series"] == "reported" && table["total"]["value"].is_u64())
        .count();
    assert!(shown > 6, "{shown} tables with a total");
    assert!(
        app.anyone().get("/api/v1/advisories").await.json()["items"]
            .as_array()
            .unwrap()
            .len()
            > 5
    );
}

#[tokio::test]
async fn production_refuses_the_demo() {
    let database = Database::empty().await;
    migrated(&database.urls.owner).await;
    let app = TestApp::start_on(database, &["--mode", "production"]).await;
    assert!(!seed::load(&app.app, &app.db).await.unwrap());
    assert_eq!(counts(&app).await.iter().sum::<i64>(), 0);
}
