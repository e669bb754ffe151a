//! The directory: who is shown to whom, and who may change the entry.

use serde_json::json;
use tests::TestApp;
use tests::client::{Answer, Client};
use tests::people::person;

fn first() -> String {
    format!(
        "/api/v1/organisations/{}",
        person("member@demo.example").organisation().unwrap()
    )
}

async fn names(client: &Client, query: &str) -> Vec<String> {
    let page = client
        .get(&format!("/api/v1/organisations{query}"))
        .await
        .expect(200)
        .json();
    page["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["name"].as_str().unwrap().to_owned())
        .collect()
}

async fn patch(client: &Client, body: serde_json::Value) -> Answer {
    let tag = client.get(&first()).await.header("etag").to_owned();
    client.patch_match(&first(), &tag, &body).await
}

#[tokio::test]
async fn who_agrees_is_listed_who_does_not_is_counted_or_hidden() {
    let app = TestApp::start().await;
    assert_eq!(names(&app.anyone(), "").await, ["Listed Port"]);
    assert_eq!(
        names(&app.admin(), "").await,
        ["First Line", "Listed Port", "Second Line"]
    );
    app.anyone().get(&first()).await.expect(404);
    app.other_member().get(&first()).await.expect(404);
    app.member().get(&first()).await.expect(200);
    patch(
        &app.member(),
        json!({ "visibility": "listed", "about": "Twelve ships.", "partner_as": ["training"] }),
    )
    .await
    .expect(200);
    assert_eq!(names(&app.anyone(), "").await, ["First Line", "Listed Port"]);
    assert_eq!(
        names(&app.anyone(), "?partner_as=training,legal").await,
        ["First Line"]
    );
    assert_eq!(
        names(&app.anyone(), "?q=listed&country=NL").await,
        ["Listed Port"]
    );
    assert_eq!(names(&app.anyone(), "?q=%25").await, [""; 0]);
    let csv = app
        .anyone()
        .get("/api/v1/organisations.csv")
        .await
        .expect(200)
        .text();
    assert!(csv.contains("First Line") && csv.contains("training"), "{csv}");
    patch(
        &app.member(),
        json!({ "visibility": "undisclosed", "about": null }),
    )
    .await
    .expect(200);
    assert_eq!(names(&app.anyone(), "").await, ["Listed Port"]);
    assert_eq!(
        app.anyone()
            .get("/api/v1/organisations/undisclosed")
            .await
            .expect(200)
            .json(),
        json!([{ "kind": "shipping_company", "members": 1 }])
    );
    assert_eq!(app.member().get(&first()).await.json()["about"], json!(null));
}

#[tokio::test]
async fn pages_of_the_directory_meet_without_gap() {
    let app = TestApp::start().await;
    app.database
        .rows(
            "INSERT INTO organisations (id, name, kind, visibility) \
             SELECT gen_random_uuid(), 'Port ' || lpad(n::text, 3, '0'), 'port', 'listed' FROM generate_series(1, 25) n",
        )
        .await;
    let mut seen = Vec::new();
    let mut address = Some("/api/v1/organisations?limit=4&kind=port".to_owned());
    while let Some(path) = address {
        let page = app.anyone().get(&path).await.expect(200).json();
        for item in page["items"].as_array().unwrap() {
            seen.push(item["name"].as_str().unwrap().to_owned());
        }
        address = page["next"].as_str().map(str::to_owned);
    }
    let expected: Vec<String> = (1..=25).map(|n| format!("Port {n:03}")).collect();
    assert_eq!(seen, expected);
}

#[tokio::test]
async fn a_suspended_organisation_is_out_with_all_its_people_and_comes_back() {
    let app = TestApp::start().await;
    let step = async |step: &str, reason: Option<&str>| {
        let tag = app.admin().get(&first()).await.header("etag").to_owned();
        let body = json!({ "step": step, "reason": reason });
        app.admin()
            .post_match(&format!("{}/steps", first()), &tag, &body)
            .await
    };
    assert_eq!(step("suspend", None).await.expect(422).pointers(), ["/reason"]);
    step("suspend", Some("unpaid fee")).await.expect(200);
    step("suspend", Some("again")).await.expect(409);
    for email in ["member@demo.example", "auditor@demo.example"] {
        let back = app.signed_in(email).await;
        assert_eq!(
            back.get("/api/v1/incidents").await.expect(403).code(),
            "membership_waits"
        );
        back.get(&first()).await.expect(404);
    }
    step("reinstate", None).await.expect(200);
    app.signed_in("member@demo.example")
        .await
        .get("/api/v1/incidents")
        .await
        .expect(200);
}

#[tokio::test]
async fn what_does_not_fit_the_entry_is_named() {
    let app = TestApp::start().await;
    for (body, pointer) in [
        (json!({ "website": "javascript:alert(1)" }), "/website"),
        (json!({ "website": "https://line example" }), "/website"),
        (json!({ "partner_as": ["piracy"] }), "/partner_as/0"),
        (json!({ "name": "Another" }), "/name"),
        (json!({ "status": "member" }), "/status"),
        (json!({ "about": "   " }), "/about"),
    ] {
        assert_eq!(patch(&app.member(), body).await.expect(422).pointers(), [pointer]);
    }
}
