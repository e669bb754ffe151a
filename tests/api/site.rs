//! What belongs to no noun: health, keys, facts about the site, pages and their headers.

use serde_json::{Value, json};
use tests::TestApp;
use tests::client::{Answer, send};

async fn page(app: &TestApp, path: &str) -> Answer {
    send(
        app.anyone()
            .request(reqwest::Method::GET, path)
            .header("accept", "text/html"),
    )
    .await
}

#[tokio::test]
async fn health_readiness_and_version_are_told() {
    let app = TestApp::start().await;
    assert_eq!(
        app.anyone().get("/health").await.expect(200).json(),
        json!({ "status": "ok" })
    );
    assert_eq!(
        app.anyone().get("/ready").await.expect(200).json(),
        json!({ "status": "ok" })
    );
    assert_eq!(
        app.anyone().get("/version").await.expect(200).json()["mode"],
        "demo"
    );
}

#[tokio::test]
async fn the_demos_people_are_told_in_demo_mode_only() {
    let app = TestApp::start_with(&["--duty-desk", "+31 10 000 0000"]).await;
    let demo = app.anyone().get("/api/v1/instance").await.expect(200).json();
    assert_eq!(
        (&demo["mode"], &demo["duty_desk_phone"]),
        (&json!("demo"), &json!("+31 10 000 0000"))
    );
    assert_eq!(demo["demo"]["people"].as_array().unwrap().len(), 8);
    let real = TestApp::start_with(&["--mode", "production"]).await;
    let told = real.anyone().get("/api/v1/instance").await.expect(200);
    assert_eq!(
        (&told.json()["mode"], &told.json()["demo"]),
        (&json!("production"), &Value::Null)
    );
    assert!(!told.text().contains("demo.example") && !told.text().contains("bellbuoy-demo"));
}

#[tokio::test]
async fn the_public_keys_have_a_purpose_and_no_private_half() {
    let app = TestApp::start().await;
    let answer = app.anyone().get("/.well-known/jwks.json").await.expect(200);
    let keys = answer.json()["keys"].as_array().unwrap().clone();
    let purposes: Vec<_> = keys
        .iter()
        .map(|key| key["bellbuoy_purpose"].as_str().unwrap())
        .collect();
    assert_eq!(
        purposes,
        ["access_token", "filing_proof", "audit_checkpoint", "certificate"]
    );
    for key in &keys {
        assert_eq!(
            (&key["kty"], &key["crv"], &key["use"], &key.get("d")),
            (&json!("OKP"), &json!("Ed25519"), &json!("sig"), &None)
        );
    }
    for name in [
        "access-token.key",
        "filing-proof.key",
        "audit-checkpoint.key",
        "certificate.key",
        "server.secret",
    ] {
        let file = app.folder.join("keys").join(name);
        let mode = std::os::unix::fs::PermissionsExt::mode(&std::fs::metadata(&file).unwrap().permissions());
        assert_eq!(mode & 0o077, 0, "{name} can be read by others");
        assert!(
            !answer
                .text()
                .contains(std::fs::read_to_string(&file).unwrap().trim())
        );
    }
}

#[tokio::test]
async fn security_txt_has_what_the_standard_asks_for() {
    let app = TestApp::start().await;
    let text = app
        .anyone()
        .get("/.well-known/security.txt")
        .await
        .expect(200)
        .text();
    assert!(text.lines().any(|line| line.starts_with("Contact: ")));
    let expires = text
        .lines()
        .find_map(|line| line.strip_prefix("Expires: "))
        .unwrap();
    assert!(expires.parse::<chrono::DateTime<chrono::Utc>>().unwrap() > app.app.now());
}

#[tokio::test]
async fn every_problem_has_a_page_that_opens() {
    let app = TestApp::start().await;
    for code in bellbuoy_server::http::codes::ALL {
        let text = app
            .anyone()
            .get(&format!("/problems/{}", code.word))
            .await
            .expect(200)
            .text();
        assert!(
            text.contains(
                &bellbuoy_server::http::messages::Language::English
                    .message(code)
                    .remedy
            ),
            "{}",
            code.word
        );
    }
    app.anyone().get("/problems/unheard_of").await.expect(404);
    let problem = app.anyone().get("/api/v1/me").await.expect(401).json();
    app.anyone()
        .get(problem["type"].as_str().unwrap())
        .await
        .expect(200);
}

#[tokio::test]
async fn pages_are_served_and_everything_else_is_a_problem() {
    let app = TestApp::start().await;
    for path in ["/", "/report", "/api/docs", "/incidents/INC-7K4QWZ", "/sign-in"] {
        let answer = page(&app, path).await;
        assert_eq!(answer.status, 200, "{path}: is the web built? run make web");
        assert_eq!(
            answer.header("content-type"),
            "text/html; charset=utf-8",
            "{path}"
        );
        assert!(answer.text().contains("<html"), "{path}");
        assert!(!answer.text().contains("__BELLBUOY_"), "{path}");
        assert!(!answer.text().contains("https://"), "{path} names another host");
    }
    for path in ["/api/v1/nothing", "/assets/nothing.js", "/.well-known/nothing"] {
        assert_eq!(
            page(&app, path).await.expect(404).header("content-type"),
            "application/problem+json"
        );
    }
    assert_eq!(app.anyone().get("/nothing").await.expect(404).code(), "not_found");
}

#[tokio::test]
async fn the_duty_desks_number_cannot_break_out_of_its_page() {
    let app = TestApp::start_with(&["--duty-desk", "\"><script>alert(1)</script>"]).await;
    let text = page(&app, "/report").await.expect(200).text();
    assert!(!text.contains("<script>alert"), "{text}");
}

#[tokio::test]
async fn the_description_is_served_in_both_forms() {
    let app = TestApp::start().await;
    let json = app.anyone().get("/api/openapi.json").await.expect(200);
    assert_eq!(json.json(), *tests::spec::SPEC);
    let yaml = app.anyone().get("/api/openapi.yaml").await.expect(200).text();
    assert_eq!(
        yaml.trim_end(),
        std::fs::read_to_string(tests::database::root().join("openapi.yaml"))
            .unwrap()
            .trim_end()
    );
}

#[tokio::test]
async fn the_intakes_half_alone_serves_no_register_and_the_other_no_intake() {
    let intake = TestApp::start_with(&["--only", "intake"]).await;
    let api = TestApp::start_with(&["--only", "api"]).await;
    intake.anyone().get("/api/v1/advisories").await.expect(404);
    intake.anyone().get("/health").await.expect(200);
    assert_eq!(intake.anyone().get("/api/v1/intake/keys").await.status, 503);
    api.anyone().get("/api/v1/intake/keys").await.expect(404);
    api.anyone().get("/api/v1/advisories").await.expect(200);
}
