use serde_json::json;
use tests::TestApp;
use tests::people::person;
use tests::ratings::{PATH, at, rating, sent, step};
use tests::register::{firm, somebody};

const SCHEME: &str = "scheme@demo.example";

#[tokio::test]
async fn a_refused_rating_is_told_by_letter_mended_and_published() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let (member, scheme) = (app.member(), app.person(SCHEME));
    let made = sent(&member, &rating(firm, &json!({}))).await;
    let silent = step(&scheme, &made, &json!({ "step": "refuse" }))
        .await
        .expect(422);
    assert_eq!(silent.pointers(), ["/words"]);
    let reason = "The remark names a person; leave the name out.";
    step(&scheme, &made, &json!({ "step": "refuse", "words": reason }))
        .await
        .expect(200);
    let seen = member.get(&at(&made)).await.expect(200);
    assert_eq!(
        (&seen.json()["status"], &seen.json()["reason"]),
        (&json!("refused"), &json!(reason))
    );
    let mended = rating(
        firm,
        &json!({ "remark": "The report named every finding and its remedy." }),
    );
    member
        .put_match(&at(&made), seen.header("etag"), &mended)
        .await
        .expect(200);
    step(&scheme, &made, &json!({ "step": "publish" }))
        .await
        .expect(200);
    let letters = app
        .database
        .rows("SELECT subject, body LIKE '%leave the name out%' FROM mails WHERE recipient = 'member@demo.example' ORDER BY created_at, id")
        .await;
    assert_eq!(
        letters,
        [
            ["Your rating of Northlight Assurance was not published", "t"],
            ["Your rating of Northlight Assurance is published", "f"]
        ]
    );
    let audited = app
        .database
        .rows("SELECT action, coalesce(reason, '-') FROM audit_entries WHERE object_kind = 'rating' ORDER BY at, action")
        .await;
    assert!(
        audited.contains(&vec!["rating.refuse".to_owned(), reason.to_owned()]),
        "{audited:?}"
    );
    for action in ["rating.create", "rating.mend", "rating.publish"] {
        assert!(audited.iter().any(|entry| entry[0] == action), "{audited:?}");
    }
}

#[tokio::test]
async fn of_two_moderators_at_once_the_second_is_told_so() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let made = sent(&app.member(), &rating(firm, &json!({}))).await;
    let (one, other) = (app.person(SCHEME), app.person("second-scheme@demo.example"));
    let tag = one.get(&at(&made)).await.expect(200).header("etag").to_owned();
    let path = format!("{}/steps", at(&made));
    let (publish, refuse) = (
        json!({ "step": "publish" }),
        json!({ "step": "refuse", "words": "It is not about an engagement." }),
    );
    let (a, b) = tokio::join!(
        one.post_match(&path, &tag, &publish),
        other.post_match(&path, &tag, &refuse)
    );
    let mut answers = [a.status, b.status];
    answers.sort_unstable();
    assert_eq!(answers, [200, 409]);
}

#[tokio::test]
async fn a_step_on_what_was_mended_meanwhile_is_stale() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let (member, scheme) = (app.member(), app.person(SCHEME));
    let made = sent(&member, &rating(firm, &json!({}))).await;
    let tag = made["etag"].as_str().unwrap();
    let mended = rating(firm, &json!({ "competence": 1 }));
    member.put_match(&at(&made), tag, &mended).await.expect(200);
    let path = format!("{}/steps", at(&made));
    scheme
        .post_match(&path, tag, &json!({ "step": "publish" }))
        .await
        .expect(412);
}

#[tokio::test]
async fn nobody_moderates_what_is_said_about_themselves() {
    let app = TestApp::start().await;
    let held = ("maritime_specialist", "practitioner", "2025-03-01");
    let (own, _) = somebody(&app, &json!({}))
        .who_is(person(SCHEME).id)
        .certified(&[held])
        .await;
    let about = rating(own, &json!({ "supplier_id": null, "consultant_id": own }));
    let made = sent(&app.member(), &about).await;
    let publish = json!({ "step": "publish" });
    let refused = step(&app.person(SCHEME), &made, &publish).await.expect(403);
    assert!(refused.text().contains("about themselves"));
    step(&app.person("second-scheme@demo.example"), &made, &publish)
        .await
        .expect(200);
}

#[tokio::test]
async fn only_moderators_publish_and_lists_can_be_filtered() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let made = sent(&app.member(), &rating(firm, &json!({}))).await;
    let other = rating(firm, &json!({ "from_on": "2026-05-01", "to_on": "2026-05-02" }));
    sent(&app.other_member(), &other).await;
    let publish = json!({ "step": "publish" });
    let refused = step(&app.member(), &made, &publish).await.expect(409);
    assert!(refused.text().contains("by rater"), "{}", refused.text());
    let path = format!("{}/steps", at(&made));
    for who in [
        "other-member@demo.example",
        "analyst@demo.example",
        "accepted@demo.example",
    ] {
        app.person(who)
            .post_match(&path, "\"x\"", &publish)
            .await
            .expect(404);
    }
    let scheme = app.person(SCHEME);
    step(&scheme, &made, &publish).await.expect(200);
    for (query, count) in [
        ("status=published".to_owned(), 1),
        ("status=pending,published".to_owned(), 2),
        (format!("supplier={firm}&status=pending"), 1),
        (format!("consultant={firm}"), 0),
        ("answer=pending".to_owned(), 0),
    ] {
        let list = scheme.get(&format!("{PATH}?{query}")).await.expect(200).json();
        assert_eq!(list["items"].as_array().unwrap().len(), count, "{query}");
    }
    let first = scheme.get(&format!("{PATH}?limit=1")).await.expect(200).json();
    let second = scheme
        .get(first["next"].as_str().unwrap())
        .await
        .expect(200)
        .json();
    let both = [&first, &second].map(|page| page["items"][0]["id"].clone());
    assert!(both.contains(&made["id"]) && both[0] != both[1]);
    scheme.get(&format!("{PATH}?status=unknown")).await.expect(400);
}
