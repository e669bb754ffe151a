use serde_json::{Value, json};
use tests::TestApp;
use tests::candidate::{PATH, SCHEME, assigned, at, complete, draft, found, paper, read, step, submitted};
use tests::client::{Answer, Client, send};
use tests::people::person;
use tests::register::{profile, somebody};

const APPLICANT: &str = "colleague@demo.example";

async fn discard(client: &Client, draft: &Value) -> Answer {
    let request = client
        .request(reqwest::Method::DELETE, &at(draft))
        .header("if-match", draft["etag"].as_str().unwrap());
    send(request).await
}

#[tokio::test]
async fn a_draft_is_saved_and_gone_on_with_on_another_device() {
    let app = TestApp::start().await;
    let client = app.person(APPLICANT);
    let begun = draft(&client, "cloud_security", "associate").await;
    assert_eq!(
        (&begun["stage"], &begun["own"], &begun["steps"]),
        (&json!("draft"), &json!(true), &json!(["submit", "withdraw"]))
    );
    let missing: Vec<_> = begun["missing"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["requirement"].as_str().unwrap())
        .collect();
    assert_eq!(missing, ["identity", "conduct", "interests", "work_associate"]);
    assert_eq!(begun["open"].as_array().unwrap().len(), 3, "{begun}");
    let refused = step(&client, &begun, json!({ "step": "submit" }))
        .await
        .expect(409);
    assert!(refused.text().contains("0 of 1 there"), "{}", refused.text());
    // The same person signs in elsewhere.
    let elsewhere = app.signed_in(APPLICANT).await;
    let found = complete(&elsewhere, &begun, &json!({})).await;
    assert_eq!(found["missing"], json!([]));
    assert_eq!(found["open"].as_array().unwrap().len(), 1, "no profile yet");
    // The first device has an old version.
    let stale = client
        .put_match(&at(&begun), begun["etag"].as_str().unwrap(), &json!({}))
        .await
        .expect(412);
    assert_eq!(stale.code(), "stale");
    let again = json!({ "scheme": "maritime", "discipline": "cloud_security", "level": "associate" });
    client.post(PATH, &again).await.expect(409);
    client
        .put("/api/v1/consultants/own", &profile(&json!({})))
        .await
        .expect(201);
    let sent = step(&client, &begun, json!({ "step": "submit" }))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&sent["stage"], &sent["due_on"]),
        (&json!("submitted"), &json!("2027-01-02")),
        "42 days from 21 November"
    );
    client
        .put_match(&at(&begun), sent["etag"].as_str().unwrap(), &json!({}))
        .await
        .expect(409);
    discard(&client, &sent).await.expect(409);
}

#[tokio::test]
async fn a_draft_is_its_applicants_alone() {
    let app = TestApp::start().await;
    let client = app.person(APPLICANT);
    let begun = draft(&client, "cloud_security", "associate").await;
    for stranger in [
        SCHEME,
        "qa@demo.example",
        "member@demo.example",
        "admin@demo.example",
    ] {
        let stranger = app.person(stranger);
        stranger.get(&at(&begun)).await.expect(404);
        discard(&stranger, &begun).await.expect(404);
        assert_eq!(stranger.get(PATH).await.expect(200).json()["items"], json!([]));
    }
    client.delete(&at(&begun)).await.expect(428);
    discard(&client, &begun).await.expect(204);
    client.get(&at(&begun)).await.expect(404);
}

#[tokio::test]
async fn what_does_not_fit_is_told_where_it_stands() {
    let app = TestApp::start().await;
    let client = app.person(APPLICANT);
    for (body, pointer) in [
        (
            json!({ "scheme": "nothing", "discipline": "x", "level": "y" }),
            "/scheme",
        ),
        (
            json!({ "scheme": "maritime", "discipline": "x", "level": "associate" }),
            "/discipline",
        ),
        (
            json!({ "scheme": "maritime", "discipline": "cloud_security" }),
            "/level",
        ),
        (
            json!({ "scheme": "maritime", "renews": "BB-C-2026-0417" }),
            "/renews",
        ),
    ] {
        let refused = client.post(PATH, &body).await.expect(422);
        assert_eq!(refused.pointers(), [pointer]);
    }
    let begun = draft(&client, "cloud_security", "associate").await;
    let theirs = paper(&app.member(), "identity").await;
    let twice = json!({ "name": "Kai Berg", "email": "kai@line.example", "relation": "Master" });
    let refused = client
        .put_match(
            &at(&begun),
            begun["etag"].as_str().unwrap(),
            &json!({
                "declared": ["identity"], "conduct_version": "7", "no_interests": true,
                "interests": [{ "company": "Some Line", "relation": "Shares" }],
                "evidence": [{ "requirement": "conduct", "file_id": theirs }], "referees": [twice, twice]
            }),
        )
        .await
        .expect(422);
    assert_eq!(
        refused.pointers(),
        [
            "/declared/0",
            "/evidence/0/requirement",
            "/evidence/0/file_id",
            "/referees/1/email",
            "/no_interests",
            "/conduct_version"
        ]
    );
}

#[tokio::test]
async fn a_paper_proves_what_is_asked_for_and_nothing_else() {
    let app = TestApp::start().await;
    let client = app.person(APPLICANT);
    let begun = draft(&client, "cloud_security", "associate").await;
    let asked = begun["requirements"].as_array().unwrap();
    let asked = asked.iter().find(|one| one["kind"] == "evidence").unwrap();
    let wrong = if asked["evidence"] == "diploma" {
        "identity"
    } else {
        "diploma"
    };
    let other = paper(&client, wrong).await;
    let body = json!({ "evidence": [{ "requirement": asked["code"], "file_id": other }] });
    let refused = client
        .put_match(&at(&begun), begun["etag"].as_str().unwrap(), &body)
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/evidence/0/file_id"]);
    assert!(
        refused.text().contains("is a paper of the kind"),
        "{}",
        refused.text()
    );
}

#[tokio::test]
async fn what_is_held_already_is_neither_applied_for_nor_granted_again() {
    let app = TestApp::start().await;
    let held = [("cloud_security", "associate", "2025-03-01")];
    let own = person(APPLICANT).id;
    // Submitted before the certificate was granted by another way.
    let sent = submitted(&app, APPLICANT).await;
    assigned(&app, &sent).await;
    found(&app, &sent, &json!({ "verdict": "met" })).await;
    app.database
        .rows("UPDATE consultants SET account_id = NULL")
        .await;
    let (_, numbers) = somebody(&app, &json!({})).who_is(own).certified(&held).await;
    let granted = step(&app.person(SCHEME), &sent, json!({ "step": "grant" }))
        .await
        .expect(409);
    assert!(granted.text().contains(&numbers[0]), "{}", granted.text());
    step(&app.person(APPLICANT), &sent, json!({ "step": "withdraw" }))
        .await
        .expect(200);
    let again = json!({ "scheme": "maritime", "discipline": "cloud_security", "level": "associate" });
    let refused = app.person(APPLICANT).post(PATH, &again).await.expect(409);
    assert!(refused.text().contains(&numbers[0]), "{}", refused.text());
    let higher = json!({ "scheme": "maritime", "discipline": "cloud_security", "level": "practitioner" });
    app.person(APPLICANT).post(PATH, &higher).await.expect(201);
}

#[tokio::test]
async fn a_curriculum_is_written_once_and_goes_along_as_it_was() {
    let app = TestApp::start().await;
    let client = app.person(APPLICANT);
    client.get("/api/v1/curricula/own").await.expect(404);
    let entry = |title: &str, from: &str| json!({ "kind": "employment", "title": title, "organisation": "Some Line", "from_on": from });
    let body = json!({ "entries": [entry("Cadet", "2015-01-01"), entry("Officer", "2019-01-01")] });
    let made = client.put("/api/v1/curricula/own", &body).await.expect(201);
    assert_eq!(made.json()["entries"][0]["title"], "Officer", "the newest first");
    client.put("/api/v1/curricula/own", &body).await.expect(428);
    let wrong = json!({ "entries": [{ "kind": "project", "title": "A test", "organisation": "Some Line", "from_on": "2027-01-01", "to_on": "2026-01-01" }] });
    let refused = client
        .put_match("/api/v1/curricula/own", made.header("etag"), &wrong)
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/entries/0/from_on", "/entries/0/to_on"]);
    let sent = submitted(&app, APPLICANT).await;
    let empty = json!({ "entries": [] });
    client
        .put_match("/api/v1/curricula/own", made.header("etag"), &empty)
        .await
        .expect(200);
    let seen = read(&app.person(SCHEME), &sent).await;
    assert_eq!(seen["curriculum"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn who_leaves_takes_papers_and_words_along() {
    let app = TestApp::start().await;
    let sent = submitted(&app, APPLICANT).await;
    let mut conn = app.system().await;
    let account = person(APPLICANT).id;
    bellbuoy_server::certification_applications::forget(&mut conn, account)
        .await
        .unwrap();
    bellbuoy_server::evidence::forget(&mut conn, account)
        .await
        .unwrap();
    let seen = read(&app.person(SCHEME), &sent).await;
    assert_eq!(
        (&seen["stage"], &seen["statement"], &seen["curriculum"]),
        (&json!("withdrawn"), &Value::Null, &json!([]))
    );
    let papers = app
        .database
        .rows("SELECT count(*)::text FROM evidence_files")
        .await;
    assert_eq!(papers[0][0], "0");
}

#[tokio::test]
async fn two_drafts_for_the_same_that_are_begun_at_once_are_one() {
    let app = TestApp::start().await;
    let client = app.person(APPLICANT);
    let asked = json!({ "scheme": "maritime", "discipline": "cloud_security", "level": "associate" });
    let answers = tokio::join!(
        client.post(PATH, &asked),
        client.post(PATH, &asked),
        client.post(PATH, &asked)
    );
    let mut statuses = [answers.0.status, answers.1.status, answers.2.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409]);
}
