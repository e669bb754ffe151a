//! Keys, and what administrators alone read.

use super::{Asker, column, files, listed};
use serde_json::Value;
use std::collections::BTreeSet;
use tests::TestApp;
use tests::people::{Person, person};

#[tokio::test]
async fn every_way_to_ask_tells_of_the_same_keys() {
    let app = TestApp::start().await;
    let makers = [
        "member@demo.example",
        "cso@demo.example",
        "other-member@demo.example",
    ];
    for (at, maker) in makers.iter().cycle().take(20).enumerate() {
        let maker = person(maker);
        let organisation = maker.organisation().unwrap();
        let sql = format!(
            "INSERT INTO api_keys (id, organisation_id, account_id, name, test, scopes, secret_hash, expires_at)
             VALUES (gen_random_uuid(), '{organisation}', '{}', 'Key {at}', {}, '{{incidents:read}}', sha256('{at}'), now() + interval '1 day')",
            maker.id,
            at % 2 == 0
        );
        app.database.rows(&sql).await;
    }
    let all = column(&app, "SELECT id::text FROM api_keys").await;
    for asker in Asker::all(&app) {
        let of = asker
            .person
            .as_ref()
            .filter(|_| asker.role() == "member")
            .and_then(Person::organisation);
        let expected = match (asker.role(), of) {
            ("admin", _) => all.clone(),
            (_, Some(of)) => {
                column(
                    &app,
                    &format!("SELECT id::text FROM api_keys WHERE organisation_id = '{of}'"),
                )
                .await
            }
            _ => BTreeSet::new(),
        };
        let path = "/api/v1/api-keys";
        let found = listed(&asker.client, path, "").await;
        if asker.role() == "nobody" {
            assert_eq!(found, None, "{}", asker.name);
        } else {
            assert_eq!(found.as_ref(), Some(&expected), "{}", asker.name);
            files(
                &asker.client,
                path,
                "",
                Some(&expected).filter(|_| !asker.barred()),
                asker.name,
            )
            .await;
        }
        for id in &all {
            let status = asker.client.get(&format!("{path}/{id}")).await.status;
            assert_eq!(
                status == 200,
                expected.contains(id),
                "{}: one by its id",
                asker.name
            );
        }
    }
}

/// Lists of administrators: the file has what the list has.
#[tokio::test]
async fn what_only_administrators_read_is_the_same_in_list_and_file() {
    let app = TestApp::start().await;
    for n in 0..12 {
        let mut application = tests::given::application();
        application["name"] = Value::from(format!("Line {n}"));
        application["officer_email"] = Value::from(format!("officer-{n}@line.example"));
        app.anyone()
            .post("/api/v1/applications", &application)
            .await
            .expect(201);
    }
    let expected = column(&app, "SELECT id::text FROM applications").await;
    let staff = column(&app, "SELECT id::text FROM accounts WHERE role <> 'member'").await;
    for asker in Asker::all(&app) {
        let admin = asker.role() == "admin";
        let path = "/api/v1/applications";
        assert_eq!(
            listed(&asker.client, path, "").await,
            admin.then(|| expected.clone()),
            "{}",
            asker.name
        );
        if asker.role() == "nobody" {
            continue;
        }
        files(
            &asker.client,
            path,
            "",
            Some(&expected).filter(|_| admin),
            asker.name,
        )
        .await;
        files(
            &asker.client,
            "/api/v1/staff",
            "",
            Some(&staff).filter(|_| admin),
            asker.name,
        )
        .await;
    }
}
