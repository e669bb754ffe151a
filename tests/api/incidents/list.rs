//! Filters of the list: comma is *or*, several parameters are *and*, and an unknown word is refused.

use serde_json::json;
use tests::TestApp;
use tests::client::Client;
use tests::given;

async fn titles(client: &Client, query: &str) -> Vec<String> {
    let page = client
        .get(&format!("/api/v1/incidents?{query}"))
        .await
        .expect(200)
        .json();
    let mut titles: Vec<String> = page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["title"].as_str().unwrap().to_owned())
        .collect();
    titles.sort();
    titles
}

async fn four(app: &TestApp) {
    let with = |title: &str, more: serde_json::Value| {
        let mut changes = more;
        changes["title"] = json!(title);
        given::incident(app).with(changes)
    };
    with(
        "one",
        json!({ "kind": "system_down", "severity": "low", "sea_region": "baltic", "systems": ["gnss"] }),
    )
    .submitted()
    .await;
    with("two", json!({ "kind": "system_down", "severity": "critical", "sea_region": null, "systems": ["ecdis", "ais"] })).in_triage().await;
    with("six", json!({ "kind": "cargo_fraud", "severity": "low", "victim_type": "port", "vessel_type": null, "systems": [] })).accepted().await;
    app.set_time("2026-12-02T12:00:00Z");
    with(
        "ten",
        json!({ "kind": "intrusion", "severity": "minor", "sea_region": "baltic" }),
    )
    .accepted()
    .await;
}

#[tokio::test]
async fn each_filter_narrows_and_several_are_joined() {
    let app = TestApp::start().await;
    four(&app).await;
    let analyst = app.analyst();
    for (query, expected) in [
        ("", vec!["one", "six", "ten", "two"]),
        ("status=accepted", vec!["six", "ten"]),
        ("status=submitted,in_triage", vec!["one", "two"]),
        ("status=refused", vec![]),
        ("kind=system_down", vec!["one", "two"]),
        (
            "kind=system_down,intrusion&severity=low,minor",
            vec!["one", "ten"],
        ),
        ("severity=critical", vec!["two"]),
        ("sea_region=baltic", vec!["one", "ten"]),
        ("system=ais", vec!["two"]),
        ("system=ais,gnss", vec!["one", "ten", "two"]),
        ("victim_type=port", vec!["six"]),
        ("track=named", vec!["one", "six", "ten", "two"]),
        ("track=anonymous,public_source", vec![]),
        ("series=public_source", vec![]),
        ("verification=identified", vec!["one", "six", "ten", "two"]),
        ("month_gte=2026-12", vec!["ten"]),
        ("month_lte=2026-11", vec!["one", "six", "two"]),
        (
            "month_gte=2026-11&month_lte=2026-12&status=accepted&kind=intrusion",
            vec!["ten"],
        ),
        ("q=six", vec!["six"]),
        ("q=radar&severity=low", vec!["one", "six"]),
        ("status=accepted&q=two", vec![]),
        ("status_ne=accepted", vec!["one", "two"]),
        ("status_ne=accepted,submitted", vec!["two"]),
        ("status=accepted&status_ne=accepted", vec![]),
        ("kind_ne=system_down", vec!["six", "ten"]),
        ("kind_ne=cargo_fraud&severity=low", vec!["one"]),
        ("severity_ne=low,minor", vec!["two"]),
        ("victim_type_ne=port", vec!["one", "ten", "two"]),
        ("track_ne=named", vec![]),
        ("series_ne=public_source", vec!["one", "six", "ten", "two"]),
        ("verification_ne=identified", vec![]),
        ("sea_region_ne=baltic", vec!["six", "two"]),
        ("sea_region_ne=baltic,black_sea", vec!["two"]),
        ("sea_region_ne=", vec!["one", "six", "ten", "two"]),
    ] {
        assert_eq!(titles(&analyst, query).await, expected, "{query}");
    }
}

#[tokio::test]
async fn what_is_not_known_is_refused_and_nothing_is_ignored() {
    let app = TestApp::start().await;
    for (query, code, pointer, hint) in [
        (
            "stauts=accepted",
            "unknown_parameter",
            "?stauts",
            Some("did you mean `status`?"),
        ),
        (
            "statsu_ne=accepted",
            "unknown_parameter",
            "?statsu_ne",
            Some("did you mean `status_ne`?"),
        ),
        (
            "system_ne=ais",
            "unknown_parameter",
            "?system_ne",
            Some("did you mean `system`?"),
        ),
        (
            "sea_region_ne=blatic",
            "bad_parameter",
            "?sea_region_ne",
            Some("did you mean `baltic`?"),
        ),
        ("page=2", "unknown_parameter", "?page", None),
        (
            "status=acepted",
            "bad_parameter",
            "?status",
            Some("did you mean `accepted`?"),
        ),
        ("severity=high", "bad_parameter", "?severity", None),
        ("status=", "bad_parameter", "?status", None),
        ("kind=,,", "bad_parameter", "?kind", None),
        ("month_gte=november", "bad_parameter", "?month_gte", None),
        ("month_lte=2026-13", "bad_parameter", "?month_lte", None),
        ("sort=title", "bad_parameter", "?sort", None),
        ("sort=-reported_at", "bad_parameter", "?sort", None),
        ("limit=0", "bad_parameter", "?limit", None),
        ("limit=501", "bad_parameter", "?limit", None),
        ("limit=-1", "bad_parameter", "?limit", None),
        ("limit=99999999999999999999", "bad_parameter", "?limit", None),
        ("limit=ten", "bad_parameter", "?limit", None),
        ("with_total=maybe", "bad_parameter", "?with_total", None),
        ("kind=system_down&kind=intrusion", "bad_parameter", "?kind", None),
        ("q=a%00b", "bad_parameter", "?q", None),
        ("cursor=nonsense", "bad_cursor", "?cursor", None),
    ] {
        let refused = app
            .analyst()
            .get(&format!("/api/v1/incidents?{query}"))
            .await
            .expect(400);
        let fault = &refused.json()["errors"][0];
        assert_eq!(
            (refused.code().as_str(), fault["pointer"].as_str().unwrap()),
            (code, pointer),
            "{query}"
        );
        assert_eq!(fault["hint"].as_str(), hint, "{query}");
    }
    let two = app
        .analyst()
        .get("/api/v1/incidents?severity=high&status=open")
        .await
        .expect(400);
    assert_eq!(two.pointers(), ["?status", "?severity"]);
}

#[tokio::test]
async fn the_order_tells_the_month_and_nothing_finer() {
    let app = TestApp::start().await;
    let mut ids = Vec::new();
    for _ in 0..8 {
        ids.push(
            given::incident(&app).submitted().await.json()["id"]
                .as_str()
                .unwrap()
                .to_owned(),
        );
    }
    app.set_time("2026-12-02T12:00:00Z");
    let latest = given::incident(&app).submitted().await.json()["id"]
        .as_str()
        .unwrap()
        .to_owned();
    let listed = |page: serde_json::Value| -> Vec<String> {
        page["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["id"].as_str().unwrap().to_owned())
            .collect()
    };
    ids.sort();
    let up = [ids.clone(), vec![latest]].concat();
    let down: Vec<String> = up.iter().rev().cloned().collect();
    let analyst = app.analyst();
    for (query, expected) in [
        ("", &down),
        ("?sort=-recorded_month", &down),
        ("?sort=-recorded_month,-id", &down),
        ("?sort=recorded_month", &up),
        ("?sort=recorded_month,id", &up),
    ] {
        assert_eq!(
            listed(
                analyst
                    .get(&format!("/api/v1/incidents{query}"))
                    .await
                    .expect(200)
                    .json()
            ),
            *expected,
            "{query}"
        );
    }
}
