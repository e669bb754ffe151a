//! Guessing costs waiting time, per account; nobody is locked out by the guesses of others.

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::json;
use tests::TestApp;
use tests::client::{Answer, Client};
use tests::people::PASSWORD;

async fn attempt(client: &Client, email: &str, password: &str) -> Answer {
    client
        .post(
            "/api/v1/auth/sessions",
            &json!({ "email": email, "password": password }),
        )
        .await
}

#[tokio::test]
async fn after_five_wrong_passwords_each_costs_twice_the_wait() {
    let app = TestApp::start().await;
    let mut now: DateTime<Utc> = "2026-11-21T12:00:00Z".parse().unwrap();
    for (email, turns) in [("member@demo.example", 3), ("nobody@demo.example", 1)] {
        for _ in 0..6 {
            attempt(&app.anyone(), email, "wrong").await.expect(401);
        }
        let mut waits = Vec::new();
        for _ in 0..turns {
            let early = attempt(&app.anyone(), email, PASSWORD).await.expect(429);
            let wait: i64 = early.header("retry-after").parse().unwrap();
            waits.push(wait);
            now += TimeDelta::seconds(wait);
            app.set_time(&now.to_rfc3339());
            attempt(&app.anyone(), email, "wrong").await.expect(401);
        }
        assert_eq!(waits, [2, 4, 8][..turns], "{email}");
    }
}

#[tokio::test]
async fn the_owner_comes_in_by_a_known_browser_while_others_guess() {
    let app = TestApp::start().await;
    let (own, strange) = (app.anyone(), app.anyone());
    attempt(&own, "member@demo.example", PASSWORD).await.expect(201);
    for _ in 0..12 {
        attempt(&strange, "member@demo.example", "wrong").await;
    }
    attempt(&strange, "member@demo.example", PASSWORD)
        .await
        .expect(429);
    attempt(&app.anyone(), "member@demo.example", PASSWORD)
        .await
        .expect(429);
    attempt(&own, "member@demo.example", PASSWORD).await.expect(201);
    attempt(&strange, "analyst@demo.example", PASSWORD)
        .await
        .expect(201);
}

#[tokio::test]
async fn a_right_password_clears_the_count_and_waiting_ends() {
    let app = TestApp::start().await;
    for _ in 0..6 {
        attempt(&app.anyone(), "member@demo.example", "wrong")
            .await
            .expect(401);
    }
    app.set_time("2026-11-21T12:00:02Z");
    attempt(&app.anyone(), "Member@Demo.Example", PASSWORD)
        .await
        .expect(201);
    for _ in 0..5 {
        attempt(&app.anyone(), "member@demo.example", "wrong")
            .await
            .expect(401);
    }
    attempt(&app.anyone(), "member@demo.example", PASSWORD)
        .await
        .expect(201);
}
