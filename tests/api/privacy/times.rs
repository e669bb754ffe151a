//! No time of an anonymous report is finer than the month, none of what came of it finer than the hour.

use chrono::Timelike;
use serde_json::json;
use tests::reporter::Reporter;
use tests::{TestApp, desk, given};

#[tokio::test]
async fn no_row_of_an_anonymous_report_tells_a_time_finer_than_the_month() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    reporter.tell(&app, &desk, "One more thing.").await;
    for table in app.database.column("SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_schema = 'public'").await {
        assert_eq!(app.database.count(&format!("{table} t WHERE t::text LIKE '%{}%'", reporter.id)).await, 0, "{table} knows the report");
    }
    for id in app
        .database
        .column("SELECT id FROM intake.envelopes UNION ALL SELECT id FROM intake.messages")
        .await
    {
        assert_eq!(id.parse::<uuid::Uuid>().unwrap().get_version_num(), 4);
    }

    app.analyst()
        .get(&format!("/api/v1/desk/envelopes/{}", reporter.id))
        .await
        .expect(200);
    let facts = json!({ "facts": given::facts(), "verification": "anonymous_unverified", "tlp": "amber", "age_band": "1d" });
    let made = app
        .analyst()
        .post("/api/v1/desk/acceptances", &facts)
        .await
        .expect(201)
        .json();
    let id = made["id"].as_str().unwrap();
    assert_eq!(id.parse::<uuid::Uuid>().unwrap().get_version_num(), 4);
    let columns = app
        .database
        .rows("SELECT format('%I', table_name), format('%I', column_name) FROM information_schema.columns WHERE table_schema = 'public' AND data_type LIKE 'timestamp%' AND table_name NOT IN ('sessions', 'refresh_tokens', 'accounts', 'organisations')")
        .await;
    assert!(columns.len() > 3);
    for column in columns {
        let (table, name) = (&column[0], &column[1]);
        for told in app.database.column(&format!("SELECT to_char({name} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') FROM {table} t WHERE t::text LIKE '%{id}%' OR t::text LIKE '%{}%'", reporter.id)).await {
            let instant: chrono::DateTime<chrono::Utc> = match told.as_str() {
                "" => continue,
                text => text.parse().unwrap(),
            };
            assert_eq!((instant.minute(), instant.second(), instant.nanosecond()), (0, 0, 0), "{table}.{name} tells {told}");
        }
    }
    assert_eq!(made["recorded_month"], "2026-11");
    assert_eq!(
        app.database.column("SELECT recorded_month FROM incidents").await,
        ["2026-11-01"]
    );
}
