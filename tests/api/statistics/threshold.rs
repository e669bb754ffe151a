//! Few parties are hidden, and so is what would give them away.

use super::Table;
use bellbuoy_domain::incident::Series;
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::Client;
use tests::given::{Entry, accepted_many};
use uuid::Uuid;

async fn parties(app: &TestApp, kind: &str, parties: usize, each: usize) {
    let mut entries = Vec::new();
    for _ in 0..parties {
        let party = Uuid::new_v4();
        entries.extend(
            (0..each).map(|_| Entry::new(json!({ "kind": kind, "occurred_on": "2026-11-02" }), Some(party))),
        );
    }
    accepted_many(app, entries).await;
}

async fn released(client: &Client) -> tests::client::Answer {
    client
        .post("/api/v1/statistics/releases", &json!({}))
        .await
        .expect(201)
}

#[tokio::test]
async fn members_see_five_parties_and_not_four() {
    let app = TestApp::start().await;
    parties(&app, "intrusion", 4, 9).await;
    parties(&app, "system_down", 5, 1).await;
    parties(&app, "cargo_fraud", 40, 1).await;
    app.drain().await;
    let table = Table::ask(&app.member(), "by=kind").await;
    assert_eq!(table.cell("intrusion", "2026-11"), "small");
    assert_eq!(table.cell("cargo_fraud", "2026-11"), "40");
    let hidden: Vec<_> = table
        .cells()
        .into_iter()
        .filter(|(_, _, cell)| cell == "small" || cell == "complement")
        .collect();
    assert!(
        hidden.len() >= 2,
        "the hidden figure is the total without the others: {hidden:?}"
    );
    for client in [app.analyst(), app.admin()] {
        assert_eq!(Table::ask(&client, "by=kind").await.0["rows"], table.0["rows"]);
    }
    let only = TestApp::start().await;
    parties(&only, "system_down", 5, 1).await;
    only.drain().await;
    assert_eq!(
        Table::ask(&only.member(), "by=kind")
            .await
            .cell("system_down", "2026-11"),
        "5"
    );
}

#[tokio::test]
async fn one_party_with_many_incidents_is_still_one_party() {
    let app = TestApp::start().await;
    parties(&app, "intrusion", 1, 60).await;
    app.drain().await;
    let table = Table::ask(&app.member(), "by=kind").await;
    assert_eq!(
        (table.cell("intrusion", "2026-11"), &table.0["n"]),
        ("small".to_owned(), &Value::Null)
    );
    let unknown: Vec<Entry> = (0..5)
        .map(|_| Entry::new(json!({ "kind": "infected_device" }), None))
        .collect();
    let app = TestApp::start().await;
    accepted_many(&app, unknown).await;
    app.drain().await;
    assert_eq!(
        Table::ask(&app.member(), "by=kind")
            .await
            .cell("infected_device", "2026-11"),
        "5"
    );
}

#[tokio::test]
async fn the_public_sees_ten_parties_in_steps_of_five() {
    let app = TestApp::start().await;
    parties(&app, "intrusion", 9, 3).await;
    parties(&app, "system_down", 13, 1).await;
    parties(&app, "cargo_fraud", 40, 1).await;
    parties(&app, "data_taken", 28, 1).await;
    app.drain().await;
    let release = released(&app.analyst()).await;
    let table = Table::of(&release, "kind", "month", "reported");
    assert_eq!(table.cell("intrusion", "2026-11"), "small");
    for (word, truth) in [("system_down", 13), ("cargo_fraud", 40), ("data_taken", 28)] {
        let cell = table.cell(word, "2026-11");
        let rounded = (truth + 2) / 5 * 5;
        assert!(
            cell == rounded.to_string() || cell == "complement",
            "{word}: {cell}"
        );
    }
    let mut shown = 0;
    for table in release.json()["tables"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|table| table["series"] == "reported")
    {
        let cells = table["rows"]
            .as_array()
            .unwrap()
            .iter()
            .flat_map(|row| row["cells"].as_array().unwrap().iter().chain([&row["total"]]));
        for cell in cells.chain(table["totals"].as_array().unwrap()) {
            assert!(
                cell["value"]
                    .as_u64()
                    .is_none_or(|value| value % 5 == 0 && !(1..10).contains(&value)),
                "{cell}"
            );
            shown += usize::from(cell["value"].as_u64().is_some_and(|value| value > 0));
        }
        assert_eq!((&table["threshold"], &table["rounding"]), (&json!(10), &json!(5)));
    }
    assert!(shown > 10, "{shown} figures are left");
}

#[tokio::test]
async fn what_is_publicly_known_is_shown_as_it_is_and_counted_apart() {
    let app = TestApp::start().await;
    let known = Entry {
        series: Series::PublicSource,
        ..Entry::new(
            json!({ "kind": "locked_or_wiped", "occurred_on": "2017-06-27" }),
            None,
        )
    };
    accepted_many(&app, vec![known]).await;
    app.drain().await;
    let table = Table::ask(&app.member(), "by=kind&series=public_source&period=year").await;
    assert_eq!(
        (
            table.cell("locked_or_wiped", "2017"),
            table.0["threshold"].clone()
        ),
        ("1".to_owned(), json!(0))
    );
    let release = released(&app.admin()).await;
    assert_eq!(
        Table::of(&release, "kind", "year", "public_source").cell("locked_or_wiped", "2017"),
        "1"
    );
    let reported = Table::ask(&app.member(), "by=kind&period=year").await;
    assert_eq!(reported.total("locked_or_wiped"), "0");
}
