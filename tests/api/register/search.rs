use super::{names, step};
use serde_json::json;
use tests::TestApp;
use tests::register::{firm, somebody};

const SPECIALIST: (&str, &str, &str) = ("maritime_specialist", "practitioner", "2025-03-01");

async fn found(app: &TestApp, query: &str) -> Vec<String> {
    names(
        &app.anyone()
            .get(&format!("/api/v1/consultants?{query}"))
            .await
            .expect(200),
    )
}

#[tokio::test]
async fn each_filter_finds_who_fits_and_nobody_else() {
    let app = TestApp::start().await;
    let (north, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    somebody(&app, &json!({ "name": "Ada Holm" }))
        .at(north)
        .certified(&[SPECIALIST])
        .await;
    let changed = json!({
        "name": "Brünó Česky", "base": "SGSIN", "languages": ["zh"], "domains": ["cloud"], "vessel_types": ["cruise"],
        "regions": ["south_china_sea"], "modes": ["remote"], "available_from": "2027-01-01", "headline": "Fleet platforms"
    });
    somebody(&app, &changed)
        .certified(&[("cloud_security", "principal", "2024-05-01")])
        .await;
    for (query, who) in [
        ("discipline=maritime_specialist", "Ada Holm"),
        ("discipline=maritime_specialist&level=associate", "Ada Holm"),
        ("level=principal", "Brünó Česky"),
        ("domain=navigation", "Ada Holm"),
        ("vessel_type=cruise", "Brünó Česky"),
        ("country=sg", "Brünó Česky"),
        ("region=north_sea", "Ada Holm"),
        ("language=nl,de", "Ada Holm"),
        ("mode=remote", "Brünó Česky"),
        ("near=NLRTM&within=50", "Ada Holm"),
        ("available_on=2026-12-24", "Ada Holm"),
        (&*format!("supplier={north}"), "Ada Holm"),
        ("q=bruno%20ces", "Brünó Česky"),
        ("q=northlight", "Ada Holm"),
        ("q=rotterdam%20bridge", "Ada Holm"),
        ("q=singapore", "Brünó Česky"),
        ("q=chinese", "Brünó Česky"),
    ] {
        assert_eq!(found(&app, query).await, [who], "{query}");
    }
    for query in [
        "discipline=maritime_specialist&level=principal",
        "near=DEHAM&within=50",
        "q=northlight%20cloud",
    ] {
        assert!(found(&app, query).await.is_empty(), "{query}");
    }
    assert_eq!(found(&app, "").await, ["Ada Holm", "Brünó Česky"]);
}

#[tokio::test]
async fn a_wrong_word_is_told_with_what_was_meant() {
    let app = TestApp::start().await;
    for (query, pointer) in [
        ("domain=navigatoin", "?domain"),
        ("near=NLROT", "?near"),
        ("near=NLRTM&within=20000", "?within"),
        ("within=50", "?within"),
        ("language=xx", "?language"),
        ("country=XX", "?country"),
        ("nearby=NLRTM", "?nearby"),
        ("available_on=2026-02-30", "?available_on"),
        ("level=,", "?level"),
    ] {
        let refused = app
            .anyone()
            .get(&format!("/api/v1/consultants?{query}"))
            .await
            .expect(400);
        assert_eq!(refused.pointers(), [pointer], "{query}");
    }
    let refused = app
        .anyone()
        .get("/api/v1/consultants?near=NLROT")
        .await
        .expect(400);
    assert!(
        refused.text().contains("did you mean NLRTM (Rotterdam)?"),
        "{}",
        refused.text()
    );
}

#[tokio::test]
async fn pages_by_distance_leave_nobody_out_and_show_nobody_twice() {
    let app = TestApp::start().await;
    let bases = ["NLRTM", "BEANR", "NLAMS", "GBFXT", "DEHAM", "NOBGO", "SGSIN"];
    for n in 0..21 {
        let changes = json!({ "name": format!("Somebody {n:02}"), "base": bases[n % bases.len()] });
        somebody(&app, &changes).certified(&[SPECIALIST]).await;
    }
    let whole = app
        .anyone()
        .get("/api/v1/consultants?near=NLRTM&within=10800&limit=500&with_total=true")
        .await
        .expect(200)
        .json();
    let far: Vec<f64> = whole["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["distance"].as_f64().unwrap())
        .collect();
    assert!(
        far.is_sorted() && far.len() == 21 && whole["total"] == "21",
        "{far:?}"
    );
    assert!((far[3] - 30.7).abs() < 0.5, "Amsterdam is {} away", far[3]);
    for query in ["near=NLRTM&within=10800&limit=4", "limit=4", "q=somebody&limit=4"] {
        let mut next = Some(format!("/api/v1/consultants?{query}"));
        let (mut seen, mut last) = (Vec::new(), None);
        while let Some(path) = next {
            let page = app.anyone().get(&path).await.expect(200);
            seen.extend(names(&page));
            let text = |name: &str| page.json()[name].as_str().map(|link| link.replace(&app.base, ""));
            (next, last) = (text("next"), text("prev"));
        }
        let mut once = seen.clone();
        once.sort();
        once.dedup();
        assert_eq!((seen.len(), once.len()), (21, 21), "{query}");
        let before = names(&app.anyone().get(&last.unwrap()).await.expect(200));
        assert_eq!(before, seen[16..20], "{query}");
    }
}

#[tokio::test]
async fn a_suspension_is_seen_by_the_next_search_and_so_is_its_end() {
    let app = TestApp::start().await;
    let (_, numbers) = somebody(&app, &json!({})).certified(&[SPECIALIST]).await;
    assert_eq!(found(&app, "near=NLRTM").await.len(), 1);
    let suspension =
        json!({ "step": "suspend", "reason": "under_investigation", "words": "A complaint came in." });
    step(&app, "scheme@demo.example", &numbers[0], suspension)
        .await
        .expect(200);
    assert!(found(&app, "near=NLRTM").await.is_empty() && found(&app, "q=ada").await.is_empty());
    step(
        &app,
        "scheme@demo.example",
        &numbers[0],
        json!({ "step": "reinstate" }),
    )
    .await
    .expect(200);
    assert_eq!(found(&app, "near=NLRTM").await.len(), 1);
}

#[tokio::test]
async fn what_ran_out_is_left_out_before_anybody_notes_it() {
    let app = TestApp::start().await;
    let (id, numbers) = somebody(&app, &json!({})).certified(&[SPECIALIST]).await;
    app.set_time("2028-02-29T12:00:00Z");
    assert_eq!(found(&app, "").await.len(), 1);
    app.set_time("2028-03-01T00:30:00Z");
    assert!(found(&app, "").await.is_empty());
    let path = format!("/api/v1/certificates/{}", numbers[0]);
    let shown = app.anyone().get(&path).await.expect(200).json();
    assert_eq!(shown["status"], "lapsed");
    let mut conn = app.system().await;
    assert_eq!(
        bellbuoy_server::certificates::lapse(&mut conn, app.app.now())
            .await
            .unwrap(),
        1
    );
    let noted = app.anyone().get(&path).await.expect(200).json();
    assert_eq!(
        (&noted["status"], &noted["events"][0]["step"]),
        (&json!("lapsed"), &json!("lapse"))
    );
    assert_eq!(noted["events"][0]["effective_on"], "2028-03-01");
    let person = app.anyone().get(&format!("/api/v1/consultants/{id}")).await;
    person.expect(200);
}

#[tokio::test]
async fn the_register_is_exported_as_it_is_searched() {
    let app = TestApp::start().await;
    somebody(&app, &json!({ "name": "=SUM(A1)" }))
        .certified(&[SPECIALIST])
        .await;
    somebody(&app, &json!({ "name": "Zoë", "base": "SGSIN" }))
        .certified(&[SPECIALIST])
        .await;
    let file = app
        .anyone()
        .get("/api/v1/consultants.csv?near=NLRTM")
        .await
        .expect(200)
        .text();
    let lines: Vec<&str> = file.lines().collect();
    assert_eq!(lines.len(), 2, "{file}");
    assert!(
        lines[1].starts_with("'=SUM(A1),Bridge networks,NLRTM,Rotterdam,NL,en|nl,on_site,2026-12-01,"),
        "{file}"
    );
    let summary = app
        .anyone()
        .get("/api/v1/consultants/summary")
        .await
        .expect(200)
        .json();
    assert_eq!(
        (&summary["people"], &summary["as_of"]),
        (&json!(2), &json!("2026-11-21"))
    );
}

#[tokio::test]
async fn a_code_that_no_scheme_has_is_told_with_the_nearest() {
    let app = TestApp::start().await;
    for (path, place, meant) in [
        (
            "/api/v1/consultants?discipline=cloud_securty",
            "?discipline",
            "`cloud_security`",
        ),
        (
            "/api/v1/consultants.csv?discipline=cloud_securty",
            "?discipline",
            "`cloud_security`",
        ),
        (
            "/api/v1/consultants?level=asociate,principal",
            "?level",
            "`associate`",
        ),
        ("/api/v1/sittings?scheme=maritim", "?scheme", "`maritime`"),
    ] {
        let refused = app.anyone().get(path).await.expect(400);
        assert_eq!(refused.json()["code"], "bad_parameter", "{path}");
        assert_eq!(refused.pointers(), [place], "{path}");
        assert!(refused.text().contains(meant), "{}", refused.text());
    }
    let refused = app.anyone().get("/api/v1/consultants?q=-").await.expect(400);
    assert_eq!(refused.pointers(), ["?q"]);
    let both = "/api/v1/consultants?discipline=cloud_security,offensive_testing&level=principal";
    app.anyone().get(both).await.expect(200);
}

#[tokio::test]
async fn who_hides_is_not_named_by_their_firm_either() {
    let app = TestApp::start().await;
    let (north, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    for (name, hidden) in [("Ada Holm", false), ("Bo Lund", true)] {
        somebody(&app, &json!({ "name": name, "hidden": hidden }))
            .at(north)
            .certified(&[SPECIALIST])
            .await;
    }
    let path = format!("/api/v1/suppliers/{north}/engagements");
    let names = async |client: tests::client::Client| -> Vec<String> {
        let all = client.get(&path).await.expect(200).json();
        let names = all.as_array().unwrap().iter();
        names
            .map(|one| one["name"].as_str().unwrap().to_owned())
            .collect()
    };
    assert_eq!(names(app.anyone()).await, ["Ada Holm"]);
    assert_eq!(names(app.member()).await, ["Ada Holm"]);
    assert_eq!(
        names(app.person("scheme@demo.example")).await,
        ["Ada Holm", "Bo Lund"]
    );
}
