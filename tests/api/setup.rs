//! The first start of a real site, and the look whether it is fit.

use bellbuoy_server::{doctor, setup};
use serde_json::{Value, json};
use tests::TestApp;
use tests::people::PASSWORD;

async fn empty() -> TestApp {
    let app = TestApp::start_with(&["--mode", "production", "--origin", "https://bellbuoy.example"]).await;
    app.database
        .rows("UPDATE accounts SET role = 'analyst' WHERE role = 'admin'")
        .await;
    app
}

fn path(app: &TestApp) -> String {
    let word = setup::word(&app.app, app.app.now().date_naive());
    format!("/api/v1/setup/{word}")
}

fn answers() -> Value {
    json!({ "organisation": "Alliance", "name": "First Person", "email": "First@Alliance.example", "password": PASSWORD })
}

#[tokio::test]
async fn four_questions_make_the_first_administrator_once() {
    let app = empty().await;
    let path = path(&app);
    assert_eq!(
        app.anyone().get(&path).await.expect(200).json()["site"],
        "Bellbuoy"
    );
    let refused = app.anyone().post(&path, &json!({})).await.expect(422);
    assert_eq!(refused.pointers().len(), 4);
    app.anyone().post(&path, &answers()).await.expect(204);
    app.anyone().get(&path).await.expect(404);
    app.anyone().post(&path, &answers()).await.expect(404);
    let body = json!({ "email": "first@alliance.example", "password": PASSWORD });
    let session = app
        .anyone()
        .post("/api/v1/auth/sessions", &body)
        .await
        .expect(201)
        .json();
    assert_eq!(session["account"]["role"], "admin");
    assert_eq!(session["account"]["second_factor_missing"], true);
    let listed = app
        .anyone()
        .get("/api/v1/organisations?q=Alliance")
        .await
        .expect(200)
        .json();
    assert_eq!(listed["items"][0]["name"], "Alliance");
}

#[tokio::test]
async fn of_many_at_once_one_is_first() {
    let app = empty().await;
    let mut tries = tokio::task::JoinSet::new();
    for n in 0..4 {
        let (client, path) = (app.anyone(), path(&app));
        let mut body = answers();
        body["email"] = json!(format!("n{n}@alliance.example"));
        tries.spawn(async move { client.post(&path, &body).await.status });
    }
    let mut statuses = tries.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [204, 404, 404, 404]);
}

#[tokio::test]
async fn the_link_is_of_its_day_and_of_no_use_where_there_is_an_administrator() {
    let app = empty().await;
    let path = path(&app);
    for wrong in ["", "0", &"0".repeat(48)] {
        app.anyone()
            .get(&format!("/api/v1/setup/{wrong}"))
            .await
            .expect(404);
    }
    app.set_time("2026-11-22T23:00:00Z");
    app.anyone().get(&path).await.expect(200);
    app.set_time("2026-11-23T00:00:00Z");
    app.anyone().get(&path).await.expect(404);
    let running = TestApp::start().await;
    let word = setup::word(&running.app, running.app.now().date_naive());
    running
        .anyone()
        .get(&format!("/api/v1/setup/{word}"))
        .await
        .expect(404);
}

fn state(found: &[doctor::Finding], check: &str) -> (doctor::State, bool) {
    let finding = found.iter().find(|finding| finding.check == check);
    let finding = finding.unwrap_or_else(|| panic!("nothing looked at {check}"));
    (finding.state, finding.remedy.is_some())
}

#[tokio::test]
async fn what_is_not_fit_is_found_with_its_remedy() {
    use doctor::State::{Fault, Ok, Warning};
    let app = TestApp::start_with(&["--mode", "production"]).await;
    let found = doctor::examine(&app.app, &app.db).await;
    for (check, wanted) in [
        ("tls", Fault),
        ("mail", Warning),
        ("backup", Warning),
        ("keys", Ok),
        ("migrations", Ok),
        ("recovery", Fault),
        ("people", Warning),
    ] {
        assert_eq!(state(&found, check), (wanted, wanted != Ok), "{check}");
    }
    // The clock of the tests stands still, a week before the database's.
    assert_eq!(state(&found, "clock"), (Fault, true));
    let key = app.folder.join("keys/server.secret");
    let everybody = std::os::unix::fs::PermissionsExt::from_mode(0o644);
    std::fs::set_permissions(&key, everybody).unwrap();
    app.database
        .rows("DELETE FROM __diesel_schema_migrations WHERE version = (SELECT max(version) FROM __diesel_schema_migrations)")
        .await;
    app.database
        .rows("INSERT INTO mails (id, recipient, subject, body, attempts, created_at) VALUES (gen_random_uuid(), 'a@b.example', 's', 'b', 3, now() - interval '2 hours')")
        .await;
    app.database
        .rows("INSERT INTO outbox (id, topic, object_id, at) VALUES (gen_random_uuid(), 'x', gen_random_uuid(), now() - interval '2 minutes')")
        .await;
    let found = doctor::examine(&app.app, &app.db).await;
    for (check, wanted) in [
        ("keys", Fault),
        ("migrations", Fault),
        ("letters", Warning),
        ("worker", Fault),
    ] {
        assert_eq!(state(&found, check), (wanted, true), "{check}");
    }
}

#[tokio::test]
async fn a_backup_has_an_age_and_a_mail_server_is_asked() {
    let folder = tests::database::scratch("backups");
    std::fs::create_dir_all(&folder).unwrap();
    let app = TestApp::start_with(&[
        "--mode",
        "production",
        "--origin",
        "https://bellbuoy.example",
        "--backups",
        folder.to_str().unwrap(),
        "--smtp-url",
        "smtp://127.0.0.1:9",
        "--mail-from",
        "desk@bellbuoy.example",
    ])
    .await;
    let look = || async { doctor::examine(&app.app, &app.db).await };
    assert_eq!(state(&look().await, "backup"), (doctor::State::Fault, true));
    assert_eq!(state(&look().await, "mail"), (doctor::State::Fault, true));
    assert_eq!(state(&look().await, "tls"), (doctor::State::Ok, false));
    let file = folder.join("one.dump");
    std::fs::write(&file, "x").unwrap();
    assert_eq!(state(&look().await, "backup"), (doctor::State::Ok, false));
    let old = std::time::SystemTime::now() - std::time::Duration::from_secs(30 * 3600);
    std::fs::File::options()
        .write(true)
        .open(&file)
        .unwrap()
        .set_modified(old)
        .unwrap();
    assert_eq!(state(&look().await, "backup"), (doctor::State::Fault, true));
}

#[tokio::test]
async fn administrators_read_it_too() {
    let app = TestApp::start().await;
    let found = app.admin().get("/api/v1/doctor").await.expect(200).json();
    assert_eq!(found["as_of"], "2026-11-21T12:00:00Z");
    let checks = found["findings"].as_array().unwrap();
    assert!(checks.len() > 8);
    assert_eq!(checks[0]["check"], "tls");
}
