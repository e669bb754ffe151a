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

#[tokio::test]
async fn guesses_at_the_same_moment_are_no_way_round() {
    let app = TestApp::start().await;
    let many: Vec<_> = (0..30)
        .map(|_| {
            let client = app.anyone();
            tokio::spawn(async move {
                attempt(&client, "second-analyst@demo.example", "wrong")
                    .await
                    .status
            })
        })
        .collect();
    let mut checked = 0;
    for one in many {
        let status = one.await.unwrap();
        assert!([401, 429].contains(&status), "{status}");
        checked += usize::from(status == 401);
    }
    assert_eq!(checked, 6);
}

#[tokio::test]
async fn a_flood_of_guesses_is_turned_away_and_a_known_browser_comes_in() {
    let app = TestApp::start().await;
    let sign_in = json!({ "email": "member@demo.example", "password": PASSWORD });
    let known = app
        .anyone()
        .post("/api/v1/auth/sessions", &sign_in)
        .await
        .expect(201);
    let cookie = known.cookie("bellbuoy_client");
    let flood: Vec<_> = (0..60)
        .map(|n| {
            let client = app.anyone();
            tokio::spawn(async move { attempt(&client, &format!("nobody-{n}@demo.example"), "wrong").await })
        })
        .collect();
    let request = app
        .anyone()
        .request(reqwest::Method::POST, "/api/v1/auth/sessions")
        .json(&sign_in);
    tests::client::send(request.header("cookie", format!("bellbuoy_client={cookie}")))
        .await
        .expect(201);
    let mut turned_away = 0;
    for one in flood {
        let answer = one.await.unwrap();
        if answer.status == 503 {
            assert_eq!(answer.header("retry-after"), "5");
            turned_away += 1;
        } else {
            answer.expect(401);
        }
    }
    assert!((20..60).contains(&turned_away), "{turned_away}");
}
