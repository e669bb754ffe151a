use super::step;
use serde_json::{Value, json};
use tests::TestApp;
use tests::people::person;
use tests::register::{firm, somebody};

const SCHEME: &str = "scheme@demo.example";
const HELD: (&str, &str, &str) = ("maritime_specialist", "practitioner", "2025-03-01");

fn suspension() -> Value {
    json!({ "step": "suspend", "reason": "under_investigation", "words": "A complaint came in.", "note": "It is looked into." })
}

fn revocation(from: &str) -> Value {
    json!({ "step": "revoke", "reason": "false_evidence", "words": "The letter was not genuine.", "effective_on": from })
}

#[tokio::test]
async fn a_certificate_goes_its_way_and_everybody_reads_how() {
    let app = TestApp::start().await;
    let holder = person("colleague@demo.example").id;
    let (_, numbers) = somebody(&app, &json!({})).who_is(holder).certified(&[HELD]).await;
    let number = &numbers[0];
    let suspended = step(&app, SCHEME, number, suspension()).await.expect(200).json();
    assert_eq!(suspended["status"], "suspended");
    let event = &suspended["events"][0];
    assert_eq!(
        (&event["reason"], &event["note"], &event["effective_on"]),
        (
            &json!("under_investigation"),
            &json!("It is looked into."),
            &json!("2026-11-21")
        )
    );
    assert!(
        !suspended.to_string().contains("A complaint came in"),
        "the words are for the holder"
    );
    let letters = app
        .database
        .rows("SELECT recipient || ' ' || body FROM mails")
        .await;
    assert!(
        letters[0][0].starts_with("colleague@demo.example") && letters[0][0].contains("A complaint came in."),
        "{letters:?}"
    );
    step(&app, SCHEME, number, json!({ "step": "reinstate" }))
        .await
        .expect(200);
    let revoked = step(&app, SCHEME, number, revocation("2025-03-01"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&revoked["status"], revoked["events"].as_array().unwrap().len()),
        (&json!("revoked"), 3)
    );
    let refused = step(&app, SCHEME, number, json!({ "step": "reinstate" }))
        .await
        .expect(409);
    assert!(refused.text().contains("revoked"), "{}", refused.text());
    let audit = app
        .database
        .rows("SELECT action || ' ' || coalesce(reason, '') FROM audit_entries WHERE object_kind = 'certificate' ORDER BY at")
        .await;
    assert!(
        audit
            .iter()
            .any(|entry| entry[0] == "certificate.suspend A complaint came in."),
        "{audit:?}"
    );
    let feed = app
        .anyone()
        .get("/api/v1/certificates.atom")
        .await
        .expect(200)
        .text();
    assert!(
        feed.contains(&format!("<title>{number}: Revoked</title>")),
        "{feed}"
    );
}

#[tokio::test]
async fn each_step_says_what_it_lacks() {
    let app = TestApp::start().await;
    let (_, numbers) = somebody(&app, &json!({})).certified(&[HELD]).await;
    let number = &numbers[0];
    for (body, pointer) in [
        (json!({ "step": "suspend", "words": "Why." }), "/reason"),
        (json!({ "step": "renew" }), "/words"),
        (
            json!({ "step": "revoke", "reason": "under_investigation", "words": "Why." }),
            "/reason",
        ),
        (json!({ "step": "revoke", "reason": "misconduct" }), "/words"),
        (revocation("2025-02-28"), "/effective_on"),
        (revocation("2026-11-22"), "/effective_on"),
        (
            json!({ "step": "suspend", "reason": "misconduct", "words": "Why.", "effective_on": "2026-11-20" }),
            "/effective_on",
        ),
    ] {
        let refused = step(&app, SCHEME, number, body).await.expect(422);
        assert_eq!(refused.pointers(), [pointer]);
    }
    let early = step(
        &app,
        SCHEME,
        number,
        json!({ "step": "renew", "words": "The papers were seen." }),
    )
    .await
    .expect(409);
    assert!(
        early.text().contains("renewal opens on 2027-12-01"),
        "{}",
        early.text()
    );
    let lapse = step(&app, SCHEME, number, json!({ "step": "lapse" })).await;
    lapse.expect(409);
    let path = format!("/api/v1/certificates/{number}/steps");
    let stale = app
        .person(SCHEME)
        .post_match(&path, "\"stale\"", &suspension())
        .await;
    stale.expect(412);
    let bare = app.person(SCHEME).post(&path, &suspension()).await;
    bare.expect(428);
}

#[tokio::test]
async fn only_the_scheme_sanctions_and_only_the_holder_gives_back() {
    let app = TestApp::start().await;
    let holder = person("colleague@demo.example").id;
    let (_, numbers) = somebody(&app, &json!({})).who_is(holder).certified(&[HELD]).await;
    let number = &numbers[0];
    for who in [
        "member@demo.example",
        "admin@demo.example",
        "qa@demo.example",
        "analyst@demo.example",
    ] {
        step(&app, who, number, suspension()).await.expect(403);
    }
    step(&app, "colleague@demo.example", number, suspension())
        .await
        .expect(409);
    step(&app, SCHEME, number, json!({ "step": "withdraw" }))
        .await
        .expect(409);
    let given_back = step(
        &app,
        "colleague@demo.example",
        number,
        json!({ "step": "withdraw" }),
    )
    .await;
    assert_eq!(given_back.expect(200).json()["status"], "withdrawn");
}

#[tokio::test]
async fn a_renewal_is_open_before_the_end_and_in_the_days_of_grace() {
    let app = TestApp::start().await;
    let (_, numbers) = somebody(&app, &json!({})).certified(&[HELD]).await;
    app.set_time("2027-12-01T12:00:00Z");
    let renewed = step(
        &app,
        SCHEME,
        &numbers[0],
        json!({ "step": "renew", "words": "The papers were seen." }),
    )
    .await
    .expect(200)
    .json();
    assert_eq!(
        (&renewed["valid_to"], &renewed["status"]),
        (&json!("2031-02-28"), &json!("active"))
    );
    app.set_time("2031-12-01T12:00:00Z");
    let late = step(
        &app,
        SCHEME,
        &numbers[0],
        json!({ "step": "renew", "words": "The papers were seen." }),
    )
    .await
    .expect(409);
    assert!(late.text().contains("renewal closed on"), "{}", late.text());
}

#[tokio::test]
async fn two_decisions_at_once_are_one_decision() {
    let app = TestApp::start().await;
    let (_, numbers) = somebody(&app, &json!({})).certified(&[HELD]).await;
    let path = format!("/api/v1/certificates/{}", numbers[0]);
    let etag = app
        .anyone()
        .get(&path)
        .await
        .expect(200)
        .header("etag")
        .to_owned();
    let steps = format!("{path}/steps");
    let (first, second) = (app.person(SCHEME), app.person(SCHEME));
    let revoked = revocation("2026-11-21");
    let suspended = suspension();
    let (first, second) = tokio::join!(
        first.post_match(&steps, &etag, &suspended),
        second.post_match(&steps, &etag, &revoked)
    );
    let mut told = [first.status, second.status];
    told.sort_unstable();
    assert_eq!(told, [200, 412]);
}

#[tokio::test]
async fn nothing_is_granted_before_its_scheme_or_in_a_discipline_it_lacks() {
    use bellbuoy_domain::certification::HolderKind;
    use bellbuoy_server::certificates::{Grant, grant};
    let app = TestApp::start().await;
    let (holder, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let mut conn = app.system().await;
    let today = app.app.now().date_naive();
    let scheme = bellbuoy_server::schemes::current(&mut conn, "supplier", today)
        .await
        .unwrap();
    for (discipline, level, from, pointer) in [
        ("maritime_specialist", "accredited", "2021-12-31", "/valid_from"),
        ("maritime_specialist", "accredited", "2026-11-22", "/valid_from"),
        ("alchemy", "accredited", "2026-01-01", "/discipline"),
        ("maritime_specialist", "grand", "2026-01-01", "/level"),
    ] {
        let asked = Grant {
            holder,
            kind: HolderKind::Supplier,
            scheme: &scheme,
            discipline,
            level,
            valid_from: from.parse().unwrap(),
            demo: true,
        };
        let refused = grant(&mut conn, None, &asked, app.app.now()).await.unwrap_err();
        assert_eq!(
            refused.problem().errors[0].pointer,
            pointer,
            "{discipline} {level} {from}"
        );
    }
}
