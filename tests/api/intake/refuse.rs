//! What does not fit is refused, and nothing of it is kept.

use bellbuoy::keys::Identity;
use bellbuoy::seal;
use bellbuoy_domain::intake::Bucket;
use bellbuoy_domain::sealed;
use bellbuoy_domain::work::{self, Work};
use reqwest::Method;
use tests::client::{Answer, send};
use tests::desk::Desk;
use tests::reporter::{Filing, Reporter, hour, octets, solved};
use tests::{TestApp, desk};

pub async fn refused(app: &TestApp, filing: Filing, status: u16, code: &str) -> Answer {
    let answer = filing.send(app).await.expect(status);
    assert_eq!(answer.code(), code);
    assert_eq!(app.database.count("intake.envelopes").await, 0);
    answer
}

fn spoiled(desk: &Desk) -> Vec<(&'static str, Vec<u8>)> {
    let good = Reporter::new().filing(desk, "x").blob;
    let others: Vec<String> = (0..3).map(|_| Identity::generate().recipient()).collect();
    let three = seal::seal(b"{}", None, &[&others[0], &others[1], &others[2]]).unwrap();
    let first_line = "age-encryption.org/v1\n".len();
    let mut one = good[..first_line].to_vec();
    one.extend_from_slice(&good[first_line + 98..]);
    let mut greased = good[..sealed::header_before_mac(2)].to_vec();
    greased.extend_from_slice(b"-> a-grease yes\nYQ\n");
    greased.extend_from_slice(&good[sealed::header_before_mac(2)..]);
    let mut scrypt = good.clone();
    scrypt[first_line..first_line + 9].copy_from_slice(b"-> scrypt");
    vec![
        ("no padding", good[..good.len() - 1].to_vec()),
        ("a byte too many", [&good[..], b"\0"].concat()),
        ("the next bucket but one", [&good[..], &[0; 100_000]].concat()),
        ("three recipients", three),
        ("one recipient", one),
        ("a stanza too many", greased),
        ("a passphrase", scrypt),
        (
            "another version",
            good.iter()
                .enumerate()
                .map(|(at, byte)| if at == 20 { b'2' } else { *byte })
                .collect(),
        ),
        ("plain text", vec![b'a'; sealed::sealed_len(Bucket::KiB4, 2)]),
        ("nothing", Vec::new()),
    ]
}

#[tokio::test]
async fn what_is_not_sealed_as_agreed_is_refused() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    for (why, blob) in spoiled(&desk) {
        let answer = refused(
            &app,
            Filing {
                blob,
                ..Reporter::new().filing(&desk, "x")
            },
            422,
            "seal_unfit",
        )
        .await;
        assert!(!answer.json()["detail"].as_str().unwrap().is_empty(), "{why}");
    }
}

#[tokio::test]
async fn an_epoch_never_issued_is_refused() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    for epoch in ["2026-10", "2026-11b", "", "' OR 1=1 --"] {
        refused(
            &app,
            Filing {
                epoch: epoch.to_owned(),
                ..Reporter::new().filing(&desk, "x")
            },
            422,
            "epoch_unknown",
        )
        .await;
    }
}

#[tokio::test]
async fn work_has_to_be_done_for_this_report_and_this_hour() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let filing = Reporter::new().filing(&desk, "x");
    let other = Reporter::new().filing(&desk, "y");
    let (now, bits) = (hour(&app), 6);
    let lazy = (0..)
        .map(|nonce| Work { hour: now, nonce })
        .find(|work| work::bits_of(&work::seed(now, filing.id, &filing.blob), work.nonce) < bits);
    let for_other = (0..).map(|nonce| Work { hour: now, nonce }).find(|work| {
        work::bits_of(&work::seed(now, other.id, &other.blob), work.nonce) >= bits
            && work::verify(*work, now, bits, filing.id, &filing.blob).is_err()
    });
    let works = [
        String::new(),
        "much".to_owned(),
        "1:2:3".to_owned(),
        format!("{now}:-1"),
        format!("+{now}:1"),
        lazy.unwrap().to_string(),
        for_other.unwrap().to_string(),
        work::solve(now - 2, bits, filing.id, &filing.blob).to_string(),
        work::solve(now + 2, bits, filing.id, &filing.blob).to_string(),
    ];
    for work in works {
        refused(
            &app,
            Filing {
                work: Some(work),
                ..filing.clone()
            },
            422,
            "work_missing",
        )
        .await;
    }
    for (filing, hour) in [(filing, now - 1), (other, now + 1)] {
        let work = work::solve(hour, bits, filing.id, &filing.blob).to_string();
        Filing {
            work: Some(work),
            ..filing
        }
        .send(&app)
        .await
        .expect(201);
    }
}

#[tokio::test]
async fn a_flood_of_honest_requests_raises_the_work_for_all() {
    let app = TestApp::start_with(&["--work-bits", "8"]).await;
    for _ in 0..3_000 {
        app.app.flood.arrival();
    }
    desk::open(&app).await;
    assert!(desk::list(&app).await.work_bits > 8);
}

#[tokio::test]
async fn an_id_that_could_tell_the_time_is_refused() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    refused(
        &app,
        Filing {
            id: uuid::Uuid::now_v7(),
            ..Reporter::new().filing(&desk, "x")
        },
        422,
        "seal_unfit",
    )
    .await;
    refused(
        &app,
        Filing {
            id: uuid::Uuid::nil(),
            ..Reporter::new().filing(&desk, "x")
        },
        422,
        "seal_unfit",
    )
    .await;
}

#[tokio::test]
async fn another_media_type_and_too_large_a_body_are_refused() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let filing = Reporter::new().filing(&desk, "x");
    let request = app
        .anyone()
        .request(Method::PUT, &format!("/api/v1/intake/envelopes/{}", filing.id))
        .header("content-type", "application/json")
        .header("bellbuoy-epoch", &filing.epoch);
    let request = request
        .header("bellbuoy-locator-hash", &filing.locator_hash)
        .header("bellbuoy-commitment", &filing.commitment)
        .body(filing.blob.clone());
    assert_eq!(send(request).await.expect(415).code(), "unsupported_type");
    let most = sealed::sealed_len(Bucket::MiB16, 2);
    refused(
        &app,
        Filing {
            blob: vec![b'a'; most + 1],
            work: Some("1:1".to_owned()),
            ..filing
        },
        413,
        "too_large",
    )
    .await;
}

#[tokio::test]
async fn a_message_that_is_not_sealed_as_agreed_is_refused() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let id = uuid::Uuid::new_v4();
    let put = |blob: &[u8], work: String| {
        octets(
            app.anyone()
                .request(Method::PUT, &format!("{}/messages/{id}", reporter.path())),
            blob,
        )
        .header("bellbuoy-work", work)
    };
    let message = serde_json::from_str(
        r#"{"v":1,"at":"2026-11-21T11:59:00Z","from":"reporter","kind":"facts","text":"x"}"#,
    )
    .unwrap();
    let good = reporter.seal(&desk, message);
    let report = reporter.filing(&desk, "x").blob;
    for (blob, status, code) in [
        (&report[..], 422, "seal_unfit"),
        (&good[..good.len() - 1], 422, "seal_unfit"),
        (&[&good[..], b"\0"].concat()[..], 413, "too_large"),
    ] {
        assert_eq!(
            send(put(blob, solved(&app, id, blob)))
                .await
                .expect(status)
                .code(),
            code
        );
    }
    assert_eq!(
        send(put(&good, "1:1".to_owned())).await.expect(422).code(),
        "work_missing"
    );
    assert_eq!(app.database.count("intake.messages").await, 0);
    send(put(&good, solved(&app, id, &good))).await.expect(204);
}

#[tokio::test]
async fn the_largest_report_is_taken() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let filing = Reporter::new().filing(&desk, &"w".repeat(5 << 20));
    assert_eq!(filing.blob.len(), sealed::sealed_len(Bucket::MiB16, 2));
    filing.send(&app).await.expect(201);
}
