//! Checkpoints by letter and posted to an address: each gets all of them, also what it missed.

use super::{against, filled, verified};
use actix_web::http::StatusCode;
use actix_web::{App, HttpResponse, HttpServer, web};
use bellbuoy_server::audit::chain::Keeper;
use serde_json::{Value, json};
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use tests::TestApp;

/// Somebody who keeps what is posted, and answers as told.
struct Receiver {
    url: String,
    answers: Arc<Mutex<(StatusCode, Vec<Value>)>>,
}

impl Receiver {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let url = format!("http://{}/a-secret-word", listener.local_addr().unwrap());
        let answers = Arc::new(Mutex::new((StatusCode::OK, Vec::new())));
        let shared = web::Data::from(answers.clone());
        let server = HttpServer::new(move || {
            App::new().app_data(shared.clone()).route(
                "/a-secret-word",
                web::post().to(
                    async |shared: web::Data<Mutex<(StatusCode, Vec<Value>)>>, body: web::Json<Value>| {
                        let mut shared = shared.lock().unwrap();
                        if shared.0.is_success() {
                            shared.1.push(body.into_inner());
                        }
                        HttpResponse::build(shared.0).finish()
                    },
                ),
            )
        });
        tokio::spawn(
            server
                .workers(1)
                .disable_signals()
                .listen(listener)
                .unwrap()
                .run(),
        );
        Self { url, answers }
    }

    fn answer(&self, status: u16) {
        self.answers.lock().unwrap().0 = StatusCode::from_u16(status).unwrap();
    }

    fn got(&self) -> Vec<Value> {
        self.answers.lock().unwrap().1.clone()
    }
}

/// An hour passes in which something was added.
async fn hour(app: &TestApp, hour: u32) {
    app.set_time(&format!("2026-11-21T{hour}:00:00Z"));
    filled(app, 1).await;
    let mut conn = app.system().await;
    Keeper::default().turn(&app.app, &mut conn).await.unwrap();
}

#[tokio::test]
async fn a_webhook_gets_each_checkpoint_once_and_what_it_missed() {
    let receiver = Receiver::start();
    let app = TestApp::start_with(&["--audit-webhook", &receiver.url]).await;
    let place = async || verified(&app).await["checkpoints"]["webhook"].clone();
    assert_eq!(place().await, json!({ "last_number": null, "fault": null }));
    hour(&app, 10).await;
    for (at, status, fault) in [
        (11, 503, json!("it answers 503")),
        (12, 302, json!("it answers 302")),
        (13, 204, Value::Null),
    ] {
        receiver.answer(status);
        hour(&app, at).await;
        let last = if fault.is_null() { 4 } else { 1 };
        let expected = json!({ "last_number": last, "fault": fault });
        assert_eq!(place().await, expected);
    }
    let got = receiver.got();
    let numbers: Vec<_> = got.iter().map(|one| one["number"].as_i64().unwrap()).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    for kept in &got {
        assert_eq!(against(&app, kept).await.expect(200).json()["sound"], true);
    }
    assert!(!verified(&app).await.to_string().contains("a-secret-word"));
}

#[tokio::test]
async fn a_letter_holds_the_checkpoints_since_the_one_before() {
    let app = TestApp::start_with(&["--audit-mail", "keeper@elsewhere.example"]).await;
    for at in 10..13 {
        hour(&app, at).await;
    }
    let mut conn = app.system().await;
    Keeper::default().turn(&app.app, &mut conn).await.unwrap();
    let letters = app
        .database
        .rows("SELECT body FROM mails WHERE recipient = 'keeper@elsewhere.example' ORDER BY id")
        .await;
    assert_eq!(letters.len(), 3, "one for each hour, none twice");
    for (letter, number) in letters.iter().zip(1..) {
        let lines: Vec<Value> = letter[0]
            .lines()
            .filter_map(|line| serde_json::from_str(line).ok())
            .collect();
        assert_eq!(lines.len(), 1);
        assert_eq!(lines[0]["number"], number);
        assert_eq!(against(&app, &lines[0]).await.expect(200).json()["sound"], true);
    }
    let place = &verified(&app).await["checkpoints"]["mail"];
    assert_eq!(*place, json!({ "last_number": 3, "fault": null }));
}
