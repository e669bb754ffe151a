//! In which order reports and messages arrived cannot be read from the tables (A5).

use std::collections::HashMap;
use tests::{TestApp, desk};

const ROWS: usize = 1000;

/// Kendall's tau between the order of arrival and the order on disk: 1 is the same, 0 is no relation.
fn tau(arrived: &[String], stands: &[String]) -> f64 {
    let place: HashMap<&String, usize> = stands.iter().enumerate().map(|(at, id)| (id, at)).collect();
    let order: Vec<usize> = arrived.iter().map(|id| place[id]).collect();
    let pairs = order.iter().enumerate().flat_map(|(at, one)| {
        order[at + 1..]
            .iter()
            .map(move |other| if one < other { 1_i64 } else { -1 })
    });
    pairs.sum::<i64>() as f64 / (ROWS * (ROWS - 1) / 2) as f64
}

#[tokio::test]
async fn after_the_night_neither_place_nor_transaction_tells_the_order() {
    let app = TestApp::start().await;
    desk::open(&app).await;
    let each = "DO $$ BEGIN FOR n IN 1..1000 LOOP INSERT INTO";
    app.database
        .rows(&format!(
            "{each} intake.envelopes (id, format, epoch_id, bucket, locator_hash, digest, content, state)
                VALUES (gen_random_uuid(), 1, '2026-11', 4096, decode(md5(n::text), 'hex'), '', '', 'received'); END LOOP; END $$;
             {each} intake.messages (id, envelope_id, direction, content)
                SELECT gen_random_uuid(), (SELECT id FROM intake.envelopes LIMIT 1), 'to_desk', ''; END LOOP; END $$;"
        ))
        .await;
    let on_disk = async |table: &str| {
        app.database
            .column(&format!("SELECT id FROM {table} ORDER BY ctid"))
            .await
    };
    let tables = ["intake.envelopes", "intake.messages"];
    let arrived = [on_disk(tables[0]).await, on_disk(tables[1]).await];
    bellbuoy_server::intake::forget_order(&app.db).await.unwrap();
    for (table, arrived) in tables.iter().zip(&arrived) {
        assert_eq!((arrived.len(), tau(arrived, arrived)), (ROWS, 1.0));
        let relation = tau(arrived, &on_disk(table).await);

        assert!(relation.abs() <= 0.1, "{table}: {relation}");
        assert_eq!(
            app.database
                .column(&format!("SELECT count(DISTINCT xmin::text) FROM {table}"))
                .await,
            ["1"]
        );
    }
}

#[tokio::test]
async fn the_night_comes_by_itself_and_leaves_the_reports_whole() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = tests::reporter::Reporter::new();
    reporter.file(&app, &desk).await;
    reporter.tell(&app, &desk, "Still here.").await;
    let before = app.database.column("SELECT xmin FROM intake.envelopes").await;
    let worker = tokio::spawn(bellbuoy_server::jobs::run(app.app.clone(), app.db.clone()));
    let levelled = async {
        while app.database.column("SELECT xmin FROM intake.envelopes").await == before {
            tokio::task::yield_now().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(30), levelled)
        .await
        .unwrap();
    worker.abort();
    assert_eq!(reporter.read(&app, 0).await[0].text, "Still here.");
}
