//! Somebody who applies for a certificate, and those who run the scheme.

use crate::TestApp;
use crate::client::{Answer, Client, send};
use crate::register::profile;
use reqwest::Method;
use serde_json::{Value, json};

/// Where applications are.
pub const PATH: &str = "/api/v1/certification-applications";
/// Assigns and decides.
pub const SCHEME: &str = "scheme@demo.example";
/// Decides what the first did not.
pub const SECOND: &str = "second-scheme@demo.example";
/// Reviews.
pub const REVIEWER: &str = "qa@demo.example";

/// Enters a paper of a kind with its file; returns its id.
pub async fn paper(client: &Client, kind: &str) -> String {
    let told = json!({ "kind": kind, "title": "A paper", "issuer": "Some Body", "issued_on": "2025-04-01" });
    let made = client.post("/api/v1/evidence", &told).await.expect(201).json();
    let id = made["id"].as_str().unwrap().to_owned();
    file(
        client,
        &id,
        "application/pdf",
        format!("%PDF-1.4 {kind} {id}").into_bytes(),
    )
    .await
    .expect(200);
    id
}

/// Sends the file of a paper.
pub async fn file(client: &Client, id: &str, kind: &str, bytes: Vec<u8>) -> Answer {
    let request = client
        .request(Method::PUT, &format!("/api/v1/evidence/{id}/file"))
        .header("content-type", kind.to_owned())
        .body(bytes);
    send(request).await
}

/// Begins a draft for an associate's certificate; returns it.
pub async fn draft(client: &Client, discipline: &str, level: &str) -> Value {
    let asked = json!({ "scheme": "maritime", "discipline": discipline, "level": level });
    client.post(PATH, &asked).await.expect(201).json()
}

/// The address of an application.
pub fn at(application: &Value) -> String {
    format!("{PATH}/{}", application["id"].as_str().unwrap())
}

/// Reads an application anew.
pub async fn read(client: &Client, application: &Value) -> Value {
    client.get(&at(application)).await.expect(200).json()
}

/// Takes a step with an application as it stands for the caller.
pub async fn step(client: &Client, application: &Value, asked: Value) -> Answer {
    let now = client.get(&at(application)).await.expect(200);
    client
        .post_match(&format!("{}/steps", at(application)), now.header("etag"), &asked)
        .await
}

/// A draft with all that it takes to submit it, and some fields changed.
pub async fn complete(client: &Client, application: &Value, changes: &Value) -> Value {
    let (mut evidence, mut declared, mut referees) = (Vec::new(), Vec::new(), Vec::new());
    for requirement in application["requirements"].as_array().unwrap() {
        let code = &requirement["code"];
        for n in 0..requirement["count"].as_u64().unwrap() {
            match requirement["kind"].as_str().unwrap() {
                "evidence" => {
                    let file = paper(client, requirement["evidence"].as_str().unwrap()).await;
                    evidence.push(json!({ "requirement": code, "file_id": file }));
                }
                "declaration" => declared.push(code.clone()),
                "referees" => referees.push(json!({
                    "name": "Kai Berg", "email": format!("kai{n}@line.example"), "relation": "Customer"
                })),
                _ => {}
            }
        }
    }
    let mut body = json!({
        "statement": "Four years on bridges.", "no_interests": true, "declared": declared,
        "conduct_version": "1", "evidence": evidence, "referees": referees
    });
    for (name, value) in changes.as_object().unwrap() {
        body[name] = value.clone();
    }
    let tag = read(client, application).await["etag"]
        .as_str()
        .unwrap()
        .to_owned();
    client
        .put_match(&at(application), &tag, &body)
        .await
        .expect(200)
        .json()
}

/// An application of an associate that was submitted by somebody, who has a profile from then on.
pub async fn submitted(app: &TestApp, email: &str) -> Value {
    let client = app.person(email);
    if client.get("/api/v1/consultants/own").await.status == 404 {
        client
            .put("/api/v1/consultants/own", &profile(&json!({})))
            .await
            .expect(201);
    }
    let begun = draft(&client, "cloud_security", "associate").await;
    complete(&client, &begun, &json!({})).await;
    step(&client, &begun, json!({ "step": "submit" }))
        .await
        .expect(200)
        .json()
}

/// Assigns the reviewer.
pub async fn assigned(app: &TestApp, application: &Value) -> Value {
    let reviewer = crate::people::person(REVIEWER).id;
    step(
        &app.person(SCHEME),
        application,
        json!({ "step": "assign", "reviewer_id": reviewer }),
    )
    .await
    .expect(200)
    .json()
}

/// Finds the same on every requirement.
pub async fn found(app: &TestApp, application: &Value, finding: &Value) {
    let reviewer = app.person(REVIEWER);
    let shown = read(&reviewer, application).await;
    for requirement in shown["requirements"].as_array().unwrap() {
        let path = format!(
            "{}/findings/{}",
            at(application),
            requirement["code"].as_str().unwrap()
        );
        let tag = read(&reviewer, application).await["etag"]
            .as_str()
            .unwrap()
            .to_owned();
        reviewer.put_match(&path, &tag, finding).await.expect(200);
    }
}
