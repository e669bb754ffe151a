use serde_json::{Value, json};
use tests::TestApp;
use tests::client::Client;
use tests::people::people;
use tests::sittings::{SCHEME, announced, book, draft, workshop};

async fn own(client: &Client) -> Vec<Value> {
    let all = client.get("/api/v1/sittings/seats/own").await.expect(200).json();
    all.as_array().unwrap().clone()
}

#[tokio::test]
async fn a_seat_is_booked_given_up_and_booked_again() {
    let app = TestApp::start().await;
    let (path, _) = announced(&app, &draft(&json!({}))).await;
    let member = app.member();
    let booked = book(&member, &path).await.expect(201).json();
    assert_eq!(
        (&booked["own_seat"]["state"], &booked["free"]),
        (&json!("booked"), &json!(1))
    );
    let twice = book(&member, &path).await.expect(409);
    assert!(
        twice.text().contains("you have a seat already"),
        "{}",
        twice.text()
    );
    assert_eq!(own(&member).await[0]["own_seat"]["state"], "booked");
    assert_eq!(
        app.anyone().get(&path).await.expect(200).json()["own_seat"],
        json!(null)
    );
    let own_seat = format!("{path}/seats/own");
    assert_eq!(member.delete(&own_seat).await.expect(200).json()["free"], 2);
    member.delete(&own_seat).await.expect(404);
    assert!(own(&member).await.is_empty());
    book(&member, &path).await.expect(201);
    app.anyone()
        .post(&format!("{path}/seats"), &json!({}))
        .await
        .expect(401);
    app.set_time("2027-01-10T17:00:01Z");
    let late = book(&app.other_member(), &path).await.expect(409);
    assert!(late.text().contains("booked until"), "{}", late.text());
    app.set_time("2027-01-12T08:00:00Z");
    app.member().delete(&own_seat).await.expect(409);
}

#[tokio::test]
async fn nobody_sits_in_two_places_at_a_time() {
    let app = TestApp::start().await;
    let (exam, _) = announced(&app, &draft(&json!({}))).await;
    let overlapping = json!({ "starts_local": "2027-01-12T11:00:00", "ends_local": "2027-01-12T13:00:00" });
    let (overlapping, _) = announced(&app, &workshop(&overlapping)).await;
    let next = json!({ "starts_local": "2027-01-12T12:00:00", "ends_local": "2027-01-12T13:00:00" });
    let (next, _) = announced(&app, &workshop(&next)).await;
    let member = app.member();
    book(&member, &exam).await.expect(201);
    let refused = book(&member, &overlapping).await.expect(409);
    assert!(
        refused.text().contains("Written exam, Rotterdam"),
        "which one is told: {}",
        refused.text()
    );
    book(&member, &next).await.expect(201);
    member.delete(&format!("{exam}/seats/own")).await.expect(200);
    member.delete(&format!("{next}/seats/own")).await.expect(200);
    book(&member, &overlapping).await.expect(201);
}

#[tokio::test]
async fn the_last_seats_are_given_once_however_many_ask_at_once() {
    let app = TestApp::start().await;
    let (path, _) = announced(&app, &draft(&json!({ "seats": 3 }))).await;
    let clients: Vec<Client> = people().iter().map(|one| app.person(one.email)).collect();
    let twice = clients.iter().chain(&clients).map(|client| {
        let (client, path) = (client.clone(), path.clone());
        tokio::spawn(async move { book(&client, &path).await })
    });
    let mut answers = Vec::new();
    for asked in twice.collect::<Vec<_>>() {
        answers.push(asked.await.unwrap());
    }
    let states: Vec<Value> = answers
        .iter()
        .filter(|answer| answer.status == 201)
        .map(|answer| answer.json()["own_seat"]["state"].clone())
        .collect();
    assert_eq!(states.len(), clients.len(), "each once");
    assert_eq!(
        states.iter().filter(|state| **state == json!("booked")).count(),
        3
    );
    assert_eq!(
        answers.iter().filter(|answer| answer.status == 409).count(),
        clients.len()
    );
    let shown = app.anyone().get(&path).await.expect(200).json();
    assert_eq!(
        (&shown["free"], &shown["waiting"]),
        (&json!(0), &json!(clients.len() - 3))
    );
    assert_eq!(app.database.count("seats WHERE state = 'booked'").await, 3);
}

#[tokio::test]
async fn overlapping_seats_asked_for_at_once_are_one_seat() {
    let app = TestApp::start().await;
    let (one, _) = announced(&app, &draft(&json!({}))).await;
    let (other, _) = announced(&app, &workshop(&json!({}))).await;
    let (first, second) = (app.member(), app.member());
    let (first, second) = tokio::join!(book(&first, &one), book(&second, &other));
    let mut told = [first.status, second.status];
    told.sort_unstable();
    assert_eq!(told, [201, 409]);
}

#[tokio::test]
async fn only_the_person_and_the_scheme_know_who_sits_where() {
    let app = TestApp::start().await;
    let (path, _) = announced(
        &app,
        &draft(&json!({ "online_url": "https://meet.demo.example/42" })),
    )
    .await;
    book(&app.member(), &path).await.expect(201);
    let address = |answer: Value| answer["online_url"].clone();
    for client in [app.anyone(), app.other_member(), app.admin()] {
        let shown = client.get(&path).await.expect(200).json();
        assert_eq!(
            (&shown["own_seat"], &shown["online"]),
            (&json!(null), &json!(true))
        );
        assert_eq!(address(shown), json!(null));
    }
    let told = json!("https://meet.demo.example/42");
    assert_eq!(address(app.member().get(&path).await.expect(200).json()), told);
    assert_eq!(
        address(app.person(SCHEME).get(&path).await.expect(200).json()),
        told
    );
    let seats = format!("{path}/seats");
    for client in [app.other_member(), app.admin(), app.analyst(), app.member()] {
        client.get(&seats).await.expect(403);
        client.get(&format!("{seats}.csv")).await.expect(403);
    }
    app.anyone().get(&seats).await.expect(401);
    let all = app.person(SCHEME).get(&seats).await.expect(200).json();
    assert_eq!(all["items"][0]["email"], "member@demo.example");
    let file = app.person(SCHEME).get(&format!("{seats}.csv")).await.expect(200);
    assert!(file.text().contains("member@demo.example"));
    let waits = app.person("accepted@demo.example");
    book(&waits, &path).await.expect(201);
    assert_eq!(own(&waits).await.len(), 1);
}
