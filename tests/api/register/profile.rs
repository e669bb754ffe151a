use serde_json::json;
use tests::TestApp;
use tests::people::person;
use tests::register::{firm, profile, somebody};

const COLLEAGUE: &str = "colleague@demo.example";
const HELD: (&str, &str, &str) = ("maritime_specialist", "practitioner", "2025-03-01");
const OWN: &str = "/api/v1/consultants/own";

#[tokio::test]
async fn a_profile_is_begun_and_changed_by_its_person_and_public_with_the_first_certificate() {
    let app = TestApp::start().await;
    let colleague = app.person(COLLEAGUE);
    colleague.get(OWN).await.expect(404);
    let made = colleague.put(OWN, &profile(&json!({}))).await.expect(201);
    let id = made.json()["id"].as_str().unwrap().to_owned();
    assert_eq!(
        (&made.json()["listed"], &made.json()["base"]["name"]),
        (&json!(false), &json!("Rotterdam"))
    );
    let public = format!("/api/v1/consultants/{id}");
    app.anyone().get(&public).await.expect(404);
    app.member().get(&public).await.expect(404);
    app.person("scheme@demo.example").get(&public).await.expect(200);
    colleague.put(OWN, &profile(&json!({}))).await.expect(428);
    let changed = profile(&json!({ "name": "Ada Holm-Berg", "headline": null, "hidden": true }));
    let after = colleague
        .put_match(OWN, made.header("etag"), &changed)
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&after["name"], &after["headline"]),
        (&json!("Ada Holm-Berg"), &json!(null))
    );
    colleague
        .put_match(OWN, made.header("etag"), &changed)
        .await
        .expect(412);
}

#[tokio::test]
async fn every_place_that_does_not_fit_is_told() {
    let app = TestApp::start().await;
    let wrong = profile(&json!({
        "base": "NLROT", "languages": ["en", "xx"],
        "contacts": [
            { "kind": "phone", "value": "010 1234", "public": true }, { "kind": "phone", "value": "+31 10", "public": true },
            { "kind": "website", "value": "http://holm.example", "public": true }
        ]
    }));
    let refused = app.person(COLLEAGUE).put(OWN, &wrong).await.expect(422);
    assert_eq!(
        refused.pointers(),
        [
            "/base",
            "/languages/1",
            "/contacts/0/value",
            "/contacts/1/kind",
            "/contacts/2/value"
        ]
    );
    for field in ["listed", "demo", "account_id", "id", "plain_name", "revision"] {
        let refused = app
            .person(COLLEAGUE)
            .put(OWN, &profile(&json!({ field: true })))
            .await
            .expect(422);
        assert_eq!(refused.pointers(), [format!("/{field}")]);
    }
}

#[tokio::test]
async fn only_what_is_public_is_told_and_a_letter_arrives_all_the_same() {
    let app = TestApp::start().await;
    let contacts = json!([
        { "kind": "email", "value": "ada@holm.example", "public": false },
        { "kind": "website", "value": "https://holm.example", "public": true }
    ]);
    let (id, _) = somebody(&app, &json!({ "contacts": contacts }))
        .certified(&[HELD])
        .await;
    let path = format!("/api/v1/consultants/{id}");
    let shown = app.anyone().get(&path).await.expect(200);
    assert!(!shown.text().contains("ada@holm.example"));
    assert_eq!(shown.json()["contacts"][0]["value"], "https://holm.example");
    let asked = json!({
        "name": "Cas Officer", "email": "cas@line.example", "words": "We look for a test of our bridge network in March."
    });
    let enquiries = format!("{path}/enquiries");
    let sent = app.anyone().post(&enquiries, &asked).await.expect(202);
    assert!(!sent.text().contains("holm"));
    let letters = app
        .database
        .rows("SELECT recipient || ' ' || body FROM mails")
        .await;
    assert!(
        letters[0][0].starts_with("ada@holm.example") && letters[0][0].contains("cas@line.example"),
        "{letters:?}"
    );
    for _ in 0..9 {
        app.anyone().post(&enquiries, &asked).await.expect(202);
    }
    let refused = app.anyone().post(&enquiries, &asked).await.expect(429);
    assert_eq!(refused.header("retry-after"), "3600");
}

#[tokio::test]
async fn who_hides_is_not_found_and_keeps_name_certificates_and_sanctions_public() {
    let app = TestApp::start().await;
    let (id, numbers) = somebody(&app, &json!({ "hidden": true }))
        .certified(&[HELD])
        .await;
    let found = app
        .anyone()
        .get("/api/v1/consultants?q=ada")
        .await
        .expect(200)
        .json();
    assert!(found["items"].as_array().unwrap().is_empty());
    let shown = app
        .anyone()
        .get(&format!("/api/v1/consultants/{id}"))
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&shown["name"], &shown["headline"], &shown["base"]),
        (&json!("Ada Holm"), &json!(null), &json!(null))
    );
    app.anyone()
        .get(&format!("/api/v1/certificates/{}", numbers[0]))
        .await
        .expect(200);
    let path = format!("/api/v1/consultants/{id}/enquiries");
    let asked =
        json!({ "name": "Cas", "email": "cas@line.example", "words": "We look for a test of our bridge." });
    app.anyone().post(&path, &asked).await.expect(404);
}

#[tokio::test]
async fn an_engagement_counts_once_the_firm_or_the_scheme_confirms_it() {
    let app = TestApp::start().await;
    let (north, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let (id, _) = somebody(&app, &json!({}))
        .who_is(person(COLLEAGUE).id)
        .certified(&[HELD])
        .await;
    let colleague = app.person(COLLEAGUE);
    let engagements = format!("{OWN}/engagements");
    let stated = json!({ "supplier_id": north, "from_on": "2026-01-01" });
    let made = colleague.post(&engagements, &stated).await.expect(201).json();
    let overlapping = json!({ "supplier_id": north, "from_on": "2026-05-01", "to_on": "2026-06-01" });
    colleague.post(&engagements, &overlapping).await.expect(409);
    for (body, pointer) in [
        (
            json!({ "supplier_id": north, "from_on": "2026-12-01" }),
            "/from_on",
        ),
        (
            json!({ "supplier_id": north, "from_on": "2026-02-01", "to_on": "2026-01-01" }),
            "/to_on",
        ),
        (
            json!({ "supplier_id": id, "from_on": "2026-02-01" }),
            "/supplier_id",
        ),
    ] {
        assert_eq!(
            colleague.post(&engagements, &body).await.expect(422).pointers(),
            [pointer]
        );
    }
    let people = format!("/api/v1/suppliers/{north}/engagements");
    let everybody = app.anyone().get(&people).await.expect(200).json();
    assert!(everybody.as_array().unwrap().is_empty());
    let by_firm = format!("/api/v1/consultants?supplier={north}");
    let found = app.anyone().get(&by_firm).await.expect(200).json();
    assert!(found["items"].as_array().unwrap().is_empty());
    let confirm = format!("{people}/{}/confirmations", made["id"].as_str().unwrap());
    let nothing = json!({});
    app.member().post(&confirm, &nothing).await.expect(403);
    colleague.post(&confirm, &nothing).await.expect(403);
    app.person("scheme@demo.example")
        .post(&confirm, &nothing)
        .await
        .expect(201);
    let found = app.anyone().get(&by_firm).await.expect(200).json();
    assert_eq!(found["items"][0]["suppliers"][0]["name"], "Northlight Assurance");
    let shown = app
        .anyone()
        .get(&format!("/api/v1/consultants/{id}"))
        .await
        .expect(200)
        .json();
    assert_eq!(shown["engagements"][0]["from_on"], "2026-01-01");
    let own = format!("{engagements}/{}", made["id"].as_str().unwrap());
    let all = colleague.delete(&own).await.expect(200).json();
    assert!(all[0]["retracted_at"].is_string(), "what was known stays: {all}");
    let found = app.anyone().get(&by_firm).await.expect(200).json();
    assert!(found["items"].as_array().unwrap().is_empty());
    colleague.delete(&own).await.expect(404);
}

#[tokio::test]
async fn a_name_that_stands_on_a_certificate_stays() {
    let app = TestApp::start().await;
    somebody(&app, &json!({}))
        .who_is(person(COLLEAGUE).id)
        .certified(&[HELD])
        .await;
    let colleague = app.person(COLLEAGUE);
    let own = colleague.get(OWN).await.expect(200);
    let other = profile(&json!({ "name": "Aino Kerttula" }));
    let refused = colleague
        .put_match(OWN, own.header("etag"), &other)
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/name"]);
    let same = profile(&json!({ "name": own.json()["name"], "headline": "Tests bridges" }));
    colleague
        .put_match(OWN, own.header("etag"), &same)
        .await
        .expect(200);
}

#[tokio::test]
async fn the_scheme_changes_a_certified_name_and_an_earlier_code_tells_both() {
    let app = TestApp::start().await;
    let own = person(COLLEAGUE).id;
    let (id, numbers) = somebody(&app, &json!({})).who_is(own).certified(&[HELD]).await;
    let credential = format!("/api/v1/certificates/{}/credential", numbers[0]);
    let printed = app.anyone().get(&credential).await.expect(200).text();
    let path = format!("/api/v1/consultants/{id}/name");
    let scheme = app.person("scheme@demo.example");
    let shown = scheme.get(&format!("/api/v1/consultants/{id}")).await.expect(200);
    let asked = json!({ "name": "Ada Holm-Berg", "words": "The certificate of marriage was seen." });
    scheme.put(&path, &asked).await.expect(428);
    scheme.put_match(&path, "\"stale\"", &asked).await.expect(412);
    let same = json!({ "name": "Ada Holm", "words": "The certificate of marriage was seen." });
    let refused = scheme
        .put_match(&path, shown.header("etag"), &same)
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/name"]);
    let after = scheme
        .put_match(&path, shown.header("etag"), &asked)
        .await
        .expect(200)
        .json();
    assert_eq!(after["name"], "Ada Holm-Berg");
    for (query, found) in [("berg", 1), ("ada", 1), ("bridge", 1)] {
        let search = app
            .anyone()
            .get(&format!("/api/v1/consultants?q={query}"))
            .await
            .expect(200)
            .json();
        assert_eq!(search["items"].as_array().unwrap().len(), found, "{query}");
    }
    let check = json!({ "credential": printed });
    let checked = app
        .anyone()
        .post("/api/v1/certificate-checks", &check)
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&checked["answer"], &checked["differs"]),
        (
            &json!("valid"),
            &json!([{ "field": "name", "signed": "Ada Holm", "register": "Ada Holm-Berg" }])
        )
    );
    let letters = app
        .database
        .rows("SELECT recipient || ' ' || body FROM mails")
        .await;
    assert!(letters[0][0].starts_with(COLLEAGUE) && letters[0][0].contains("from Ada Holm to Ada Holm-Berg"));
    let entries = app
        .database
        .rows("SELECT reason FROM audit_entries WHERE action = 'consultant.rename'")
        .await;
    assert_eq!(entries.len(), 1);
}
