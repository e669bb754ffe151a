//! Letters: shown in the demo, sent in production, and forgotten once sent.

use bellbuoy_server::mail::send::Postman;
use bellbuoy_server::mail::{Letter, enqueue};
use std::io::{BufRead, BufReader, Write};
use std::net::TcpListener;
use std::thread::{self, JoinHandle};
use tests::TestApp;

/// A mail server for one letter, which refuses if told so; gives what it was told.
fn mail_server(refuses: bool) -> (String, JoinHandle<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let served = thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        let mut out = stream.try_clone().unwrap();
        let mut told = String::new();
        let mut data = false;
        out.write_all(b"220 mail.example ESMTP\r\n").unwrap();
        for line in BufReader::new(stream).lines() {
            let Ok(line) = line else { break };
            told.push_str(&line);
            told.push('\n');
            let answer = match line.split(' ').next().unwrap_or_default().to_uppercase().as_str() {
                _ if data && line == "." => {
                    data = false;
                    "250 taken"
                }
                _ if data => continue,
                "RCPT" if refuses => "451 later",
                "DATA" => {
                    data = true;
                    "354 go on"
                }
                "QUIT" => break,
                _ => "250 mail.example",
            };
            if out.write_all(format!("{answer}\r\n").as_bytes()).is_err() {
                break;
            }
        }
        told
    });
    (format!("smtp://{address}"), served)
}

async fn site(url: &str) -> TestApp {
    TestApp::start_with(&[
        "--mode",
        "production",
        "--origin",
        "https://bellbuoy.example",
        "--smtp-url",
        url,
        "--mail-from",
        "Bellbuoy <desk@bellbuoy.example>",
    ])
    .await
}

async fn write(app: &TestApp) {
    let letter = Letter {
        to: "officer@third.example".to_owned(),
        subject: "A link".to_owned(),
        body: "https://bellbuoy.example/invitations/word".to_owned(),
    };
    enqueue(&mut *app.system().await, &letter).await.unwrap();
}

#[tokio::test]
async fn a_letter_is_sent_once_and_then_forgotten() {
    let (url, served) = mail_server(false);
    let app = site(&url).await;
    app.anyone().get("/api/v1/demo/mails").await.expect(404);
    write(&app).await;
    let postman = Postman::of(&app.app).unwrap().unwrap();
    assert_eq!(postman.round(&app.db).await.unwrap(), 1);
    assert_eq!(postman.round(&app.db).await.unwrap(), 0);
    drop(postman);
    let told = served.join().unwrap();
    assert!(told.contains("RCPT TO:<officer@third.example>"), "{told}");
    assert!(
        told.contains("Subject: A link") && told.contains("/invitations/word"),
        "{told}"
    );
    assert_eq!(
        app.database
            .rows("SELECT body IS NULL, sent_at IS NOT NULL, attempts FROM mails")
            .await,
        [["t", "t", "1"]]
    );
}

#[tokio::test]
async fn a_letter_that_is_not_taken_waits_and_says_nothing_of_whom() {
    let (url, served) = mail_server(true);
    let app = site(&url).await;
    write(&app).await;
    let postman = Postman::of(&app.app).unwrap().unwrap();
    assert_eq!(postman.round(&app.db).await.unwrap(), 1);
    drop(postman);
    served.join().unwrap();
    assert_eq!(
        app.database
            .rows("SELECT body IS NOT NULL, sent_at IS NULL, attempts, next_attempt_at > now() FROM mails")
            .await,
        [["t", "t", "1", "t"]]
    );
}

#[tokio::test]
async fn the_demo_sends_nothing() {
    let app = TestApp::start_with(&["--smtp-url", "smtp://127.0.0.1:1", "--mail-from", "a@b.example"]).await;
    assert!(Postman::of(&app.app).unwrap().is_none());
}

#[tokio::test]
async fn a_site_without_an_address_sends_no_links() {
    let app = TestApp::start_with(&["--mode", "production"]).await;
    let refused = app
        .anyone()
        .post("/api/v1/applications", &tests::given::application())
        .await
        .expect(409);
    assert!(refused.text().contains("BELLBUOY_ORIGIN"), "{}", refused.text());
    assert_eq!(app.database.count("applications").await, 0);
}
