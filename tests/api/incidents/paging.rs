//! Pages by key: forth and back without a gap or a repeat, also while others write.

use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD as URL;
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::Client;
use tests::given;

fn ids(page: &Value) -> Vec<String> {
    page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

async fn many(app: &TestApp, n: usize) {
    let (incident, coded) = (given::incident(app).submitted().await.json(), n - 1);
    let id = incident["id"].as_str().unwrap();
    let columns = app.database.column("SELECT column_name FROM information_schema.columns WHERE table_name = 'incidents' AND is_generated = 'NEVER' ORDER BY ordinal_position").await;
    let values: Vec<String> = columns
        .iter()
        .map(|column| match column.as_str() {
            "id" => "gen_random_uuid()".to_owned(),
            "reference" => "'INC-' || lpad(n::text, 6, '0')".to_owned(),
            "recorded_month" => "(date '2026-11-01' - make_interval(months => n % 4))::date".to_owned(),
            other => other.to_owned(),
        })
        .collect();
    let sql = format!(
        "INSERT INTO incidents ({}) SELECT {} FROM incidents, generate_series(1, {coded}) n WHERE id = '{id}'",
        columns.join(", "),
        values.join(", ")
    );
    app.database.rows(&sql).await;
}

async fn forth(client: &Client, first: &str) -> (Vec<Vec<String>>, Value) {
    let (mut pages, mut address, mut last) = (Vec::new(), Some(first.to_owned()), Value::Null);
    while let Some(path) = address {
        last = client.get(&path).await.expect(200).json();
        pages.push(ids(&last));
        address = last["next"].as_str().map(str::to_owned);
    }
    (pages, last)
}

async fn back(client: &Client, mut page: Value) -> Vec<Vec<String>> {
    let mut pages = vec![ids(&page)];
    while let Some(path) = page["prev"].as_str() {
        page = client.get(path).await.expect(200).json();
        pages.insert(0, ids(&page));
    }
    pages
}

#[tokio::test]
async fn leafing_forth_and_back_shows_every_row_once() {
    let app = TestApp::start().await;
    many(&app, 53).await;
    let analyst = app.analyst();
    let all = app
        .database
        .column("SELECT id FROM incidents ORDER BY recorded_month DESC, id DESC")
        .await;
    for (query, expected) in [
        ("limit=7", all.clone()),
        ("limit=7&sort=recorded_month", all.iter().rev().cloned().collect()),
    ] {
        let (pages, last) = forth(&analyst, &format!("/api/v1/incidents?{query}")).await;
        assert_eq!(
            pages.iter().map(Vec::len).collect::<Vec<_>>(),
            [7, 7, 7, 7, 7, 7, 7, 4]
        );
        assert_eq!(pages.concat(), expected);
        assert_eq!(back(&analyst, last).await.concat(), expected);
    }
    let whole = analyst.get("/api/v1/incidents?limit=53").await.expect(200);
    assert_eq!(
        (&whole.json()["next"], &whole.json()["prev"], whole.header("link")),
        (&Value::Null, &Value::Null, "")
    );
    assert_eq!(ids(&analyst.get("/api/v1/incidents").await.json()).len(), 50);
}

#[tokio::test]
async fn a_member_leafs_through_own_and_public_ones_in_one_order() {
    let app = TestApp::start().await;
    many(&app, 53).await;
    let public = "UPDATE incidents SET series = 'public_source', track = 'public_source', source = 'press', account_id = NULL, \
                  organisation_id = NULL, reported_at = NULL WHERE get_byte(uuid_send(id), 0) % 3 = 0";
    app.database.rows(public).await;
    let all = app
        .database
        .column("SELECT id FROM incidents ORDER BY recorded_month DESC, id DESC")
        .await;
    for (query, expected) in [
        ("limit=7", all.clone()),
        ("limit=7&sort=recorded_month", all.iter().rev().cloned().collect()),
    ] {
        let (pages, last) = forth(&app.member(), &format!("/api/v1/incidents?{query}")).await;
        assert_eq!(pages.concat(), expected);
        assert_eq!(back(&app.member(), last).await.concat(), expected);
    }
    let theirs = app
        .database
        .column(
            "SELECT id FROM incidents WHERE series = 'public_source' ORDER BY recorded_month DESC, id DESC",
        )
        .await;
    assert!((5..40).contains(&theirs.len()));
    assert_eq!(
        forth(&app.other_member(), "/api/v1/incidents?limit=7")
            .await
            .0
            .concat(),
        theirs
    );
}

#[tokio::test]
async fn addresses_are_absolute_and_stand_in_the_link_header_too() {
    let app = TestApp::start().await;
    many(&app, 9).await;
    let analyst = app.analyst();
    let first = analyst
        .get("/api/v1/incidents?limit=3&status=submitted")
        .await
        .expect(200);
    let second = analyst
        .get(first.json()["next"].as_str().unwrap())
        .await
        .expect(200);
    let page = second.json();
    let (next, prev) = (page["next"].as_str().unwrap(), page["prev"].as_str().unwrap());
    assert!(
        [next, prev].iter().all(|address| address.starts_with(&format!(
            "{}/api/v1/incidents?limit=3&status=submitted&cursor=",
            app.base
        ))),
        "{next} {prev}"
    );
    assert_eq!(
        second.header("link"),
        format!("<{next}>; rel=\"next\", <{prev}>; rel=\"prev\"")
    );
    assert_eq!(ids(&analyst.get(prev).await.json()), ids(&first.json()));
}

#[tokio::test]
async fn a_row_written_meanwhile_neither_hides_nor_repeats_another() {
    let app = TestApp::start().await;
    many(&app, 20).await;
    let analyst = app.analyst();
    let before = app
        .database
        .column("SELECT id FROM incidents ORDER BY recorded_month DESC, id DESC")
        .await;
    let mut page = analyst.get("/api/v1/incidents?limit=4").await.json();
    let mut seen = ids(&page);
    while let Some(path) = page["next"].as_str() {
        given::incident(&app).submitted().await;
        page = analyst.get(path).await.expect(200).json();
        seen.extend(ids(&page));
    }
    let old: Vec<String> = seen.iter().filter(|id| before.contains(id)).cloned().collect();
    assert_eq!(old, before);
    let mut once = seen.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), seen.len());
}

#[tokio::test]
async fn a_total_is_counted_when_asked_for_and_no_further_than_ten_thousand() {
    let app = TestApp::start().await;
    many(&app, 12).await;
    let analyst = app.analyst();
    assert_eq!(
        analyst.get("/api/v1/incidents?limit=5").await.json().get("total"),
        None
    );
    assert_eq!(
        analyst
            .get("/api/v1/incidents?limit=5&with_total=true")
            .await
            .json()["total"],
        "12"
    );
    assert_eq!(
        analyst
            .get("/api/v1/incidents?with_total=true&month_lte=2026-10")
            .await
            .json()["total"],
        "9"
    );
    app.database.rows("DELETE FROM incidents").await;
    many(&app, 10_001).await;
    assert_eq!(
        analyst
            .get("/api/v1/incidents?limit=1&with_total=true")
            .await
            .json()["total"],
        "10000+"
    );
}

#[tokio::test]
async fn a_cursor_belongs_to_its_list_and_its_filters() {
    let app = TestApp::start().await;
    many(&app, 9).await;
    let analyst = app.analyst();
    let next = analyst.get("/api/v1/incidents?limit=3").await.json()["next"]
        .as_str()
        .unwrap()
        .to_owned();
    let cursor = next.rsplit_once("cursor=").unwrap().1.to_owned();
    analyst
        .get(&format!(
            "/api/v1/incidents?limit=5&with_total=true&cursor={cursor}"
        ))
        .await
        .expect(200);
    for query in ["status=submitted&", "sort=recorded_month&", "q=radar&"] {
        assert_eq!(
            analyst
                .get(&format!("/api/v1/incidents?{query}cursor={cursor}"))
                .await
                .expect(400)
                .code(),
            "bad_cursor"
        );
    }
    for list in ["advisories", "desk/envelopes", "statistics/releases"] {
        assert_eq!(
            analyst
                .get(&format!("/api/v1/{list}?cursor={cursor}"))
                .await
                .expect(400)
                .code(),
            "bad_cursor",
            "{list}"
        );
    }
    let read: Value = serde_json::from_slice(&URL.decode(&cursor).unwrap()).unwrap();
    let changed = |name: &str, value: Value| {
        let mut cursor = read.clone();
        cursor[name] = value;
        URL.encode(cursor.to_string())
    };
    for bad in [
        changed("k", json!(["x", "y"])),
        changed("k", json!([])),
        changed("f", json!("")),
        changed("b", json!(7)),
        URL.encode("[]"),
        format!("{cursor}=="),
    ] {
        assert_eq!(
            analyst
                .get(&format!("/api/v1/incidents?limit=3&cursor={bad}"))
                .await
                .expect(400)
                .code(),
            "bad_cursor",
            "{bad}"
        );
    }
    for far in ["-262143-01-01", "+262142-12-31", "-4713-01-01", "9999-12-31"] {
        let answer = analyst
            .get(&format!(
                "/api/v1/incidents?limit=3&cursor={}",
                changed("k", json!([far, uuid::Uuid::max()]))
            ))
            .await;
        assert!(matches!(answer.status, 200 | 400), "{far}: {}", answer.text());
    }
}
