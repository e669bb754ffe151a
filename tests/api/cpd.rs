//! Professional development: the log, what is asked, and the letters before a certificate ends.

use bellbuoy_server::cpd_entries;
use serde_json::{Value, json};
use tests::TestApp;
use tests::people::person;
use tests::register::{day, somebody};
use tests::sittings::{SCHEME, announced, book, draft, enter};
use tokio::task::JoinSet;

const LOG: &str = "/api/v1/cpd-entries";
const COLLEAGUE: &str = "colleague@demo.example";
const HELD: (&str, &str, &str) = ("maritime_specialist", "practitioner", "2025-03-01");

fn entry(changes: &Value) -> Value {
    let mut entry =
        json!({ "done_on": "2026-11-12", "hours": 3.5, "kind": "conference", "title": "Maritime cyber day" });
    for (name, value) in changes.as_object().unwrap() {
        entry[name] = value.clone();
    }
    entry
}

#[tokio::test]
async fn an_entry_is_made_corrected_and_deleted_by_its_person() {
    let app = TestApp::start().await;
    let colleague = app.person(COLLEAGUE);
    let made = colleague.post(LOG, &entry(&json!({}))).await.expect(201);
    let path = format!("{LOG}/{}", made.json()["id"].as_str().unwrap());
    let better = entry(&json!({ "hours": 4.25, "learned": "Call the agent first." }));
    colleague.put(&path, &better).await.expect(428);
    let after = colleague
        .put_match(&path, made.header("etag"), &better)
        .await
        .expect(200);
    assert_eq!(
        (&after.json()["hours"], &after.json()["learned"]),
        (&json!(4.25), &json!("Call the agent first."))
    );
    colleague
        .put_match(&path, made.header("etag"), &better)
        .await
        .expect(412);
    for client in [app.member(), app.admin(), app.person(SCHEME)] {
        client.get(&path).await.expect(404);
        client
            .put_match(&path, after.header("etag"), &better)
            .await
            .expect(404);
    }
    let delete = |tag: String| {
        colleague
            .request(reqwest::Method::DELETE, &path)
            .header("if-match", tag)
    };
    tests::client::send(delete(made.header("etag").to_owned()))
        .await
        .expect(412);
    tests::client::send(delete(after.header("etag").to_owned()))
        .await
        .expect(204);
    colleague.get(&path).await.expect(404);
    for (changes, at) in [
        (json!({ "done_on": "2026-11-22" }), "/done_on"),
        (json!({ "done_on": "1900-01-01" }), "/done_on"),
        (json!({ "hours": 0.1 }), "/hours"),
        (json!({ "hours": 24.25 }), "/hours"),
        (json!({ "hours": -1 }), "/hours"),
        (json!({ "kind": "party" }), "/kind"),
        (json!({ "title": "x" }), "/title"),
        (json!({ "account_id": "x" }), "/account_id"),
    ] {
        let refused = colleague.post(LOG, &entry(&changes)).await.expect(422);
        assert_eq!(refused.pointers(), [at], "{changes}");
    }
    app.anyone().get(LOG).await.expect(401);
}

#[tokio::test]
async fn a_day_has_twenty_four_hours_however_many_entries() {
    let app = TestApp::start().await;
    let colleague = app.person(COLLEAGUE);
    let of = |hours: f64| entry(&json!({ "done_on": "2026-11-12", "hours": hours }));
    let first = colleague.post(LOG, &of(20.0)).await.expect(201);
    let refused = colleague.post(LOG, &of(4.25)).await.expect(422);
    assert_eq!(refused.pointers(), ["/hours"]);
    assert!(
        refused.text().contains("20 hours are logged"),
        "{}",
        refused.text()
    );
    colleague.post(LOG, &of(4.0)).await.expect(201);
    let path = format!("{LOG}/{}", first.json()["id"].as_str().unwrap());
    colleague
        .put_match(&path, first.header("etag"), &of(20.25))
        .await
        .expect(422);
    colleague
        .put_match(&path, first.header("etag"), &of(19.0))
        .await
        .expect(200);
    let mut tries = JoinSet::new();
    for _ in 0..4 {
        let (colleague, hour) = (colleague.clone(), of(1.0));
        tries.spawn(async move { colleague.post(LOG, &hour).await.status });
    }
    let mut statuses = tries.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422, 422, 422], "one hour was left");
}

#[tokio::test]
async fn attended_sittings_stand_in_the_log_and_pages_of_it_leave_nothing_out() {
    let app = TestApp::start().await;
    let colleague = app.person(COLLEAGUE);
    for n in 1..=5 {
        let on = format!("2026-11-{:02}", n * 3);
        colleague
            .post(LOG, &entry(&json!({ "done_on": on })))
            .await
            .expect(201);
    }
    let (path, _) = announced(&app, &draft(&json!({}))).await;
    book(&colleague, &path).await.expect(201);
    app.set_time("2027-01-13T12:00:00Z");
    let colleague = app.person(COLLEAGUE);
    enter(
        &app,
        &path,
        COLLEAGUE,
        &json!({ "state": "attended", "result": "failed" }),
    )
    .await
    .expect(200);
    let mut days = Vec::new();
    let mut next = Some(format!("{LOG}?limit=2"));
    while let Some(address) = next {
        let page = colleague.get(&address).await.expect(200).json();
        for item in page["items"].as_array().unwrap() {
            days.push(item["done_on"].as_str().unwrap().to_owned());
        }
        next = page["next"]
            .as_str()
            .map(|link| link[link.find("/api").unwrap()..].to_owned());
    }
    assert_eq!(
        days,
        [
            "2027-01-12",
            "2026-11-15",
            "2026-11-12",
            "2026-11-09",
            "2026-11-06",
            "2026-11-03"
        ]
    );
    let first = colleague.get(LOG).await.expect(200).json()["items"][0].clone();
    assert_eq!(
        (&first["hours"], &first["etag"], first["sitting_id"].is_string()),
        (&json!(3.0), &json!(null), true)
    );
    let sitting = format!("{LOG}/{}", first["sitting_id"].as_str().unwrap());
    colleague
        .put_match(&sitting, "\"x\"", &entry(&json!({})))
        .await
        .expect(404);
    let file = colleague
        .get("/api/v1/cpd-entries.csv?from=2026-11-12")
        .await
        .expect(200)
        .text();
    assert_eq!(file.lines().count(), 4, "{file}");
    let mut conn = app.system().await;
    let hours = cpd_entries::hours(
        &mut conn,
        person(COLLEAGUE).id,
        day("2026-11-12"),
        day("2027-01-12"),
    )
    .await;
    assert_eq!(hours.unwrap().hours(), 10.0);
}

#[tokio::test]
async fn the_summary_says_what_is_missing_in_the_term_and_when_renewal_opens() {
    let app = TestApp::start().await;
    let (id, numbers) = somebody(&app, &json!({}))
        .who_is(person(COLLEAGUE).id)
        .certified(&[HELD])
        .await;
    let colleague = app.person(COLLEAGUE);
    colleague.post(LOG, &entry(&json!({}))).await.expect(201);
    colleague
        .post(LOG, &entry(&json!({ "done_on": "2025-02-28", "hours": 8 })))
        .await
        .expect(201);
    let summary = colleague
        .get("/api/v1/cpd-entries/summary")
        .await
        .expect(200)
        .json();
    assert_eq!(
        summary["certificates"][0],
        json!({
            "number": numbers[0], "discipline": "Maritime cyber security specialist", "term_from": "2025-03-01",
            "valid_to": "2028-02-29", "hours_asked": 120, "hours_logged": 3.5, "hours_missing": 116.5, "days_left": 465,
            "renewal_opens_on": "2027-12-01", "renewal_open": false
        }),
        "what was done before the term does not count"
    );
    let of_them = format!("/api/v1/cpd-entries/summary?consultant={id}");
    assert_eq!(app.person(SCHEME).get(&of_them).await.expect(200).json(), summary);
    let log = format!("{LOG}?consultant={id}");
    let seen = app.person(SCHEME).get(&log).await.expect(200).json();
    assert_eq!(seen["items"].as_array().unwrap().len(), 2);
    for client in [app.member(), app.admin(), app.person("qa@demo.example")] {
        client.get(&of_them).await.expect(403);
        client.get(&log).await.expect(403);
    }
    let nobody = app
        .member()
        .get("/api/v1/cpd-entries/summary")
        .await
        .expect(200)
        .json();
    assert_eq!(nobody["certificates"], json!([]));
}

#[tokio::test]
async fn each_letter_before_the_end_is_written_once_by_however_many_workers() {
    let app = TestApp::start().await;
    let (_, numbers) = somebody(&app, &json!({}))
        .who_is(person(COLLEAGUE).id)
        .certified(&[HELD])
        .await;
    somebody(&app, &json!({ "name": "Nobody Known" }))
        .certified(&[HELD])
        .await;
    let (mut one, mut other) = (app.system().await, app.system().await);
    let base = Some("https://bellbuoy.example");
    let mut written = Vec::new();
    for time in [
        "2027-11-30T12:00:00Z",
        "2027-12-01T00:30:00Z",
        "2027-12-20T12:00:00Z",
        "2028-01-30T00:30:00Z",
        "2028-02-29T12:00:00Z",
        "2028-03-01T12:00:00Z",
    ] {
        app.set_time(time);
        let now = app.app.now();
        let (first, second) = tokio::join!(
            cpd_entries::remind(&mut one, base, now),
            cpd_entries::remind(&mut other, base, now)
        );
        written.push(first.unwrap() + second.unwrap());
    }
    assert_eq!(written, [0, 1, 0, 1, 0, 0]);
    let letters = app
        .database
        .rows("SELECT recipient, subject || ' ' || body FROM mails ORDER BY id")
        .await;
    assert_eq!(letters.len(), 2);
    for letter in &letters {
        assert_eq!(letter[0], COLLEAGUE);
        for told in [
            &*numbers[0],
            "2028-02-29",
            "120 of 120 hours",
            "https://bellbuoy.example/account/register",
        ] {
            assert!(letter[1].contains(told), "{told} in {letter:?}");
        }
    }
}
