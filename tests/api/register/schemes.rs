use serde_json::{Value, json};
use tests::TestApp;

const SCHEME: &str = "scheme@demo.example";
const VERSIONS: &str = "/api/v1/schemes/maritime/versions";

async fn content(app: &TestApp) -> Value {
    app.anyone()
        .get("/api/v1/schemes/maritime")
        .await
        .expect(200)
        .json()["version"]["content"]
        .clone()
}

#[tokio::test]
async fn both_ready_schemes_say_all_before_anybody_registers() {
    let app = TestApp::start().await;
    let all = app.anyone().get("/api/v1/schemes").await.expect(200).json();
    let codes: Vec<&str> = all
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    assert_eq!(codes, ["maritime", "supplier"]);
    let content = &all[0]["version"]["content"];
    assert_eq!(content["disciplines"].as_array().unwrap().len(), 4);
    assert_eq!(content["levels"].as_array().unwrap().len(), 3);
    for promise in [
        "review_days",
        "appeal_days",
        "validity_months",
        "renewal_opens_days",
    ] {
        assert!(content[promise].as_u64().unwrap() > 0, "{promise}");
    }
    app.anyone().get("/api/v1/schemes/alchemy").await.expect(404);
}

#[tokio::test]
async fn a_new_version_is_a_draft_then_a_difference_with_a_date() {
    let app = TestApp::start().await;
    let scheme = app.person(SCHEME);
    let mut asked = content(&app).await;
    asked["kind"] = json!("supplier");
    let other = scheme
        .post(VERSIONS, &json!({ "content": asked }))
        .await
        .expect(422);
    assert!(
        other.pointers().contains(&"/content/kind".to_owned()),
        "{}",
        other.text()
    );
    asked["kind"] = json!("person");
    asked["cpd_hours"] = json!(150);
    let draft = scheme
        .post(
            VERSIONS,
            &json!({ "content": asked, "reason": "More practice at sea." }),
        )
        .await
        .expect(201);
    assert_eq!(
        (&draft.json()["number"], &draft.json()["valid_from"]),
        (&json!(2), &json!(null))
    );
    assert_eq!(draft.json()["changes"][0]["pointer"], "/cpd_hours");
    scheme
        .post(VERSIONS, &json!({ "content": asked }))
        .await
        .expect(409);
    let seen = |answer: Value| answer.as_array().unwrap().len();
    assert_eq!(
        seen(app.anyone().get(VERSIONS).await.expect(200).json()),
        1,
        "a draft is not public"
    );
    assert_eq!(seen(scheme.get(VERSIONS).await.expect(200).json()), 2);
    asked["grace_days"] = json!(45);
    let path = format!("{VERSIONS}/2");
    let edited = scheme
        .put_match(&path, draft.header("etag"), &json!({ "content": asked }))
        .await
        .expect(200);
    scheme
        .put_match(&path, draft.header("etag"), &json!({ "content": asked }))
        .await
        .expect(412);
    let publish = format!("{path}/publications");
    let past = json!({ "valid_from": "2026-11-20" });
    assert_eq!(
        scheme
            .post_match(&publish, edited.header("etag"), &past)
            .await
            .expect(422)
            .pointers(),
        ["/valid_from"]
    );
    let far = json!({ "valid_from": "9999-12-31" });
    assert_eq!(
        scheme
            .post_match(&publish, edited.header("etag"), &far)
            .await
            .expect(422)
            .pointers(),
        ["/valid_from"]
    );
    let day = json!({ "valid_from": "2027-01-01" });
    let published = scheme
        .post_match(&publish, edited.header("etag"), &day)
        .await
        .expect(200);
    assert_eq!(published.json()["changes"].as_array().unwrap().len(), 2);
    scheme
        .put_match(&path, published.header("etag"), &json!({ "content": asked }))
        .await
        .expect(409);
    assert_eq!(
        content(&app).await["cpd_hours"],
        120,
        "in force from its day only"
    );
    app.set_time("2027-01-01T00:10:00Z");
    assert_eq!(content(&app).await["cpd_hours"], 150);
}

#[tokio::test]
async fn a_scheme_that_does_not_hold_together_is_told_where() {
    let app = TestApp::start().await;
    let mut asked = content(&app).await;
    asked["levels"][1]["rank"] = json!(1);
    asked["fees"][0]["level"] = json!("grand");
    asked["code"] = json!("other");
    let refused = app
        .person(SCHEME)
        .post(VERSIONS, &json!({ "content": asked }))
        .await
        .expect(422);
    let pointers = refused.pointers();
    assert!(
        pointers.iter().any(|at| at.starts_with("/content/levels")),
        "{pointers:?}"
    );
    assert!(
        pointers.iter().any(|at| at.starts_with("/content/fees/0")),
        "{pointers:?}"
    );
    assert!(pointers.contains(&"/content/code".to_owned()), "{pointers:?}");
    for who in ["admin@demo.example", "qa@demo.example", "member@demo.example"] {
        let content = content(&app).await;
        app.person(who)
            .post(VERSIONS, &json!({ "content": content }))
            .await
            .expect(403);
    }
}
