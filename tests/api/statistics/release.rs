//! Releases: published by a button or a schedule, and the same ever after.

use bellbuoy_server::statistics::release_if_due;
use serde_json::{Value, json};
use tests::TestApp;
use tests::given::{Entry, accepted_many};
use uuid::Uuid;

async fn forty(app: &TestApp) {
    accepted_many(
        app,
        (0..40)
            .map(|_| Entry::new(json!({}), Some(Uuid::new_v4())))
            .collect(),
    )
    .await;
    app.drain().await;
}

#[tokio::test]
async fn the_button_publishes_and_everybody_reads() {
    let app = TestApp::start().await;
    app.anyone()
        .get("/api/v1/statistics/releases/latest")
        .await
        .expect(404);
    forty(&app).await;
    app.member()
        .post("/api/v1/statistics/releases", &json!({}))
        .await
        .expect(403);
    let release = app
        .analyst()
        .post("/api/v1/statistics/releases", &json!({}))
        .await
        .expect(201)
        .json();
    assert_eq!(
        (
            &release["published_at"],
            &release["as_of"],
            &release["threshold"],
            &release["rounding"]
        ),
        (
            &json!("2026-11-21T12:00:00Z"),
            &json!("2026-11-21T12:00:00Z"),
            &json!(10),
            &json!(5)
        )
    );
    assert_eq!(release["tables"].as_array().unwrap().len(), 24);
    for name in ["latest", release["id"].as_str().unwrap()] {
        assert_eq!(
            app.anyone()
                .get(&format!("/api/v1/statistics/releases/{name}"))
                .await
                .expect(200)
                .json(),
            release
        );
    }
    let one = app
        .anyone()
        .get("/api/v1/statistics/releases/latest?by=kind&period=year&series=reported")
        .await
        .expect(200)
        .json();
    assert_eq!(one["tables"].as_array().unwrap().len(), 1);
    assert_eq!(one["tables"][0]["as_of"], one["as_of"]);
    let none = app
        .anyone()
        .get("/api/v1/statistics/releases/latest?period=quarter")
        .await
        .expect(400);
    assert_eq!(none.pointers(), ["?period"]);
    assert_eq!(
        none.json()["errors"][0]["accepted"],
        serde_json::json!(["month", "year"])
    );
    assert_eq!(
        app.database.column("SELECT action FROM audit_entries").await,
        ["statistics.release"]
    );
}

#[tokio::test]
async fn a_release_does_not_change_when_the_register_does() {
    let app = TestApp::start().await;
    forty(&app).await;
    let first = app
        .analyst()
        .post("/api/v1/statistics/releases", &json!({}))
        .await
        .expect(201)
        .json();
    forty(&app).await;
    assert_eq!(
        app.anyone()
            .get("/api/v1/statistics/releases/latest")
            .await
            .json(),
        first
    );
    app.set_time("2026-11-21T12:30:00Z");
    let second = app
        .analyst()
        .post("/api/v1/statistics/releases", &json!({}))
        .await
        .expect(201)
        .json();
    assert_ne!(second["tables"], first["tables"]);
    assert_eq!(
        app.anyone()
            .get("/api/v1/statistics/releases/latest")
            .await
            .json()["id"],
        second["id"]
    );
    assert_eq!(
        app.anyone()
            .get(&format!(
                "/api/v1/statistics/releases/{}",
                first["id"].as_str().unwrap()
            ))
            .await
            .json(),
        first
    );

    let listed = app
        .anyone()
        .get("/api/v1/statistics/releases?limit=1")
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&listed["items"][0]["id"], &listed["items"][0].get("tables")),
        (&second["id"], &None)
    );
    let next = app
        .anyone()
        .get(listed["next"].as_str().unwrap())
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&next["items"][0]["id"], &next["next"]),
        (&first["id"], &Value::Null)
    );
}

#[tokio::test]
async fn the_schedule_publishes_every_thirty_days() {
    let app = TestApp::start_with(&["--release-days", "30"]).await;
    for (now, releases) in [
        ("2026-11-21T12:00:00Z", 1),
        ("2026-11-21T13:00:00Z", 1),
        ("2026-12-20T12:00:00Z", 1),
        ("2026-12-21T12:00:00Z", 2),
    ] {
        app.set_time(now);
        let mut conn = app.system().await;
        release_if_due(&app.app, &mut conn).await.unwrap();
        assert_eq!(app.database.count("statistics_releases").await, releases, "{now}");
    }
    assert_eq!(
        app.database
            .count("statistics_releases WHERE published_by IS NOT NULL")
            .await,
        0
    );
    let by_hand = TestApp::start_with(&["--release-days", "0"]).await;
    let mut conn = by_hand.system().await;
    release_if_due(&by_hand.app, &mut conn).await.unwrap();
    assert_eq!(by_hand.database.count("statistics_releases").await, 0);
}
