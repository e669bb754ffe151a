use bellbuoy_server::sittings::passed;
use serde_json::json;
use tests::TestApp;
use tests::people::person;
use tests::register::day;
use tests::sittings::{SCHEME, announced, book, draft, enter};

const MEMBER: &str = "member@demo.example";
const OTHER: &str = "other-member@demo.example";

#[tokio::test]
async fn a_passed_exam_and_an_attended_training_meet_their_requirement() {
    let app = TestApp::start().await;
    let (exam, _) = announced(&app, &draft(&json!({}))).await;
    let training = json!({
        "kind": "training", "title": "Basic safety aboard", "requirement": "safety_aboard",
        "starts_local": "2027-01-14T09:00:00", "ends_local": "2027-01-14T17:00:00"
    });
    let (training, _) = announced(&app, &draft(&training)).await;
    for path in [&exam, &training] {
        book(&app.member(), path).await.expect(201);
    }
    book(&app.other_member(), &exam).await.expect(201);
    let early = enter(
        &app,
        &exam,
        MEMBER,
        &json!({ "state": "attended", "result": "passed" }),
    )
    .await;
    early.expect(409);
    app.set_time("2027-01-15T12:00:00Z");
    let there = json!({ "state": "attended", "result": "passed" });
    let entered = enter(&app, &exam, MEMBER, &there).await.expect(200).json();
    assert_eq!(entered["result"], "passed");
    enter(&app, &training, MEMBER, &json!({ "state": "attended" }))
        .await
        .expect(200);
    let failed = json!({ "state": "attended", "result": "failed" });
    enter(&app, &exam, OTHER, &failed).await.expect(200);
    let letters = app
        .database
        .rows("SELECT recipient || ' ' || body FROM mails")
        .await;
    assert_eq!(letters.len(), 3);
    assert!(
        letters
            .iter()
            .any(|row| row[0].contains(OTHER) && row[0].contains("Result: failed"))
    );
    let mut conn = app.system().await;
    let met = |on: &str, who: &str| (person(who).id, day(on));
    let (account, on) = met("2027-01-13", MEMBER);
    let first = passed(&mut conn, account, on).await.unwrap();
    assert_eq!(
        (
            first.len(),
            first[0].scheme.as_str(),
            first[0].requirement.as_str(),
            first[0].on
        ),
        (1, "maritime", "exam_theory", day("2027-01-12"))
    );
    let (account, on) = met("2027-01-15", MEMBER);
    let both: Vec<String> = passed(&mut conn, account, on)
        .await
        .unwrap()
        .into_iter()
        .map(|one| one.requirement)
        .collect();
    assert_eq!(both, ["exam_theory", "safety_aboard"]);
    let (account, on) = met("2027-01-15", OTHER);
    assert!(
        passed(&mut conn, account, on).await.unwrap().is_empty(),
        "a failed exam meets nothing"
    );
    let own = app.member().get(&exam).await.expect(200).json();
    assert_eq!(own["own_seat"]["result"], "passed");
}

#[tokio::test]
async fn what_does_not_fit_is_refused_and_a_mistake_is_corrected() {
    let app = TestApp::start().await;
    let (path, _) = announced(&app, &draft(&json!({ "seats": 1 }))).await;
    book(&app.member(), &path).await.expect(201);
    book(&app.other_member(), &path).await.expect(201);
    let (training, _) = announced(
        &app,
        &draft(
            &json!({ "kind": "training", "title": "Basic safety aboard", "requirement": "safety_aboard",
            "starts_local": "2027-01-14T09:00:00", "ends_local": "2027-01-14T17:00:00" }),
        ),
    )
    .await;
    book(&app.member(), &training).await.expect(201);
    book(&app.person(SCHEME), &training).await.expect(201);
    app.set_time("2027-01-15T12:00:00Z");
    for (path, body, at) in [
        (&path, json!({ "state": "booked" }), "/state"),
        (&path, json!({ "state": "absent", "result": "failed" }), "/result"),
        (
            &training,
            json!({ "state": "attended", "result": "passed" }),
            "/result",
        ),
    ] {
        let refused = enter(&app, path, MEMBER, &body).await.expect(422);
        assert_eq!(refused.pointers(), [at], "{body}");
    }
    let waited = enter(&app, &path, OTHER, &json!({ "state": "attended" })).await;
    assert!(waited.expect(409).text().contains("had no seat"));
    let own = enter(&app, &training, SCHEME, &json!({ "state": "attended" })).await;
    assert_eq!(own.expect(409).code(), "same_person", "nobody enters their own");
    let passed = json!({ "state": "attended", "result": "passed" });
    enter(&app, &path, MEMBER, &passed).await.expect(200);
    enter(&app, &path, MEMBER, &json!({ "state": "absent" }))
        .await
        .expect(200);
    let seats = app
        .person(SCHEME)
        .get(&format!("{path}/seats"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&seats["items"][0]["state"], &seats["items"][0]["result"]),
        (&json!("absent"), &json!(null))
    );
    let at = format!("{path}/seats/{}", seats["items"][0]["id"].as_str().unwrap());
    let scheme = app.person(SCHEME);
    scheme.put(&at, &passed).await.expect(428);
    scheme.put_match(&at, "\"old\"", &passed).await.expect(412);
    app.member()
        .put_match(&at, seats["items"][0]["etag"].as_str().unwrap(), &passed)
        .await
        .expect(403);
}
