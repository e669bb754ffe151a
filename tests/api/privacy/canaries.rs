//! Markers in everything that a browser or a proxy tells are found nowhere; those that are planted are found.

use bellbuoy_domain::receipt::Receipt;
use reqwest::{Method, RequestBuilder};
use serde_json::json;
use std::net::{IpAddr, Ipv4Addr};
use tests::canary::{Canary, hits, in_rows};
use tests::client::{Client, send};
use tests::reporter::Reporter;
use tests::{TestApp, desk, given, log};

/// Everything a browser or a proxy may tell of somebody, each with a marker.
fn telling(request: RequestBuilder, canary: &Canary) -> RequestBuilder {
    let request = request
        .header("x-forwarded-for", format!("{}, 10.0.0.1", canary.address()))
        .header(
            "forwarded",
            format!("for=\"[{}]:4711\";host=example.org;proto=https", canary.address()),
        );
    [
        ("user-agent", "Mozilla/5.0 (NAME)"),
        ("accept-language", "x-NAME"),
        ("cookie", "tracker=NAME"),
        ("referer", "https://intranet.example/NAME"),
        ("x-real-ip", "NAME"),
        ("x-request-id", "NAME"),
        ("x-correlation-id", "NAME"),
        ("from", "NAME@ship.example"),
        ("origin", "https://NAME.example"),
        ("dnt", "NAME"),
        ("x-client-name", "NAME"),
        ("if-none-match", "\"NAME\""),
        ("traceparent", "00-NAME-NAME-01"),
    ]
    .into_iter()
    .fold(request, |request, (name, value)| {
        request.header(name, value.replace("NAME", &canary.word()))
    })
}

/// A reporter's visit: files, reads, writes, slips.
async fn visit(app: &TestApp, desk: &desk::Desk, canary: &Canary) -> (Reporter, Receipt) {
    let receipt = Receipt::from_entropy(rand::random());
    let reporter = Reporter::of(&receipt);
    let client = app.anyone();
    let get = |path: String| telling(client.request(Method::GET, &path), canary);
    let (path, word) = (reporter.path(), canary.word());
    let mut filing = reporter.filing(desk, &format!("My name is {word}."));
    send(telling(filing.request(app, &client), canary))
        .await
        .expect(201);
    send(get("/api/v1/intake/keys".to_owned())).await.expect(200);
    send(get(format!("{path}?page=0"))).await.expect(200);
    send(get(format!("{path}?name={word}"))).await.expect(400);
    send(get(format!("/api/v1/intake/mailboxes/{word}")))
        .await
        .expect(400);
    send(telling(client.request(Method::POST, &path), canary))
        .await
        .expect(405);
    send(get(format!("/report?from={word}"))).await;
    let message = reporter.message(app, &client, desk, &format!("Ask for {word}."));
    send(telling(message, canary)).await.expect(204);
    filing.blob.truncate(1000);
    filing.id = uuid::Uuid::new_v4();
    send(telling(filing.request(app, &client), canary))
        .await
        .expect(422);
    (reporter, receipt)
}

#[tokio::test]
async fn an_anonymous_report_leaves_no_trace_of_who_sent_it() {
    log::folder();
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let canary = Canary::new();
    let (first, receipt) = visit(&app, &desk, &canary).await;
    let (second, _) = visit(&app, &desk, &canary).await;
    app.anyone().delete(&second.path()).await.expect(204);
    let marker = app
        .anyone()
        .get("/health")
        .await
        .header("x-request-id")
        .to_owned();
    log::text_with(&marker).await;

    let mut needles = canary.needles();
    needles.push(receipt.phrase()[..20].to_owned());
    needles.push(hex::encode(first.locator));
    needles.push(first.mailbox.to_text()[20..].to_owned());
    assert_eq!(hits(&app, &needles).await, Vec::<String>::new());
}

#[tokio::test]
async fn the_search_finds_what_was_planted() {
    log::folder();
    let app = TestApp::start().await;
    let mut all = Vec::new();
    for form in ["plain", "hex", "base64", "address"] {
        let canary = Canary::new();
        let title = match form {
            "plain" => format!("The {} was dark", canary.word()),
            "hex" => hex::encode(canary.word()),
            "address" => canary.address().to_string(),
            _ => desk::base64(format!("ab{}", canary.word()).as_bytes()),
        };
        given::incident(&app)
            .with(json!({ "title": title }))
            .submitted()
            .await;
        let found = in_rows(&app.database, &canary.needles()).await;
        assert!(
            found.contains(&"public.incidents.title".to_owned()),
            "{form}: {found:?}"
        );
        all.extend(canary.needles());
    }
    let logged = Canary::new();
    tracing::warn!(canary = logged.word(), "planted");
    log::text_with(&logged.word()[..10]).await;
    all.extend(logged.needles());
    let found = hits(&app, &all).await;
    for place in ["/base/", "/server.log"] {
        assert!(found.iter().any(|hit| hit.contains(place)), "{place}: {found:?}");
    }
}

#[tokio::test]
async fn the_senders_own_address_is_kept_nowhere() {
    log::folder();
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let address = Ipv4Addr::new(
        127,
        rand::random_range(2..250),
        rand::random_range(2..250),
        rand::random_range(2..250),
    );
    let http = reqwest::Client::builder()
        .no_proxy()
        .local_address(IpAddr::V4(address))
        .build()
        .unwrap();
    let client = Client::over(&app.base, http);
    let reporter = Reporter::new();
    send(
        reporter
            .filing(&desk, "From my own address.")
            .request(&app, &client),
    )
    .await
    .expect(201);
    client.get(&reporter.path()).await.expect(200);
    let marker = client.get("/health").await.header("x-request-id").to_owned();
    let text = log::text_with(&marker).await;
    assert!(!text.contains(&address.to_string()));
    let packed = hex::encode(address.octets());
    for table in app.database.column("SELECT format('%I.%I', table_schema, table_name) FROM information_schema.tables WHERE table_schema IN ('public', 'intake')").await {
        let found = app.database.count(&format!("{table} t WHERE t::text LIKE '%{address}%'")).await;
        assert_eq!(found, 0, "{table}");
    }
    let metadata = app
        .database
        .column("SELECT encode(locator_hash, 'hex') || encode(digest, 'hex') FROM intake.envelopes")
        .await;
    assert!(!metadata[0].contains(&packed));
}
