//! The mailbox: the same to see whether it exists or not, except for those who have its key.

use bellbuoy_domain::intake::Bucket;
use bellbuoy_domain::sealed::{self, MESSAGE_BYTES, MESSAGE_RECIPIENTS};
use reqwest::header::HeaderMap;
use tests::reporter::Reporter;
use tests::{TestApp, desk};

const PAGE: usize = 4 * MESSAGE_BYTES;

fn without_date(headers: &HeaderMap) -> HeaderMap {
    let mut headers = headers.clone();
    headers.remove("date");
    headers
}

#[tokio::test]
async fn an_unknown_locator_looks_like_a_known_one() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let (known, unknown) = (Reporter::new(), Reporter::new());
    known.file(&app, &desk).await;
    known.tell(&app, &desk, "One more thing.").await;
    for page in [0, 1, 7] {
        let theirs = app
            .anyone()
            .get(&format!("{}?page={page}", known.path()))
            .await
            .expect(200);
        let nobodys = app
            .anyone()
            .get(&format!("{}?page={page}", unknown.path()))
            .await
            .expect(200);
        assert_eq!((theirs.bytes.len(), nobodys.bytes.len()), (PAGE, PAGE));
        assert_eq!(without_date(&theirs.headers), without_date(&nobodys.headers));
        assert_eq!(nobodys.header("content-type"), "application/octet-stream");
        for slot in theirs
            .bytes
            .chunks(MESSAGE_BYTES)
            .chain(nobodys.bytes.chunks(MESSAGE_BYTES))
        {
            assert_eq!(sealed::check(slot, MESSAGE_RECIPIENTS), Ok(Bucket::KiB4));
        }
        let again = app.anyone().get(&format!("{}?page={page}", unknown.path())).await;
        assert_eq!(again.bytes, nobodys.bytes, "a page of chaff changes");
    }
    let (first, second) = (
        app.anyone().get(&unknown.path()).await,
        app.anyone().get(&format!("{}?page=1", unknown.path())).await,
    );
    assert_ne!(first.bytes, second.bytes);
    assert!(unknown.read(&app, 0).await.is_empty());
}

#[tokio::test]
async fn writing_to_and_withdrawing_an_unknown_mailbox_is_answered_alike_and_leaves_nothing() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let (known, unknown) = (Reporter::new(), Reporter::new());
    known.file(&app, &desk).await;
    let mut answers = Vec::new();
    for reporter in [&known, &unknown] {
        let told = tests::client::send(reporter.message(&app, &app.anyone(), &desk, "Hello."))
            .await
            .expect(204);
        let gone = app.anyone().delete(&reporter.path()).await.expect(204);
        answers.push((
            without_date(&told.headers),
            told.bytes,
            without_date(&gone.headers),
            gone.bytes,
        ));
    }
    assert_eq!(answers[0], answers[1]);
    assert_eq!(app.database.count("intake.messages").await, 0);
    assert_eq!(app.database.count("intake.envelopes").await, 1);
}

#[tokio::test]
async fn a_page_of_a_mailbox_never_heard_of_takes_as_long() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let known = Reporter::new();
    known.file(&app, &desk).await;
    let client = app.anyone();
    let (mut theirs, mut nobodys) = (Vec::new(), Vec::new());
    client.get(&known.path()).await;
    for _ in 0..120 {
        let unknown = Reporter::new().path();
        for (path, times) in [(&known.path(), &mut theirs), (&unknown, &mut nobodys)] {
            let since = std::time::Instant::now();
            client.get(path).await.expect(200);
            times.push(since.elapsed().as_micros());
        }
    }
    theirs.sort_unstable();
    nobodys.sort_unstable();
    let (one, other) = (theirs[60] as f64, nobodys[60] as f64);
    assert!(
        (0.6..1.7).contains(&(one / other)),
        "{one} µs for a known mailbox, {other} µs for an unknown one"
    );
}

#[tokio::test]
async fn messages_fill_a_page_and_go_over_to_the_next() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    for n in 1..=5 {
        reporter.tell(&app, &desk, &format!("Fact {n}")).await;
    }
    let (first, second, third) = (
        reporter.read(&app, 0).await,
        reporter.read(&app, 1).await,
        reporter.read(&app, 2).await,
    );
    assert_eq!((first.len(), second.len(), third.len()), (4, 1, 0));
    let mut texts: Vec<_> = first
        .into_iter()
        .chain(second)
        .map(|message| message.text)
        .collect();
    texts.sort();
    assert_eq!(texts, ["Fact 1", "Fact 2", "Fact 3", "Fact 4", "Fact 5"]);
}

#[tokio::test]
async fn the_same_message_twice_is_one_message() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    let message = reporter.message(&app, &app.anyone(), &desk, "Once.");
    for request in [message.try_clone().unwrap(), message] {
        tests::client::send(request).await.expect(204);
    }
    assert_eq!(reporter.read(&app, 0).await.len(), 1);
}

#[tokio::test]
async fn a_mailbox_does_not_grow_without_end() {
    let app = TestApp::start().await;
    let desk = desk::open(&app).await;
    let reporter = Reporter::new();
    reporter.file(&app, &desk).await;
    app.database
        .rows(&format!("INSERT INTO intake.messages (id, envelope_id, direction, content) SELECT gen_random_uuid(), '{}', 'to_desk', '' FROM generate_series(1, 199)", reporter.id))
        .await;
    reporter.tell(&app, &desk, "The last that is kept.").await;
    let full = tests::client::send(reporter.message(&app, &app.anyone(), &desk, "One too many."))
        .await
        .expect(409);
    assert_eq!(full.code(), "conflict");
    assert_eq!(app.database.count("intake.messages").await, 200);
}

#[tokio::test]
async fn a_locator_that_is_none_is_told_so() {
    let app = TestApp::start().await;
    for locator in [
        "",
        "zz",
        &"a".repeat(63),
        &"a".repeat(65),
        &"é".repeat(32),
        &"g".repeat(64),
    ] {
        let status = app
            .anyone()
            .get(&format!("/api/v1/intake/mailboxes/{locator}"))
            .await
            .status;
        assert!(matches!(status, 400 | 404), "{locator}: {status}");
    }
    assert_eq!(
        app.anyone()
            .get(&format!("{}?page=100", Reporter::new().path()))
            .await
            .expect(400)
            .code(),
        "bad_parameter"
    );
}
