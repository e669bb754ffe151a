use reqwest::Method;
use serde_json::json;
use tests::TestApp;
use tests::candidate::{SCHEME, complete, draft, file, submitted};
use tests::client::send;

const APPLICANT: &str = "colleague@demo.example";

#[tokio::test]
async fn a_paper_has_one_file_with_its_hash() {
    let app = TestApp::start().await;
    let client = app.person(APPLICANT);
    let told = json!({ "kind": "diploma", "title": "Master mariner", "issuer": "Some School", "issued_on": "2018-06-30" });
    let made = client.post("/api/v1/evidence", &told).await.expect(201).json();
    assert_eq!(made["sha256"], json!(null));
    let id = made["id"].as_str().unwrap();
    let bytes = b"%PDF-1.7 a diploma".to_vec();
    for (kind, content, status) in [
        ("text/html", b"<script>".to_vec(), 415),
        ("image/png", bytes.clone(), 422),
        ("application/pdf", b"MZ not a paper".to_vec(), 422),
        (
            "application/pdf",
            [bytes.clone(), vec![b' '; 5 << 20]].concat(),
            413,
        ),
    ] {
        file(&client, id, kind, content).await.expect(status);
    }
    let path = format!("/api/v1/evidence/{id}/file");
    let damaged = client
        .request(Method::PUT, &path)
        .header("content-type", "application/pdf")
        .header("content-digest", "sha-256=:AAAA:")
        .body(bytes.clone());
    assert!(
        send(damaged)
            .await
            .expect(422)
            .text()
            .contains("changed on its way")
    );
    let kept = file(&client, id, "application/pdf", bytes.clone())
        .await
        .expect(200)
        .json();
    assert_eq!(kept["sha256"], sha256(&bytes));
    file(&client, id, "application/pdf", bytes.clone())
        .await
        .expect(200);
    let other = file(&client, id, "application/pdf", b"%PDF-1.7 another".to_vec())
        .await
        .expect(409);
    assert!(other.text().contains("another paper"));
    let back = client.get(&path).await.expect(200);
    assert_eq!(back.text().as_bytes(), bytes);
    assert!(back.header("content-disposition").starts_with("attachment"));
    for stranger in [SCHEME, "admin@demo.example", "member@demo.example"] {
        app.person(stranger).get(&path).await.expect(404);
    }
    client.delete(&format!("/api/v1/evidence/{id}")).await.expect(204);
}

fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    sha2::Sha256::digest(bytes)
        .iter()
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

#[tokio::test]
async fn a_paper_is_seen_by_those_to_whom_it_was_shown() {
    let app = TestApp::start().await;
    let client = app.person(APPLICANT);
    let begun = draft(&client, "maritime_specialist", "associate").await;
    let shown = complete(&client, &begun, &json!({})).await;
    let in_draft = shown["requirements"][0]["files"][0]["id"].as_str().unwrap();
    app.person(SCHEME)
        .get(&format!("/api/v1/evidence/{in_draft}/file"))
        .await
        .expect(404);
    let sent = submitted(&app, APPLICANT).await;
    let id = sent["requirements"][0]["files"][0]["id"].as_str().unwrap();
    let path = format!("/api/v1/evidence/{id}");
    app.person(SCHEME).get(&format!("{path}/file")).await.expect(200);
    app.person("admin@demo.example").get(&path).await.expect(404);
    let kept = client.delete(&path).await.expect(409);
    assert!(kept.text().contains("an application shows this paper"));
}
