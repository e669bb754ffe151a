use serde_json::json;
use tests::TestApp;
use tests::candidate::{PATH, REVIEWER, SCHEME, assigned, complete, found, read, step};
use tests::people::person;
use tests::register::somebody;

const APPLICANT: &str = "colleague@demo.example";

#[tokio::test]
async fn a_certificate_is_renewed_from_ninety_days_before_its_end() {
    let app = TestApp::start().await;
    let held = [("cloud_security", "practitioner", "2024-03-01")];
    let (_, numbers) = somebody(&app, &json!({}))
        .who_is(person(APPLICANT).id)
        .certified(&held)
        .await;
    let client = app.person(APPLICANT);
    let asked = json!({ "scheme": "maritime", "renews": numbers[0] });
    let early = client.post(PATH, &asked).await.expect(409);
    assert!(
        early.text().contains("renewal opens on 2026-11-30"),
        "{}",
        early.text()
    );
    app.person("auditor@demo.example")
        .post(PATH, &asked)
        .await
        .expect(422);
    app.set_time("2026-11-30T08:00:00Z");
    let client = app.person(APPLICANT);
    let begun = client.post(PATH, &asked).await.expect(201).json();
    let codes: Vec<_> = begun["requirements"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["conduct", "interests", "insurance", "cpd"]);
    assert_eq!(
        (&begun["renews"], &begun["level"]["code"]),
        (&json!(numbers[0]), &json!("practitioner"))
    );
    complete(&client, &begun, &json!({})).await;
    step(&client, &begun, json!({ "step": "submit" }))
        .await
        .expect(200);
    assigned(&app, &begun).await;
    found(&app, &begun, &json!({ "verdict": "met" })).await;
    let granted = step(&app.person(SCHEME), &begun, json!({ "step": "grant" }))
        .await
        .expect(200)
        .json();
    assert_eq!(granted["certificate"], json!(numbers[0]), "the same number");
    let path = format!("/api/v1/certificates/{}", numbers[0]);
    let certificate = app.anyone().get(&path).await.expect(200).json();
    assert_eq!(
        (&certificate["valid_to"], &certificate["events"][0]["step"]),
        (&json!("2030-02-28"), &json!("renew"))
    );
    read(&app.person(REVIEWER), &begun).await;
}
