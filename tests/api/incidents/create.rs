//! Reporting by name: the facts come back as they were sent, and what does not fit is named.

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
async fn each_fault_is_named_with_its_place() {
    let app = TestApp::start().await;
    let service = |down: &str, restored: &str| json!([{ "service": "gate", "state": "restored", "down_at": down, "restored_at": restored }]);
    let cases = [
        (json!({ "occurred_on": "2026-11-22" }), "/occurred_on", "future"),
        (
            json!({ "occurred_on": "1979-12-31" }),
            "/occurred_on",
            "too_early",
        ),
        (
            json!({ "occurred_on": "2026-02-30" }),
            "/occurred_on",
            "wrong_type",
        ),
        (json!({ "country": "QQ" }), "/country", "unknown_country"),
        (json!({ "country": "nl" }), "/country", "unknown_country"),
        (json!({ "country": "NLD" }), "/country", "length"),
        (json!({ "unlocode": "NLXXX" }), "/unlocode", "unknown_port"),
        (
            json!({ "classification": "fraud", "incident_type": "outage" }),
            "/incident_type",
            "other_class",
        ),
        (
            json!({ "services": service("2026-11-12T03:00:00Z", "2026-11-12T02:00:00Z") }),
            "/services/0/restored_at",
            "order",
        ),
        (
            json!({ "techniques": [{ "matrix": "ics", "id": "T0856" }, { "matrix": "ics", "id": "0856" }] }),
            "/techniques/1/id",
            "technique",
        ),
        (json!({ "title": "two\nlines" }), "/title", "text"),
        (json!({ "title": "   " }), "/title", "text"),
        (json!({ "summary": "a\u{0}b" }), "/summary", "text"),
        (json!({ "kind": "ransomware" }), "/kind", "unknown_word"),
        (
            json!({ "systems": ["gnss", "radio"] }),
            "/systems/1",
            "unknown_word",
        ),
        (json!({ "severity": 3 }), "/severity", "wrong_type"),
        (
            json!({ "severity_axes": { "safety": "grave" } }),
            "/severity_axes/safety",
            "unknown_word",
        ),
        (
            json!({ "severity_axes": { "moral": "major" } }),
            "/severity_axes/moral",
            "unknown_field",
        ),
    ];
    for (changes, pointer, code) in cases {
        let refused = app
            .member()
            .post("/api/v1/incidents", &facts_with(changes.clone()))
            .await
            .expect(422);
        let fault = &refused.json()["errors"][0];
        assert_eq!(
            (
                fault["pointer"].as_str().unwrap(),
                fault["code"].as_str().unwrap()
            ),
            (pointer, code),
            "{changes}"
        );
    }
    assert_eq!(app.database.count("incidents").await, 0);
}

#[tokio::test]
async fn all_faults_are_told_at_once() {
    let app = TestApp::start().await;
    let refused = app
        .member()
        .post(
            "/api/v1/incidents",
            &facts_with(json!({ "title": "x", "summary": "", "country": "N" })),
        )
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/country", "/summary", "/title"]);
    let refused = app
        .member()
        .post(
            "/api/v1/incidents",
            &facts_with(json!({ "occurred_on": "2027-01-01", "country": "QQ" })),
        )
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/occurred_on", "/country"]);
    assert_eq!(refused.json()["detail"], "2 fields do not fit");
    let mut facts = facts_with(json!({
        "kind": "ransomware", "occurred_on": "2026-02-30", "country": "Netherlands", "sea_regoin": "baltic",
        "systems": ["gnss", "radio"], "techniques": ["T9999"], "severity_axes": { "safety": 99 },
        "services": [{ "service": "gate" }],
    }));
    facts.as_object_mut().unwrap().remove("summary");
    let refused = app.member().post("/api/v1/incidents", &facts).await.expect(422);
    let mut pointers = refused.pointers();
    pointers.sort();
    assert_eq!(
        pointers,
        [
            "/country",
            "/kind",
            "/occurred_on",
            "/sea_regoin",
            "/services/0/state",
            "/severity_axes/safety",
            "/summary",
            "/systems/1",
            "/techniques/0",
        ]
    );
    assert_eq!(refused.json()["detail"], "9 fields do not fit");
}

#[tokio::test]
async fn a_slip_gets_the_word_that_was_meant() {
    let app = TestApp::start().await;
    for (changes, hint) in [
        (json!({ "kind": "system_donw" }), "did you mean"),
        (json!({ "sea_regoin": "baltic" }), "did you mean `sea_region`?"),
        (json!({ "severity": "majr" }), "did you mean"),
    ] {
        let fault = app
            .member()
            .post("/api/v1/incidents", &facts_with(changes))
            .await
            .expect(422)
            .json()["errors"][0]
            .clone();
        assert!(fault["hint"].as_str().unwrap().contains(hint), "{fault}");
        assert!(!fault["accepted"].as_array().unwrap().is_empty(), "{fault}");
    }
    let mut facts = given::facts();
    facts["UNLocationCode"] = json!("NLRTM");
    assert_eq!(
        app.member()
            .post("/api/v1/incidents", &facts)
            .await
            .expect(201)
            .json()["unlocode"],
        "NLRTM"
    );
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

#[tokio::test]
async fn facts_that_contradict_each_other_are_named() {
    let app = TestApp::start().await;
    for (changes, pointer) in [
        (json!({ "unlocode": "NLRTM", "country": "DE" }), "/country"),
        (
            json!({ "victim_type": "terminal", "vessel_type": "lng_carrier" }),
            "/vessel_type",
        ),
        (
            json!({ "services": [{ "service": "navigation", "state": "down", "down_at": "2031-01-01T00:00:00Z" }] }),
            "/services/0/down_at",
        ),
        (json!({ "occurred_on": "1999-01-01" }), "/occurred_on"),
        (json!({ "summary": "   " }), "/summary"),
        (json!({ "summary": "bell \u{7} and \u{ffff}" }), "/summary"),
    ] {
        let refused = app
            .member()
            .post("/api/v1/incidents", &facts_with(changes))
            .await
            .expect(422)
            .json();
        assert_eq!(refused["errors"][0]["pointer"], pointer, "{refused}");
    }
}
