//! The live tables of members: whole or cut, each with what it counts and as of when.

use super::Table;
use serde_json::json;
use tests::TestApp;
use tests::given::{Entry, accepted_many};
use uuid::Uuid;

async fn twelve_a_month(app: &TestApp) {
    let one = |at: i32| {
        Entry::new(
            json!({ "occurred_on": format!("2026-{:02}-03", 6 + at % 6), "kind": if at % 2 == 0 { "intrusion" } else { "system_down" } }),
            Some(Uuid::new_v4()),
        )
    };
    accepted_many(app, (0..72).map(one).collect()).await;
    app.drain().await;
}

#[tokio::test]
async fn a_table_says_what_it_counts_and_which_periods_are_not_over() {
    let app = TestApp::start().await;
    twelve_a_month(&app).await;
    for (period, partial, others) in [
        ("month", "2026-11", 5),
        ("quarter", "2026-Q4", 2),
        ("year", "2026", 0),
    ] {
        let table = Table::ask(&app.member(), &format!("by=severity&period={period}"))
            .await
            .0;
        let heads = table["periods"].as_array().unwrap();
        let open: Vec<_> = heads
            .iter()
            .filter(|head| head["partial"] == true)
            .map(|head| head["id"].as_str().unwrap())
            .collect();
        assert_eq!((open, heads.len()), (vec![partial], others + 1), "{period}");
        assert_eq!(
            (
                &table["as_of"],
                &table["n"],
                &table["threshold"],
                &table["rounding"]
            ),
            (&json!("2026-11-21T12:00:00Z"), &json!(72), &json!(5), &json!(1))
        );
        assert!(table["definition"].as_str().unwrap().contains("An incident is"));
        assert_eq!(
            (&table["dimension"], &table["series"], &table["period"]),
            (&json!("severity"), &json!("reported"), &json!(period))
        );
    }
}

#[tokio::test]
async fn rows_columns_and_totals_agree() {
    let app = TestApp::start().await;
    twelve_a_month(&app).await;
    let table = Table::ask(&app.member(), "by=kind").await;
    for month in 6..=11 {
        for word in ["intrusion", "system_down"] {
            let cell = table.cell(word, &format!("2026-{month:02}"));
            assert_eq!(
                cell,
                if (month % 2 == 0) == (word == "intrusion") {
                    "12"
                } else {
                    "0"
                },
                "{word} {month}"
            );
        }
    }
    assert_eq!(
        (
            table.total("intrusion"),
            table.total("system_down"),
            table.total("other")
        ),
        ("36".into(), "36".into(), "0".into())
    );
    assert!(
        table.0["totals"]
            .as_array()
            .unwrap()
            .iter()
            .all(|cell| cell["value"] == 12)
    );
    assert_eq!(table.0["total"]["value"], 72);
}

#[tokio::test]
async fn months_can_be_cut_out() {
    let app = TestApp::start().await;
    twelve_a_month(&app).await;
    let columns = |table: Table| {
        table.0["periods"]
            .as_array()
            .unwrap()
            .iter()
            .map(|head| head["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        columns(Table::ask(&app.member(), "by=kind&from=2026-08&to=2026-09").await),
        ["2026-08", "2026-09"]
    );
    assert_eq!(
        columns(Table::ask(&app.member(), "by=kind&from=2026-10").await),
        ["2026-10", "2026-11"]
    );
    assert_eq!(
        columns(Table::ask(&app.member(), "by=kind&to=2026-06").await),
        ["2026-06"]
    );
}

#[tokio::test]
async fn what_is_not_a_table_is_refused() {
    let app = TestApp::start().await;
    for query in [
        "",
        "by=colour",
        "by=kind&period=week",
        "by=kind&from=2026",
        "by=kind&from=2026-13",
        "by=kind&to=nonsense",
        "by=kind&from=2026-11&to=2026-10",
        "by=kind&period=year&from=2026-02&to=2026-03",
        "by=kind&period=quarter&from=2026-02&to=2026-03",
        "by=kind&series=all",
        "by=kind&country=NL",
    ] {
        let refused = app
            .member()
            .get(&format!("/api/v1/statistics/incidents?{query}"))
            .await
            .expect(400);
        assert!(!refused.pointers().is_empty(), "{query}");
    }
    for query in [
        "by=kind&from=0001-01",
        "by=kind&to=9999-12",
        "by=kind&from=9999-01&to=9999-12",
        "by=kind&from=1900-01&to=1900-02",
    ] {
        let answer = app
            .member()
            .get(&format!("/api/v1/statistics/incidents?{query}"))
            .await;
        assert!(matches!(answer.status, 200 | 400), "{query}: {}", answer.text());
    }
    app.anyone()
        .get("/api/v1/statistics/incidents?by=kind")
        .await
        .expect(401);
}

#[tokio::test]
async fn every_dimension_has_a_row_for_every_word() {
    let app = TestApp::start().await;
    twelve_a_month(&app).await;
    let words = |name: &str| {
        bellbuoy_domain::vocabulary::catalogue()
            .into_iter()
            .find(|listing| listing.name == name)
            .unwrap()
            .words
    };
    for (dimension, vocabulary, unknown) in [
        ("kind", "incident_kind", 0),
        ("victim_type", "victim_type", 0),
        ("severity", "severity", 0),
        ("verification", "verification_level", 0),
        ("sea_region", "sea_region", 1),
        ("system", "system", 1),
    ] {
        let table = Table::ask(&app.member(), &format!("by={dimension}&period=year")).await;
        for entry in words(vocabulary) {
            table.row(entry.word);
        }
        assert_eq!(
            table.0["rows"].as_array().unwrap().len(),
            words(vocabulary).len() + unknown,
            "{dimension}"
        );
    }
}

#[tokio::test]
async fn a_new_month_begins_with_a_table_of_its_own() {
    let app = TestApp::start().await;
    twelve_a_month(&app).await;
    let member = |app: &TestApp| app.member();
    Table::ask(&member(&app), "by=kind").await;
    app.set_time("2026-12-01T00:00:01Z");
    let table = Table::ask(&member(&app), "by=kind").await;
    assert_eq!(table.cell("intrusion", "2026-12"), "0");
    let partial: Vec<_> = table.0["periods"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|head| head["partial"] == true)
        .collect();
    assert_eq!(partial.len(), 1);
}
