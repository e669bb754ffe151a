//! Reporting by name: the facts come back as they were sent.

use serde_json::{Value, json};
use tests::TestApp;
use tests::given::{self, facts_with};

/// Every fact that can be given.
fn everything() -> Value {
    facts_with(json!({
        "security_incident": "confirmed", "cause": "malicious", "classification": "availability", "incident_type": "outage", "size_band": "gt_50000_99999",
        "country": "NL", "unlocode": "NLRTM", "reporter_role": "master", "actor": "organized_crime", "motive": "financial", "backups": "tested",
        "workaround": "Paper charts and radar.", "severity_axes": { "safety": "major", "data": "none" },
        "services": [{ "service": "navigation", "state": "restored", "down_at": "2026-11-12T03:00:00Z", "restored_at": "2026-11-12T03:40:00Z" }],
        "attributes": ["integrity", "availability"], "containment": ["switched_to_manual"], "crime_links": ["piracy"],
        "techniques": [{ "matrix": "ics", "id": "T0856" }, { "matrix": "enterprise", "id": "T1566.001" }]
    }))
}

#[tokio::test]
async fn what_was_sent_comes_back() {
    let app = TestApp::start().await;
    let sent = everything();
    let made = app.member().post("/api/v1/incidents", &sent).await.expect(201);
    let incident = made.json();
    for (name, value) in sent.as_object().unwrap() {
        let sorted = |value: &Value| {
            let mut words: Vec<String> = value
                .as_array()
                .into_iter()
                .flatten()
                .map(Value::to_string)
                .collect();
            words.sort();
            words
        };
        match name.as_str() {
            "severity_axes" => assert_eq!(
                (
                    &incident[name]["safety"],
                    &incident[name]["data"],
                    &incident[name]["financial"]
                ),
                (&json!("major"), &json!("none"), &Value::Null)
            ),
            _ if value.is_array() => assert_eq!(sorted(&incident[name]), sorted(value), "{name}"),
            _ => assert_eq!(&incident[name], value, "{name}"),
        }
    }
    let member = tests::people::person("member@demo.example");
    assert_eq!(
        (
            &incident["status"],
            &incident["track"],
            &incident["series"],
            &incident["demo"]
        ),
        (
            &json!("submitted"),
            &json!("named"),
            &json!("reported"),
            &json!(true)
        )
    );
    assert_eq!(
        (&incident["organisation_id"], &incident["reported_at"]),
        (&json!(member.organisation()), &json!("2026-11-21T12:00:00Z"))
    );
    assert_eq!(
        (
            &incident["recorded_month"],
            &incident["verification"],
            &incident["tlp"]
        ),
        (&json!("2026-11"), &json!("identified"), &json!("amber"))
    );
    let read = app
        .member()
        .get(&format!("/api/v1/incidents/{}", incident["id"].as_str().unwrap()))
        .await
        .expect(200);
    assert_eq!(
        (read.json(), read.header("etag")),
        (incident, made.header("etag"))
    );
    assert_eq!(
        app.database.column("SELECT action FROM audit_entries").await,
        ["incident.submit"]
    );
    assert_eq!(
        app.database.column("SELECT topic FROM outbox").await,
        ["incident.submitted"]
    );
}

#[tokio::test]
async fn what_is_not_said_is_unknown() {
    let app = TestApp::start().await;
    let incident = given::incident(&app).submitted().await.json();
    assert_eq!(
        (
            &incident["cause"],
            &incident["security_incident"],
            &incident["classification"]
        ),
        (
            &json!("unknown"),
            &json!("suspected"),
            &json!("information_content_security")
        )
    );
    for name in [
        "country",
        "unlocode",
        "size_band",
        "reporter_role",
        "actor",
        "motive",
        "backups",
        "workaround",
        "duplicate_of",
        "refusal_reason",
        "source",
        "incident_type",
    ] {
        assert_eq!(incident[name], Value::Null, "{name}");
    }
    for name in ["services", "containment", "crime_links", "techniques"] {
        assert_eq!(incident[name], json!([]), "{name}");
    }
}

#[tokio::test]
async fn an_analysts_report_goes_straight_into_triage() {
    let app = TestApp::start().await;
    let incident = app
        .analyst()
        .post("/api/v1/incidents", &given::facts())
        .await
        .expect(201)
        .json();
    assert_eq!(
        (&incident["status"], &incident["organisation_id"]),
        (&json!("in_triage"), &Value::Null)
    );
}

#[tokio::test]
async fn ids_and_references_tell_neither_time_nor_order() {
    let app = TestApp::start().await;
    let mut references = Vec::new();
    for _ in 0..12 {
        let incident = given::incident(&app).submitted().await.json();
        let id: uuid::Uuid = incident["id"].as_str().unwrap().parse().unwrap();
        assert_eq!(id.get_version_num(), 4);
        references.push(incident["reference"].as_str().unwrap().to_owned());
    }
    assert!(
        references
            .iter()
            .all(|reference| reference.len() == 10 && reference.starts_with("INC-"))
    );
    assert!(!references.is_sorted() || references.windows(2).any(|pair| pair[0] == pair[1]));
}

#[tokio::test]
async fn a_reference_that_is_taken_is_drawn_again() {
    let app = TestApp::start().await;
    let first = given::incident(&app).submitted().await.json();
    for sql in [
        "CREATE SEQUENCE draws".to_owned(),
        "GRANT USAGE ON SEQUENCE draws TO PUBLIC".to_owned(),
        format!(
            "CREATE FUNCTION draw_badly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN \
             IF nextval('draws') <= 2 THEN new.reference := '{}'; END IF; RETURN new; END $$",
            first["reference"].as_str().unwrap()
        ),
        "CREATE TRIGGER draw_badly BEFORE INSERT ON incidents FOR EACH ROW EXECUTE FUNCTION draw_badly()"
            .to_owned(),
    ] {
        app.database.rows(&sql).await;
    }
    let second = given::incident(&app).submitted().await;
    let stored = format!(
        "SELECT reference FROM incidents WHERE id = '{}'",
        second.json()["id"].as_str().unwrap()
    );
    assert_eq!(
        app.database.column(&stored).await,
        [second.json()["reference"].as_str().unwrap()]
    );
    assert_eq!(
        app.database.column("SELECT last_value::text FROM draws").await,
        ["3"]
    );
    assert_eq!(app.database.count("incident_facts").await, 2);
}
