//! Answers leave compressed for those who can read it, but for the sealed intake; bodies may come compressed.

use reqwest::Method;
use serde_json::json;
use std::io::{Read, Write};
use tests::client::{Answer, Client, send};
use tests::reporter::Reporter;
use tests::{TestApp, desk, given};

async fn asking(client: &Client, path: &str, accepted: &str) -> Answer {
    let request = client.request(Method::GET, path);
    send(request.header("accept-encoding", accepted.to_owned())).await
}

fn opened(answer: &Answer) -> Vec<u8> {
    let mut out = Vec::new();
    match answer.header("content-encoding") {
        "br" => brotli::BrotliDecompress(&mut &*answer.bytes, &mut out).unwrap(),
        "gzip" => {
            flate2::read::GzDecoder::new(&*answer.bytes)
                .read_to_end(&mut out)
                .unwrap();
        }
        "zstd" => out = zstd::decode_all(&*answer.bytes).unwrap(),
        other => panic!("packed by `{other}`"),
    }
    out
}

#[tokio::test]
async fn an_answer_is_packed_as_its_reader_likes_best() {
    let app = TestApp::start().await;
    let plain = app.anyone().get("/api/v1/taxonomies").await.expect(200);
    for (accepted, packed) in [
        ("br", "br"),
        ("zstd", "zstd"),
        ("gzip", "gzip"),
        ("gzip, deflate, br, zstd", "br"),
        ("br;q=0.2, gzip;q=0.9, zstd;q=0.5", "gzip"),
        ("br;q=0, zstd", "zstd"),
        ("lzma, gzip;q=0.1", "gzip"),
    ] {
        let answer = asking(&app.anyone(), "/api/v1/taxonomies", accepted)
            .await
            .expect(200);
        assert_eq!(answer.header("content-encoding"), packed, "{accepted}");
        assert_eq!(opened(&answer), plain.bytes, "{accepted}");
        assert!(answer.bytes.len() < plain.bytes.len() / 2, "{accepted}");
        assert!(
            answer
                .header("vary")
                .to_ascii_lowercase()
                .contains("accept-encoding"),
            "{accepted}"
        );
    }
    for accepted in ["", "identity", "br;q=0, gzip;q=0", "compress", "*;q=0, identity"] {
        let answer = asking(&app.anyone(), "/api/v1/taxonomies", accepted)
            .await
            .expect(200);
        assert_eq!(answer.header("content-encoding"), "", "{accepted}");
        assert_eq!(answer.bytes, plain.bytes, "{accepted}");
    }
    let none = asking(&app.anyone(), "/api/v1/taxonomies", "identity;q=0, *;q=0").await;
    assert_eq!((none.status, none.code().as_str()), (406, "not_acceptable"));
}

#[tokio::test]
async fn small_answers_problems_and_archives_stay_as_they_are() {
    let app = TestApp::start().await;
    given::incident(&app).submitted().await;
    for path in ["/health", "/api/v1/nothing", "/api/v1/incidents.xlsx"] {
        let answer = asking(&app.analyst(), path, "br, gzip, zstd").await;
        assert_eq!(answer.header("content-encoding"), "", "{path}");
        assert!(
            path.ends_with("xlsx") == answer.bytes.starts_with(b"PK"),
            "{path}"
        );
    }
}

#[tokio::test]
async fn the_size_of_an_answer_of_the_intake_tells_nothing() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let mailbox = reporter.path();
    for path in [
        mailbox.clone(),
        Reporter::new().path(),
        "/api/v1/intake/keys".to_owned(),
        mailbox.replace("intake", "%69ntake"),
    ] {
        for accepted in ["br", "gzip", "zstd", "br, gzip, zstd"] {
            let answer = asking(&app.anyone(), &path, accepted).await.expect(200);
            assert_eq!(answer.header("content-encoding"), "", "{path} {accepted}");
            let plain = app.anyone().get(&path).await.expect(200);
            assert_eq!(answer.bytes.len(), plain.bytes.len(), "{path} {accepted}");
            assert_eq!(answer.header("x-request-id"), "", "{path}");
        }
    }
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

async fn packed(client: &Client, encoding: &str, body: Vec<u8>) -> Answer {
    let request = client
        .request(Method::POST, "/api/v1/incidents")
        .header("content-type", "application/json")
        .header("content-encoding", encoding.to_owned());
    send(request.body(body)).await
}

#[tokio::test]
async fn a_body_may_come_packed() {
    let app = TestApp::start().await;
    let facts = given::facts().to_string().into_bytes();
    for (encoding, body) in [
        ("gzip", gzip(&facts)),
        ("GZIP", gzip(&facts)),
        ("x-gzip", gzip(&facts)),
        ("zstd", zstd::encode_all(&*facts, 3).unwrap()),
        ("identity", facts.clone()),
    ] {
        let answer = packed(&app.member(), encoding, body).await.expect(201);
        assert_eq!(answer.json()["title"], given::facts()["title"], "{encoding}");
    }
    assert_eq!(app.database.count("incidents").await, 5);
}

#[tokio::test]
async fn a_repeat_is_known_whatever_it_is_packed_in() {
    let app = TestApp::start().await;
    let facts = given::facts().to_string().into_bytes();
    let send_as = |encoding: &'static str, body: Vec<u8>| {
        let request = app
            .member()
            .request(Method::POST, "/api/v1/incidents")
            .header("content-type", "application/json")
            .header("idempotency-key", "once")
            .header("content-encoding", encoding);
        send(request.body(body))
    };
    send_as("identity", facts.clone()).await.expect(201);
    let again = send_as("gzip", gzip(&facts)).await.expect(201);
    assert_eq!(again.header("idempotency-replayed"), "true");
    assert_eq!(app.database.count("incidents").await, 1);
}

#[tokio::test]
async fn a_bomb_a_broken_stream_and_an_unknown_encoding_are_refused_in_words() {
    let app = TestApp::start().await;
    let facts = given::facts().to_string().into_bytes();
    let blank = vec![b' '; 1_000_000];
    let long = vec![b' '; 24 << 20];
    let noise: Vec<u8> = (0..400_000_u32).flat_map(u32::to_le_bytes).collect();
    let halved = gzip(&facts)[..40].to_vec();
    for (encoding, body, status, code, words) in [
        ("gzip", gzip(&blank), 413, "too_large", "100 unpacked bytes"),
        ("gzip", gzip(&long), 413, "too_large", "1048576 bytes"),
        (
            "zstd",
            zstd::encode_all(&*blank, 3).unwrap(),
            413,
            "too_large",
            "100 unpacked bytes",
        ),
        (
            "zstd",
            zstd::encode_all(&*noise, 3).unwrap(),
            413,
            "too_large",
            "1048576 bytes",
        ),
        ("gzip", halved, 400, "malformed", "cannot be unpacked"),
        ("gzip", facts.clone(), 400, "malformed", "cannot be unpacked"),
        ("zstd", gzip(&facts), 400, "malformed", "cannot be unpacked"),
        ("br", facts.clone(), 415, "unsupported_encoding", "gzip, zstd"),
        (
            "gzip, gzip",
            gzip(&gzip(&facts)),
            415,
            "unsupported_encoding",
            "gzip, zstd",
        ),
        (
            "nonsense",
            facts.clone(),
            415,
            "unsupported_encoding",
            "`nonsense`",
        ),
    ] {
        let answer = packed(&app.member(), encoding, body).await.expect(status);
        assert_eq!(answer.code(), code, "{encoding}");
        let problem = answer.json();
        assert!(
            problem["detail"].as_str().unwrap().contains(words),
            "{encoding}: {problem}"
        );
        if status == 415 {
            let fault = &problem["errors"][0];
            assert_eq!(
                (&fault["pointer"], &fault["accepted"]),
                (&json!("Content-Encoding"), &json!(["gzip", "zstd"]))
            );
        }
    }
    assert_eq!(app.database.count("incidents").await, 0);
}

#[tokio::test]
async fn the_intake_takes_sealed_bytes_as_they_are() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    let client = app.anyone();
    for sent in [
        reporter
            .filing(&desk, "Both receivers jumped.")
            .request(&app, &client),
        reporter.message(&app, &client, &desk, "One more thing."),
    ] {
        let answer = send(sent.header("content-encoding", "gzip")).await.expect(415);
        assert_eq!(answer.code(), "unsupported_encoding");
    }
    assert_eq!(app.database.count("intake.envelopes").await, 0);
}
