//! Accepting a sealed report: coded facts, and nothing that ties them to it.

use serde_json::{Value, json};
use tests::client::send;
use tests::reporter::Reporter;
use tests::{TestApp, desk, given};

fn acceptance(changes: Value) -> Value {
    let mut body = json!({ "facts": given::facts(), "verification": "anonymous_corroborated", "tlp": "amber", "age_band": "3d" });
    for (name, value) in changes.as_object().unwrap() {
        body[name] = value.clone();
    }
    body
}

#[tokio::test]
async fn coded_facts_become_an_incident_without_a_name_or_a_time() {
    let app = TestApp::start().await;
    let made = app
        .analyst()
        .post("/api/v1/desk/acceptances", &acceptance(json!({})))
        .await
        .expect(201);
    let incident = made.json();
    for (field, expected) in [
        ("status", json!("accepted")),
        ("track", json!("anonymous")),
        ("series", json!("reported")),
        ("organisation_id", Value::Null),
        ("reported_at", Value::Null),
        ("recorded_month", json!("2026-11")),
        ("verification", json!("anonymous_corroborated")),
        ("tlp", json!("amber")),
        ("systems", json!(["ecdis", "gnss"])),
    ] {
        let (mut found, mut wanted) = (incident[field].clone(), expected);
        for list in [&mut found, &mut wanted] {
            if let Some(words) = list.as_array_mut() {
                words.sort_by_key(Value::to_string);
            }
        }
        assert_eq!(found, wanted, "{field}");
    }
    let read = app
        .analyst()
        .get(&format!(
            "/api/v1/incidents/{}",
            incident["reference"].as_str().unwrap()
        ))
        .await
        .expect(200);
    assert_eq!(
        (read.json(), read.header("etag")),
        (incident, made.header("etag"))
    );
    assert_eq!(
        app.database
            .rows("SELECT month, band, reports FROM statistics_waits")
            .await,
        [["2026-11-01", "3d", "1"]]
    );
}

#[tokio::test]
async fn nothing_joins_the_incident_to_the_envelope() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    app.analyst()
        .get(&format!("/api/v1/desk/envelopes/{}", reporter.id))
        .await
        .expect(200);
    let made = app
        .analyst()
        .post("/api/v1/desk/acceptances", &acceptance(json!({})))
        .await
        .expect(201)
        .json();
    let (incident, envelope) = (made["id"].as_str().unwrap(), reporter.id.to_string());
    for table in app.database.column("SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_schema IN ('public', 'intake')").await {
        let both = app.database.count(&format!("{table} t WHERE t::text LIKE '%{incident}%' AND t::text LIKE '%{envelope}%'")).await;
        assert_eq!(both, 0, "{table}");
    }
    let refused = app
        .analyst()
        .post(
            "/api/v1/desk/acceptances",
            &acceptance(json!({ "envelope": envelope })),
        )
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/envelope"]);
}

#[tokio::test]
async fn a_report_without_a_name_is_never_identified() {
    let app = TestApp::start().await;
    let refused = app
        .analyst()
        .post(
            "/api/v1/desk/acceptances",
            &acceptance(json!({ "verification": "identified" })),
        )
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/verification"]);
    assert_eq!(app.database.count("incidents").await, 0);
}

#[tokio::test]
async fn facts_that_do_not_fit_are_named_inside_the_facts() {
    let app = TestApp::start().await;
    let facts = given::facts_with(json!({ "occurred_on": "2027-01-01", "title": "x" }));
    let refused = app
        .analyst()
        .post("/api/v1/desk/acceptances", &acceptance(json!({ "facts": facts })))
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/facts/title"]);
    let facts = given::facts_with(json!({ "occurred_on": "2027-01-01", "country": "QQ" }));
    let refused = app
        .analyst()
        .post("/api/v1/desk/acceptances", &acceptance(json!({ "facts": facts })))
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/facts/occurred_on", "/facts/country"]);
}

#[tokio::test]
async fn the_same_acceptance_twice_is_one_incident() {
    let app = TestApp::start().await;
    let request = || {
        app.analyst()
            .request(reqwest::Method::POST, "/api/v1/desk/acceptances")
            .header("idempotency-key", "case-7")
            .json(&acceptance(json!({})))
    };
    let first = send(request()).await.expect(201);
    let again = send(request()).await.expect(201);
    assert_eq!(
        (first.json(), again.header("idempotency-replayed")),
        (again.json(), "true")
    );
    assert_eq!(app.database.count("incidents").await, 1);
    assert_eq!(
        app.database
            .column("SELECT sum(reports) FROM statistics_waits")
            .await,
        ["1"]
    );
}
