//! The policy of the domain, the callers' types and the database say the same.

use bellbuoy_domain::account::Standing;
use bellbuoy_domain::incident::Decision;
use bellbuoy_domain::marking::Tlp;
use bellbuoy_domain::policy::{Facts, Verb, can};
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::{Answer, Client};
use tests::given;
use tests::people::{people, person};

/// Everybody who can ask; those of the organisation that reported first are its own.
fn callers(app: &TestApp) -> Vec<(Option<Standing>, bool, Client)> {
    let first = person("member@demo.example").organisation();
    let mut all = vec![(None, false, app.anyone())];
    all.extend(people().into_iter().map(|one| {
        let own = one.organisation().is_some() && one.organisation() == first;
        (Some(one.standing()), own, app.person(one.email))
    }));
    all
}

fn path(noun: &str, answer: &Answer) -> String {
    format!("/api/v1/{noun}/{}", answer.json()["id"].as_str().unwrap())
}

async fn publicly_known(app: &TestApp) -> Answer {
    let known = app
        .analyst()
        .post("/api/v1/incidents", &given::facts())
        .await
        .expect(201);
    let id = known.json()["id"].as_str().unwrap().to_owned();
    let sql = format!(
        "UPDATE incidents SET series = 'public_source', track = 'public_source', source = 'press', account_id = NULL,
         organisation_id = NULL, reported_at = NULL, tlp = 'clear' WHERE id = '{id}'"
    );
    app.database.rows(&sql).await;
    known
}

#[tokio::test]
async fn an_incident_is_read_by_whom_the_policy_lets() {
    let app = TestApp::start().await;
    let named = given::incident(&app).submitted().await;
    let known = publicly_known(&app).await;
    for (role, owner, client) in callers(&app) {
        for (incident, public_source, own) in [(&named, false, owner), (&known, true, false)] {
            let facts = Facts {
                own,
                public_source,
                ..Facts::default()
            };
            let read = client.get(&path("incidents", incident)).await.status == 200;
            assert_eq!(
                read,
                can(role, Verb::ReadIncident, &facts).is_ok(),
                "{role:?} {facts:?}"
            );
        }
    }
}

#[tokio::test]
async fn a_step_is_taken_by_whom_the_policy_lets() {
    let app = TestApp::start().await;
    for decision in [Decision::TakeUp, Decision::Withdraw] {
        for at in 0..callers(&app).len() {
            let named = given::incident(&app).submitted().await;
            let (role, own, client) = callers(&app).swap_remove(at);
            let facts = Facts {
                own,
                ..Facts::default()
            };
            let step = format!("{}/decisions", path("incidents", &named));
            let body = json!({ "decision": decision });
            let answer = client.post_match(&step, named.header("etag"), &body).await;
            let may = can(role, Verb::DecideIncident(decision), &facts);
            assert_eq!(
                answer.status == 200,
                may.is_ok(),
                "{role:?} {decision}: {}",
                answer.text()
            );
        }
    }
}

#[tokio::test]
async fn an_advisory_is_read_by_whom_the_policy_lets() {
    let app = TestApp::start().await;
    for (tlp, released) in [
        (Tlp::Clear, false),
        (Tlp::Clear, true),
        (Tlp::Green, false),
        (Tlp::Green, true),
    ] {
        let mut text = given::advisory();
        text["tlp"] = json!(tlp);
        let draft = app.analyst().post("/api/v1/advisories", &text).await.expect(201);
        if released {
            let step = format!("{}/releases", path("advisories", &draft));
            app.second_analyst()
                .post_match(&step, draft.header("etag"), &json!({}))
                .await
                .expect(201);
        }
        for (role, _, client) in callers(&app) {
            let facts = Facts {
                tlp: Some(tlp),
                released,
                ..Facts::default()
            };
            let read = client.get(&path("advisories", &draft)).await.status == 200;
            let may = can(role, Verb::ReadAdvisory, &facts);
            assert_eq!(read, may.is_ok(), "{role:?} {facts:?}");
        }
    }
}

#[tokio::test]
async fn what_depends_on_the_role_alone_is_done_by_whom_the_policy_lets() {
    let app = TestApp::start().await;
    let creates: [(Verb, &str, Value); 3] = [
        (Verb::SubmitIncident, "/api/v1/incidents", given::facts()),
        (Verb::WriteAdvisory, "/api/v1/advisories", given::advisory()),
        (Verb::PublishFigures, "/api/v1/statistics/releases", json!({})),
    ];
    let reads = [
        (Verb::ReadFigures, "/api/v1/statistics/incidents?by=kind"),
        (Verb::WorkAtDesk, "/api/v1/desk/envelopes"),
        (Verb::ReadAudit, "/api/v1/audit"),
    ];
    for (role, _, client) in callers(&app) {
        for (verb, address, body) in &creates {
            let done = client.post(address, body).await.status == 201;
            assert_eq!(
                done,
                can(role, *verb, &Facts::default()).is_ok(),
                "{role:?} {verb:?}"
            );
        }
        for (verb, address) in reads {
            let done = client.get(address).await.status == 200;
            assert_eq!(
                done,
                can(role, verb, &Facts::default()).is_ok(),
                "{role:?} {verb:?}"
            );
        }
    }
}
