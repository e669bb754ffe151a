//! Long files: whole, of one state of the register, never short without a word, and held by no reader for ever.

use reqwest::{Method, Response};
use serde_json::Value;
use std::collections::BTreeSet;
use std::time::{Duration, Instant};
use tests::TestApp;
use tests::client::{Client, send};
use tests::given;

/// Rows of a file that no socket takes whole, and that a busy machine writes while another waits for its turn.
const FILE: usize = 2000;

/// Enters copies of one incident, each with a summary of `letters` letters.
async fn many(app: &TestApp, rows: usize, letters: usize) {
    given::incident(app).submitted().await;
    let columns = app.database.column("SELECT column_name FROM information_schema.columns WHERE table_name = 'incidents' AND is_generated = 'NEVER'").await;
    let values: Vec<String> = columns
        .iter()
        .map(|column| match column.as_str() {
            "id" => "gen_random_uuid()".to_owned(),
            "reference" => "'INC-' || lpad(n::text, 6, '0')".to_owned(),
            "recorded_month" => "recorded_month - make_interval(months => n % 40)".to_owned(),
            "summary" => format!("repeat('sea ', {})", letters / 4),
            other => other.to_owned(),
        })
        .collect();
    let (columns, values) = (columns.join(", "), values.join(", "));
    app.database
        .rows(&format!(
            "INSERT INTO incidents ({columns}) SELECT {values} FROM incidents, generate_series(2, {rows}) n"
        ))
        .await;
}

async fn listed(client: &Client) -> Vec<Value> {
    let mut found = Vec::new();
    let mut next = "/api/v1/incidents?limit=500".to_owned();
    loop {
        let page = client.get(&next).await.expect(200).json();
        found.extend(page["items"].as_array().unwrap().clone());
        match page["next"].as_str() {
            Some(address) => next = address.to_owned(),
            None => return found,
        }
    }
}

fn lines(bytes: &[u8]) -> Vec<Value> {
    bytes
        .split(|byte| *byte == b'\n')
        .filter(|line| !line.is_empty())
        .map(|line| serde_json::from_slice(line).unwrap())
        .collect()
}

async fn begun(app: &TestApp) -> (Response, Vec<u8>) {
    let request = app.analyst().request(Method::GET, "/api/v1/incidents.ndjson");
    let mut response = request.send().await.unwrap();
    let first = response.chunk().await.unwrap().unwrap();
    (response, first.to_vec())
}

/// The rest of a file, or how it broke off.
async fn rest(mut response: Response, bytes: &mut Vec<u8>) -> Result<(), reqwest::Error> {
    while let Some(chunk) = response.chunk().await? {
        bytes.extend_from_slice(&chunk);
    }
    Ok(())
}

async fn reading(app: &TestApp) -> i64 {
    let of = format!(
        "pg_stat_activity WHERE datname = '{}' AND usename = 'bellbuoy_app' AND xact_start IS NOT NULL",
        app.database.name
    );
    app.database.count(&of).await
}

async fn nobody_reads(app: &TestApp) {
    let begun = Instant::now();
    while reading(app).await > 0 {
        assert!(
            begun.elapsed() < Duration::from_secs(20),
            "the transaction stays open"
        );
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
}

#[tokio::test]
async fn a_long_file_is_the_list() {
    let app = TestApp::start().await;
    many(&app, 3200, 40).await;
    let analyst = app.analyst();
    let list = listed(&analyst).await;
    assert_eq!(list.len(), 3200);
    let ndjson = analyst.get("/api/v1/incidents.ndjson").await.expect(200);
    assert_eq!(ndjson.header("transfer-encoding"), "chunked");
    assert!(lines(&ndjson.bytes) == list, "the file is another list");

    let csv = analyst.get("/api/v1/incidents.csv").await.expect(200).text();
    let ids: Vec<&str> = csv
        .lines()
        .skip(1)
        .filter_map(|line| line.rsplit(',').next())
        .collect();
    assert!(
        ids == list
            .iter()
            .map(|item| item["id"].as_str().unwrap())
            .collect::<Vec<_>>()
    );

    let request = analyst.request(Method::GET, "/api/v1/incidents.csv");
    let packed = send(request.header("accept-encoding", "zstd")).await.expect(200);
    assert_eq!(packed.header("content-encoding"), "zstd");
    assert_eq!(zstd::decode_all(&*packed.bytes).unwrap(), csv.as_bytes());

    let book = analyst.get("/api/v1/incidents.xlsx").await.expect(200);
    let sheet = tests::xlsx::sheet(&book.bytes);
    assert_eq!(sheet.matches("<row ").count(), 3201);
    assert_eq!(book.header("content-length"), book.bytes.len().to_string());
    let left = std::fs::read_dir(app.folder.join("exports")).unwrap().count();
    assert_eq!(left, 0, "files stay behind");
}

#[tokio::test]
async fn a_file_shows_one_state_though_others_write() {
    let app = TestApp::start().await;
    many(&app, 4000, 7600).await;
    let before = listed(&app.analyst()).await;
    let (response, mut bytes) = begun(&app).await;
    app.database
        .rows("UPDATE incidents SET title = 'Written later'")
        .await;
    app.database
        .rows("DELETE FROM incident_facts; DELETE FROM incidents WHERE reference < 'INC-000020'")
        .await;
    given::incident(&app).submitted().await;
    rest(response, &mut bytes).await.unwrap();
    assert!(lines(&bytes) == before, "the file shows what was written later");
    let after = app.analyst().get("/api/v1/incidents.ndjson").await.expect(200);
    assert!(lines(&after.bytes).len() < before.len());
}

#[tokio::test]
async fn a_reader_who_stops_is_left_and_gets_no_short_file() {
    let app = TestApp::start_with(&["--export-wait", "1"]).await;
    many(&app, 4000, 7600).await;
    let (response, mut bytes) = begun(&app).await;
    assert_eq!(reading(&app).await, 1);
    nobody_reads(&app).await;
    rest(response, &mut bytes).await.unwrap_err();
    let whole = app.analyst().get("/api/v1/incidents.ndjson").await.expect(200);
    assert!(bytes.len() < whole.bytes.len() && whole.bytes.starts_with(&bytes));
}

#[tokio::test]
async fn a_reader_who_goes_away_ends_the_reading() {
    let app = TestApp::start().await;
    many(&app, 4000, 7600).await;
    let (response, _) = begun(&app).await;
    drop(response);
    nobody_reads(&app).await;
    app.analyst().get("/api/v1/incidents.csv").await.expect(200);
}

#[tokio::test]
async fn a_database_that_goes_away_in_the_middle_breaks_the_answer() {
    let app = TestApp::start().await;
    many(&app, 4000, 7600).await;
    let (response, mut bytes) = begun(&app).await;
    app.database
        .rows("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'bellbuoy_app' AND xact_start IS NOT NULL")
        .await;
    rest(response, &mut bytes).await.unwrap_err();
}

#[tokio::test]
async fn what_fails_before_the_first_row_is_a_problem() {
    let app = TestApp::start().await;
    let analyst = app.analyst();
    for form in ["csv", "ndjson", "xlsx"] {
        let path = format!("/api/v1/incidents.{form}");
        for fault in ["severity=grave", "updated_since=0", "sort=title"] {
            let answer = analyst.get(&format!("{path}?{fault}")).await.expect(400);
            assert_eq!(answer.code(), "bad_parameter", "{form} {fault}");
        }
        let empty = analyst.get(&path).await.expect(200);
        assert_eq!(empty.text().lines().count() > 0, form != "ndjson", "{form}");
    }
}

#[tokio::test]
async fn files_at_once_leave_connections_for_others() {
    let app = TestApp::start().await;
    many(&app, FILE, 7600).await;
    let (one, mut bytes) = begun(&app).await;
    // Two connections, and an export may hold one of them: the list is still served.
    app.analyst().get("/api/v1/incidents?limit=1").await.expect(200);
    let analyst = app.analyst();
    let two = tokio::spawn(async move { analyst.get("/api/v1/incidents.csv?severity=low").await });
    rest(one, &mut bytes).await.unwrap();
    two.await.unwrap().expect(200);
    let ids: BTreeSet<String> = lines(&bytes).iter().map(|row| row["id"].to_string()).collect();
    assert_eq!(ids.len(), FILE);
}
