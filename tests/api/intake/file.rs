//! A sealed report is filed once, and its filing can be proved.

use bellbuoy::proof::{KeySet, verify_commitment, verify_proof};
use bellbuoy::seal;
use bellbuoy_domain::intake::Report;
use bellbuoy_domain::proof::FilingProof;
use bellbuoy_domain::receipt::Receipt;
use tests::reporter::Reporter;
use tests::{TestApp, desk};

async fn envelopes(app: &TestApp) -> i64 {
    app.database.count("intake.envelopes").await
}

#[tokio::test]
async fn a_report_is_filed_and_its_proof_holds_offline() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let receipt = Receipt::from_entropy(rand::random());
    let reporter = Reporter::of(&receipt);
    let filing = reporter.filing(&desk, "Both receivers jumped inland.");
    let answer = filing.send(&app).await.expect(201);

    let proof: FilingProof = serde_json::from_value(answer.json()).unwrap();
    let keys: KeySet =
        serde_json::from_value(app.anyone().get("/.well-known/jwks.json").await.json()).unwrap();
    verify_proof(&proof, &keys).unwrap();
    assert_eq!(proof.month, "2026-11");
    let json = seal::open(&filing.blob, &desk.recovery).unwrap();
    verify_commitment(&proof, &json, &reporter.salt).unwrap();
    verify_commitment(&proof, b"another report", &reporter.salt).unwrap_err();
    verify_proof(
        &FilingProof {
            month: "2026-10".to_owned(),
            ..proof.clone()
        },
        &keys,
    )
    .unwrap_err();

    let again = Reporter::of(&Receipt::parse(&receipt.to_text()).unwrap());
    assert_eq!((again.id, again.locator), (reporter.id, reporter.locator));
}

#[tokio::test]
async fn the_same_bytes_again_are_the_same_report() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let filing = Reporter::new().filing(&desk, "Once.");
    let first = filing.send(&app).await.expect(201);
    let again = filing.send(&app).await.expect(200);
    assert_eq!(first.json(), again.json());
    assert_eq!(envelopes(&app).await, 1);
}

#[tokio::test]
async fn twenty_sends_at_once_make_one_report() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let filing = Reporter::new().filing(&desk, "Once.");
    let sends: Vec<_> = (0..20)
        .map(|_| {
            let request = filing.request(&app, &app.anyone());
            tokio::spawn(async move { tests::client::send(request).await.status })
        })
        .collect();
    let mut statuses = Vec::new();
    for send in sends {
        statuses.push(send.await.unwrap());
    }
    statuses.sort_unstable();
    assert_eq!(statuses, [vec![200; 19], vec![201]].concat());
    assert_eq!(envelopes(&app).await, 1);
}

#[tokio::test]
async fn other_bytes_under_the_same_receipt_are_refused() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    let first = reporter.file(&app, &desk).await;
    let other = reporter
        .filing(&desk, "Something else.")
        .send(&app)
        .await
        .expect(409);
    assert_eq!(other.code(), "already_filed");
    let kept = app
        .database
        .column("SELECT encode(content, 'hex') FROM intake.envelopes")
        .await;
    assert_eq!(kept, [hex::encode(&first.blob)]);
}

#[tokio::test]
async fn two_reports_cannot_share_a_mailbox() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let stranger = Reporter {
        id: uuid::Uuid::new_v4(),
        ..reporter
    };
    let refused = stranger.filing(&desk, "Mine.").send(&app).await.expect(409);
    assert_eq!(refused.code(), "already_filed");
    assert_eq!(envelopes(&app).await, 1);
}

#[tokio::test]
async fn only_month_bucket_and_hashes_stand_beside_the_seal() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    let filing = reporter.filing(&desk, &"A long story. ".repeat(600));
    filing.send(&app).await.expect(201);
    let row = app.database.rows("SELECT id, format, epoch_id, bucket, encode(locator_hash, 'hex'), help, state, revision, note FROM intake.envelopes").await.remove(0);
    let id = reporter.id.to_string();
    assert_eq!(
        row,
        [
            id.as_str(),
            "1",
            "2026-11",
            "16384",
            filing.locator_hash.as_str(),
            "f",
            "received",
            "1",
            ""
        ]
    );
    let locator = hex::encode(reporter.locator);
    assert_ne!(filing.locator_hash, locator);
    assert_eq!(app.database.count(&format!("intake.envelopes WHERE encode(content, 'escape') LIKE '%long story%' OR encode(locator_hash, 'hex') = '{locator}'")).await, 0);
}

#[tokio::test]
async fn a_report_opens_for_the_desk_and_for_nobody_else() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    let filing = reporter.file(&app, &desk).await;
    let opened: Report = seal::open_as(&filing.blob, &desk.recovery).unwrap();
    assert_eq!(opened, reporter.report("Both receivers jumped inland."));
    seal::open(&filing.blob, &reporter.mailbox).unwrap_err();
    seal::open(&filing.blob, &bellbuoy::keys::Identity::generate()).unwrap_err();
}

#[tokio::test]
async fn a_changed_cut_or_swapped_seal_does_not_open() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    let (one, other) = (
        reporter.filing(&desk, "One.").blob,
        reporter.filing(&desk, "Other.").blob,
    );
    let mut spoiled: Vec<Vec<u8>> = (0..one.len())
        .step_by(37)
        .map(|at| {
            let mut blob = one.clone();
            blob[at] ^= 1;
            blob
        })
        .collect();
    spoiled.extend((1..one.len()).step_by(199).map(|length| one[..length].to_vec()));
    let header = bellbuoy_domain::sealed::header_before_mac(2);
    spoiled.push([&one[..header], &other[header..]].concat());
    spoiled.push([&one[..], b"\0"].concat());
    assert!(spoiled.len() > 130);
    for blob in spoiled {
        assert!(seal::open(&blob, &desk.recovery).is_err());
    }
    assert!(seal::open(&one, &desk.recovery).is_ok());
}
