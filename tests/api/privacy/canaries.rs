//! Markers in everything that a browser or a proxy tells are found nowhere; those that are planted are found.

use bellbuoy_domain::receipt::Receipt;
use reqwest::{Method, RequestBuilder};
use serde_json::json;
use std::net::{IpAddr, Ipv4Addr};
use tests::canary::{Canary, hits};
use tests::client::{Client, send};
use tests::reporter::Reporter;
use tests::{TestApp, desk, given, log};

/// Everything a browser or a proxy may tell of somebody, each with a marker of its own.
fn telling(request: RequestBuilder, canaries: &mut Vec<Canary>) -> RequestBuilder {
    let mut mark = || {
        let canary = Canary::new();
        let word = canary.word.clone();
        let address = canary.address();
        canaries.push(canary);
        (word, address)
    };
    let (forwarded, proxied) = (mark().1, mark().1);
    let request = request
        .header("x-forwarded-for", format!("{forwarded}, 10.0.0.1"))
        .header(
            "forwarded",
            format!("for=\"[{proxied}]:4711\";host=example.org;proto=https"),
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
        request.header(name, value.replace("NAME", &mark().0))
    })
}

/// A reporter's visit from an address of its own: files, reads, writes, slips, withdraws.
async fn visit(app: &TestApp, desk: &desk::Desk, canaries: &mut Vec<Canary>) -> (Reporter, Receipt) {
    let receipt = Receipt::from_entropy(rand::random());
    let reporter = Reporter::of(&receipt);
    let client = app.anyone();
    let mut in_words = || {
        let canary = Canary::new();
        let word = canary.word.clone();
        canaries.push(canary);
        word
    };
    let (story, message, query) = (in_words(), in_words(), in_words());
    let mut filing = reporter.filing(desk, &format!("My name is {story}."));
    let path = reporter.path();
    send(telling(filing.request(app, &client), canaries))
        .await
        .expect(201);
    send(telling(
        client.request(Method::GET, "/api/v1/intake/keys"),
        canaries,
    ))
    .await
    .expect(200);
    send(telling(
        client.request(Method::GET, &format!("{path}?page=0")),
        canaries,
    ))
    .await
    .expect(200);
    send(telling(
        client.request(Method::GET, &format!("{path}?name={query}")),
        canaries,
    ))
    .await
    .expect(400);
    send(telling(
        client.request(Method::GET, &format!("/api/v1/intake/mailboxes/{query}")),
        canaries,
    ))
    .await
    .expect(400);
    send(telling(client.request(Method::POST, &path), canaries))
        .await
        .expect(405);
    send(telling(
        client.request(Method::GET, &format!("/report?from={query}")),
        canaries,
    ))
    .await;
    send(telling(
        reporter.message(app, &client, desk, &format!("Ask for {message}.")),
        canaries,
    ))
    .await
    .expect(204);
    filing.blob.truncate(1000);
    filing.id = uuid::Uuid::new_v4();
    send(telling(filing.request(app, &client), canaries))
        .await
        .expect(422);
    (reporter, receipt)
}

#[tokio::test]
async fn an_anonymous_report_leaves_no_trace_of_who_sent_it() {
    log::folder();
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let mut canaries = Vec::new();
    let (first, receipt) = visit(&app, &desk, &mut canaries).await;
    let (second, _) = visit(&app, &desk, &mut canaries).await;
    app.anyone().delete(&second.path()).await.expect(204);
    assert!(canaries.len() > 200);

    let words: Vec<String> = receipt.phrase().split(' ').map(str::to_owned).collect();
    canaries.push(Canary {
        word: words.join(" ")[..16].to_owned(),
    });
    canaries.push(Canary {
        word: hex::encode(first.locator)[..16].to_owned(),
    });
    canaries.push(Canary {
        word: first.mailbox.to_text()[20..36].to_owned(),
    });

    let marker = app
        .anyone()
        .get("/health")
        .await
        .header("x-request-id")
        .to_owned();
    log::text_with(&marker).await;
    assert_eq!(hits(&app, &canaries).await, Vec::<String>::new());
}

#[tokio::test]
async fn the_search_finds_what_was_planted() {
    log::folder();
    let app = TestApp::start().await;
    for form in ["plain", "hex", "base64", "address"] {
        let canary = Canary::new();
        let title = match form {
            "plain" => format!("The {} was dark", canary.word),
            "hex" => hex::encode(&canary.word),
            "address" => canary.address().to_string(),
            _ => desk::base64(format!("ab{}", canary.word).as_bytes()),
        };
        given::incident(&app)
            .with(json!({ "title": title }))
            .submitted()
            .await;
        let found = hits(&app, &[canary]).await;
        assert!(
            found
                .iter()
                .any(|hit| hit.ends_with("rows of public.incidents.title")),
            "{form}: {found:?}"
        );
        assert!(
            found.iter().any(|hit| hit.contains("/base/")),
            "{form}: {found:?}"
        );
        assert!(
            found.iter().any(|hit| hit.contains("/pg_wal/")),
            "{form}: {found:?}"
        );
    }
    let logged = Canary::new();
    tracing::warn!(canary = logged.word.as_str(), "planted");
    log::text_with(&logged.word).await;
    let found = hits(&app, &[logged]).await;
    assert!(found.iter().any(|hit| hit.contains("server.log")), "{found:?}");
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
