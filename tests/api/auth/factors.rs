//! The second factor: staff cannot do without, a code counts once, and the database alone is of no use.

use bellbuoy_server::auth::factors::code_at;
use serde_json::{Value, json};
use tests::TestApp;
use tests::client::{Answer, Client};
use tests::people::{PASSWORD, SECOND_FACTOR, person};

const ANALYST: &str = "analyst@demo.example";
const SESSIONS: &str = "/api/v1/auth/sessions";

async fn sign_in(app: &TestApp, email: &str, code: Option<&str>) -> Answer {
    let mut body = json!({ "email": email, "password": PASSWORD });
    if let Some(code) = code {
        body["code"] = code.into();
    }
    app.anyone().post(SESSIONS, &body).await
}

/// An address that is nobody's of the demo, where codes count once.
async fn for_real(app: &TestApp, email: &str) -> String {
    let real = email.replace("demo.example", "desk.example");
    let sql = format!("UPDATE accounts SET email = '{real}' WHERE email = '{email}'");
    app.database.rows(&sql).await;
    real
}

/// Sets a second factor up as a person does; the code comes from the secret that was told. Returns the recovery codes.
async fn set_up(app: &TestApp, client: &Client) -> Vec<String> {
    let begun = client
        .post("/api/v1/me/factors", &json!({ "password": PASSWORD }))
        .await
        .expect(201);
    assert_eq!(begun.header("cache-control"), "no-store");
    let uri = begun.json()["uri"].as_str().unwrap().to_owned();
    assert!(uri.starts_with("otpauth://totp/Bellbuoy:"), "{uri}");
    let secret = base32(begun.json()["secret"].as_str().unwrap());
    let code = code_at(&secret, app.app.now()).unwrap();
    let confirmed = client
        .post("/api/v1/me/factors/confirmations", &json!({ "code": code }))
        .await
        .expect(201);
    let codes = confirmed.json()["codes"].as_array().unwrap().clone();
    codes
        .iter()
        .map(|code| code.as_str().unwrap().to_owned())
        .collect()
}

/// RFC 4648 §6, as an authenticator reads it.
fn base32(text: &str) -> Vec<u8> {
    let mut bits = 0_u64;
    let mut held = 0;
    let mut bytes = Vec::new();
    for sign in text.bytes() {
        let value = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"
            .iter()
            .position(|letter| *letter == sign)
            .unwrap();
        bits = bits << 5 | value as u64;
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push((bits >> held) as u8);
        }
    }
    bytes
}

fn token(session: &Answer) -> String {
    session.json()["access_token"].as_str().unwrap().to_owned()
}

#[tokio::test]
async fn staff_without_one_may_set_it_up_and_nothing_else() {
    let app = TestApp::start().await;
    let session = sign_in(&app, ANALYST, None).await.expect(201);
    assert_eq!(session.json()["account"]["role"], "analyst");
    assert_eq!(session.json()["account"]["second_factor_missing"], true);
    let bare = app.anyone().with_token(&token(&session));
    for path in ["incidents", "audit", "desk/envelopes", "api-keys", "staff"] {
        let refused = bare.get(&format!("/api/v1/{path}")).await.expect(403);
        assert_eq!(refused.code(), "second_factor_missing", "{path}");
    }
    let factors = bare.get("/api/v1/me/factors").await.expect(200).json();
    assert_eq!(factors["required"], true);
    assert_eq!(factors["confirmed_at"], Value::Null);
    assert_eq!(set_up(&app, &bare).await.len(), 10);
    let needed = sign_in(&app, ANALYST, None).await.expect(401);
    assert_eq!(needed.code(), "second_factor_needed");
}

#[tokio::test]
async fn the_session_that_set_it_up_acts_with_it_after_renewing() {
    let app = TestApp::start().await;
    let browser = app.anyone();
    let body = json!({ "email": ANALYST, "password": PASSWORD });
    let session = browser.post(SESSIONS, &body).await.expect(201);
    let cookies = |answer: &Answer| {
        let pair = |name: &str| format!("{name}={}", answer.cookie(name));
        format!("{}; {}", pair("bellbuoy_refresh"), pair("bellbuoy_client"))
    };
    set_up(&app, &app.anyone().with_token(&token(&session))).await;
    let request = browser
        .request(reqwest::Method::POST, "/api/v1/auth/sessions/refresh")
        .header("cookie", cookies(&session));
    let renewed = tests::client::send(request).await.expect(200);
    assert_eq!(renewed.json()["account"]["second_factor_missing"], false);
    let proven = app.anyone().with_token(&token(&renewed));
    proven.get("/api/v1/desk/envelopes").await.expect(200);
    let sessions = proven.get("/api/v1/me/sessions").await.expect(200).json();
    assert_eq!(sessions[0]["proven"], true);
}

#[tokio::test]
async fn a_code_counts_once_and_only_around_its_time() {
    let app = TestApp::start().await;
    app.second_factor(ANALYST).await;
    let email = for_real(&app, ANALYST).await;
    let code = app.code();
    sign_in(&app, &email, Some(&code)).await.expect(201);
    let again = sign_in(&app, &email, Some(&code)).await.expect(401);
    assert_eq!(again.code(), "wrong_code");
    // The one before is used up with it, although its time would still do.
    let before = code_at(&SECOND_FACTOR, app.app.now() - chrono::TimeDelta::seconds(30)).unwrap();
    sign_in(&app, &email, Some(&before)).await.expect(401);
    for (time, seconds, status) in [
        ("2026-11-21T12:05:00Z", -90, 401),
        ("2026-11-21T12:06:00Z", 90, 401),
        ("2026-11-21T12:07:00Z", -30, 201),
        ("2026-11-21T12:08:00Z", 30, 201),
    ] {
        app.set_time(time);
        let at = app.app.now() + chrono::TimeDelta::seconds(seconds);
        let code = code_at(&SECOND_FACTOR, at).unwrap();
        assert_eq!(
            sign_in(&app, &email, Some(&code)).await.status,
            status,
            "{seconds} s"
        );
    }
}

#[tokio::test]
async fn one_code_at_the_same_moment_opens_one_session() {
    let app = TestApp::start().await;
    app.second_factor(ANALYST).await;
    let body = json!({ "email": for_real(&app, ANALYST).await, "password": PASSWORD, "code": app.code() });
    let mut tries = tokio::task::JoinSet::new();
    for client in (0..5).map(|_| app.anyone()) {
        let body = body.clone();
        tries.spawn(async move { client.post(SESSIONS, &body).await.status });
    }
    let mut statuses = tries.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 401, 401, 401, 401]);
}

#[tokio::test]
async fn the_demos_people_may_share_a_code() {
    let app = TestApp::start().await;
    app.second_factor(ANALYST).await;
    for _ in 0..3 {
        sign_in(&app, ANALYST, Some(&app.code())).await.expect(201);
    }
    let real = TestApp::start_with(&["--mode", "production"]).await;
    real.anyone().get("/api/v1/demo/code").await.expect(404);
    let shown = app.anyone().get("/api/v1/demo/code").await.expect(200).json();
    assert_eq!(shown["changes_in"], 30);
}

#[tokio::test]
async fn guesses_at_the_code_wait_like_guesses_at_the_password() {
    let app = TestApp::start().await;
    app.second_factor(ANALYST).await;
    let mut statuses = Vec::new();
    for n in 0..8 {
        statuses.push(sign_in(&app, ANALYST, Some(&format!("00000{n}"))).await.status);
    }
    assert_eq!(statuses.first(), Some(&401));
    assert_eq!(statuses.last(), Some(&429), "{statuses:?}");
    let told = app
        .database
        .column("SELECT count(*) FROM audit_entries WHERE action = 'session.refuse'")
        .await;
    let refused = statuses.iter().filter(|status| **status == 401).count();
    assert_eq!(told, [refused.to_string()]);
}

#[tokio::test]
async fn a_recovery_code_opens_once_and_its_owner_is_told() {
    let app = TestApp::start().await;
    let member = app.signed_in("member@demo.example").await;
    let codes = set_up(&app, &member).await;
    let email = "member@demo.example";
    let typed = codes[0].to_uppercase().replace('-', " ");
    sign_in(&app, email, Some(&typed)).await.expect(201);
    sign_in(&app, email, Some(&codes[0])).await.expect(401);
    let factors = member.get("/api/v1/me/factors").await.expect(200).json();
    assert_eq!(factors["recovery_codes_left"], 9);
    let letters = app.anyone().get("/api/v1/demo/mails").await.expect(200).text();
    assert!(letters.contains("A recovery code was used"));
    let asked = json!({ "password": PASSWORD, "code": codes[1] });
    let renewed = member.post("/api/v1/me/recovery-codes", &asked).await.expect(201);
    assert_eq!(renewed.json()["codes"].as_array().unwrap().len(), 10);
    sign_in(&app, email, Some(&codes[2])).await.expect(401);
    // Another person's code is none.
    app.second_factor("cso@demo.example").await;
    let other = renewed.json()["codes"][0].as_str().unwrap().to_owned();
    sign_in(&app, "cso@demo.example", Some(&other)).await.expect(401);
}

#[tokio::test]
async fn another_secret_takes_the_password_and_a_code_of_the_one_before() {
    let app = TestApp::start().await;
    let member = app.signed_in("member@demo.example").await;
    let codes = set_up(&app, &member).await;
    let post = |body: Value| {
        let member = member.clone();
        async move { member.post("/api/v1/me/factors", &body).await }
    };
    let refused = post(json!({ "password": PASSWORD })).await.expect(422);
    assert_eq!(refused.pointers(), ["/code"]);
    let refused = post(json!({ "password": "not mine", "code": codes[0] }))
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/password"]);
    post(json!({ "password": PASSWORD, "code": codes[0] }))
        .await
        .expect(201);
    // Until its first code the one before counts.
    sign_in(&app, "member@demo.example", Some(&codes[1]))
        .await
        .expect(201);
    let confirm = |code: &str| json!({ "code": code });
    let path = "/api/v1/me/factors/confirmations";
    let refused = member.post(path, &confirm("000000")).await.expect(422);
    assert_eq!(refused.pointers(), ["/code"]);
    let asked = json!({ "password": PASSWORD, "code": codes[2] });
    member
        .post("/api/v1/me/factors/removals", &asked)
        .await
        .expect(204);
    sign_in(&app, "member@demo.example", None).await.expect(201);
    assert_eq!(
        member.post(path, &confirm("000000")).await.expect(409).code(),
        "conflict"
    );
}

#[tokio::test]
async fn staff_cannot_take_theirs_away() {
    let app = TestApp::start().await;
    let analyst = app.signed_in(ANALYST).await;
    let asked = json!({ "password": PASSWORD, "code": app.code() });
    analyst
        .post("/api/v1/me/factors/removals", &asked)
        .await
        .expect(409);
}

#[tokio::test]
async fn nothing_in_the_database_is_a_code_or_a_secret() {
    let app = TestApp::start().await;
    let member = app.signed_in("member@demo.example").await;
    let codes = set_up(&app, &member).await;
    app.second_factor(ANALYST).await;
    let everything = app
        .database
        .text_of(&[
            "second_factors",
            "recovery_codes",
            "accounts",
            "sessions",
            "audit_entries",
        ])
        .await;
    for code in &codes {
        assert!(!everything.contains(code.as_str()));
        assert!(!everything.contains(&code.replace('-', "")));
    }
    assert!(!everything.contains(&hex::encode(SECOND_FACTOR)));
    // What lies in the columns opens nothing: a sealed secret of one person is none of another's.
    let (from, to) = (person(ANALYST).id, person("second-analyst@demo.example").id);
    let sql = format!(
        "INSERT INTO second_factors (account_id, sealed_secret, confirmed_at) \
         SELECT '{to}', sealed_secret, confirmed_at FROM second_factors WHERE account_id = '{from}'"
    );
    app.database.rows(&sql).await;
    let answer = sign_in(&app, "second-analyst@demo.example", Some(&app.code())).await;
    assert_ne!(answer.status, 201);
}
