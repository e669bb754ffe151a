use serde_json::json;
use tests::TestApp;
use tests::sittings::{SCHEME, announced, draft, workshop};

#[tokio::test]
async fn a_calendar_has_what_is_to_come_and_says_what_is_cancelled() {
    let app = TestApp::start().await;
    let long = "Bring a passport; a pencil, and \\ patience.\nDoors open at eight. ".repeat(4);
    let (path, made) = announced(&app, &draft(&json!({ "about": long.trim() }))).await;
    let id = path.rsplit('/').next().unwrap().to_owned();
    announced(
        &app,
        &workshop(&json!({ "starts_local": "2027-02-02T09:00:00", "ends_local": "2027-02-02T12:00:00" })),
    )
    .await;
    let all = app.anyone().get("/api/v1/sittings.ics").await.expect(200);
    assert_eq!(all.header("content-type"), "text/calendar; charset=utf-8");
    assert_eq!(all.text().matches("BEGIN:VEVENT\r\n").count(), 2);
    let one = app.anyone().get(&format!("{path}.ics")).await.expect(200).text();
    for line in one.split("\r\n") {
        assert!(line.len() <= 75 && !line.contains('\n'), "{line}");
    }
    let whole = one.replace("\r\n ", "");
    for expected in [
        "DTSTART:20270112T080000Z",
        "DTEND:20270112T110000Z",
        "SEQUENCE:0",
        "STATUS:CONFIRMED",
        "LOCATION:Harbour school\\, room 4\\, Rotterdam\\, NL",
        &format!("UID:{id}@bellbuoy"),
    ] {
        assert!(
            whole.split("\r\n").any(|line| line == expected),
            "{expected} in {whole}"
        );
    }
    assert!(
        whole.contains("a passport\\; a pencil\\, and \\\\ patience.\\nDoors"),
        "{whole}"
    );
    let why = json!({ "because": "The examiner fell ill." });
    app.person(SCHEME)
        .post_match(&format!("{path}/cancellations"), made.header("etag"), &why)
        .await
        .expect(200);
    let after = app.anyone().get(&format!("{path}.ics")).await.expect(200).text();
    assert!(
        after.contains("\r\nSTATUS:CANCELLED\r\n") && after.contains("\r\nSEQUENCE:1\r\n"),
        "{after}"
    );
    assert!(after.contains(&format!("UID:{id}@bellbuoy")), "the same event");
    app.set_time("2027-01-20T12:00:00Z");
    let later = app.anyone().get("/api/v1/sittings.ics").await.expect(200).text();
    assert_eq!(later.matches("BEGIN:VEVENT\r\n").count(), 1);
    app.anyone()
        .get("/api/v1/sittings/00000000-0000-4000-8000-000000000000.ics")
        .await
        .expect(404);
}
