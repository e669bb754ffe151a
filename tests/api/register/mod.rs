//! The register of consultants: found, certified, suspended, checked.

mod certificates;
mod checks;
mod profile;
mod schemes;
mod search;
mod validity;

use tests::TestApp;
use tests::client::Answer;

/// Takes a step with a certificate as somebody.
async fn step(app: &TestApp, who: &str, number: &str, body: serde_json::Value) -> Answer {
    let path = format!("/api/v1/certificates/{number}");
    let etag = app
        .anyone()
        .get(&path)
        .await
        .expect(200)
        .header("etag")
        .to_owned();
    app.person(who)
        .post_match(&format!("{path}/steps"), &etag, &body)
        .await
}

/// The names on a page of the register.
fn names(answer: &Answer) -> Vec<String> {
    answer.json()["items"]
        .as_array()
        .unwrap()
        .iter()
        .map(|item| item["name"].as_str().unwrap().to_owned())
        .collect()
}
