//! Ratings as a test needs them: written by members, and published ones of organisations that were invented for it.

use crate::TestApp;
use crate::client::{Answer, Client};
use bellbuoy_domain::certification::{HolderKind, ReviewStatus};
use bellbuoy_server::ratings::{self, Invented};
use chrono::TimeDelta;
use serde_json::{Value, json};
use uuid::Uuid;

/// Where ratings are.
pub const PATH: &str = "/api/v1/ratings";

/// A rating of a firm that fits, with some fields changed.
pub fn rating(firm: Uuid, changes: &Value) -> Value {
    let mut rating = json!({
        "supplier_id": firm, "from_on": "2026-03-02", "to_on": "2026-03-06",
        "competence": 5, "conduct": 4, "report": 3, "timeliness": 2,
        "remark": "The report named every finding.", "no_tie": true
    });
    for (name, value) in changes.as_object().unwrap() {
        rating[name] = value.clone();
    }
    rating
}

/// Sends a rating.
pub async fn sent(client: &Client, rating: &Value) -> Value {
    client.post(PATH, rating).await.expect(201).json()
}

/// The address of a rating.
pub fn at(rating: &Value) -> String {
    format!("{PATH}/{}", rating["id"].as_str().unwrap())
}

/// Takes a step with a rating as it stands for the caller.
pub async fn step(client: &Client, rating: &Value, asked: &Value) -> Answer {
    let now = client.get(&at(rating)).await.expect(200);
    client
        .post_match(&format!("{}/steps", at(rating)), now.header("etag"), asked)
        .await
}

/// Enters an organisation of a number that nobody acts for; returns its id.
pub async fn organisation(app: &TestApp, number: u32) -> Uuid {
    let id = Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0001_0000 + u128::from(number));
    let sql = format!(
        "INSERT INTO organisations (id, name, kind, visibility, status) VALUES ('{id}', 'Customer {number}', 'shipping_company', 'hidden', 'member') ON CONFLICT DO NOTHING"
    );
    app.database.rows(&sql).await;
    id
}

/// Enters a published rating by the organisation of a number, with stars of all criteria, on a day; returns its id.
pub async fn published(app: &TestApp, rated: (HolderKind, Uuid), number: u32, stars: i16, on: &str) -> Uuid {
    let organisation = organisation(app, number).await;
    let at = crate::register::noon(on);
    let last = at.date_naive() - TimeDelta::days(3);
    let invented = Invented {
        rated,
        organisation,
        account: None,
        days: (last, last),
        stars: [stars; 4],
        remark: Some(format!("Said by customer {number}.")),
        named: false,
        status: ReviewStatus::Published,
        reason: None,
        answer: None,
        at,
    };
    let mut conn = app.system().await;
    ratings::enter_invented(&mut conn, invented).await.unwrap()
}
