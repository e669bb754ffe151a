use reqwest::Method;
use serde_json::{Value, json};
use tests::TestApp;
use tests::candidate::SCHEME;
use tests::client::{Answer, Client};
use tests::people::person;
use tests::register::{firm, somebody};

const HELD: (&str, &str, &str) = ("maritime_specialist", "practitioner", "2025-03-01");
const HOLDER: &str = "colleague@demo.example";

async fn complain(app: &TestApp, number: &str) -> Value {
    let words = json!({
        "certificate": number, "words": "The report names tests that nobody saw being carried out.",
        "email": "Kai@line.example"
    });
    app.anyone()
        .post("/api/v1/complaints", &words)
        .await
        .expect(201)
        .json()
}

async fn step(client: &Client, id: &str, asked: Value) -> Answer {
    let path = format!("/api/v1/complaints/{id}");
    let now = client.get(&path).await.expect(200);
    client
        .post_match(&format!("{path}/steps"), now.header("etag"), &asked)
        .await
}

#[tokio::test]
async fn a_complaint_leads_to_a_suspension_and_a_revocation() {
    let app = TestApp::start().await;
    let (_, numbers) = somebody(&app, &json!({}))
        .who_is(person(HOLDER).id)
        .certified(&[HELD])
        .await;
    let made = complain(&app, &numbers[0]).await;
    let scheme = app.person(SCHEME);
    let all = scheme
        .get("/api/v1/complaints?status=received")
        .await
        .expect(200)
        .json();
    let id = all["items"][0]["id"].as_str().unwrap();
    for stranger in [HOLDER, "qa@demo.example", "admin@demo.example"] {
        app.person(stranger).get("/api/v1/complaints").await.expect(403);
    }
    let early = step(&scheme, id, json!({ "step": "uphold", "answer": "It is so." }))
        .await
        .expect(409);
    assert!(early.text().contains("`investigate`"));
    let suspend =
        json!({ "step": "suspend", "reason": "under_investigation", "words": "A complaint came in." });
    step(&scheme, id, json!({ "step": "investigate", "sanction": suspend }))
        .await
        .expect(200);
    let path = format!("/api/v1/certificates/{}", numbers[0]);
    assert_eq!(app.anyone().get(&path).await.json()["status"], "suspended");
    let silent = step(&scheme, id, json!({ "step": "uphold" })).await.expect(422);
    assert_eq!(silent.pointers(), ["/answer"]);
    let wordless = json!({ "step": "revoke", "reason": "complaint_upheld" });
    let refused = step(
        &scheme,
        id,
        json!({ "step": "uphold", "answer": "It is so.", "sanction": wordless }),
    )
    .await
    .expect(422);
    assert_eq!(refused.pointers(), ["/sanction/words"]);
    // Neither happens when the sanction cannot.
    let wrong = json!({ "step": "suspend", "reason": "misconduct", "words": "Again." });
    step(
        &scheme,
        id,
        json!({ "step": "uphold", "answer": "It is so.", "sanction": wrong }),
    )
    .await
    .expect(409);
    let revoke =
        json!({ "step": "revoke", "reason": "complaint_upheld", "words": "The tests were invented." });
    step(
        &scheme,
        id,
        json!({ "step": "uphold", "answer": "The tests were invented.", "sanction": revoke }),
    )
    .await
    .expect(200);
    assert_eq!(app.anyone().get(&path).await.json()["status"], "revoked");
    let own = format!("/api/v1/complaints/own/{}", made["key"].as_str().unwrap());
    let told = app.anyone().get(&own).await.expect(200).json();
    assert_eq!(
        (&told["status"], &told["answer"]),
        (&json!("upheld"), &json!("The tests were invented."))
    );
    let letters = app
        .database
        .rows("SELECT subject FROM mails WHERE recipient = 'kai@line.example'")
        .await;
    assert_eq!(letters, [["Your complaint was decided"]]);
}

#[tokio::test]
async fn a_complaint_needs_a_certificate_that_was_issued_and_somebody_else_to_decide() {
    let app = TestApp::start().await;
    let unknown = json!({ "certificate": "BB-C-2026-0417", "words": "Nobody saw the tests that it names." });
    let refused = app
        .anyone()
        .post("/api/v1/complaints", &unknown)
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/certificate"]);
    app.anyone()
        .get("/api/v1/complaints/own/nothing")
        .await
        .expect(404);
    let (_, numbers) = somebody(&app, &json!({}))
        .who_is(person(SCHEME).id)
        .certified(&[HELD])
        .await;
    complain(&app, &numbers[0]).await;
    let scheme = app.person(SCHEME);
    let all = scheme.get("/api/v1/complaints").await.expect(200).json();
    let id = all["items"][0]["id"].as_str().unwrap();
    let dismiss = json!({ "step": "dismiss", "answer": "Nothing was found." });
    let own = step(&scheme, id, dismiss.clone()).await.expect(403);
    assert!(own.text().contains("about themselves"));
    step(&app.person("second-scheme@demo.example"), id, dismiss)
        .await
        .expect(200);
}

#[tokio::test]
async fn who_depends_on_a_certificate_is_told_once() {
    let app = TestApp::start().await;
    let (firm, accreditation) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    app.database
        .rows(&format!(
            "UPDATE suppliers SET email = 'desk@northlight.example' WHERE id = '{firm}'"
        ))
        .await;
    let (_, numbers) = somebody(&app, &json!({}))
        .who_is(person(HOLDER).id)
        .at(firm)
        .certified(&[HELD])
        .await;
    let scheme = app.person(SCHEME);
    for number in [&numbers[0], &accreditation] {
        let path = format!("/api/v1/certificates/{number}");
        let now = scheme.get(&path).await.expect(200);
        let suspend = json!({ "step": "suspend", "reason": "misconduct", "words": "Looked into." });
        scheme
            .post_match(&format!("{path}/steps"), now.header("etag"), &suspend)
            .await
            .expect(200);
    }
    let mut conn = app.system().await;
    for _ in 0..2 {
        bellbuoy_server::certificates::tell_dependants(&mut conn, app.app.now())
            .await
            .unwrap();
    }
    let letters = app
        .database
        .rows("SELECT recipient, subject FROM mails WHERE subject LIKE '% is suspended' ORDER BY recipient")
        .await;
    assert_eq!(
        letters,
        [
            [HOLDER.to_owned(), format!("{accreditation} is suspended")],
            [
                "desk@northlight.example".to_owned(),
                format!("{} is suspended", numbers[0])
            ]
        ]
    );
}

#[tokio::test]
async fn the_keys_of_a_firm_without_accreditation_are_blocked_at_once() {
    let app = TestApp::start().await;
    let (firm, first) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let organisation = person("member@demo.example").organisation().unwrap();
    app.database
        .rows(&format!(
            "UPDATE suppliers SET organisation_id = '{organisation}' WHERE id = '{firm}'"
        ))
        .await;
    let all = app
        .anyone()
        .get(&format!("/api/v1/certificates?supplier={firm}"))
        .await
        .expect(200)
        .json();
    let numbers: Vec<String> = all["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["number"].as_str().unwrap().to_owned())
        .collect();
    assert!(numbers.len() == 2 && numbers.contains(&first));
    let made = app
        .member()
        .post("/api/v1/api-keys", &tests::given::key(&json!({})))
        .await;
    let made = made.expect(201).json();
    let key = app.anyone().with_token(made["key"].as_str().unwrap());
    let works = || async {
        key.request(Method::GET, "/api/v1/me/limits")
            .send()
            .await
            .unwrap()
            .status()
    };
    assert_eq!(works().await, 200);
    let scheme = app.person(SCHEME);
    let act = |number: String, asked: Value| {
        let scheme = scheme.clone();
        async move {
            let path = format!("/api/v1/certificates/{number}");
            let now = scheme.get(&path).await.expect(200);
            scheme
                .post_match(&format!("{path}/steps"), now.header("etag"), &asked)
                .await
                .expect(200);
        }
    };
    let suspend = json!({ "step": "suspend", "reason": "misconduct", "words": "Looked into." });
    act(numbers[0].clone(), suspend.clone()).await;
    assert_eq!(works().await, 200, "one is left");
    act(numbers[1].clone(), suspend).await;
    let blocked = app.database.rows("SELECT blocked::text FROM api_keys").await;
    assert_eq!(blocked, [["true"]]);
    // The other servers hear of it by the line that the database tells revocations on.
    app.app.machines.forget_all();
    assert_eq!(works().await, 401);
    act(numbers[0].clone(), json!({ "step": "reinstate" })).await;
    assert_eq!(
        app.database.rows("SELECT blocked::text FROM api_keys").await,
        [["false"]]
    );
}
