use super::step;
use serde_json::{Value, json};
use tests::TestApp;
use tests::register::{firm, somebody};

const SCHEME: &str = "scheme@demo.example";
const HELD: (&str, &str, &str) = ("maritime_specialist", "practitioner", "2025-03-01");

async fn ask(app: &TestApp, id: uuid::Uuid, query: &str) -> Value {
    let path = format!("/api/v1/consultants/{id}/validity?discipline=maritime_specialist&{query}");
    app.anyone().get(&path).await.expect(200).json()
}

fn codes(answer: &Value) -> Vec<&str> {
    let reasons = answer["reasons"].as_array().unwrap();
    reasons
        .iter()
        .map(|reason| reason["code"].as_str().unwrap())
        .collect()
}

#[tokio::test]
async fn days_count_only_while_person_and_firm_both_did() {
    let app = TestApp::start().await;
    let (north, accreditation) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let (id, numbers) = somebody(&app, &json!({})).at(north).certified(&[HELD]).await;
    let days = "from=2026-03-01&to=2026-03-05";
    assert_eq!(ask(&app, id, days).await["valid"], true);
    assert_eq!(
        ask(&app, id, &format!("{days}&supplier={north}&level=practitioner")).await["valid"],
        true
    );
    assert_eq!(
        codes(&ask(&app, id, &format!("{days}&level=principal")).await),
        ["level_too_low"]
    );
    let early = ask(
        &app,
        id,
        &format!("from=2025-05-30&to=2025-06-02&supplier={north}"),
    )
    .await;
    assert_eq!(
        (&early["valid"], codes(&early)),
        (&json!(false), vec!["supplier_not_accredited"])
    );
    assert_eq!(early["days"].as_array().unwrap().len(), 2);
    assert_eq!(
        codes(&ask(&app, id, "from=2025-02-20&to=2025-03-02").await),
        ["not_yet"]
    );

    let before = app.app.now();
    app.set_time("2026-11-22T12:00:00Z");
    let void = json!({ "step": "revoke", "reason": "false_evidence", "words": "Why.", "effective_on": "2025-03-01" });
    step(&app, SCHEME, &numbers[0], void).await.expect(200);
    assert_eq!(codes(&ask(&app, id, days).await), ["revoked_from_start"]);
    let known = format!("{days}&known_at={}", before.format("%Y-%m-%dT%H:%M:%SZ"));
    assert_eq!(ask(&app, id, &known).await["valid"], true, "what was known then");

    let (other, _) = somebody(&app, &json!({ "name": "Bo" }))
        .at(north)
        .certified(&[HELD])
        .await;
    let suspend = json!({ "step": "suspend", "reason": "insurance_lapsed", "words": "Why." });
    step(&app, SCHEME, &accreditation, suspend).await.expect(200);
    let suspended = ask(
        &app,
        other,
        &format!("from=2026-11-20&to=2026-11-24&supplier={north}"),
    )
    .await;
    assert_eq!(
        (&suspended["valid"], codes(&suspended)),
        (&json!(false), vec!["supplier_not_accredited"])
    );
    assert_eq!(suspended["days"][0]["to"], "2026-11-21");
}

#[tokio::test]
async fn a_question_that_says_nothing_is_told_what_would() {
    let app = TestApp::start().await;
    let (id, _) = somebody(&app, &json!({})).certified(&[HELD]).await;
    let path = format!("/api/v1/consultants/{id}/validity");
    for (query, pointer) in [
        (
            "discipline=maritime_specialist&from=2026-03-05&to=2026-03-01",
            "?to",
        ),
        (
            "discipline=maritime_specialist&from=2000-01-01&to=2026-03-01",
            "?to",
        ),
        ("discipline=alchemy&from=2026-03-01&to=2026-03-01", "?discipline"),
        (
            "discipline=maritime_specialist&level=grand&from=2026-03-01&to=2026-03-01",
            "?level",
        ),
    ] {
        let refused = app.anyone().get(&format!("{path}?{query}")).await.expect(400);
        assert_eq!(refused.pointers(), [pointer], "{query}");
    }
    let nobody = "/api/v1/consultants/00000000-0000-4000-8000-000000000000/validity";
    let query = "discipline=maritime_specialist&from=2026-03-01&to=2026-03-01";
    app.anyone().get(&format!("{nobody}?{query}")).await.expect(404);
}
