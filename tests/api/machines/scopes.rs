//! What a key opens, and what no key opens.

use bellbuoy_domain::machine::KeyScope;
use bellbuoy_server::auth::machines::{Need, need};
use serde_json::json;
use tests::spec::operations;
use tests::{TestApp, given, golden};

#[test]
fn every_operation_says_what_it_needs_of_a_program() {
    let mut table = String::new();
    for operation in operations() {
        let method = operation.method.parse().unwrap();
        let needed = match need(&method, &operation.path) {
            Need::Scope(scope) => scope.to_string(),
            Need::Open => "open".to_owned(),
            Need::Person => "a person".to_owned(),
        };
        table.push_str(&format!("{:<66}{needed}\n", operation.line()));
    }
    golden::compare(
        "tests/api/machines/scopes.txt",
        &table,
        "ACCEPT=1 make accept, and look at each change",
    );
    for scope in KeyScope::ALL {
        assert!(table.contains(scope.as_str()), "{scope} opens nothing");
    }
}

#[tokio::test]
async fn a_key_opens_its_scopes_and_nothing_else() {
    let app = TestApp::start().await;
    let own = given::incident(&app).submitted().await.json();
    let paths = [
        (KeyScope::IncidentsRead, "/api/v1/incidents".to_owned()),
        (
            KeyScope::IncidentsRead,
            format!("/api/v1/incidents/{}", own["id"].as_str().unwrap()),
        ),
        (KeyScope::IncidentsRead, "/api/v1/incidents.csv".to_owned()),
        (KeyScope::AdvisoriesRead, "/api/v1/advisories".to_owned()),
        (
            KeyScope::StatisticsRead,
            "/api/v1/statistics/incidents?by=kind".to_owned(),
        ),
        (KeyScope::OrganisationsRead, "/api/v1/organisations".to_owned()),
    ];
    for scope in KeyScope::ALL {
        let program = given::program(&app, &json!({ "scopes": [scope] })).await;
        for (needed, path) in &paths {
            let answer = program.get(path).await;
            assert_eq!(
                answer.status == 200,
                needed == scope,
                "{scope} {path}: {}",
                answer.text()
            );
            if answer.status != 200 {
                assert!(answer.expect(403).text().contains(needed.as_str()));
            }
        }
        let written = program.post("/api/v1/incidents", &given::facts()).await;
        assert_eq!(
            written.status == 201,
            *scope == KeyScope::IncidentsWrite,
            "{}",
            written.text()
        );
        for path in [
            "/api/v1/me",
            "/api/v1/api-keys",
            "/api/v1/audit",
            "/api/v1/desk/envelopes",
        ] {
            program.get(path).await.expect(403);
        }
    }
}

#[tokio::test]
async fn a_program_sees_what_its_organisation_sees() {
    let app = TestApp::start().await;
    given::incident(&app).submitted().await;
    app.other_member()
        .post("/api/v1/incidents", &given::facts())
        .await
        .expect(201);
    let program = given::program(&app, &json!({})).await;
    let seen = program.get("/api/v1/incidents").await.expect(200).json();
    assert_eq!(seen["items"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_test_key_sees_what_was_invented_and_nothing_else() {
    let app = TestApp::start().await;
    given::incident(&app).submitted().await;
    let real = given::incident(&app).submitted().await.json();
    let id = real["id"].as_str().unwrap();
    app.database
        .rows(&format!("UPDATE incidents SET demo = false WHERE id = '{id}'"))
        .await;
    let program = given::program(&app, &json!({ "test": true })).await;
    let seen = program.get("/api/v1/incidents").await.expect(200).json();
    assert_eq!(seen["items"].as_array().unwrap().len(), 1);
    program.get(&format!("/api/v1/incidents/{id}")).await.expect(404);
    let directory = program.get("/api/v1/organisations").await.expect(200).json();
    assert!(directory["items"].as_array().unwrap().is_empty(), "{directory}");
    let live = given::program(&app, &json!({})).await;
    let directory = live.get("/api/v1/organisations").await.expect(200).json();
    assert!(!directory["items"].as_array().unwrap().is_empty());
    program
        .get("/api/v1/statistics/incidents?by=kind")
        .await
        .expect(403);
    let written = program
        .post("/api/v1/incidents", &given::facts())
        .await
        .expect(201)
        .json();
    assert_eq!(written["demo"], true);
    assert_eq!(
        live.get("/api/v1/incidents").await.json()["items"]
            .as_array()
            .unwrap()
            .len(),
        3
    );
}
