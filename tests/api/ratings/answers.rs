use bellbuoy_domain::certification::HolderKind;
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::{Answer, Client};
use tests::people::person;
use tests::ratings::{PATH, published};
use tests::register::somebody;
use uuid::Uuid;

/// Signed in, and member of nothing.
const RATED: &str = "accepted@demo.example";
const HELD: (&str, &str, &str) = ("maritime_specialist", "practitioner", "2025-03-01");

async fn rated(app: &TestApp) -> Uuid {
    let (id, _) = somebody(app, &json!({}))
        .who_is(person(RATED).id)
        .certified(&[HELD])
        .await;
    id
}

async fn remarks(client: &Client, id: Uuid) -> Vec<Value> {
    let path = format!("/api/v1/consultants/{id}/ratings");
    client.get(&path).await.expect(200).json()["remarks"]
        .as_array()
        .unwrap()
        .clone()
}

async fn answer(client: &Client, remark: &Value, words: &str) -> Answer {
    let path = format!("{PATH}/{}/steps", remark["id"].as_str().unwrap());
    let tag = remark["own_answer"]["etag"].as_str().unwrap();
    client
        .post_match(&path, tag, &json!({ "step": "answer", "words": words }))
        .await
}

#[tokio::test]
async fn who_is_rated_answers_what_everybody_sees_and_the_answer_is_moderated() {
    let app = TestApp::start().await;
    let id = rated(&app).await;
    for number in 1..6 {
        published(&app, (HolderKind::Person, id), number, 4, "2026-08-10").await;
    }
    let (client, scheme) = (app.person(RATED), app.person("scheme@demo.example"));
    let own = remarks(&client, id).await;
    assert_eq!(own[0]["own_answer"]["open"], true);
    assert!(
        remarks(&app.anyone(), id)
            .await
            .iter()
            .all(|one| one.get("own_answer").is_none())
    );
    let sent = answer(&client, &own[0], "We have mended it since.")
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&sent["answer"], &sent["own_answer"]["status"]),
        (&json!(null), &json!("pending"))
    );
    assert!(
        remarks(&app.anyone(), id)
            .await
            .iter()
            .all(|one| one["answer"].is_null())
    );
    let twice = answer(&client, &sent, "Again.").await.expect(409);
    assert!(!twice.text().contains("Customer"));
    let waiting = scheme
        .get(&format!("{PATH}?answer=pending"))
        .await
        .expect(200)
        .json();
    let rating = &waiting["items"][0];
    let path = format!("{PATH}/{}/steps", rating["id"].as_str().unwrap());
    let refuse = json!({ "step": "refuse_answer", "words": "Say what was mended." });
    scheme
        .post_match(&path, rating["etag"].as_str().unwrap(), &refuse)
        .await
        .expect(200);
    let found = |all: Vec<Value>| all.into_iter().find(|one| one["id"] == own[0]["id"]).unwrap();
    let refused = found(remarks(&client, id).await);
    assert_eq!(refused["own_answer"]["reason"], "Say what was mended.");
    answer(&client, &refused, "The second report lists every test.")
        .await
        .expect(200);
    let rating = scheme.get(path.trim_end_matches("/steps")).await.expect(200);
    let publish = json!({ "step": "publish_answer" });
    scheme
        .post_match(&path, rating.header("etag"), &publish)
        .await
        .expect(200);
    let public = found(remarks(&app.anyone(), id).await);
    assert_eq!(public["answer"], "The second report lists every test.");
    let letters = app
        .database
        .column(&format!(
            "SELECT subject FROM mails WHERE recipient = '{RATED}' ORDER BY created_at, id"
        ))
        .await;
    assert_eq!(
        letters,
        [
            "Your answer to a rating of Ada Holm was not published",
            "Your answer to a rating of Ada Holm is published"
        ]
    );
}

#[tokio::test]
async fn what_is_not_shown_is_not_there_for_who_is_rated() {
    let app = TestApp::start().await;
    let id = rated(&app).await;
    let mut last = Uuid::nil();
    for number in 1..5 {
        last = published(&app, (HolderKind::Person, id), number, 4, "2026-08-10").await;
    }
    let client = app.person(RATED);
    let path = format!("{PATH}/{last}/steps");
    let words = json!({ "step": "answer", "words": "Who was that?" });
    client.post_match(&path, "\"x\"", &words).await.expect(404);
    let nothing = format!("{PATH}/{}/steps", Uuid::from_u128(7));
    client.post_match(&nothing, "\"x\"", &words).await.expect(404);
    published(&app, (HolderKind::Person, id), 5, 4, "2026-08-10").await;
    for step in ["publish", "withdraw", "take_down"] {
        let asked = json!({ "step": step, "words": "Away with it." });
        client.post_match(&path, "\"x\"", &asked).await.expect(409);
    }
    app.person("analyst@demo.example")
        .post_match(&path, "\"x\"", &words)
        .await
        .expect(404);
    client.post_match(&path, "\"x\"", &words).await.expect(412);
}

#[tokio::test]
async fn what_is_taken_down_leaves_the_page_at_once() {
    let app = TestApp::start().await;
    let id = rated(&app).await;
    let mut last = Uuid::nil();
    for number in 1..7 {
        last = published(&app, (HolderKind::Person, id), number, 4, "2026-08-10").await;
    }
    let scheme = app.person("scheme@demo.example");
    let path = format!("{PATH}/{last}");
    let now = scheme.get(&path).await.expect(200);
    let down = json!({ "step": "take_down", "words": "Nobody was engaged on these days." });
    scheme
        .post_match(&format!("{path}/steps"), now.header("etag"), &down)
        .await
        .expect(200);
    let told = app
        .anyone()
        .get(&format!("/api/v1/consultants/{id}/ratings"))
        .await
        .expect(200)
        .json();
    assert_eq!(told["remarks"].as_array().unwrap().len(), 5);
    assert_eq!(told["organisations"], 6);
}
