//! The second person's step, and the way back.

use serde_json::{Value, json};
use tests::TestApp;
use tests::client::{Answer, Client};
use tests::given;

fn path(advisory: &Answer, step: &str) -> String {
    format!(
        "/api/v1/advisories/{}{step}",
        advisory.json()["id"].as_str().unwrap()
    )
}

async fn draft(client: &Client, changes: Value) -> Answer {
    let mut advisory = given::advisory();
    for (name, value) in changes.as_object().unwrap() {
        advisory[name] = value.clone();
    }
    client.post("/api/v1/advisories", &advisory).await.expect(201)
}

async fn release(client: &Client, advisory: &Answer) -> Answer {
    client
        .post_match(&path(advisory, "/releases"), advisory.header("etag"), &json!({}))
        .await
}

#[tokio::test]
async fn a_second_person_releases_and_the_first_cannot() {
    let app = TestApp::start().await;
    let made = draft(&app.analyst(), json!({})).await;
    assert_eq!(
        release(&app.analyst(), &made).await.expect(409).code(),
        "same_person"
    );
    release(&app.admin(), &made).await.expect(403);
    release(&app.member(), &made).await.expect(403);
    let released = release(&app.second_analyst(), &made).await.expect(201).json();
    assert_eq!(
        (&released["status"], &released["number"], &released["released_at"]),
        (
            &json!("released"),
            &json!("BB-2026-001"),
            &json!("2026-11-21T12:00:00Z")
        )
    );
    assert_eq!(
        released["released_by"],
        json!(tests::people::person("second-analyst@demo.example").id)
    );
    assert_eq!(
        app.database
            .column("SELECT action FROM audit_entries ORDER BY at")
            .await,
        ["advisory.create", "advisory.release"]
    );
    assert_eq!(
        app.database.column("SELECT topic FROM outbox").await,
        ["advisory.released"]
    );
}

#[tokio::test]
async fn the_database_itself_knows_that_two_people_are_needed() {
    let app = TestApp::start().await;
    let made = draft(&app.analyst(), json!({})).await.json();
    let sql = format!(
        "UPDATE advisories SET status = 'released', number = 'BB-2026-009', released_by = author_id, released_at = now() WHERE id = '{}'",
        made["id"].as_str().unwrap()
    );
    let refused = tests::database::rows_at(&app.database.superuser, &sql)
        .await
        .unwrap_err();
    assert!(refused.contains("advisories_two_people_check"), "{refused}");
}

#[tokio::test]
async fn numbers_count_without_gaps_and_begin_anew_each_year() {
    let app = TestApp::start().await;
    let mut numbers = Vec::new();
    for (now, tlp) in [
        ("2026-11-21T12:00:00Z", "clear"),
        ("2026-11-21T12:00:00Z", "amber"),
        ("2026-12-31T23:59:59Z", "green"),
        ("2027-01-01T00:00:00Z", "clear"),
    ] {
        app.set_time(now);
        let made = draft(&app.analyst(), json!({ "tlp": tlp })).await;
        let answer = release(&app.second_analyst(), &made).await;
        match answer.status {
            201 => numbers.push(answer.json()["number"].as_str().unwrap().to_owned()),
            other => assert_eq!((other, tlp), (409, "amber"), "{}", answer.text()),
        }
    }
    assert_eq!(numbers, ["BB-2026-001", "BB-2026-002", "BB-2027-001"]);
    for number in numbers {
        assert_eq!(
            app.analyst()
                .get(&format!("/api/v1/advisories/{number}"))
                .await
                .expect(200)
                .json()["number"],
            number
        );
    }
}

#[tokio::test]
async fn parallel_releases_get_different_numbers() {
    let app = TestApp::start_with(&["--workers", "2", "--pool", "8"]).await;
    let mut releases = Vec::new();
    for _ in 0..6 {
        let made = draft(&app.analyst(), json!({})).await;
        let (client, address, tag) = (
            app.second_analyst(),
            path(&made, "/releases"),
            made.header("etag").to_owned(),
        );
        releases.push(tokio::spawn(async move {
            client
                .post_match(&address, &tag, &json!({}))
                .await
                .expect(201)
                .json()["number"]
                .as_str()
                .unwrap()
                .to_owned()
        }));
    }
    let mut numbers = Vec::new();
    for release in releases {
        numbers.push(release.await.unwrap());
    }
    numbers.sort();
    assert_eq!(
        numbers,
        (1..=6).map(|n| format!("BB-2026-{n:03}")).collect::<Vec<_>>()
    );
}

#[tokio::test]
async fn each_state_allows_its_own_steps_only() {
    let app = TestApp::start().await;
    let second = app.second_analyst();
    let steps = |status: &str| match status {
        "draft" => [200, 201, 409],
        "released" => [409, 409, 201],
        _ => [409, 409, 409],
    };
    for status in ["draft", "released", "withdrawn"] {
        let mut advisory = draft(&app.analyst(), json!({})).await;
        if status != "draft" {
            advisory = release(&second, &advisory).await.expect(201);
        }
        if status == "withdrawn" {
            advisory = second
                .post_match(
                    &path(&advisory, "/withdrawals"),
                    advisory.header("etag"),
                    &json!({ "reason": "it was wrong" }),
                )
                .await
                .expect(201);
        }
        assert_eq!(advisory.json()["status"], status);
        let tag = advisory.header("etag").to_owned();
        let edit = second
            .patch_match(
                &path(&advisory, "?dry_run=true"),
                &tag,
                &json!({ "severity": "low" }),
            )
            .await;
        let released = second
            .post_match(&path(&advisory, "/releases?dry_run=true"), &tag, &json!({}))
            .await;
        let withdrawn = second
            .post_match(
                &path(&advisory, "/withdrawals?dry_run=true"),
                &tag,
                &json!({ "reason": "it was wrong" }),
            )
            .await;
        assert_eq!(
            [edit.status, released.status, withdrawn.status],
            steps(status),
            "{status}"
        );
    }
}

#[tokio::test]
async fn a_withdrawal_has_a_reason_and_takes_the_advisory_from_the_public() {
    let app = TestApp::start().await;
    let made = draft(&app.analyst(), json!({})).await;
    let released = release(&app.second_analyst(), &made).await.expect(201);
    let page = path(&released, "");
    let number = released.json()["number"].as_str().unwrap().to_owned();
    let address = format!("/api/v1/advisories/{number}/withdrawals");
    app.anyone().get(&page).await.expect(200);
    assert_eq!(
        app.analyst()
            .post_match(&address, released.header("etag"), &json!({ "reason": "no" }))
            .await
            .expect(422)
            .pointers(),
        ["/reason"]
    );
    app.analyst()
        .post(&address, &json!({ "reason": "it was wrong" }))
        .await
        .expect(428);
    app.analyst()
        .post_match(
            &address,
            made.header("etag"),
            &json!({ "reason": "it was wrong" }),
        )
        .await
        .expect(412);
    let withdrawn = app
        .analyst()
        .post_match(
            &address,
            released.header("etag"),
            &json!({ "reason": "it was wrong" }),
        )
        .await
        .expect(201)
        .json();
    assert_eq!(
        (&withdrawn["status"], &withdrawn["number"]),
        (&json!("withdrawn"), &released.json()["number"])
    );
    app.anyone().get(&page).await.expect(404);
    app.member().get(&page).await.expect(404);
    app.analyst().get(&page).await.expect(200);
    assert_eq!(
        app.anyone().get("/api/v1/advisories").await.json()["items"],
        json!([])
    );
    assert!(
        !app.anyone()
            .get("/api/v1/advisories.atom")
            .await
            .text()
            .contains("BB-2026-001")
    );
    assert_eq!(
        app.database
            .column("SELECT reason FROM audit_entries WHERE action = 'advisory.withdraw'")
            .await,
        ["it was wrong"]
    );
}
