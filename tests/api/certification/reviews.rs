use serde_json::json;
use tests::TestApp;
use tests::candidate::{PATH, REVIEWER, SCHEME, SECOND, assigned, at, found, read, step, submitted};
use tests::people::person;
use tests::register::{firm, somebody};

const APPLICANT: &str = "colleague@demo.example";

#[tokio::test]
async fn an_application_goes_its_way_to_a_certificate() {
    let app = TestApp::start().await;
    let sent = submitted(&app, APPLICANT).await;
    let (scheme, reviewer) = (app.person(SCHEME), app.person(REVIEWER));
    let board = scheme
        .get(&format!("{PATH}?stage=submitted"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (
            &board["items"][0]["applicant"]["name"],
            &board["items"][0]["days_left"]
        ),
        (&json!("Ada Holm"), &json!(42))
    );
    assigned(&app, &sent).await;
    let question = json!({ "field": "work_associate", "words": "Which ships were these?" });
    let asked = step(
        &reviewer,
        &sent,
        json!({ "step": "ask", "questions": [question] }),
    )
    .await
    .expect(200)
    .json();
    app.set_time("2026-11-25T12:00:00Z");
    let (scheme, applicant) = (app.person(SCHEME), app.person(APPLICANT));
    let open = asked["questions"][0]["id"].clone();
    let none = step(&applicant, &sent, json!({ "step": "answer" }))
        .await
        .expect(422);
    assert!(none.text().contains("Which ships were these?"));
    let answers = json!([{ "question": open, "words": "Three product tankers." }]);
    let answered = step(&applicant, &sent, json!({ "step": "answer", "answers": answers }))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&answered["questions"][0]["answer"], &answered["due_on"]),
        (&json!("Three product tankers."), &json!("2027-01-06")),
        "four days waited"
    );
    let early = step(&scheme, &sent, json!({ "step": "grant" })).await.expect(409);
    assert!(
        early.text().contains("nothing was found on `identity`"),
        "{}",
        early.text()
    );
    found(&app, &sent, &json!({ "verdict": "met" })).await;
    let hidden = read(&applicant, &sent).await;
    assert_eq!(
        hidden["requirements"][0]["finding"],
        json!(null),
        "not before it is decided"
    );
    let granted = step(&scheme, &sent, json!({ "step": "grant" }))
        .await
        .expect(200)
        .json();
    let number = granted["certificate"].as_str().unwrap().to_owned();
    let public = app
        .anyone()
        .get(&format!("/api/v1/certificates/{number}"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&public["holder"]["name"], &public["status"]),
        (&json!("Ada Holm"), &json!("active"))
    );
    let seen = read(&applicant, &sent).await;
    assert_eq!(seen["requirements"][0]["finding"]["verdict"], "met");
    let steps: Vec<_> = seen["events"]
        .as_array()
        .unwrap()
        .iter()
        .map(|event| event["step"].as_str().unwrap())
        .collect();
    assert_eq!(steps, ["submit", "assign", "ask", "answer", "grant"]);
    let letters = app
        .database
        .rows("SELECT string_agg(subject, '|' ORDER BY id) FROM mails WHERE recipient = 'colleague@demo.example'")
        .await;
    assert_eq!(
        letters[0][0]
            .matches("Your application for a certificate")
            .count(),
        3
    );
}

#[tokio::test]
async fn who_reviews_does_not_decide_and_nobody_decides_twice() {
    let app = TestApp::start().await;
    let sent = submitted(&app, APPLICANT).await;
    let second = app.person(SECOND);
    let reviewer = person(SECOND).id;
    step(
        &app.person(SCHEME),
        &sent,
        json!({ "step": "assign", "reviewer_id": reviewer }),
    )
    .await
    .expect(200);
    let refused = step(&second, &sent, json!({ "step": "refuse", "words": "Not yet." }))
        .await
        .expect(403);
    assert!(refused.text().contains("another administrator does"));
    let path = format!("{}/steps", at(&sent));
    let tag = read(&second, &sent).await["etag"].as_str().unwrap().to_owned();
    let first = app.person(SCHEME);
    let words = json!({ "step": "refuse", "words": "Not yet." });
    let (one, two) = tokio::join!(
        first.post_match(&path, &tag, &words),
        first.post_match(&path, &tag, &words)
    );
    let mut status = [one.status, two.status];
    status.sort_unstable();
    assert_eq!(status, [200, 412], "the second has an old version");
}

#[tokio::test]
async fn nobody_close_reviews_and_the_list_says_why() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let held = [("maritime_specialist", "practitioner", "2025-03-01")];
    for who in [APPLICANT, SECOND] {
        somebody(&app, &json!({ "name": who }))
            .who_is(person(who).id)
            .at(firm)
            .certified(&held)
            .await;
    }
    let sent = submitted(&app, APPLICANT).await;
    let scheme = app.person(SCHEME);
    let all = scheme
        .get(&format!("{}/reviewers", at(&sent)))
        .await
        .expect(200)
        .json();
    let of = |email: &str| {
        let id = json!(person(email).id);
        let all = all.as_array().unwrap();
        all.iter().find(|one| one["account_id"] == id).unwrap()["conflict"].clone()
    };
    assert_eq!(of(REVIEWER), json!(null));
    assert!(
        of(SECOND)
            .as_str()
            .unwrap()
            .contains("works for a company of the applicant")
    );
    let close = json!({ "step": "assign", "reviewer_id": person(SECOND).id });
    let refused = step(&scheme, &sent, close).await.expect(422);
    assert_eq!(refused.pointers(), ["/reviewer_id"]);
    let nobody = json!({ "step": "assign", "reviewer_id": person("analyst@demo.example").id });
    step(&scheme, &sent, nobody).await.expect(422);
    assigned(&app, &sent).await;
    let decided = step(
        &app.person(SECOND),
        &sent,
        json!({ "step": "refuse", "words": "Not yet." }),
    )
    .await
    .expect(403);
    assert!(decided.text().contains("you cannot decide on this"));
}

#[tokio::test]
async fn findings_are_the_assigned_reviewers() {
    let app = TestApp::start().await;
    let sent = submitted(&app, APPLICANT).await;
    assigned(&app, &sent).await;
    let path = format!("{}/findings/identity", at(&sent));
    let tag = read(&app.person(REVIEWER), &sent).await["etag"]
        .as_str()
        .unwrap()
        .to_owned();
    let met = json!({ "verdict": "met" });
    for (who, status) in [(APPLICANT, 403), (SCHEME, 403), ("member@demo.example", 404)] {
        app.person(who).put_match(&path, &tag, &met).await.expect(status);
    }
    let reviewer = app.person(REVIEWER);
    let silent = reviewer
        .put_match(&path, &tag, &json!({ "verdict": "waived" }))
        .await
        .expect(422);
    assert_eq!(silent.pointers(), ["/words"]);
    let unknown = format!("{}/findings/nothing", at(&sent));
    reviewer.put_match(&unknown, &tag, &met).await.expect(404);
    reviewer.put_match(&path, &tag, &met).await.expect(200);
    reviewer.put_match(&path, &tag, &met).await.expect(412);
    let wrong = json!({ "step": "ask", "questions": [{ "field": "nothing", "words": "What is this?" }] });
    let refused = step(&reviewer, &sent, wrong).await.expect(422);
    assert_eq!(refused.pointers(), ["/questions/0/field"]);
}

#[tokio::test]
async fn reviewers_read_what_they_are_assigned_to_and_nothing_else() {
    let app = TestApp::start().await;
    let sent = submitted(&app, APPLICANT).await;
    let reviewer = app.person(REVIEWER);
    let own = read(&app.person(APPLICANT), &sent).await;
    let paper = own["requirements"]
        .as_array()
        .unwrap()
        .iter()
        .find_map(|one| one["files"][0]["id"].as_str())
        .unwrap();
    let papers = [
        format!("/api/v1/evidence/{paper}"),
        format!("/api/v1/evidence/{paper}/file"),
        at(&sent),
    ];
    for path in &papers {
        reviewer.get(path).await.expect(404);
    }
    let before = reviewer.get(PATH).await.expect(200).json();
    assert_eq!(before["items"], json!([]));
    assigned(&app, &sent).await;
    for path in &papers {
        reviewer.get(path).await.expect(200);
    }
    let after = reviewer.get(PATH).await.expect(200).json();
    assert_eq!(after["items"].as_array().unwrap().len(), 1);
}
