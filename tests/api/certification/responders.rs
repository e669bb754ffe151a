use serde_json::json;
use tests::TestApp;
use tests::candidate::SCHEME;
use tests::people::person;
use tests::register::somebody;

const HELD: (&str, &str, &str) = ("maritime_specialist", "practitioner", "2025-03-01");

#[tokio::test]
async fn only_who_is_certified_at_that_moment_is_called() {
    let app = TestApp::start().await;
    let (ada, ada_numbers) = somebody(
        &app,
        &json!({ "name": "Ada Holm", "domains": ["incident_response"] }),
    )
    .certified(&[HELD])
    .await;
    let (bo, _) = somebody(&app, &json!({ "name": "Bo Lind", "languages": ["sv"] }))
        .who_is(person("colleague@demo.example").id)
        .certified(&[HELD])
        .await;
    let scheme = app.person(SCHEME);
    let duty = |who, from: &str, to: &str| json!({ "consultant_id": who, "starts_at": from, "ends_at": to });
    for who in [ada, bo] {
        scheme
            .post(
                "/api/v1/duties",
                &duty(who, "2026-11-21T00:00:00Z", "2026-11-28T00:00:00Z"),
            )
            .await
            .expect(201);
    }
    let twice = scheme
        .post(
            "/api/v1/duties",
            &duty(ada, "2026-11-27T00:00:00Z", "2026-11-30T00:00:00Z"),
        )
        .await
        .expect(409);
    assert!(twice.text().contains("on call already"));
    for (from, to, pointer) in [
        ("2026-11-29T00:00:00Z", "2026-11-28T00:00:00Z", "/ends_at"),
        ("2026-11-29T00:00:00Z", "2027-11-28T00:00:00Z", "/ends_at"),
        ("2026-11-01T00:00:00Z", "2026-11-02T00:00:00Z", "/ends_at"),
    ] {
        let refused = scheme
            .post("/api/v1/duties", &duty(ada, from, to))
            .await
            .expect(422);
        assert_eq!(refused.pointers(), [pointer]);
    }
    let desk = app.analyst();
    let at = "/api/v1/responders?at=2026-11-25T03:00:00Z";
    let found = desk
        .get(&format!("{at}&domain=incident_response&language=en"))
        .await
        .expect(200)
        .json();
    let items = found["items"].as_array().unwrap();
    assert_eq!(
        items.iter().map(|one| &one["name"]).collect::<Vec<_>>(),
        ["Ada Holm", "Bo Lind"]
    );
    assert_eq!(
        (&items[0]["domain_fits"], &items[1]["language_fits"]),
        (&json!(true), &json!(false))
    );
    assert_eq!(
        items[0]["contacts"][0]["value"], "ada@holm.example",
        "also what is not public"
    );
    let path = format!("/api/v1/certificates/{}", ada_numbers[0]);
    let now = scheme.get(&path).await.expect(200);
    let suspend = json!({ "step": "suspend", "reason": "misconduct", "words": "Looked into." });
    scheme
        .post_match(&format!("{path}/steps"), now.header("etag"), &suspend)
        .await
        .expect(200);
    let found = desk.get(at).await.expect(200).json();
    assert_eq!(found["items"].as_array().unwrap().len(), 1, "{found}");
    let none = desk
        .get("/api/v1/responders?at=2026-12-01T00:00:00Z")
        .await
        .expect(200)
        .json();
    assert_eq!(none["items"], json!([]));
    let refused = scheme
        .post(
            "/api/v1/duties",
            &duty(ada, "2026-12-01T00:00:00Z", "2026-12-02T00:00:00Z"),
        )
        .await
        .expect(422);
    assert_eq!(refused.pointers(), ["/consultant_id"]);
    for stranger in ["member@demo.example", "colleague@demo.example", "qa@demo.example"] {
        app.person(stranger).get(at).await.expect(403);
    }
    app.anyone().get(at).await.expect(401);
}

#[tokio::test]
async fn the_rota_tells_when_nobody_is_on_call() {
    let app = TestApp::start().await;
    let (ada, _) = somebody(&app, &json!({})).certified(&[HELD]).await;
    let scheme = app.person(SCHEME);
    let made = scheme
        .post(
            "/api/v1/duties",
            &json!({ "consultant_id": ada, "starts_at": "2026-11-23T00:00:00Z", "ends_at": "2026-11-24T00:00:00Z" }),
        )
        .await
        .expect(201)
        .json();
    let path = "/api/v1/rota?from=2026-11-22T00:00:00Z&to=2026-11-25T00:00:00Z";
    let rota = app.analyst().get(path).await.expect(200).json();
    assert_eq!(rota["duties"][0]["name"], "Ada Holm");
    assert_eq!(
        rota["gaps"],
        json!([
            { "from": "2026-11-22T00:00:00Z", "to": "2026-11-23T00:00:00Z" },
            { "from": "2026-11-24T00:00:00Z", "to": "2026-11-25T00:00:00Z" }
        ])
    );
    let id = made["id"].as_str().unwrap();
    app.analyst()
        .delete(&format!("/api/v1/duties/{id}"))
        .await
        .expect(403);
    scheme.delete(&format!("/api/v1/duties/{id}")).await.expect(204);
    scheme.delete(&format!("/api/v1/duties/{id}")).await.expect(404);
    app.analyst()
        .get("/api/v1/rota?from=2026-11-25T00:00:00Z&to=2026-11-25T00:00:00Z")
        .await
        .expect(400);
}
