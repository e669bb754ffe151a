//! The own data: all of it to take along, and what goes and stays when an account is removed.

use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::{Cursor, Read};
use tests::people::{PASSWORD, person};
use tests::{TestApp, given};

const COLLEAGUE: &str = "colleague@demo.example";
/// Tables that name an account and are in no part of the archive, and why.
const LEFT_OUT: [(&str, &str); 3] = [
    ("recovery_codes", "hashes, of use to nobody"),
    ("password_links", "hashes, of use to nobody"),
    ("jobs", "gone within a day"),
];

fn unpacked(bytes: Vec<u8>) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|at| {
            let mut file = archive.by_index(at).unwrap();
            let mut bytes = Vec::new();
            file.read_to_end(&mut bytes).unwrap();
            (file.name().unwrap().into_owned(), bytes)
        })
        .collect()
}

fn rows(files: &BTreeMap<String, Vec<u8>>, part: &str) -> Vec<Value> {
    serde_json::from_slice(&files[&format!("{part}.json")]).unwrap()
}

#[tokio::test]
async fn everything_of_the_person_and_nothing_of_others_is_in_the_archive() {
    let app = TestApp::start().await;
    let own = app
        .person(COLLEAGUE)
        .post("/api/v1/incidents", &given::facts())
        .await
        .expect(201);
    given::incident(&app).submitted().await;
    app.second_factor(COLLEAGUE).await;
    let client = app.signed_in("member@demo.example").await;
    let refused = client
        .post("/api/v1/me/copies", &json!({ "password": "not mine" }))
        .await;
    assert_eq!(refused.expect(422).pointers(), ["/password"]);
    let colleague = app.person(COLLEAGUE);
    let asked = json!({ "password": PASSWORD, "code": app.code() });
    let answer = colleague.post("/api/v1/me/copies", &asked).await.expect(200);
    assert_eq!(answer.header("content-type"), "application/zip");
    let files = unpacked(answer.bytes);
    assert_eq!(rows(&files, "account")[0]["email"], COLLEAGUE);
    let incidents = rows(&files, "incidents");
    assert_eq!(incidents.len(), 1);
    assert_eq!(incidents[0]["id"], own.json()["id"]);
    assert_eq!(incidents[0]["summary"], given::facts()["summary"]);
    let csv = String::from_utf8(files["incidents.csv"].clone()).unwrap();
    assert!(csv.starts_with("id,reference,status"), "{csv}");
    assert!(csv.contains(",ecdis|gnss,"), "{csv}");
    assert_eq!(rows(&files, "memberships")[0]["role"], "member");
    assert!(
        rows(&files, "steps")
            .iter()
            .any(|step| step["action"] == "account.take_along")
    );
    let sums = String::from_utf8(files["SHA256SUMS"].clone()).unwrap();
    assert_eq!(sums.lines().count(), files.len() - 1);
    for line in sums.lines() {
        let (sum, name) = line.split_once("  ").unwrap();
        assert_eq!(sum, hex::encode(Sha256::digest(&files[name])), "{name}");
    }
    let everything: Vec<u8> = files.into_values().flatten().collect();
    let everything = String::from_utf8_lossy(&everything);
    for secret in ["argon2", "sealed_secret", "password_hash", "member@demo.example"] {
        assert!(!everything.contains(secret), "{secret}");
    }
}

#[tokio::test]
async fn no_table_that_names_an_account_is_forgotten() {
    let app = TestApp::start().await;
    let asked = json!({ "password": PASSWORD });
    let answer = app.member().post("/api/v1/me/copies", &asked).await.expect(200);
    let files = unpacked(answer.bytes);
    let sql = "SELECT table_name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'account_id' ORDER BY 1";
    for table in app.database.column(sql).await {
        let part = match table.as_str() {
            "audit_entries" => "steps",
            "second_factors" => "second_factor",
            other => other,
        };
        let told = files.contains_key(&format!("{part}.json"))
            || LEFT_OUT.iter().any(|(left_out, _)| *left_out == table);
        assert!(
            told,
            "{table} is neither in the archive nor left out for a reason"
        );
    }
}

#[tokio::test]
async fn a_removed_account_names_nobody_any_more() {
    let app = TestApp::start().await;
    app.database
        .rows(&format!(
            "UPDATE accounts SET name = 'Quite Unmistakable' WHERE email = '{COLLEAGUE}'"
        ))
        .await;
    let report = app
        .person(COLLEAGUE)
        .post("/api/v1/incidents", &given::facts())
        .await
        .expect(201);
    let client = app.signed_in(COLLEAGUE).await;
    let change = json!({ "password": PASSWORD, "new_password": "another horse battery" });
    client.post("/api/v1/me/password", &change).await.expect(204);
    let refused = client
        .post("/api/v1/me/removals", &json!({ "password": PASSWORD }))
        .await;
    assert_eq!(refused.expect(422).pointers(), ["/password"]);
    let asked = json!({ "password": "another horse battery" });
    let kept = client
        .post("/api/v1/me/removals", &asked)
        .await
        .expect(201)
        .json();
    assert!(kept.as_array().unwrap().len() > 2, "{kept}");
    client.get("/api/v1/me").await.expect(401);
    let sign_in = json!({ "email": COLLEAGUE, "password": "another horse battery" });
    app.anyone()
        .post("/api/v1/auth/sessions", &sign_in)
        .await
        .expect(401);
    let sql = "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE'";
    let tables = app.database.column(sql).await;
    let tables: Vec<&str> = tables.iter().map(String::as_str).collect();
    let everything = app.database.text_of(&tables).await;
    for name in [COLLEAGUE, "Quite Unmistakable"] {
        assert!(!everything.contains(name), "{name} still stands in the database");
    }
    // The organisation keeps its report.
    let path = format!("/api/v1/incidents/{}", report.json()["id"].as_str().unwrap());
    app.member().get(&path).await.expect(200);
    let members = format!(
        "/api/v1/organisations/{}/memberships?left=true",
        person("member@demo.example").organisation().unwrap()
    );
    let people = app.member().get(&members).await.expect(200).json();
    assert!(
        people["items"]
            .as_array()
            .unwrap()
            .iter()
            .any(|one| one["state"] == "left")
    );
}

#[tokio::test]
async fn neither_the_last_owner_nor_staff_leave_others_stranded() {
    let app = TestApp::start().await;
    let asked = json!({ "password": PASSWORD });
    for email in ["other-member@demo.example", "analyst@demo.example"] {
        let refused = app.person(email).post("/api/v1/me/removals", &asked).await;
        assert_eq!(refused.expect(409).code(), "conflict", "{email}");
        app.person(email).get("/api/v1/me").await.expect(200);
    }
    assert_eq!(
        app.database.count("accounts WHERE removed_at IS NOT NULL").await,
        0
    );
}

#[tokio::test]
async fn a_name_is_corrected_and_nothing_else() {
    let app = TestApp::start().await;
    let named = app
        .person(COLLEAGUE)
        .post("/api/v1/me/name", &json!({ "name": "  Name As It Is " }))
        .await
        .expect(200);
    assert_eq!(named.json()["name"], "Name As It Is");
    let refused = app
        .person(COLLEAGUE)
        .post(
            "/api/v1/me/name",
            &json!({ "name": "Other Name", "role": "admin" }),
        )
        .await;
    assert_eq!(refused.expect(422).pointers(), ["/role"]);
    assert_eq!(
        app.person(COLLEAGUE).get("/api/v1/me").await.json()["role"],
        "member"
    );
}
