//! Who reads what: the public clear ones, members green ones too, staff all; and nobody else the names behind them.

use serde_json::{Value, json};
use tests::TestApp;
use tests::client::{Answer, Client};
use tests::given;

/// One draft of each marking, and one released of each marking that may be.
async fn shelf(app: &TestApp) -> Vec<Answer> {
    let mut all = Vec::new();
    for (tlp, released) in [
        ("clear", false),
        ("clear", true),
        ("green", false),
        ("green", true),
        ("amber", false),
        ("red", false),
    ] {
        let mut advisory = given::advisory();
        advisory["tlp"] = json!(tlp);
        advisory["title"] = json!(format!(
            "{} {}",
            tlp,
            if released { "released" } else { "drafted" }
        ));
        let mut made = app
            .analyst()
            .post("/api/v1/advisories", &advisory)
            .await
            .expect(201);
        if released {
            let address = format!(
                "/api/v1/advisories/{}/releases",
                made.json()["id"].as_str().unwrap()
            );
            made = app
                .second_analyst()
                .post_match(&address, made.header("etag"), &json!({}))
                .await
                .expect(201);
        }
        all.push(made);
    }
    all
}

async fn titles(client: &Client, query: &str) -> Vec<String> {
    let page = client
        .get(&format!("/api/v1/advisories{query}"))
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

#[tokio::test]
async fn each_reader_sees_what_is_marked_for_them_by_every_way() {
    let app = TestApp::start().await;
    let shelf = shelf(&app).await;
    let everything = "?status=draft,released,withdrawn";
    for (client, listed, all) in [
        (app.anyone(), vec!["clear released"], vec!["clear released"]),
        (
            app.member(),
            vec!["clear released", "green released"],
            vec!["clear released", "green released"],
        ),
        (
            app.analyst(),
            vec!["clear released", "green released"],
            vec![
                "amber drafted",
                "clear drafted",
                "clear released",
                "green drafted",
                "green released",
                "red drafted",
            ],
        ),
        (
            app.admin(),
            vec!["clear released", "green released"],
            vec![
                "amber drafted",
                "clear drafted",
                "clear released",
                "green drafted",
                "green released",
                "red drafted",
            ],
        ),
    ] {
        assert_eq!(titles(&client, "").await, listed);
        assert_eq!(titles(&client, everything).await, all);
        let lines = client
            .get(&format!("/api/v1/advisories.ndjson{everything}"))
            .await
            .expect(200)
            .text();
        let mut exported: Vec<String> = lines
            .lines()
            .map(|line| {
                serde_json::from_str::<Value>(line).unwrap()["title"]
                    .as_str()
                    .unwrap()
                    .to_owned()
            })
            .collect();
        exported.sort();
        assert_eq!(exported, all);
        for advisory in &shelf {
            let seen = all.contains(&advisory.json()["title"].as_str().unwrap());
            for name in ["id", "number"] {
                let Some(name) = advisory.json()[name].as_str().map(str::to_owned) else {
                    continue;
                };
                let answer = client.get(&format!("/api/v1/advisories/{name}")).await;
                assert_eq!(answer.status, if seen { 200 } else { 404 }, "{name}");
            }
        }
    }
    assert_eq!(
        titles(&app.analyst(), "?status=draft&severity=major").await.len(),
        4
    );
    assert_eq!(
        titles(&app.analyst(), "?status=draft&kind=cargo_fraud")
            .await
            .len(),
        0
    );
}

#[tokio::test]
async fn a_hidden_advisory_looks_like_none() {
    let app = TestApp::start().await;
    let shelf = shelf(&app).await;
    let plain = |answer: Answer| {
        let mut problem = answer.json();
        problem.as_object_mut().unwrap().remove("request_id");
        (answer.status, problem)
    };
    let nothing = plain(
        app.anyone()
            .get(&format!("/api/v1/advisories/{}", uuid::Uuid::new_v4()))
            .await,
    );
    for advisory in [&shelf[0], &shelf[3]] {
        assert_eq!(
            plain(
                app.anyone()
                    .get(&format!(
                        "/api/v1/advisories/{}",
                        advisory.json()["id"].as_str().unwrap()
                    ))
                    .await
            ),
            nothing
        );
    }
    for name in ["BB-2026-999", "nothing", "%00", "a%00b", &"9".repeat(3000)] {
        assert_eq!(
            plain(app.anyone().get(&format!("/api/v1/advisories/{name}")).await),
            nothing,
            "{name}"
        );
    }
}

#[tokio::test]
async fn the_people_behind_an_advisory_are_for_staff() {
    let app = TestApp::start().await;
    let released = shelf(&app).await.remove(1).json();
    let path = format!("/api/v1/advisories/{}", released["number"].as_str().unwrap());
    for (client, told) in [
        (app.anyone(), false),
        (app.member(), false),
        (app.analyst(), true),
        (app.admin(), true),
    ] {
        let advisory = client.get(&path).await.expect(200).json();
        assert_eq!(
            (
                advisory["author_id"].is_string(),
                advisory["released_by"].is_string()
            ),
            (told, told)
        );
        let listed = client.get("/api/v1/advisories").await.json()["items"]
            .as_array()
            .unwrap()
            .iter()
            .find(|item| item["id"] == released["id"])
            .unwrap()
            .clone();
        assert_eq!(listed["author_id"].is_string(), told);
    }
    let public = app.anyone().get(&path).await;
    let same = tests::client::send(
        app.member()
            .request(reqwest::Method::GET, &path)
            .header("if-none-match", public.header("etag").to_owned()),
    )
    .await;
    same.expect(304);
}

#[tokio::test]
async fn pages_run_by_the_instant_of_release() {
    let app = TestApp::start().await;
    let mut expected = Vec::new();
    for n in 0..5 {
        app.set_time(&format!("2026-11-21T12:0{n}:00Z"));
        let made = app
            .analyst()
            .post("/api/v1/advisories", &given::advisory())
            .await
            .expect(201);
        let address = format!(
            "/api/v1/advisories/{}/releases",
            made.json()["id"].as_str().unwrap()
        );
        let released = app
            .second_analyst()
            .post_match(&address, made.header("etag"), &json!({}))
            .await
            .expect(201);
        expected.insert(0, released.json()["number"].clone());
    }
    let (mut seen, mut page) = (
        Vec::new(),
        app.anyone()
            .get("/api/v1/advisories?limit=2")
            .await
            .expect(200)
            .json(),
    );
    loop {
        seen.extend(
            page["items"]
                .as_array()
                .unwrap()
                .iter()
                .map(|item| item["number"].clone()),
        );
        let Some(next) = page["next"].as_str() else { break };
        page = app.anyone().get(next).await.expect(200).json();
    }
    assert_eq!(seen, expected);
    let before = app
        .anyone()
        .get(page["prev"].as_str().unwrap())
        .await
        .expect(200)
        .json();
    assert_eq!(
        before["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|item| item["number"].clone())
            .collect::<Vec<_>>(),
        expected[2..4]
    );
}
