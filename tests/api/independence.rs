//! Whether an assessor is independent of a ship, with what the register knows.

use serde_json::{Value, json};
use tests::client::Client;
use tests::people::{LISTED, person};
use tests::register::{firm, somebody};
use tests::{TestApp, candidate, given};
use uuid::Uuid;

const PATH: &str = "/api/v1/independence-checks";
const HELD: (&str, &str, &str) = ("maritime_specialist", "practitioner", "2025-03-01");

fn question(changes: &Value) -> Value {
    let mut question = json!({
        "on": "2026-12-01",
        "parties": [{ "tie": "owner", "name": "Meridian Tankers", "from_on": "2019-01-01" }]
    });
    for (name, value) in changes.as_object().unwrap() {
        question[name] = value.clone();
    }
    question
}

async fn asked(client: &Client, changes: &Value) -> Value {
    client.post(PATH, &question(changes)).await.expect(200).json()
}

fn rule<'a>(answer: &'a Value, name: &str) -> &'a Value {
    let rules = answer["rules"].as_array().unwrap();
    assert_eq!(rules.len(), 4);
    rules.iter().find(|one| one["rule"] == name).unwrap()
}

#[tokio::test]
async fn each_rule_is_answered_with_what_it_rests_on() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let (id, _) = somebody(&app, &json!({})).at(firm).certified(&[HELD]).await;
    let member = app.member();
    let free = asked(&member, &json!({ "consultant_id": id })).await;
    assert_eq!(free["independent"], true, "{free}");
    let grounds = &rule(&free, "same_group")["rests_on"];
    let works = "the assessor works or worked for Northlight Assurance from 2024-01-01";
    assert!(
        grounds
            .as_array()
            .unwrap()
            .contains(&json!({ "source": "register", "says": works })),
        "{grounds}"
    );
    // The register knows for whom the person works, so the name of that firm is enough.
    let maker = json!([{ "tie": "ot_vendor", "name": "northlight  assurance", "from_on": "2020-01-01", "to_on": "2025-01-31" }]);
    let tied = asked(&member, &json!({ "consultant_id": id, "parties": maker })).await;
    let same = rule(&tied, "same_group");
    assert_eq!(
        (&tied["independent"], &same["holds"]),
        (&json!(false), &json!(false))
    );
    assert_eq!(same["against"][0]["until"], "2027-01-31");
    assert!(rule(&tied, "consecutive_person")["holds"] == true);
    // A tie that ended 24 months ago is over.
    let on = json!({ "consultant_id": id, "parties": maker, "on": "2027-01-31" });
    assert_eq!(asked(&member, &on).await["independent"], true);
}

#[tokio::test]
async fn groups_and_earlier_assessments_are_taken_from_the_caller() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let member = app.member();
    let group = json!([{ "tie": "manager", "organisation_id": LISTED, "group": "Meridian Holding", "from_on": "2019-01-01" }]);
    let alone = json!({ "supplier_id": firm, "parties": group });
    assert_eq!(asked(&member, &alone).await["independent"], true);
    let grouped = json!({ "supplier_id": firm, "group": "MERIDIAN HOLDING", "parties": group });
    let answer = asked(&member, &grouped).await;
    let text = rule(&answer, "same_group")["against"][0]["text"]
        .as_str()
        .unwrap();
    assert!(
        text.contains("belongs to the same group as Listed Port, manager of the vessel"),
        "{text}"
    );
    let earlier: Vec<Value> = ["2025-12-01", "2024-12-01", "2023-12-01"]
        .iter()
        .map(|on| json!({ "on": on, "supplier_id": firm }))
        .collect();
    let third = json!({ "supplier_id": firm, "earlier": earlier });
    let answer = asked(&member, &third).await;
    assert_eq!(rule(&answer, "consecutive_supplier")["holds"], false);
    assert_eq!(rule(&answer, "consecutive_person")["holds"], true);
    let says = rule(&answer, "consecutive_person")["rests_on"][0]["says"]
        .as_str()
        .unwrap();
    assert!(says.contains("3 do not say by which person"), "{says}");
    let mut between = third.clone();
    between["earlier"][1] = json!({ "on": "2024-12-01", "by_others": true });
    let answer = asked(&member, &between).await;
    assert_eq!(rule(&answer, "consecutive_supplier")["holds"], true);
    let interest = json!([{ "about": "Holds shares of the owner.", "declared_on": "2026-01-01" }]);
    let answer = asked(&member, &json!({ "supplier_id": firm, "interests": interest })).await;
    assert_eq!(rule(&answer, "declared_interest")["holds"], false);
    let cleared = json!([{ "about": "Holds shares of the owner.", "declared_on": "2026-01-01", "cleared_on": "2026-02-01" }]);
    let answer = asked(&member, &json!({ "supplier_id": firm, "interests": cleared })).await;
    assert_eq!(answer["independent"], true);
}

#[tokio::test]
async fn what_was_declared_to_the_register_is_told_by_its_outcome_only() {
    let app = TestApp::start().await;
    let own = "colleague@demo.example";
    let application = candidate::submitted(&app, own).await;
    let interests = json!([
        { "company": "Meridian Tankers", "relation": "My brother is its treasurer." },
        { "company": "Sunk Line", "relation": "Shares, sold.", "to_on": "2024-01-01" }
    ]);
    let sql = format!(
        "UPDATE certification_applications SET interests = '{interests}', no_interests = false WHERE id = '{}'",
        application["id"].as_str().unwrap()
    );
    app.database.rows(&sql).await;
    let listed = "UPDATE consultants SET listed = true RETURNING id::text";
    let id: Uuid = app.database.column(listed).await[0].parse().unwrap();
    let changes = json!({ "consultant_id": id });
    let answer = asked(&app.other_member(), &changes).await;
    let outcome = rule(&answer, "declared_interest");
    assert_eq!(
        (&answer["independent"], &outcome["holds"]),
        (&json!(false), &json!(false))
    );
    let against = &outcome["against"][0];
    assert_eq!(
        (&against["since"], &against["until"]),
        (&json!(null), &json!(null))
    );
    for hidden in ["brother", "treasurer", "Sunk"] {
        assert!(!answer.to_string().contains(hidden), "{answer}");
    }
    let elsewhere = json!({ "consultant_id": id, "parties": [{ "tie": "owner", "name": "Sunk Line", "from_on": "2019-01-01" }] });
    let free = asked(&app.other_member(), &elsewhere).await;
    assert_eq!(free["independent"], true, "{free}");
    // What it rests on does not tell whether anything was declared.
    assert_eq!(rule(&free, "declared_interest")["rests_on"], outcome["rests_on"]);
    for who in ["scheme@demo.example", own] {
        let told = asked(&app.person(who), &changes).await;
        let text = rule(&told, "declared_interest")["against"][0]["text"].to_string();
        assert!(
            text.contains("Meridian Tankers: My brother is its treasurer."),
            "{who}: {text}"
        );
    }
}

#[tokio::test]
async fn unknown_ids_and_days_that_cross_are_named_where_they_stand() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let nothing = Uuid::from_u128(7);
    let hidden = person("other-member@demo.example").organisation().unwrap();
    let party = |changes: &Value| {
        let mut party = json!({ "tie": "owner", "from_on": "2019-01-01" });
        for (name, value) in changes.as_object().unwrap() {
            party[name] = value.clone();
        }
        json!([party])
    };
    let cases = [
        (json!({}), "/consultant_id"),
        (json!({ "consultant_id": nothing }), "/consultant_id"),
        (json!({ "supplier_id": nothing }), "/supplier_id"),
        (json!({ "supplier_id": firm, "parties": [] }), "/parties"),
        (
            json!({ "supplier_id": firm, "parties": party(&json!({})) }),
            "/parties/0",
        ),
        (
            json!({ "supplier_id": firm, "parties": party(&json!({ "organisation_id": hidden })) }),
            "/parties/0/organisation_id",
        ),
        (
            json!({ "supplier_id": firm, "parties": party(&json!({ "supplier_id": nothing })) }),
            "/parties/0/supplier_id",
        ),
        (
            json!({ "supplier_id": firm, "parties": party(&json!({ "name": "Line", "to_on": "2018-12-31" })) }),
            "/parties/0/to_on",
        ),
        (
            json!({ "supplier_id": firm, "work": [{ "name": "Line", "from_on": "2020-01-01", "to_on": "2019-01-01" }] }),
            "/work/0/to_on",
        ),
        (
            json!({ "supplier_id": firm, "interests": [{ "about": "Shares.", "declared_on": "2026-01-02", "cleared_on": "2026-01-01" }] }),
            "/interests/0/cleared_on",
        ),
        (
            json!({ "supplier_id": firm, "earlier": [{ "on": "2026-12-01", "by_others": true }] }),
            "/earlier/0/on",
        ),
        (
            json!({ "supplier_id": firm, "earlier": [{ "on": "2025-12-01" }] }),
            "/earlier/0",
        ),
        (
            json!({ "supplier_id": firm, "earlier": [{ "on": "2025-12-01", "consultant_id": nothing }] }),
            "/earlier/0/consultant_id",
        ),
    ];
    for (changes, pointer) in cases {
        let refused = app.member().post(PATH, &question(&changes)).await.expect(422);
        assert_eq!(refused.pointers(), [pointer], "{changes}: {}", refused.text());
    }
}

#[tokio::test]
async fn a_key_that_reads_the_directory_may_ask_and_nothing_is_kept() {
    let app = TestApp::start().await;
    let (firm, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let body = question(&json!({ "supplier_id": firm }));
    let before = app.database.count("audit_entries").await;
    let reads = given::program(&app, &json!({ "scopes": ["organisations:read"] })).await;
    let made = app.database.count("audit_entries").await;
    assert!(made > before);
    reads.post(PATH, &body).await.expect(200);
    assert_eq!(app.database.count("audit_entries").await, made);
    let other = given::program(&app, &json!({ "scopes": ["incidents:read"] })).await;
    other.post(PATH, &body).await.expect(403);
    app.anyone().post(PATH, &body).await.expect(401);
    app.analyst().post(PATH, &body).await.expect(403);
}
