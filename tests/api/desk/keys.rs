//! Who can open what: each analyst by passphrase, nobody who left, and nobody from the database alone.

use bellbuoy::keys::{Identity, wrap_by_passphrase};
use bellbuoy::seal;
use serde_json::json;
use tests::people::person;
use tests::reporter::Reporter;
use tests::{TestApp, desk};

async fn rotate(app: &TestApp) -> String {
    let analysts = bellbuoy_server::auth::active_analysts(&app.db).await.unwrap();
    bellbuoy_server::intake::rotate(&app.app, &app.db, &analysts)
        .await
        .unwrap()
}

#[tokio::test]
async fn each_analyst_opens_the_desk_with_the_passphrase_and_with_nothing_else() {
    let app = TestApp::start().await;
    let desk = desk::staffed(&app).await;
    for analyst in [app.analyst(), app.second_analyst()] {
        let keys = desk::unlock(&analyst, desk::PASSPHRASE).await.unwrap();
        assert_eq!(keys["2026-11"].recipient(), desk.recipient());
        assert!(desk::unlock(&analyst, "sealed by day").await.is_none());
    }
    let (one, other) = (
        app.analyst().get("/api/v1/desk/keys").await.json(),
        app.second_analyst().get("/api/v1/desk/keys").await.json(),
    );
    assert_ne!(one["mine"]["recipient"], other["mine"]["recipient"]);
    assert_ne!(one["epochs"][0]["wrapped"], other["epochs"][0]["wrapped"]);
}

#[tokio::test]
async fn a_rotation_makes_an_epoch_for_those_who_stay_and_takes_the_leavers_keys_away() {
    let app = TestApp::start().await;
    let desk = desk::staffed(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let leaver = person("second-analyst@demo.example").id;
    app.database
        .rows(&format!(
            "UPDATE accounts SET suspended = true WHERE id = '{leaver}'"
        ))
        .await;

    assert_eq!(rotate(&app).await, "2026-11b");
    let list = desk::list(&app).await;
    let ids: Vec<_> = list
        .epochs
        .iter()
        .map(|epoch| (epoch.id.as_str(), epoch.current))
        .collect();
    assert_eq!(ids, [("2026-11b", true), ("2026-11", false)]);
    let keys = desk::unlock(&app.analyst(), desk::PASSPHRASE).await.unwrap();
    assert_eq!(keys.keys().collect::<Vec<_>>(), ["2026-11", "2026-11b"]);
    assert_eq!(
        app.database
            .count(&format!("intake.wrapped_keys WHERE account_id = '{leaver}'"))
            .await,
        0
    );
    assert_eq!(
        app.database
            .count(&format!("intake.analyst_keys WHERE account_id = '{leaver}'"))
            .await,
        0
    );

    let after = Reporter::new().filing(
        &desk::Desk {
            recovery: desk.recovery.clone(),
            list,
        },
        "After the rotation.",
    );
    after.send(&app).await.expect(201);
    assert!(seal::open(&after.blob, &keys["2026-11b"]).is_ok());
    assert!(seal::open(&after.blob, &keys["2026-11"]).is_err());
    Reporter::new()
        .filing(&desk, "Sealed at sea, before it.")
        .send(&app)
        .await
        .expect(201);
}

#[tokio::test]
async fn a_desk_without_a_recovery_key_is_not_given_one_and_without_analysts_loses_no_report() {
    let app = TestApp::start().await;
    let analysts = bellbuoy_server::auth::active_analysts(&app.db).await.unwrap();
    let refused = bellbuoy_server::intake::rotate(&app.app, &app.db, &analysts)
        .await
        .unwrap_err();
    assert!(
        refused.problem().detail.contains("recovery"),
        "{}",
        refused.problem().detail
    );
    let recovery = Identity::generate();
    bellbuoy_server::intake::epochs::set_recovery(&app.db, &recovery.recipient())
        .await
        .unwrap();
    bellbuoy_server::intake::epochs::set_recovery(&app.db, "age1nonsense")
        .await
        .unwrap_err();
    assert_eq!(app.database.count("intake.epochs").await, 0);
    assert_eq!(
        bellbuoy_server::intake::rotate(&app.app, &app.db, &analysts)
            .await
            .unwrap(),
        "2026-11"
    );
    assert_eq!(app.database.count("intake.wrapped_keys").await, 0);
    let filing = Reporter::new()
        .file(
            &app,
            &desk::Desk {
                recovery: recovery.clone(),
                list: desk::list(&app).await,
            },
        )
        .await;
    assert!(seal::open(&filing.blob, &recovery).is_ok());
}

#[tokio::test]
async fn an_analysts_key_comes_wrapped_and_gets_the_next_epoch() {
    let app = TestApp::start().await;
    desk::staffed(&app).await;
    let own = Identity::generate();
    let wrapped = desk::base64(&wrap_by_passphrase(&own, "another passphrase").unwrap());
    let analyst = app.analyst();
    analyst
        .put(
            "/api/v1/desk/keys/mine",
            &json!({ "recipient": own.recipient(), "wrapped": wrapped }),
        )
        .await
        .expect(204);
    rotate(&app).await;
    let keys = analyst.get("/api/v1/desk/keys").await.json();
    assert_eq!(keys["mine"]["recipient"], own.recipient());
    let current = &keys["epochs"][0];
    assert_eq!(current["id"], "2026-11b");
    assert!(bellbuoy::keys::unwrap_with(&desk::bytes(&current["wrapped"]), &own).is_ok());
    for (recipient, wrapped, pointer) in [
        (
            own.recipient().replace("age1", "age2"),
            wrapped.clone(),
            "/recipient",
        ),
        (own.recipient(), "?".repeat(200), "/wrapped"),
    ] {
        let refused = analyst
            .put(
                "/api/v1/desk/keys/mine",
                &json!({ "recipient": recipient, "wrapped": wrapped }),
            )
            .await
            .expect(422);
        assert_eq!(refused.pointers(), [pointer]);
    }
}

#[tokio::test]
async fn nothing_in_the_database_opens_a_report() {
    let app = TestApp::start().await;
    let desk = desk::staffed(&app).await;
    let filing = Reporter::new().file(&app, &desk).await;
    let texts = app
        .database
        .column(
            "SELECT recipient FROM intake.epochs UNION SELECT value FROM intake.settings UNION SELECT recipient FROM intake.analyst_keys \
             UNION SELECT encode(wrapped, 'escape') FROM intake.analyst_keys UNION SELECT encode(wrapped, 'escape') FROM intake.wrapped_keys \
             UNION SELECT password_hash FROM accounts",
        )
        .await;
    assert!(texts.len() >= 8);
    for text in texts {
        assert!(!text.to_uppercase().contains("AGE-SECRET-KEY"), "{text}");
        if let Ok(key) = Identity::read(&text) {
            assert!(seal::open(&filing.blob, &key).is_err());
        }
    }
    let kept = std::fs::read_dir(app.folder.join("keys")).unwrap().flatten();
    for file in kept {
        let text = std::fs::read_to_string(file.path()).unwrap();
        assert!(
            !text.to_uppercase().contains("AGE-SECRET-KEY"),
            "{}",
            file.path().display()
        );
    }
}
