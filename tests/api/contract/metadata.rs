//! Beside each exported table stands what its columns mean: all of them, and no others.

use serde_json::Value;
use tests::TestApp;
use tests::client::Client;
use tests::sittings::{SCHEME, announced, draft};

/// The file and its description.
const TABLES: [(&str, &str); 22] = [
    ("consultants.csv", "consultants"),
    ("suppliers.csv", "suppliers"),
    ("certificates.csv", "certificates"),
    ("certification-applications.csv", "certification-applications"),
    ("complaints.csv", "complaints"),
    ("ratings.csv", "ratings"),
    ("sittings.csv", "sittings"),
    ("cpd-entries.csv", "cpd-entries"),
    ("incidents.csv", "incidents"),
    ("advisories.csv", "advisories"),
    ("audit.csv", "audit"),
    ("audit/checkpoints.csv", "audit/checkpoints"),
    ("applications.csv", "applications"),
    ("api-keys.csv", "api-keys"),
    (
        "organisations/01900000-0000-7000-8000-000000000065/memberships.csv",
        "organisations/01900000-0000-7000-8000-000000000065/memberships",
    ),
    ("staff.csv", "staff"),
    ("techniques", "techniques"),
    ("flag-states", "flag-states"),
    ("taxonomies/severity", "taxonomies/severity"),
    ("statistics/incidents.csv?by=kind", "statistics/incidents"),
    ("statistics/releases.csv", "statistics/releases"),
    ("statistics/releases/latest.csv", "statistics/releases/latest"),
];

/// Somebody who may take the table away.
fn reader(app: &TestApp, table: &str) -> Client {
    let for_admins = [
        "audit",
        "applications",
        "api-keys",
        "organisations/",
        "memberships",
        "staff",
    ];
    if ["sittings/", "complaints", "ratings"]
        .iter()
        .any(|noun| table.starts_with(noun))
    {
        return app.person(SCHEME);
    }
    if for_admins.iter().any(|noun| table.starts_with(noun)) {
        app.admin()
    } else {
        app.analyst()
    }
}

async fn exported(app: &TestApp, file: &str) -> (String, Vec<String>) {
    let client = reader(app, file);
    let request = client.request(reqwest::Method::GET, &format!("/api/v1/{file}"));
    let answer = tests::client::send(request.header("accept", "text/csv"))
        .await
        .expect(200);
    let name = answer.header("content-disposition").split('"').nth(1).unwrap();
    let head = answer.text().lines().next().unwrap().to_owned();
    (
        name.trim_end_matches(".csv").to_owned(),
        head.split(',').map(str::to_owned).collect(),
    )
}

async fn described(app: &TestApp, file: &str, table: &str) {
    let client = reader(app, table);
    let told = client
        .get(&format!("/api/v1/{table}/metadata.json"))
        .await
        .expect(200)
        .json();
    let (name, columns) = exported(app, file).await;
    let described: Vec<&Value> = told["columns"].as_array().unwrap().iter().collect();
    let names: Vec<&str> = described
        .iter()
        .map(|column| column["name"].as_str().unwrap())
        .collect();
    assert_eq!(
        (told["name"].as_str().unwrap(), names),
        (&*name, columns.iter().map(String::as_str).collect()),
        "{table}"
    );
    assert_eq!(told["as_of"], "2026-11-21T12:00:00Z", "{table}");
    for field in ["row", "licence"] {
        assert!(told[field].as_str().unwrap().ends_with('.'), "{table}: {field}");
    }
    for column in described {
        assert!(
            column["meaning"].as_str().unwrap().ends_with('.'),
            "{table}: {column}"
        );
        let instant = column["type"] == "date-time";
        assert_eq!(column["unit"] == "UTC", instant, "{table}: {column}");
        let words = column["vocabulary"].as_str();
        assert_eq!(words.is_some(), column["type"] == "word", "{table}: {column}");
        if let Some(address) = words {
            app.anyone().get(address).await.expect(200);
        }
    }
}

#[tokio::test]
async fn every_exported_column_is_described_and_no_other() {
    let app = TestApp::start().await;
    let nothing = serde_json::json!({});
    let published = app.analyst().post("/api/v1/statistics/releases", &nothing).await;
    published.expect(201);
    for (file, table) in TABLES {
        described(&app, file, table).await;
    }
    let (sitting, _) = announced(&app, &draft(&serde_json::json!({}))).await;
    let table = format!("{}/seats", sitting.trim_start_matches("/api/v1/"));
    described(&app, &format!("{table}.csv"), &table).await;
    app.anyone()
        .get("/api/v1/taxonomies/nothing/metadata.json")
        .await
        .expect(404);
}

#[test]
fn every_export_has_a_description_beside_it() {
    let paths: Vec<String> = tests::spec::operations()
        .into_iter()
        .map(|operation| operation.path)
        .collect();
    let exports: Vec<&str> = paths
        .iter()
        .filter_map(|path| path.strip_suffix(".{form}"))
        .collect();
    assert_eq!(exports.len(), 21);
    for table in exports {
        let beside = format!("{table}/metadata.json");
        assert!(paths.contains(&beside), "{beside} is missing");
    }
}
