//! Another address: proved by a word that is sent to it.

use serde_json::{Value, json};
use tests::TestApp;
use tests::client::{Answer, Client};
use tests::people::{PASSWORD, person};

const NEW: &str = "new-address@line.example";

async fn ask(by: &Client, email: &str) -> Answer {
    let body = json!({ "email": email, "password": PASSWORD });
    by.post("/api/v1/me/addresses", &body).await
}

async fn give(by: &Client, email: &str, word: &str) -> Answer {
    let body = json!({ "email": email, "word": word });
    by.post("/api/v1/me/addresses/confirmations", &body).await
}

/// The word in the latest letter to an address.
async fn word(app: &TestApp, email: &str) -> String {
    let sql = format!("SELECT body FROM mails WHERE recipient = '{email}' ORDER BY id DESC LIMIT 1");
    let body = app.database.column(&sql).await.remove(0);
    let line = body
        .lines()
        .find(|line| line.len() == 12 && line.bytes().all(|b| b.is_ascii_hexdigit()));
    line.unwrap().to_owned()
}

fn sign_in(email: &str) -> Value {
    json!({ "email": email, "password": PASSWORD })
}

#[tokio::test]
async fn the_word_that_was_sent_gives_the_account_its_new_address() {
    let app = TestApp::start().await;
    let client = app.signed_in("colleague@demo.example").await;
    ask(&client, " New-Address@Line.example ").await.expect(422);
    ask(&client, "New-Address@Line.example").await.expect(202);
    let word = word(&app, NEW).await;
    give(&client, NEW, "000000000000").await.expect(422);
    give(&client, "another@line.example", &word).await.expect(422);
    give(&app.member(), NEW, &word).await.expect(422);
    let me = give(&client, NEW, &word).await.expect(200).json();
    assert_eq!(me["email"], NEW);
    let sessions = "/api/v1/auth/sessions";
    app.anyone().post(sessions, &sign_in(NEW)).await.expect(201);
    app.anyone()
        .post(sessions, &sign_in("colleague@demo.example"))
        .await
        .expect(401);
    let told = "mails WHERE recipient = 'colleague@demo.example' AND subject LIKE '%address%'";
    assert_eq!(app.database.count(told).await, 1);
    assert_eq!(
        app.database
            .count(&format!("memberships WHERE email = '{NEW}'"))
            .await,
        1
    );
    let noted = "audit_entries WHERE action = 'account.update' AND fields = '{email}'";
    assert_eq!(app.database.count(noted).await, 1);
    give(&client, NEW, &word).await.expect(200);
    assert_eq!(app.database.count(noted).await, 1, "once more changes nothing");
}

#[tokio::test]
async fn an_address_that_the_organisation_invited_already_is_refused_in_words() {
    let app = TestApp::start().await;
    let client = app.person("colleague@demo.example");
    ask(&client, NEW).await.expect(202);
    let word = word(&app, NEW).await;
    let own = person("colleague@demo.example").organisation().unwrap();
    app.member()
        .post(
            &format!("/api/v1/organisations/{own}/memberships"),
            &json!({ "email": NEW, "role": "member" }),
        )
        .await
        .expect(201);
    let refused = give(&client, NEW, &word).await.expect(422);
    assert_eq!(refused.pointers(), ["/email"]);
    let before = "accounts WHERE email = 'colleague@demo.example'";
    assert_eq!(app.database.count(before).await, 1, "nothing is half-done");
}

#[tokio::test]
async fn a_word_ends_and_an_address_of_somebody_else_is_not_told_of() {
    let app = TestApp::start().await;
    let client = app.person("colleague@demo.example");
    let free = ask(&client, NEW).await.expect(202);
    let taken = ask(&client, "other-member@demo.example").await.expect(202);
    assert_eq!(free.text(), taken.text());
    let sql = "SELECT body FROM mails WHERE recipient = 'other-member@demo.example'";
    assert!(app.database.column(sql).await[0].contains("has it already"));
    let word = word(&app, NEW).await;
    app.set_time("2026-11-21T14:00:01Z");
    let later = app.person("colleague@demo.example");
    give(&later, NEW, &word).await.expect(422);
    let wrong = json!({ "email": NEW, "password": "not mine at all" });
    let refused = later.post("/api/v1/me/addresses", &wrong).await;
    assert_eq!(refused.expect(422).pointers(), ["/password"]);
}
