//! Bodies that are no JSON, of another shape, of another type, or too large.

use super::{admitted, filled, raw, taking_json, told};
use serde_json::json;
use tests::spec::operations;
use tests::{TestApp, given};

#[tokio::test]
async fn what_is_not_json_is_malformed_everywhere() {
    let app = TestApp::start().await;
    let deep = format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000));
    let wide = format!("{{\"a\":{}1{}}}", "{\"a\":".repeat(5000), "}".repeat(5000));
    let cut = &given::facts().to_string()[..50];
    let bodies: Vec<Vec<u8>> = vec![
        b"".to_vec(),
        b"{".to_vec(),
        b"nonsense".to_vec(),
        b"{\"a\":1,}".to_vec(),
        b"\xff\xfe{}".to_vec(),
        b"{\"title\":\"\xff\"}".to_vec(),
        b"{\"title\":\"\\ud800\"}".to_vec(),
        b"{\"title\":\"a\x00b\"}".to_vec(),
        b"{} {}".to_vec(),
        b"{\"severity\":1e999}".to_vec(),
        b"{\"severity\":NaN}".to_vec(),
        cut.into(),
        deep.into(),
        wide.into(),
    ];
    for (method, path) in taking_json() {
        for body in &bodies {
            let answer = raw(
                &admitted(&app, &path),
                &method,
                &path,
                "application/json",
                body.clone(),
            )
            .await;
            let what = format!(
                "{method} {path} {}",
                String::from_utf8_lossy(&body[..body.len().min(40)])
            );
            told(&answer, &what);
            assert!(matches!(answer.status, 400 | 422), "{what}: {}", answer.text());
        }
    }
}

#[tokio::test]
async fn json_of_another_shape_is_unfit_everywhere() {
    let app = TestApp::start().await;
    for (method, path) in taking_json() {
        for body in [
            json!(null),
            json!([]),
            json!("text"),
            json!(7),
            json!({ "": "" }),
            json!({ "__proto__": {} }),
            json!({ "id": 1e300 }),
        ] {
            let answer = raw(
                &admitted(&app, &path),
                &method,
                &path,
                "application/json",
                body.to_string(),
            )
            .await;
            told(&answer, &format!("{method} {path} {body}"));
            assert_eq!(answer.code(), "unfit", "{method} {path} {body}");
        }
    }
}

#[tokio::test]
async fn another_media_type_is_not_taken() {
    let app = TestApp::start().await;
    for (method, path) in taking_json() {
        for kind in [
            "text/plain",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "application/jsonp",
            "",
            "*/*",
        ] {
            let answer = raw(&admitted(&app, &path), &method, &path, kind, "{}").await;
            assert_eq!(answer.status, 415, "{method} {path} {kind}: {}", answer.text());
        }
    }
    for kind in ["application/json; charset=utf-8", "Application/JSON"] {
        raw(
            &app.member(),
            "POST",
            "/api/v1/incidents",
            kind,
            given::facts().to_string(),
        )
        .await
        .expect(201);
    }
}

#[tokio::test]
async fn too_much_is_refused_with_the_limit() {
    let app = TestApp::start().await;
    for path in ["/api/v1/incidents", "/api/v1/auth/sessions", "/api/v1/advisories"] {
        let answer = raw(
            &app.analyst(),
            "POST",
            path,
            "application/json",
            vec![b' '; (1 << 20) + 1],
        )
        .await
        .expect(413);
        assert!(
            answer.json()["detail"].as_str().unwrap().contains("1048576"),
            "{}",
            answer.text()
        );
    }
    let mut padded = given::facts().to_string();
    padded.push_str(&" ".repeat((1 << 20) - padded.len()));
    raw(
        &app.member(),
        "POST",
        "/api/v1/incidents",
        "application/json",
        padded,
    )
    .await
    .expect(201);
}

/// Words of the parser's, which say nothing to whoever sent the body.
const PARSERS: [&str; 7] = [
    "expected",
    "invalid",
    "struct",
    "variant",
    "missing field",
    "duplicate field",
    "out of range",
];

#[tokio::test]
async fn every_field_of_another_type_is_told_at_once_and_in_plain_words() {
    let app = TestApp::start().await;
    let mut told = 0;
    for operation in operations() {
        let Some(schema) = operation.body() else { continue };
        let path = filled(&operation.path);
        let fields: Vec<&String> = schema["properties"].as_object().unwrap().keys().collect();
        for wrong in [
            json!({ "no": 1 }),
            json!([{}]),
            json!(["T9999"]),
            json!(true),
            json!("2026-02-30"),
            json!(-1),
        ] {
            let body: serde_json::Map<_, _> = fields
                .iter()
                .map(|name| ((*name).clone(), wrong.clone()))
                .collect();
            let body = serde_json::Value::Object(body).to_string();
            let answer = raw(
                &admitted(&app, &path),
                &operation.method,
                &path,
                "application/json",
                body,
            )
            .await;
            let what = format!("{} {wrong}: {}", operation.line(), answer.text());
            if answer.status != 422 {
                let fits = match operation.id() {
                    // A code may be text that fits, and then no secret waits for it.
                    "create_factor_confirmation" => 409,
                    // Anything that fits is a name.
                    "update_name" => 200,
                    _ => 404,
                };
                assert_eq!(answer.status, fits, "{what}");
                continue;
            }
            for fault in answer.json()["errors"].as_array().unwrap() {
                let detail = fault["detail"].as_str().unwrap();
                assert!(
                    !PARSERS.iter().any(|word| detail.contains(word)),
                    "{detail}: {what}"
                );
                told += 1;
            }
        }
    }
    assert!(told > 300, "{told}");
}

#[tokio::test]
async fn every_field_that_is_missing_is_told_at_once() {
    let app = TestApp::start().await;
    let mut told = 0;
    for operation in operations() {
        let Some(schema) = operation.body() else { continue };
        let path = filled(&operation.path);
        let mut needed: Vec<String> = schema["required"]
            .as_array()
            .into_iter()
            .flatten()
            .map(|name| format!("/{}", name.as_str().unwrap()))
            .collect();
        if needed.is_empty() {
            continue;
        }
        let answer = raw(
            &admitted(&app, &path),
            &operation.method,
            &path,
            "application/json",
            "{}",
        )
        .await;
        let mut pointers = answer.expect(422).pointers();
        needed.sort();
        pointers.sort();
        assert_eq!(pointers, needed, "{}", operation.line());
        told += needed.len();
    }
    assert!(told > 20, "{told}");
}

#[tokio::test]
async fn a_field_that_is_given_twice_is_named() {
    let app = TestApp::start().await;
    let mut body = given::facts().to_string();
    body.insert_str(1, "\"title\":\"another\",");
    let refused = raw(
        &app.member(),
        "POST",
        "/api/v1/incidents",
        "application/json",
        body,
    )
    .await;
    let fault = refused.expect(422).json()["errors"][0].clone();
    assert_eq!(
        (fault["pointer"].as_str(), fault["code"].as_str()),
        (Some("/title"), Some("given_twice"))
    );
}

#[tokio::test]
async fn a_bulk_that_is_wrong_throughout_is_answered_with_a_hundred_faults() {
    let app = TestApp::start().await;
    let mut body = given::facts();
    body["systems"] = json!(vec!["radio"; 5000]);
    let refused = app.member().post("/api/v1/incidents", &body).await.expect(422);
    assert_eq!(refused.pointers().len(), 100);
    assert_eq!(refused.pointers()[0], "/systems");
}
