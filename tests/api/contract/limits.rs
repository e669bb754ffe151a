//! The limits that the description tells are those that the server holds callers to.

use serde_json::{Value, json};
use tests::client::{Answer, Client, send};
use tests::spec::{operation, resolve};
use tests::{TestApp, given};

/// Limits beyond this are tried where such a thing is sent in earnest.
const LARGE: u64 = 1 << 20;

struct Case {
    operation: &'static str,
    path: String,
    etag: String,
    body: Value,
    client: Client,
}

async fn cases(app: &TestApp) -> Vec<Case> {
    let id = uuid::Uuid::new_v4();
    let incident = given::incident(app).submitted().await;
    let draft = app
        .analyst()
        .post("/api/v1/advisories", &given::advisory())
        .await
        .expect(201);
    let of = |name: &str, answer: &Answer, step: &str| {
        format!(
            "/api/v1/{name}/{}{step}?dry_run=true",
            answer.json()["id"].as_str().unwrap()
        )
    };
    let case = |operation, path: String, etag: &str, body, client| Case {
        operation,
        path,
        etag: etag.to_owned(),
        body,
        client,
    };
    let acceptance = json!({ "facts": given::facts(), "verification": "anonymous_unverified", "tlp": "amber", "age_band": "1d" });
    let credentials = json!({ "email": "nobody@demo.example", "password": "x" });
    vec![
        case(
            "create_incident",
            "/api/v1/incidents?dry_run=true".to_owned(),
            "",
            given::facts(),
            app.member(),
        ),
        case(
            "decide_incident",
            of("incidents", &incident, "/decisions"),
            incident.header("etag"),
            json!({ "decision": "take_up" }),
            app.analyst(),
        ),
        case(
            "create_advisory",
            "/api/v1/advisories?dry_run=true".to_owned(),
            "",
            given::advisory(),
            app.analyst(),
        ),
        case(
            "update_advisory",
            of("advisories", &draft, ""),
            draft.header("etag"),
            json!({}),
            app.second_analyst(),
        ),
        case(
            "withdraw_advisory",
            of("advisories", &draft, "/withdrawals"),
            draft.header("etag"),
            json!({ "reason": "because" }),
            app.analyst(),
        ),
        case(
            "create_session",
            "/api/v1/auth/sessions".to_owned(),
            "",
            credentials,
            app.anyone(),
        ),
        case(
            "set_desk_key",
            "/api/v1/desk/keys/mine".to_owned(),
            "",
            json!({ "recipient": "", "wrapped": "" }),
            app.analyst(),
        ),
        case(
            "answer_reporter",
            format!("/api/v1/desk/envelopes/{id}/messages"),
            "",
            json!({ "id": id, "content": "" }),
            app.analyst(),
        ),
        case(
            "set_note",
            format!("/api/v1/desk/envelopes/{id}/note"),
            "\"x\"",
            json!({ "note": "" }),
            app.analyst(),
        ),
        case(
            "reseal_envelope",
            format!("/api/v1/desk/envelopes/{id}/content"),
            "\"x\"",
            json!({ "epoch": "2026-11", "content": "" }),
            app.analyst(),
        ),
        case(
            "accept_report",
            "/api/v1/desk/acceptances".to_owned(),
            "",
            acceptance,
            app.analyst(),
        ),
    ]
}

/// A value of this length, made of what the field takes.
fn filled(schema: &'static Value, length: u64) -> Value {
    let length = usize::try_from(length).unwrap();
    if let Some(items) = schema.get("items") {
        let items = resolve(items);
        let word = items["enum"].as_array().map(|words| words[0].clone());
        let thing = match items["required"].to_string() {
            required if required.contains("matrix") => json!({ "matrix": "ics", "id": "T0856" }),
            _ => json!({ "service": "gate", "state": "down" }),
        };
        return json!(vec![word.unwrap_or(thing); length]);
    }
    json!("a".repeat(length))
}

async fn is_too_long_or_short(case: &Case, field: &str, value: Value) -> bool {
    let mut body = case.body.clone();
    body[field] = value;
    let method = operation(case.operation).method.parse().unwrap();
    let answer = send(
        case.client
            .request(method, &case.path)
            .header("if-match", case.etag.clone())
            .json(&body),
    )
    .await;
    assert!(answer.status < 500, "{}: {}", case.operation, answer.text());
    let faults = if answer.status == 422 {
        answer.json()["errors"].as_array().cloned().unwrap_or_default()
    } else {
        Vec::new()
    };
    faults
        .iter()
        .any(|fault| fault["pointer"] == format!("/{field}") && fault["code"] == "length")
}

#[tokio::test]
async fn a_field_is_held_to_the_limits_that_are_told() {
    let app = TestApp::start().await;
    let mut checked = 0;
    for case in cases(&app).await {
        let schema = operation(case.operation).body().unwrap();
        for (field, schema) in schema["properties"].as_object().unwrap() {
            let limit = |names: [&str; 2]| names.iter().find_map(|name| schema[*name].as_u64());
            let told = format!("{} /{field}", case.operation);
            if let Some(most) = limit(["maxLength", "maxItems"]).filter(|most| *most < LARGE) {
                assert!(
                    is_too_long_or_short(&case, field, filled(schema, most + 1)).await,
                    "{told}: {} is taken",
                    most + 1
                );
                assert!(
                    !is_too_long_or_short(&case, field, filled(schema, most)).await,
                    "{told}: {most} is refused"
                );
                checked += 1;
            }
            if let Some(least) = limit(["minLength", "minItems"]) {
                assert!(
                    is_too_long_or_short(&case, field, filled(schema, least - 1)).await,
                    "{told}: {} is taken",
                    least - 1
                );
                assert!(
                    !is_too_long_or_short(&case, field, filled(schema, least)).await,
                    "{told}: {least} is refused"
                );
                checked += 1;
            }
        }
    }
    assert!(checked > 40, "{checked} limits");
}

#[tokio::test]
async fn every_text_has_a_limit_that_is_told() {
    let mut seen = 0;
    for operation in tests::spec::operations() {
        let Some(body) = operation.body() else { continue };
        for (field, schema) in body["properties"].as_object().unwrap() {
            let text = schema["type"] == "string"
                || schema["type"]
                    .as_array()
                    .is_some_and(|kinds| kinds.contains(&json!("string")));
            let shaped = schema["format"]
                .as_str()
                .is_some_and(|format| ["uuid", "date", "date-time"].contains(&format));
            assert!(
                !text || shaped || schema.get("maxLength").is_some(),
                "{} /{field} tells no limit",
                operation.line()
            );
            seen += usize::from(text);
        }
    }
    assert!(seen > 10);
}
