use serde_json::{Value, json};
use tests::TestApp;
use tests::client::Client;
use tests::people::PASSWORD;
use tests::sittings::{SCHEME, announced, book, draft};

async fn seat(client: &Client, path: &str) -> Value {
    client.get(path).await.expect(200).json()["own_seat"].clone()
}

async fn letters(app: &TestApp) -> Vec<String> {
    let rows = app
        .database
        .rows("SELECT recipient || ' ' || subject FROM mails ORDER BY id")
        .await;
    rows.into_iter().map(|row| row[0].clone()).collect()
}

#[tokio::test]
async fn whoever_waits_longest_gets_the_next_seat_and_a_letter() {
    let app = TestApp::start().await;
    let (path, _) = announced(&app, &draft(&json!({ "seats": 1 }))).await;
    let (member, other, analyst) = (app.member(), app.other_member(), app.analyst());
    book(&member, &path).await.expect(201);
    let waits = book(&other, &path).await.expect(201).json();
    assert_eq!(
        (&waits["own_seat"]["state"], &waits["own_seat"]["place_in_line"]),
        (&json!("waiting"), &json!(1))
    );
    book(&analyst, &path).await.expect(201);
    assert_eq!(seat(&analyst, &path).await["place_in_line"], 2);
    assert!(letters(&app).await.is_empty());
    member.delete(&format!("{path}/seats/own")).await.expect(200);
    assert_eq!(seat(&other, &path).await["state"], "booked");
    assert_eq!(seat(&analyst, &path).await["place_in_line"], 1);
    assert_eq!(
        letters(&app).await,
        ["other-member@demo.example A seat for you: Written exam, Rotterdam"]
    );
    let again = book(&member, &path).await.expect(201).json();
    assert_eq!(
        again["own_seat"]["place_in_line"], 2,
        "who comes back waits behind"
    );
}

#[tokio::test]
async fn more_seats_are_given_to_those_who_wait() {
    let app = TestApp::start().await;
    let (path, made) = announced(&app, &draft(&json!({ "seats": 1 }))).await;
    for client in [app.member(), app.other_member(), app.analyst(), app.admin()] {
        book(&client, &path).await.expect(201);
    }
    let more = draft(&json!({ "seats": 3 }));
    let after = app
        .person(SCHEME)
        .put_match(&path, made.header("etag"), &more)
        .await
        .expect(200)
        .json();
    assert_eq!((&after["free"], &after["waiting"]), (&json!(0), &json!(1)));
    assert_eq!(letters(&app).await.len(), 2);
    assert_eq!(seat(&app.admin(), &path).await["place_in_line"], 1);
}

#[tokio::test]
async fn a_seat_that_is_given_up_never_goes_past_the_waiting_list() {
    let app = TestApp::start().await;
    let (path, _) = announced(&app, &draft(&json!({ "seats": 1, "book_until_local": null }))).await;
    let member = app.member();
    book(&member, &path).await.expect(201);
    book(&app.other_member(), &path).await.expect(201);
    // In the same moment a seat is given up and asked for: whoever waits is first.
    let given_up = format!("{path}/seats/own");
    let (analyst, _) = tokio::join!(
        async { book(&app.analyst(), &path).await },
        member.delete(&given_up)
    );
    assert_eq!(analyst.expect(201).json()["own_seat"]["state"], "waiting");
    assert_eq!(seat(&app.other_member(), &path).await["state"], "booked");
}

#[tokio::test]
async fn who_removes_their_account_leaves_the_seat_to_the_next() {
    let app = TestApp::start().await;
    let (path, _) = announced(&app, &draft(&json!({ "seats": 1 }))).await;
    let colleague = app.person("colleague@demo.example");
    book(&colleague, &path).await.expect(201);
    book(&app.other_member(), &path).await.expect(201);
    let signed_in = app.signed_in("colleague@demo.example").await;
    signed_in
        .post("/api/v1/me/removals", &json!({ "password": PASSWORD }))
        .await
        .expect(201);
    assert_eq!(seat(&app.other_member(), &path).await["state"], "booked");
}
