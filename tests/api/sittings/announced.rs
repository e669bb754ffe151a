use serde_json::json;
use tests::TestApp;
use tests::sittings::{SCHEME, announced, book, draft, workshop};

const LIST: &str = "/api/v1/sittings";

#[tokio::test]
async fn everybody_reads_what_the_scheme_announces() {
    let app = TestApp::start().await;
    let (path, made) = announced(&app, &draft(&json!({}))).await;
    let shown = app.anyone().get(&path).await.expect(200).json();
    assert_eq!(
        shown,
        made.json(),
        "nothing of it is for some only, while nobody sits there"
    );
    assert_eq!(
        (
            &shown["starts_at"],
            &shown["starts_local"],
            &shown["free"],
            &shown["hours"]
        ),
        (
            &json!("2027-01-12T08:00:00Z"),
            &json!("2027-01-12T09:00:00"),
            &json!(2),
            &json!(3.0)
        )
    );
    assert_eq!(
        (&shown["requirement"]["code"], &shown["port"]["name"]),
        (&json!("exam_theory"), &json!("Rotterdam"))
    );
    for who in ["member@demo.example", "admin@demo.example", "qa@demo.example"] {
        app.person(who).post(LIST, &draft(&json!({}))).await.expect(403);
    }
}

#[tokio::test]
async fn a_list_is_narrowed_by_kind_scheme_days_place_and_free_seats() {
    let app = TestApp::start().await;
    let (exam, _) = announced(&app, &draft(&json!({ "seats": 1 }))).await;
    let online = json!({
        "port": null, "place": null, "online_url": "https://meet.demo.example/1", "starts_local": "2027-02-02T09:00:00",
        "ends_local": "2027-02-02T12:00:00"
    });
    announced(&app, &workshop(&online)).await;
    book(&app.member(), &exam).await.expect(201);
    for (query, kinds) in [
        ("", vec!["exam", "workshop"]),
        ("?kind=exam", vec!["exam"]),
        ("?scheme=maritime", vec!["exam"]),
        ("?from=2027-01-13", vec!["workshop"]),
        ("?to=2027-01-12", vec!["exam"]),
        ("?port=nlrtm", vec!["exam"]),
        ("?country=NL", vec!["exam"]),
        ("?free=true", vec!["workshop"]),
        ("?past=true", vec![]),
    ] {
        let page = app
            .anyone()
            .get(&format!("{LIST}{query}"))
            .await
            .expect(200)
            .json();
        let found: Vec<&str> = page["items"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["kind"].as_str().unwrap())
            .collect();
        assert_eq!(found, kinds, "{query}");
    }
    for (query, at) in [
        ("?kind=party", "?kind"),
        ("?port=NLXXX", "?port"),
        ("?country=ZZ", "?country"),
        ("?from=2027-01-02&to=2027-01-01", "?to"),
    ] {
        let refused = app.anyone().get(&format!("{LIST}{query}")).await.expect(400);
        assert_eq!(refused.pointers(), [at], "{query}");
    }
    app.set_time("2027-01-12T12:00:00Z");
    let first = app.anyone().get(LIST).await.expect(200).json();
    assert_eq!(
        first["items"].as_array().unwrap().len(),
        1,
        "what is over is not to come"
    );
    let past = app
        .anyone()
        .get(&format!("{LIST}?past=true"))
        .await
        .expect(200)
        .json();
    assert_eq!(past["items"][0]["kind"], "exam");
    let file = app
        .anyone()
        .get("/api/v1/sittings.csv?past=true")
        .await
        .expect(200);
    assert!(
        file.text().lines().nth(1).unwrap().contains("exam_theory"),
        "{}",
        file.text()
    );
}

#[tokio::test]
async fn every_place_that_does_not_fit_is_told() {
    let app = TestApp::start().await;
    for (changes, at) in [
        (json!({ "time_zone": "Europe/Amsterdm" }), "/time_zone"),
        (json!({ "ends_local": "2027-01-12T09:00:00" }), "/ends_local"),
        (json!({ "ends_local": "2027-03-12T09:00:00" }), "/ends_local"),
        (
            json!({ "book_until_local": "2027-01-12T09:01:00" }),
            "/book_until_local",
        ),
        (json!({ "port": "NLXXX" }), "/port"),
        (json!({ "port": null, "place": null }), "/place"),
        (json!({ "scheme": "alchemy" }), "/scheme"),
        (json!({ "scheme": null }), "/scheme"),
        (json!({ "requirement": null }), "/requirement"),
        (json!({ "requirement": "safety_aboard" }), "/requirement"),
        (json!({ "kind": "workshop" }), "/requirement"),
        (json!({ "agenda": "1. Nothing" }), "/agenda"),
        (json!({ "seats": 0 }), "/seats"),
        (json!({ "seats": 501 }), "/seats"),
        (json!({ "online_url": "http://meet.demo.example" }), "/online_url"),
        (json!({ "taken": 3 }), "/taken"),
        (
            json!({ "starts_local": "2026-11-21T09:00:00", "book_until_local": null, "ends_local": "2026-11-21T14:00:00" }),
            "/starts_local",
        ),
        (
            json!({ "starts_local": "2027-03-28T02:30:00", "ends_local": "2027-03-28T05:00:00" }),
            "/starts_local",
        ),
    ] {
        let refused = app.person(SCHEME).post(LIST, &draft(&changes)).await.expect(422);
        assert_eq!(refused.pointers(), [at], "{changes}");
    }
    let refused = app
        .person(SCHEME)
        .post(LIST, &draft(&json!({ "time_zone": "Europe/Amsterdm" })))
        .await;
    assert!(
        refused.text().contains("did you mean `Europe/Amsterdam`?"),
        "{}",
        refused.text()
    );
    let early = workshop(&json!({ "minutes": "It was good." }));
    let refused = app.person(SCHEME).post(LIST, &early).await.expect(422);
    assert_eq!(refused.pointers(), ["/minutes"]);
}

#[tokio::test]
async fn a_change_needs_the_version_and_tells_whoever_has_a_seat() {
    let app = TestApp::start().await;
    let (path, made) = announced(&app, &draft(&json!({}))).await;
    let scheme = app.person(SCHEME);
    book(&app.member(), &path).await.expect(201);
    let later = draft(&json!({ "ends_local": "2027-01-12T13:00:00", "place": "Harbour school, hall" }));
    app.member()
        .put_match(&path, made.header("etag"), &later)
        .await
        .expect(403);
    scheme.put(&path, &later).await.expect(428);
    let after = scheme
        .put_match(&path, made.header("etag"), &later)
        .await
        .expect(200);
    scheme
        .put_match(&path, made.header("etag"), &later)
        .await
        .expect(412);
    let letters = app
        .database
        .rows("SELECT recipient || ' ' || body FROM mails")
        .await;
    assert_eq!(letters.len(), 1);
    assert!(
        letters[0][0].starts_with("member@demo.example") && letters[0][0].contains("12 January 2027, 13:00"),
        "{letters:?}"
    );
    for (changes, at) in [
        (
            json!({ "kind": "training", "requirement": "safety_aboard" }),
            "/kind",
        ),
        (
            json!({ "starts_local": "2026-11-20T09:00:00", "book_until_local": null, "ends_local": "2026-11-20T10:00:00" }),
            "/starts_local",
        ),
    ] {
        let refused = scheme
            .put_match(&path, after.header("etag"), &draft(&changes))
            .await;
        assert_eq!(refused.expect(422).pointers(), [at]);
    }
    book(&app.other_member(), &path).await.expect(201);
    let fewer = draft(&json!({ "seats": 1 }));
    let refused = scheme
        .put_match(&path, after.header("etag"), &fewer)
        .await
        .expect(422);
    assert_eq!(
        refused.pointers(),
        ["/seats"],
        "bookings do not change the version"
    );
    assert_eq!(
        app.database
            .count("audit_entries WHERE action = 'sitting.update'")
            .await,
        1
    );
}

#[tokio::test]
async fn a_workshop_has_minutes_once_it_has_begun() {
    let app = TestApp::start().await;
    let agenda = json!({ "agenda": "1. Tests under way" });
    let (path, made) = announced(&app, &workshop(&agenda)).await;
    app.set_time("2027-01-12T14:00:00Z");
    let after =
        workshop(&json!({ "agenda": "1. Tests under way", "minutes": "All agreed.", "outcomes": "A list." }));
    app.person(SCHEME)
        .put_match(&path, made.header("etag"), &after)
        .await
        .expect(200);
    let shown = app.anyone().get(&path).await.expect(200).json();
    assert_eq!(
        (&shown["minutes"], &shown["outcomes"], &shown["bookable"]),
        (&json!("All agreed."), &json!("A list."), &json!(false))
    );
}

#[tokio::test]
async fn who_has_a_seat_in_what_is_cancelled_is_told_why() {
    let app = TestApp::start().await;
    let (path, made) = announced(&app, &draft(&json!({}))).await;
    book(&app.member(), &path).await.expect(201);
    let cancel = format!("{path}/cancellations");
    let why = json!({ "because": "The examiner fell ill." });
    app.member()
        .post_match(&cancel, made.header("etag"), &why)
        .await
        .expect(403);
    let scheme = app.person(SCHEME);
    let after = scheme
        .post_match(&cancel, made.header("etag"), &why)
        .await
        .expect(200);
    assert_eq!(after.json()["cancelled_because"], "The examiner fell ill.");
    let letters = app
        .database
        .rows("SELECT recipient || ' ' || body FROM mails")
        .await;
    assert!(
        letters[0][0].starts_with("member@demo.example") && letters[0][0].contains("fell ill"),
        "{letters:?}"
    );
    scheme
        .post_match(&cancel, after.header("etag"), &why)
        .await
        .expect(409);
    scheme
        .put_match(&path, after.header("etag"), &draft(&json!({})))
        .await
        .expect(409);
    book(&app.other_member(), &path).await.expect(409);
    let (other, _) = announced(&app, &draft(&json!({}))).await;
    book(&app.member(), &other).await.expect(201);
}
