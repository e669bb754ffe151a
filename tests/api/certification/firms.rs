use serde_json::json;
use tests::TestApp;
use tests::candidate::{PATH, SCHEME, assigned, at, complete, found, step};

#[tokio::test]
async fn a_firm_is_accredited_by_application_of_who_manages_it() {
    let app = TestApp::start().await;
    let owner = app.member();
    let asked = json!({ "scheme": "supplier", "discipline": "offensive_testing", "level": "accredited" });
    let nobody = app
        .person("colleague@demo.example")
        .post(PATH, &asked)
        .await
        .expect(403);
    assert!(nobody.text().contains("company security officer"));
    let seat = owner.post(PATH, &asked).await.expect(422);
    assert_eq!(seat.pointers(), ["/base"]);
    let mut there = asked.clone();
    there["base"] = json!("NLRTM");
    let begun = owner.post(PATH, &there).await.expect(201).json();
    assert_eq!(
        (&begun["applicant"]["kind"], &begun["applicant"]["name"]),
        (&json!("supplier"), &json!("First Line"))
    );
    // Another who manages the firm looks on; who began it acts.
    let cso = app.person("cso@demo.example");
    let seen = cso.get(&at(&begun)).await.expect(200).json();
    assert_eq!(seen["own"], true);
    let refused = step(&cso, &begun, json!({ "step": "submit" })).await.expect(403);
    assert!(refused.text().contains("only who began"));
    app.other_member().get(&at(&begun)).await.expect(404);
    complete(&owner, &begun, &json!({})).await;
    step(&owner, &begun, json!({ "step": "submit" }))
        .await
        .expect(200);
    assigned(&app, &begun).await;
    found(&app, &begun, &json!({ "verdict": "met" })).await;
    let granted = step(&app.person(SCHEME), &begun, json!({ "step": "grant" }))
        .await
        .expect(200)
        .json();
    let number = granted["certificate"].as_str().unwrap();
    assert!(number.starts_with("BB-S-"), "{number}");
    let public = app
        .anyone()
        .get(&format!("/api/v1/certificates/{number}"))
        .await
        .expect(200)
        .json();
    assert_eq!(public["holder"]["name"], "First Line");
}
