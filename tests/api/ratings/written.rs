use serde_json::json;
use tests::TestApp;
use tests::people::person;
use tests::ratings::{PATH, at, rating, sent, step};
use tests::register::{firm, somebody};

const OTHER: &str = "other-member@demo.example";
const HELD: (&str, &str, &str) = ("maritime_specialist", "practitioner", "2025-03-01");

#[tokio::test]
async fn a_rating_is_for_the_organisation_that_wrote_it_and_for_those_who_moderate() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let made = sent(&app.member(), &rating(firm, &json!({}))).await;
    assert_eq!(
        (&made["status"], &made["organisation"], &made["rated"]["name"]),
        (
            &json!("pending"),
            &json!("First Line"),
            &json!("Northlight Assurance")
        )
    );
    assert_eq!(made["possible"], json!(["mend", "withdraw"]));
    for (who, sees) in [
        ("colleague@demo.example", 1),
        ("auditor@demo.example", 1),
        (OTHER, 0),
        ("scheme@demo.example", 1),
    ] {
        let list = app.person(who).get(PATH).await.expect(200).json();
        assert_eq!(list["items"].as_array().unwrap().len(), sees, "{who}");
        let status = app.person(who).get(&at(&made)).await.status;
        assert_eq!(status, if sees == 1 { 200 } else { 404 }, "{who}");
    }
    for who in ["analyst@demo.example", "qa@demo.example", "admin@demo.example"] {
        app.person(who).get(PATH).await.expect(403);
    }
    app.person("watch@demo.example")
        .get(&format!("{PATH}.csv"))
        .await
        .expect(403);
    let file = app.member().get(&format!("{PATH}.csv")).await.expect(200);
    assert!(file.text().contains("The report named every finding."));
    let auditor = app.person("auditor@demo.example");
    auditor.post(PATH, &rating(firm, &json!({}))).await.expect(403);
    auditor
        .put_match(
            &at(&made),
            made["etag"].as_str().unwrap(),
            &rating(firm, &json!({})),
        )
        .await
        .expect(403);
}

#[tokio::test]
async fn an_engagement_is_over_certified_and_of_somebody_else() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let member = app.member();
    let cases = [
        (json!({ "to_on": "2026-11-21" }), "/to_on"),
        (json!({ "to_on": "2026-03-01" }), "/to_on"),
        (json!({ "from_on": "2025-05-31" }), "/from_on"),
        (json!({ "no_tie": false }), "/no_tie"),
        (json!({ "competence": 6 }), "/competence"),
        (json!({ "timeliness": 0 }), "/timeliness"),
        (json!({ "remark": "a".repeat(1001) }), "/remark"),
        (json!({ "consultant_id": firm }), "/supplier_id"),
        (json!({ "supplier_id": person(OTHER).id }), "/supplier_id"),
    ];
    for (changes, pointer) in cases {
        let refused = member.post(PATH, &rating(firm, &changes)).await.expect(422);
        assert_eq!(refused.pointers(), [pointer], "{changes}: {}", refused.text());
    }
    let own = person("member@demo.example").organisation().unwrap();
    let sql = format!("UPDATE suppliers SET organisation_id = '{own}' WHERE id = '{firm}'");
    app.database.rows(&sql).await;
    let refused = member.post(PATH, &rating(firm, &json!({}))).await.expect(422);
    assert_eq!(refused.pointers(), ["/supplier_id"]);
    let works_there = somebody(&app, &json!({})).at(firm).certified(&[HELD]).await.0;
    let colleague = somebody(&app, &json!({ "name": "Kai Berg" }))
        .who_is(person("colleague@demo.example").id)
        .certified(&[HELD])
        .await
        .0;
    for tied in [works_there, colleague] {
        let body = rating(firm, &json!({ "supplier_id": null, "consultant_id": tied }));
        let refused = member.post(PATH, &body).await.expect(422);
        assert_eq!(refused.pointers(), ["/consultant_id"]);
        app.person(OTHER).post(PATH, &body).await.expect(201);
    }
}

#[tokio::test]
async fn only_those_rate_who_engage_assessors() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let own = person("member@demo.example").organisation().unwrap();
    for (kind, status) in [("authority", 403), ("supplier", 403), ("port", 201)] {
        app.database
            .rows(&format!(
                "UPDATE organisations SET kind = '{kind}' WHERE id = '{own}'"
            ))
            .await;
        let answer = app.member().post(PATH, &rating(firm, &json!({}))).await;
        assert_eq!(answer.status, status, "{kind}: {}", answer.text());
    }
}

#[tokio::test]
async fn an_engagement_is_rated_once_even_by_two_at_once() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let (one, other) = (app.member(), app.person("cso@demo.example"));
    let (first, second) = (
        rating(firm, &json!({})),
        rating(firm, &json!({ "from_on": "2026-03-06", "to_on": "2026-03-09" })),
    );
    let (a, b) = tokio::join!(one.post(PATH, &first), other.post(PATH, &second));
    let mut answers = [a.status, b.status];
    answers.sort_unstable();
    assert_eq!(answers, [201, 409]);
    let later = rating(firm, &json!({ "from_on": "2026-03-10", "to_on": "2026-03-11" }));
    one.post(PATH, &later).await.expect(201);
    app.other_member().post(PATH, &first).await.expect(201);
}

#[tokio::test]
async fn a_rating_is_mended_until_it_is_published_and_withdrawn_at_any_time() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let member = app.member();
    let made = sent(&member, &rating(firm, &json!({}))).await;
    let tag = made["etag"].as_str().unwrap();
    let mended = rating(firm, &json!({ "competence": 1, "to_on": "2026-03-07" }));
    let after = member
        .put_match(&at(&made), tag, &mended)
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&after["competence"], &after["to_on"]),
        (&json!(1), &json!("2026-03-07"))
    );
    let stale = member.put_match(&at(&made), tag, &mended).await.expect(412);
    assert_eq!(stale.code(), "stale");
    let scheme = app.person("scheme@demo.example");
    step(&scheme, &made, &json!({ "step": "publish" }))
        .await
        .expect(200);
    let now = member.get(&at(&made)).await.expect(200);
    let late = member
        .put_match(&at(&made), now.header("etag"), &mended)
        .await
        .expect(409);
    assert!(late.text().contains("possible: `withdraw`"), "{}", late.text());
    let gone = member
        .request(reqwest::Method::DELETE, &at(&made))
        .header("if-match", now.header("etag"));
    tests::client::send(gone).await.expect(204);
    let withdrawn = member.get(&at(&made)).await.expect(200).json();
    assert_eq!(
        (&withdrawn["status"], &withdrawn["remark"]),
        (&json!("withdrawn"), &json!(null))
    );
    sent(&member, &rating(firm, &json!({}))).await;
}
