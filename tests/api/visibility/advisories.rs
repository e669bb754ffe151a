//! Advisories: by status and marking.

use super::{Asker, REGISTERS, column, enter, files, listed};
use tests::TestApp;

/// The usual list has what is released only.
const EVERY: &str = "&status=draft,released,withdrawn";

#[tokio::test]
async fn every_way_to_ask_tells_of_the_same_advisories() {
    let app = TestApp::start().await;
    for seed in 0..REGISTERS {
        enter(&app, seed).await;
        let all = column(&app, "SELECT id::text FROM advisories").await;
        for asker in Asker::all(&app) {
            let what = format!("register {seed}, {}", asker.name);
            let seen = match asker.role() {
                _ if asker.desk() => "true",
                "nobody" => "status = 'released' AND tlp = 'clear'",
                _ => "status = 'released' AND tlp IN ('clear', 'green')",
            };
            let expected = column(&app, &format!("SELECT id::text FROM advisories WHERE {seen}")).await;
            let path = "/api/v1/advisories";
            assert_eq!(
                listed(&asker.client, path, EVERY).await.as_ref(),
                Some(&expected),
                "{what}"
            );
            files(
                &asker.client,
                path,
                EVERY,
                Some(&expected).filter(|_| !asker.barred()),
                &what,
            )
            .await;
            for severity in ["critical", "major", "moderate"] {
                let sql = format!("SELECT id::text FROM advisories WHERE {seen} AND severity = '{severity}'");
                let query = format!("{EVERY}&severity={severity}");
                let found = listed(&asker.client, path, &query).await;
                assert_eq!(found, Some(column(&app, &sql).await), "{what}: {severity}");
            }
            for id in &all {
                let status = asker.client.get(&format!("{path}/{id}")).await.status;
                assert_eq!(status == 200, expected.contains(id), "{what}: one by its id");
            }
            let feed = asker
                .client
                .get("/api/v1/advisories.atom")
                .await
                .expect(200)
                .text();
            let open = column(
                &app,
                "SELECT id::text FROM advisories WHERE status = 'released' AND tlp = 'clear'",
            )
            .await;
            for id in &all {
                assert_eq!(feed.contains(id.as_str()), open.contains(id), "{what}: the feed");
            }
        }
    }
}
