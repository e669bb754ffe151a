//! Mirrors: what changed since a position, without a miss, while others write.

use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use tests::TestApp;
use tests::client::Client;
use tests::given;

const FIRST: &str = "/api/v1/incidents?updated_since=0&limit=2";

struct Mirror {
    rows: BTreeMap<String, String>,
    position: String,
}

impl Mirror {
    fn new() -> Self {
        Self {
            rows: BTreeMap::new(),
            position: "0".to_owned(),
        }
    }

    /// Follows `next` to the end; returns how many rows came.
    async fn follow(&mut self, client: &Client) -> usize {
        let mut address = Some(format!(
            "/api/v1/incidents?limit=2&updated_since={}",
            self.position
        ));
        let mut came = 0;
        while let Some(path) = address {
            let page = client.get(&path).await.expect(200).json();
            for item in page["items"].as_array().unwrap() {
                came += 1;
                self.rows.insert(text(&item["id"]), text(&item["status"]));
            }
            self.position = text(&page["position"]);
            assert_eq!(page["prev"], Value::Null);
            address = page["next"].as_str().map(str::to_owned);
        }
        came
    }
}

fn text(value: &Value) -> String {
    value.as_str().unwrap().to_owned()
}

async fn stored(app: &TestApp, condition: &str) -> BTreeMap<String, String> {
    let rows = app
        .database
        .rows(&format!(
            "SELECT id::text, status FROM incidents WHERE {condition}"
        ))
        .await;
    rows.into_iter()
        .map(|row| (row[0].clone(), row[1].clone()))
        .collect()
}

#[tokio::test]
async fn a_mirror_gets_all_once_and_then_only_what_changed() {
    let app = TestApp::start().await;
    let analyst = app.analyst();
    let mut made = Vec::new();
    for _ in 0..5 {
        made.push(given::incident(&app).submitted().await);
    }
    app.drain().await;
    let mut mirror = Mirror::new();
    assert_eq!(mirror.follow(&analyst).await, 5);
    assert_eq!(mirror.rows, stored(&app, "true").await);
    let before = mirror.position.clone();
    assert_eq!((mirror.follow(&analyst).await, &mirror.position), (0, &before));

    given::decide(&app, &made[0], json!({ "decision": "take_up" })).await;
    assert_eq!(mirror.follow(&analyst).await, 0, "not numbered yet");
    app.drain().await;
    assert_eq!(mirror.follow(&analyst).await, 1);
    assert_ne!(mirror.position, before);
    assert_eq!(mirror.rows, stored(&app, "true").await);
}

#[tokio::test]
async fn nothing_is_missed_while_others_write() {
    let app = TestApp::start().await;
    let mut mirror = Mirror::new();
    let writer = async || {
        for _ in 0..6 {
            let made = given::incident(&app).submitted().await;
            given::decide(&app, &made, json!({ "decision": "take_up" })).await;
        }
    };
    let analyst = app.analyst();
    let reader = async {
        while stored(&app, "status = 'in_triage'").await.len() < 24 {
            app.drain().await;
            mirror.follow(&analyst).await;
        }
    };
    tokio::join!(writer(), writer(), writer(), writer(), reader);
    app.drain().await;
    mirror.follow(&analyst).await;
    assert_eq!(mirror.rows.len(), 24);
    assert_eq!(mirror.rows, stored(&app, "true").await);
}

#[tokio::test]
async fn members_get_their_own_and_learn_nothing_of_the_rest_from_positions() {
    let app = TestApp::start().await;
    let mut seen = BTreeSet::new();
    for _ in 0..3 {
        given::incident(&app).submitted().await;
        app.other_member()
            .post("/api/v1/incidents", &given::facts())
            .await
            .expect(201);
        app.drain().await;
        let page = app
            .member()
            .get("/api/v1/incidents?updated_since=0")
            .await
            .expect(200)
            .json();
        seen.insert(text(&page["position"]));
    }
    let mut mirror = Mirror::new();
    assert_eq!(mirror.follow(&app.member()).await, 3);
    let own =
        "organisation_id = (SELECT organisation_id FROM memberships WHERE email = 'member@demo.example')";
    assert_eq!(mirror.rows, stored(&app, own).await);
    assert_eq!(seen.len(), 3);
    for position in seen {
        assert_eq!(position.len(), 22, "sealed: no number to read");
    }
}

#[tokio::test]
async fn a_position_that_is_none_is_refused_and_filters_hold() {
    let app = TestApp::start().await;
    given::incident(&app).submitted().await;
    given::incident(&app).in_triage().await;
    app.drain().await;
    let analyst = app.analyst();
    for wrong in ["1", "-1", "2026-11-01T00:00:00Z", "AAAAAAAAAAAAAAAAAAAAAA"] {
        let answer = analyst
            .get(&format!("/api/v1/incidents?updated_since={wrong}"))
            .await
            .expect(400);
        assert_eq!(answer.json()["errors"][0]["pointer"], "?updated_since");
    }
    for more in ["sort=recorded_month", "with_total=true"] {
        analyst.get(&format!("{FIRST}&{more}")).await.expect(400);
    }
    let page = analyst
        .get(&format!("{FIRST}&status=in_triage"))
        .await
        .expect(200)
        .json();
    assert_eq!(page["items"].as_array().unwrap().len(), 1);
}
