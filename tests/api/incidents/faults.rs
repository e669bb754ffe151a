//! Facts that do not fit: each is named with its place, all at once, with what was probably meant.

use serde_json::json;
use tests::TestApp;
use tests::given::{self, facts_with};

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
