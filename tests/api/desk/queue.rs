//! The queue: calls for help first, and no order that tells when somebody reported.

use serde_json::Value;
use tests::reporter::{Filing, Reporter};
use tests::{TestApp, desk};

fn ids(page: &Value) -> Vec<String> {
    page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["id"].as_str().unwrap().to_owned())
        .collect()
}

#[tokio::test]
async fn calls_for_help_come_first_and_the_rest_in_the_order_of_random_ids() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let mut expected = Vec::new();
    for n in 0..7 {
        let filing = Filing {
            help: n % 3 == 0,
            ..Reporter::new().filing(&desk, "x")
        };
        filing.send(&app).await.expect(201);
        expected.push((!filing.help, filing.id.to_string()));
    }
    expected.sort();
    let expected: Vec<String> = expected.into_iter().map(|(_, id)| id).collect();
    let analyst = app.analyst();
    assert_eq!(
        ids(&analyst.get("/api/v1/desk/envelopes").await.expect(200).json()),
        expected
    );

    let (mut forth, mut address, mut last) = (
        Vec::new(),
        Some("/api/v1/desk/envelopes?limit=3".to_owned()),
        Value::Null,
    );
    while let Some(path) = address {
        let page = analyst.get(&path).await.expect(200);
        last = page.json();
        assert_eq!(
            page.header("link").contains("rel=\"next\""),
            last["next"].is_string()
        );
        forth.extend(ids(&last));
        address = last["next"].as_str().map(str::to_owned);
    }
    assert_eq!(forth, expected);
    let mut back = ids(&last);
    while let Some(path) = last["prev"].as_str() {
        last = analyst.get(path).await.expect(200).json();
        back = [ids(&last), back].concat();
    }
    assert_eq!(back, expected);
}

#[tokio::test]
async fn the_queue_shows_state_size_and_waiting_messages_and_no_content() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    reporter.tell(&app, &desk, "One more thing.").await;
    let path = format!("/api/v1/desk/envelopes/{}", reporter.id);
    let item = app.analyst().get("/api/v1/desk/envelopes").await.json()["items"][0].clone();
    assert_eq!(
        (&item["state"], &item["epoch"], &item["bucket"], &item["help"]),
        (&"received".into(), &"2026-11".into(), &4096.into(), &false.into())
    );
    assert_eq!(
        (&item["waiting_messages"], &item["note"]),
        (&1.into(), &Value::Null)
    );
    assert!(item.get("content").is_none());

    let opened = app.analyst().get(&path).await.expect(200);
    assert_eq!(opened.header("etag"), item["etag"]);
    assert_eq!(opened.json()["messages"].as_array().unwrap().len(), 1);
    let item = app.second_analyst().get("/api/v1/desk/envelopes").await.json()["items"][0].clone();
    assert_eq!(item["waiting_messages"], 0);
}

#[tokio::test]
async fn states_are_chosen_by_words() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let (one, other) = (Reporter::new(), Reporter::new());
    one.file(&app, &desk).await;
    other.file(&app, &desk).await;
    let path = format!("/api/v1/desk/envelopes/{}", one.id);
    let analyst = app.analyst();
    let etag = analyst.get(&path).await.header("etag").to_owned();
    analyst
        .post_match(
            &format!("{path}/steps"),
            &etag,
            &serde_json::json!({ "step": "open" }),
        )
        .await
        .expect(200);
    for (states, expected) in [
        ("opened", vec![one.id]),
        ("received", vec![other.id]),
        ("closed", vec![]),
        ("withdrawn", vec![]),
    ] {
        let found = ids(&analyst
            .get(&format!("/api/v1/desk/envelopes?state={states}"))
            .await
            .expect(200)
            .json());
        assert_eq!(
            found,
            expected.iter().map(ToString::to_string).collect::<Vec<_>>(),
            "{states}"
        );
    }
    assert_eq!(
        ids(&analyst
            .get("/api/v1/desk/envelopes?state=opened,received")
            .await
            .json())
        .len(),
        2
    );
    let refused = analyst
        .get("/api/v1/desk/envelopes?state=recieved")
        .await
        .expect(400)
        .json();
    assert_eq!(refused["errors"][0]["hint"], "did you mean `received`?");
}
