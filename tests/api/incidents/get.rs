//! One incident: by id, by reference, and not again when it is the same.

use reqwest::Method;
use tests::client::send;
use tests::{TestApp, given};

#[tokio::test]
async fn an_incident_is_found_by_id_and_by_its_reference_as_people_write_it() {
    let app = TestApp::start().await;
    let made = given::incident(&app).submitted().await.json();
    let (id, reference) = (made["id"].as_str().unwrap(), made["reference"].as_str().unwrap());
    let body = reference.trim_start_matches("INC-");
    for name in [id, &id.to_uppercase(), reference, &reference.to_lowercase(), body] {
        let found = app
            .member()
            .get(&format!("/api/v1/incidents/{name}"))
            .await
            .expect(200);
        assert_eq!(found.json(), made, "{name}");
    }
    for name in [
        "INC-000000",
        "nothing",
        "INC-UUUUUU",
        "00000000-0000-4000-8000-000000000000",
    ] {
        assert_eq!(
            app.member()
                .get(&format!("/api/v1/incidents/{name}"))
                .await
                .expect(404)
                .code(),
            "not_found"
        );
    }
}

#[tokio::test]
async fn who_has_the_version_gets_nothing_again() {
    let app = TestApp::start().await;
    let made = given::incident(&app).submitted().await;
    let path = format!("/api/v1/incidents/{}", made.json()["id"].as_str().unwrap());
    let ask = |tag: &str| {
        app.member()
            .request(Method::GET, &path)
            .header("if-none-match", tag.to_owned())
    };
    let tag = made.header("etag").to_owned();
    assert!(tag.starts_with('"') && tag.ends_with('"'));
    for same in [
        tag.clone(),
        format!("W/{tag}"),
        format!("\"other\", {tag}"),
        "*".to_owned(),
    ] {
        let answer = send(ask(&same)).await.expect(304);
        assert_eq!((answer.bytes.len(), answer.header("etag")), (0, tag.as_str()));
    }
    send(ask("\"other\"")).await.expect(200);
    let taken = given::decide(&app, &made, serde_json::json!({ "decision": "take_up" })).await;
    assert_ne!(taken.header("etag"), tag);
    let fresh = send(ask(&tag)).await.expect(200);
    assert_eq!(fresh.json()["revision"], 2);
}

#[tokio::test]
async fn the_version_does_not_depend_on_who_asks() {
    let app = TestApp::start().await;
    let made = given::incident(&app).submitted().await;
    let path = format!("/api/v1/incidents/{}", made.json()["id"].as_str().unwrap());
    for client in [app.member(), app.analyst(), app.admin()] {
        assert_eq!(
            client.get(&path).await.expect(200).header("etag"),
            made.header("etag")
        );
    }
}
