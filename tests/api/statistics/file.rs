//! Tables as files: one figure to a row, the same figures as on the page, in every form.

use super::Table;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use tests::TestApp;
use tests::client::Client;
use tests::given::{Entry, accepted_many};
use uuid::Uuid;

async fn filled() -> TestApp {
    let app = TestApp::start().await;
    let entry = |at: usize| {
        let kind = ["intrusion", "system_down", "cargo_fraud"][usize::from(at >= 40) + usize::from(at >= 76)];
        let month = 6 + at % 6;
        Entry::new(
            json!({ "kind": kind, "occurred_on": format!("2026-{month:02}-03") }),
            Some(Uuid::new_v4()),
        )
    };
    accepted_many(&app, (0..78).map(entry).collect()).await;
    app.drain().await;
    app
}

async fn figures(client: &Client, path: &str) -> Vec<Value> {
    let answer = client.get(path).await.expect(200);
    assert_eq!(answer.header("content-type"), "application/x-ndjson");
    answer
        .text()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect()
}

type Cells = BTreeMap<(String, String), (Value, Value)>;

fn by_place(figures: &[Value]) -> Cells {
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let placed: Cells = figures
        .iter()
        .map(|one| {
            let place = (text(&one["word"]), text(&one["period"]));
            (place, (one["value"].clone(), one["hidden"].clone()))
        })
        .collect();
    assert_eq!(placed.len(), figures.len(), "each place has one figure");
    placed
}

/// What the page shows, by the same places.
fn of_table(Table(table): &Table) -> Cells {
    let mut heads: Vec<String> = table["periods"]
        .as_array()
        .unwrap()
        .iter()
        .map(|head| head["id"].as_str().unwrap().to_owned())
        .collect();
    heads.push(String::new());
    let mut cells = Cells::new();
    let mut put = |word: &str, row: &[Value]| {
        assert_eq!(row.len(), heads.len());
        for (head, cell) in heads.iter().zip(row) {
            let figure = (cell["value"].clone(), cell["hidden"].clone());
            cells.insert((word.to_owned(), head.clone()), figure);
        }
    };
    let with_total = |cells: &Value, total: &Value| -> Vec<Value> {
        let cells = cells.as_array().unwrap().iter();
        cells.chain([total]).cloned().collect()
    };
    for row in table["rows"].as_array().unwrap() {
        put(
            row["word"].as_str().unwrap(),
            &with_total(&row["cells"], &row["total"]),
        );
    }
    put("", &with_total(&table["totals"], &table["total"]));
    cells
}

#[tokio::test]
async fn a_live_table_leaves_with_every_figure_and_every_gap() {
    let app = filled().await;
    let query = "by=kind&period=month&from=2026-07";
    let shown = of_table(&Table::ask(&app.member(), query).await);
    let path = format!("/api/v1/statistics/incidents.ndjson?{query}");
    let rows = figures(&app.member(), &path).await;
    assert_eq!(by_place(&rows), shown);
    let hidden = |why: &str| shown.values().filter(|cell| cell.1 == why).count();
    assert!(hidden("small") > 0 && hidden("complement") > 0 && hidden("no") > 0);
    let partial: Vec<&Value> = rows.iter().filter(|row| row["partial"] == true).collect();
    assert!(!partial.is_empty() && partial.iter().all(|row| row["period"] == "2026-11"));
    for row in &rows {
        assert_eq!(
            (&row["series"], &row["dimension"], &row["period_kind"]),
            (&json!("reported"), &json!("kind"), &json!("month"))
        );
        assert_eq!(
            (&row["threshold"], &row["rounding"], &row["as_of"]),
            (&json!(5), &json!(1), &json!("2026-11-21T12:00:00Z"))
        );
    }
}

#[tokio::test]
async fn a_release_leaves_whole_or_by_table_and_stays_as_published() {
    let app = filled().await;
    let button = "/api/v1/statistics/releases";
    let release = app.analyst().post(button, &json!({})).await.expect(201);
    let all = figures(&app.anyone(), &format!("{button}/latest.ndjson")).await;
    let cells = |table: &Value| of_table(&Table(table.clone())).len();
    let tables = release.json()["tables"].as_array().unwrap().clone();
    assert_eq!(all.len(), tables.iter().map(cells).sum::<usize>());
    let one = "latest.ndjson?by=severity&period=year&series=reported";
    let one = figures(&app.anyone(), &format!("{button}/{one}")).await;
    let shown = of_table(&Table::of(&release, "severity", "year", "reported"));
    assert_eq!(by_place(&one), shown);

    accepted_many(&app, vec![Entry::new(json!({}), Some(Uuid::new_v4()))]).await;
    app.drain().await;
    let later = figures(&app.anyone(), &format!("{button}/latest.ndjson")).await;
    assert_eq!(later, all);
}

#[tokio::test]
async fn every_form_is_offered_by_suffix_and_by_accept() {
    let app = filled().await;
    let button = "/api/v1/statistics/releases";
    app.analyst().post(button, &json!({})).await.expect(201);
    let live = "/api/v1/statistics/incidents";
    let paths = [
        (
            format!("{live}.csv?by=kind"),
            format!("{live}?by=kind"),
            "bellbuoy-figures",
        ),
        (
            format!("{button}/latest.csv"),
            format!("{button}/latest"),
            "bellbuoy-figures",
        ),
        (format!("{button}.csv"), button.to_owned(), "bellbuoy-releases"),
    ];
    for (suffixed, plain, name) in paths {
        let file = app.member().get(&suffixed).await.expect(200);
        let asked = app.member().request(reqwest::Method::GET, &plain);
        let accepted = tests::client::send(asked.header("accept", "text/csv"))
            .await
            .expect(200);
        assert_eq!(file.text(), accepted.text(), "{suffixed}");
        assert_eq!(
            file.header("content-disposition"),
            format!("attachment; filename=\"{name}.csv\"")
        );
        assert!(file.text().lines().count() > 1, "{suffixed}");
        let book = app
            .member()
            .get(&suffixed.replace(".csv", ".xlsx"))
            .await
            .expect(200);
        assert!(book.bytes.starts_with(b"PK"), "{suffixed}");
    }
    let nothing = format!("{button}/00000000-0000-4000-8000-000000000000.csv");
    app.anyone().get(&nothing).await.expect(404);
    app.anyone().get(&format!("{live}.csv?by=kind")).await.expect(401);
}
