//! The list as a file: whole, in raw words, and harmless in a spreadsheet.

use reqwest::Method;
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::{Client, send};
use tests::given;

const XLSX: &str = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

fn records(csv: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut letters = csv.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => cell.push(letters.next().unwrap()),
            '"' => quoted = !quoted,
            ',' if !quoted => row.push(std::mem::take(&mut cell)),
            '\n' if !quoted => {
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '\r' if !quoted => {}
            other => cell.push(other),
        }
    }
    rows
}

async fn accepting(client: &Client, path: &str, kind: &str) -> tests::client::Answer {
    send(
        client
            .request(Method::GET, path)
            .header("accept", kind.to_owned()),
    )
    .await
}

#[tokio::test]
async fn every_form_holds_the_rows_of_the_list() {
    let app = TestApp::start().await;
    for n in 0..4 {
        given::incident(&app).with(json!({ "title": format!("Case {n}, \"quoted\""), "severity": if n < 2 { "low" } else { "major" } })).submitted().await;
    }
    let analyst = app.analyst();
    let listed = analyst.get("/api/v1/incidents?severity=low").await.json();
    let listed: Vec<&Value> = listed["items"].as_array().unwrap().iter().collect();

    let csv = analyst
        .get("/api/v1/incidents.csv?severity=low")
        .await
        .expect(200);
    assert_eq!(
        (csv.header("content-type"), csv.header("content-disposition")),
        (
            "text/csv; charset=utf-8",
            "attachment; filename=\"bellbuoy-incidents.csv\""
        )
    );
    let rows = records(&csv.text());
    let at = |name: &str| rows[0].iter().position(|column| column == name).unwrap();
    assert_eq!(rows.len(), 3);
    for (row, item) in rows[1..].iter().zip(&listed) {
        for name in [
            "id",
            "reference",
            "title",
            "severity",
            "recorded_month",
            "reported_at",
        ] {
            assert_eq!(row[at(name)], item[name].as_str().unwrap(), "{name}");
        }
        assert_eq!(row[at("systems")].split('|').count(), 2);
        assert_eq!(row[at("source")], "");
    }

    let ndjson = analyst
        .get("/api/v1/incidents.ndjson?severity=low")
        .await
        .expect(200);
    let lines: Vec<Value> = ndjson
        .text()
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.iter().collect::<Vec<_>>(), listed);
    let xlsx = analyst
        .get("/api/v1/incidents.xlsx?severity=low")
        .await
        .expect(200);
    assert_eq!(xlsx.header("content-type"), XLSX);
    assert!(xlsx.bytes.starts_with(b"PK"));

    for (kind, same) in [("text/csv", &csv), ("application/x-ndjson", &ndjson)] {
        let by_accept = accepting(&analyst, "/api/v1/incidents?severity=low", kind)
            .await
            .expect(200);
        assert_eq!(
            (by_accept.bytes, by_accept.headers["content-type"].clone()),
            (same.bytes.clone(), same.headers["content-type"].clone())
        );
    }
    assert_eq!(
        accepting(&analyst, "/api/v1/incidents", "image/png")
            .await
            .expect(406)
            .code(),
        "not_acceptable"
    );
    analyst.get("/api/v1/incidents.pdf").await.expect(404);
}

#[tokio::test]
async fn a_title_that_looks_like_a_formula_is_text_in_every_form() {
    let app = TestApp::start().await;
    let formulas = [
        "=HYPERLINK(\"http://x\")",
        "+1+1",
        "-2+3",
        "@SUM(A1)",
        "＝1+1",
        "=cmd|' /C calc'!A0",
    ];
    for title in formulas {
        given::incident(&app)
            .with(json!({ "title": title, "summary": title }))
            .submitted()
            .await;
    }
    let analyst = app.analyst();
    let rows = records(&analyst.get("/api/v1/incidents.csv").await.expect(200).text());
    let triggers = ['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'];
    assert_eq!(rows.len(), formulas.len() + 1);
    assert!(
        !rows.iter().flatten().any(|cell| cell.starts_with(triggers)),
        "{rows:?}"
    );
    let lines = analyst.get("/api/v1/incidents.ndjson").await.expect(200).text();
    for title in formulas {
        assert!(
            rows.iter().flatten().any(|cell| *cell == format!("'{title}")),
            "{title}"
        );
        assert!(
            lines
                .lines()
                .any(|line| serde_json::from_str::<Value>(line).unwrap()["title"] == title),
            "{title}"
        );
    }
    let book = analyst.get("/api/v1/incidents.xlsx").await.expect(200).bytes;
    let sheet = tests::xlsx::sheet(&book);
    assert!(sheet.contains("<c "), "{sheet}");
    assert!(!sheet.contains("<f>") && !sheet.contains("<f "), "{sheet}");
}

#[tokio::test]
async fn an_export_has_no_row_cap_and_shows_what_its_reader_may_see() {
    let app = TestApp::start().await;
    given::incident(&app).submitted().await;
    let columns = app.database.column("SELECT column_name FROM information_schema.columns WHERE table_name = 'incidents' AND is_generated = 'NEVER'").await;
    let values: Vec<String> = columns
        .iter()
        .map(|column| match column.as_str() {
            "id" => "gen_random_uuid()".to_owned(),
            "reference" => "'INC-' || lpad(n::text, 6, '0')".to_owned(),
            other => other.to_owned(),
        })
        .collect();
    app.database
        .rows(&format!(
            "INSERT INTO incidents ({}) SELECT {} FROM incidents, generate_series(1, 1100) n",
            columns.join(", "),
            values.join(", ")
        ))
        .await;
    for (client, rows) in [
        (app.analyst(), 1101),
        (app.member(), 1101),
        (app.other_member(), 0),
    ] {
        let text = client.get("/api/v1/incidents.ndjson").await.expect(200).text();
        let mut ids: Vec<String> = text
            .lines()
            .map(|line| serde_json::from_str::<Value>(line).unwrap()["id"].to_string())
            .collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), rows);
    }
    app.anyone().get("/api/v1/incidents.csv").await.expect(401);
}
