//! The feed: Atom that a reader can parse, of what the public may see.

use serde_json::json;
use tests::{TestApp, given, xml};

async fn released(app: &TestApp, title: &str, tlp: &str) {
    let mut advisory = given::advisory();
    advisory["title"] = json!(title);
    advisory["tlp"] = json!(tlp);
    let made = app
        .analyst()
        .post("/api/v1/advisories", &advisory)
        .await
        .expect(201);
    let address = format!(
        "/api/v1/advisories/{}/releases",
        made.json()["id"].as_str().unwrap()
    );
    app.second_analyst()
        .post_match(&address, made.header("etag"), &json!({}))
        .await
        .expect(201);
}

#[tokio::test]
async fn the_feed_is_atom_and_holds_what_the_public_may_see() {
    let app = TestApp::start().await;
    let tricky = "Fish & <chips> \"quoted\" 'and' ]]> 🚢";
    released(&app, tricky, "clear").await;
    app.set_time("2026-11-22T08:30:00Z");
    released(&app, "The newer one of two", "clear").await;
    released(&app, "For members alone", "green").await;
    let mut draft = given::advisory();
    draft["title"] = json!("Nobody has released this");
    app.analyst().post("/api/v1/advisories", &draft).await.expect(201);

    for client in [app.anyone(), app.member(), app.analyst()] {
        let answer = client.get("/api/v1/advisories.atom").await.expect(200);
        assert_eq!(
            answer.header("content-type"),
            "application/atom+xml; charset=utf-8"
        );
        let feed = xml::parse(&answer.text());
        assert_eq!(
            (feed.name.as_str(), feed.attribute("xmlns")),
            ("feed", "http://www.w3.org/2005/Atom")
        );
        assert_eq!(feed.text_of("updated"), "2026-11-22T08:30:00Z");
        assert!(!feed.text_of("id").is_empty() && !feed.child("author").text_of("name").is_empty());
        let entries: Vec<_> = feed.children("entry").collect();
        let titles: Vec<String> = entries.iter().map(|entry| entry.text_of("title")).collect();
        assert_eq!(
            titles,
            [
                "BB-2026-002: The newer one of two".to_owned(),
                format!("BB-2026-001: {tricky}")
            ]
        );
        for entry in &entries {
            assert!(entry.text_of("id").starts_with("urn:uuid:"));
            assert!(!entry.text_of("updated").is_empty() && !entry.text_of("summary").is_empty());
            assert!(
                entry
                    .child("link")
                    .attribute("href")
                    .starts_with(&format!("{}/advisories/BB-2026-00", app.base))
            );
        }
    }
}

#[tokio::test]
async fn an_empty_feed_is_a_feed() {
    let app = TestApp::start().await;
    let feed = xml::parse(
        &app.anyone()
            .get("/api/v1/advisories.atom")
            .await
            .expect(200)
            .text(),
    );
    assert_eq!(feed.children("entry").count(), 0);
    assert!(!feed.text_of("updated").is_empty());
}
