//! The review: every step, who may take it, and never on a version somebody else has changed.

use bellbuoy_domain::incident::{Decision, IncidentStatus, decide as lawful};
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::Answer;
use tests::given;

pub fn path(incident: &Value) -> String {
    format!("/api/v1/incidents/{}/decisions", incident["id"].as_str().unwrap())
}

pub fn body(decision: Decision, other: &Value) -> Value {
    match decision {
        Decision::Accept => {
            json!({ "decision": decision, "verification": "evidence_confirmed", "severity": "critical", "tlp": "green" })
        }
        Decision::Refuse => json!({ "decision": decision, "reason": "a test of the alarm" }),
        Decision::LinkDuplicate => json!({ "decision": decision, "duplicate_of": other["id"] }),
        _ => json!({ "decision": decision }),
    }
}

async fn at(app: &TestApp, status: IncidentStatus, other: &Value) -> Answer {
    let incident = given::incident(app).submitted().await.json();
    let id = incident["id"].as_str().unwrap();
    let link = if status == IncidentStatus::Duplicate {
        format!(", duplicate_of = '{}'", other["id"].as_str().unwrap())
    } else {
        String::new()
    };
    app.database
        .rows(&format!(
            "UPDATE incidents SET status = '{status}'{link} WHERE id = '{id}'"
        ))
        .await;

    app.analyst()
        .get(&format!("/api/v1/incidents/{id}"))
        .await
        .expect(200)
}

#[tokio::test]
async fn every_decision_at_every_status_by_everybody_follows_the_rules() {
    let app = TestApp::start().await;
    let other = given::incident(&app).submitted().await.json();
    let (analyst, member, other_member, admin, anyone) = (
        app.analyst(),
        app.member(),
        app.other_member(),
        app.admin(),
        app.anyone(),
    );
    for status in IncidentStatus::ALL {
        let incident = at(&app, *status, &other).await;
        for decision in Decision::ALL {
            let address = format!("{}?dry_run=true", path(&incident.json()));
            let asked = body(*decision, &other);
            let expected = if lawful(*status, *decision).is_ok() {
                200
            } else {
                409
            };
            let may_withdraw = *decision == Decision::Withdraw;
            for (client, status_expected) in [
                (&analyst, expected),
                (&member, if may_withdraw { expected } else { 403 }),
                (&other_member, 404),
                (&admin, 403),
                (&anyone, 401),
            ] {
                let answer = client.post_match(&address, incident.header("etag"), &asked).await;
                assert_eq!(
                    answer.status,
                    status_expected,
                    "{status} {decision}: {}",
                    answer.text()
                );
                if answer.status == 200 {
                    assert_eq!(
                        answer.json()["status"],
                        lawful(*status, *decision).unwrap().as_str()
                    );
                }
            }
        }
    }
}

#[tokio::test]
async fn a_decision_writes_its_facts_its_audit_line_and_its_event() {
    let app = TestApp::start().await;
    let taken = given::incident(&app).in_triage().await;
    let accepted = app
        .analyst()
        .post_match(
            &path(&taken.json()),
            taken.header("etag"),
            &body(Decision::Accept, &Value::Null),
        )
        .await
        .expect(200);
    let incident = accepted.json();
    assert_eq!(
        (
            &incident["status"],
            &incident["verification"],
            &incident["severity"],
            &incident["tlp"],
            &incident["revision"]
        ),
        (
            &json!("accepted"),
            &json!("evidence_confirmed"),
            &json!("critical"),
            &json!("green"),
            &json!(3)
        )
    );
    assert_ne!(accepted.header("etag"), taken.header("etag"));
    app.drain().await;
    let audit = app
        .admin()
        .get("/api/v1/audit?action=incident.accept")
        .await
        .json()["items"][0]
        .clone();
    assert_eq!(
        audit["fields"],
        json!(["status", "verification", "severity", "tlp"])
    );
    assert_eq!(
        (&audit["object_id"], &audit["actor"]),
        (
            &incident["id"],
            &json!(tests::people::person("analyst@demo.example").id)
        )
    );
    assert_eq!(
        app.database
            .column("SELECT topic FROM outbox ORDER BY number")
            .await,
        ["incident.submitted", "incident.decided", "incident.decided"]
    );
}

#[tokio::test]
async fn a_refusal_has_a_reason_and_can_be_taken_up_again() {
    let app = TestApp::start().await;
    let taken = given::incident(&app).in_triage().await;
    let refused = app
        .analyst()
        .post_match(
            &path(&taken.json()),
            taken.header("etag"),
            &json!({ "decision": "refuse" }),
        )
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/reason"]);
    let refused = given::decide(&app, &taken, body(Decision::Refuse, &Value::Null)).await;
    assert_eq!(refused.json()["refusal_reason"], "a test of the alarm");
    let read = app
        .member()
        .get(&format!(
            "/api/v1/incidents/{}",
            refused.json()["id"].as_str().unwrap()
        ))
        .await
        .json();
    assert_eq!(read["refusal_reason"], "a test of the alarm");
    let again = given::decide(&app, &refused, json!({ "decision": "reopen" })).await;
    assert_eq!(
        (&again.json()["status"], &again.json()["refusal_reason"]),
        (&json!("in_triage"), &Value::Null)
    );
}

#[tokio::test]
async fn a_duplicate_names_the_incident_it_repeats() {
    let app = TestApp::start().await;
    let (original, taken) = (
        given::incident(&app).accepted().await.json(),
        given::incident(&app).in_triage().await,
    );
    let id = taken.json()["id"].clone();
    for wrong in [Value::Null, id, json!(uuid::Uuid::new_v4())] {
        let refused = app
            .analyst()
            .post_match(
                &path(&taken.json()),
                taken.header("etag"),
                &json!({ "decision": "link_duplicate", "duplicate_of": wrong }),
            )
            .await
            .expect(422);
        assert_eq!(refused.pointers(), ["/duplicate_of"]);
    }
    let linked = given::decide(&app, &taken, body(Decision::LinkDuplicate, &original))
        .await
        .json();
    assert_eq!(
        (&linked["status"], &linked["duplicate_of"]),
        (&json!("duplicate"), &original["id"])
    );
}

#[tokio::test]
async fn acceptance_says_how_well_it_is_verified() {
    let app = TestApp::start().await;
    let taken = given::incident(&app).in_triage().await;
    let refused = app
        .analyst()
        .post_match(
            &path(&taken.json()),
            taken.header("etag"),
            &json!({ "decision": "accept" }),
        )
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/verification"]);
}

#[tokio::test]
async fn a_step_takes_what_belongs_to_it_and_nothing_else() {
    let app = TestApp::start().await;
    let made = given::incident(&app).submitted().await;
    let path = format!(
        "/api/v1/incidents/{}/decisions",
        made.json()["id"].as_str().unwrap()
    );
    let judged = json!({ "decision": "withdraw", "severity": "critical", "tlp": "clear", "verification": "officially_confirmed" });
    let refused = app
        .member()
        .post_match(&path, made.header("etag"), &judged)
        .await
        .expect(422)
        .json();
    let pointers: Vec<_> = refused["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|fault| fault["pointer"].clone())
        .collect();
    assert_eq!(json!(pointers), json!(["/verification", "/severity", "/tlp"]));
    let taken = given::decide(&app, &made, json!({ "decision": "take_up" })).await;
    let unfit = json!({ "decision": "accept", "verification": "anonymous_corroborated" });
    let refused = app
        .analyst()
        .post_match(&path, taken.header("etag"), &unfit)
        .await
        .expect(422)
        .json();
    assert_eq!(refused["errors"][0]["pointer"], "/verification");
    assert!(
        refused["errors"][0]["accepted"]
            .as_array()
            .unwrap()
            .contains(&json!("identified"))
    );
}

#[tokio::test]
async fn an_incident_is_decided_on_by_its_reference_as_by_its_id() {
    let app = TestApp::start().await;
    let made = given::incident(&app).submitted().await;
    let reference = made.json()["reference"].as_str().unwrap().to_owned();
    let step = json!({ "decision": "take_up" });
    for other in ["INC-000000", "INC-00000", "latest"] {
        let path = format!("/api/v1/incidents/{other}/decisions");
        app.analyst().post_match(&path, "\"x\"", &step).await.expect(404);
    }
    let path = format!("/api/v1/incidents/{reference}/decisions");
    let decided = app.analyst().post_match(&path, made.header("etag"), &step).await;
    assert_eq!(decided.expect(200).json()["status"], "in_triage");
}
