use super::step;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use bellbuoy_domain::certification::status_list::Bits;
use serde_json::{Value, json};
use tests::TestApp;
use tests::register::{firm, somebody};

const SCHEME: &str = "scheme@demo.example";
const HELD: (&str, &str, &str) = ("maritime_specialist", "practitioner", "2025-03-01");

async fn check(app: &TestApp, body: Value) -> Value {
    app.anyone()
        .post("/api/v1/certificate-checks", &body)
        .await
        .expect(200)
        .json()
}

fn payload(token: &str) -> Value {
    let part = token.split('.').nth(1).unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

/// The signature of a JWT by a published key, checked by a library of others.
fn is_signed(token: &str, keys: &Value) -> bool {
    let header = jsonwebtoken_header(token);
    let key = keys["keys"]
        .as_array()
        .unwrap()
        .iter()
        .find(|key| key["kid"] == header["kid"] && key["bellbuoy_purpose"] == "certificate")
        .unwrap();
    let key = URL_SAFE_NO_PAD.decode(key["x"].as_str().unwrap()).unwrap();
    let (text, signature) = token.rsplit_once('.').unwrap();
    let key = jsonwebtoken::DecodingKey::from_ed_components(&URL_SAFE_NO_PAD.encode(key)).unwrap();
    jsonwebtoken::crypto::verify(signature, text.as_bytes(), &key, jsonwebtoken::Algorithm::EdDSA).unwrap()
}

fn jsonwebtoken_header(token: &str) -> Value {
    let part = token.split('.').next().unwrap();
    serde_json::from_slice(&URL_SAFE_NO_PAD.decode(part).unwrap()).unwrap()
}

#[tokio::test]
async fn a_signed_certificate_is_checked_by_its_text_alone() {
    let app = TestApp::start().await;
    let (north, _) = firm(&app, "Northlight Assurance", "2025-06-01").await;
    let (_, numbers) = somebody(&app, &json!({})).at(north).certified(&[HELD]).await;
    let path = format!("/api/v1/certificates/{}/credential", numbers[0]);
    let answer = app.anyone().get(&path).await.expect(200);
    assert_eq!(answer.header("content-type"), "application/vc+jwt");
    let token = answer.text();
    let keys = app
        .anyone()
        .get("/.well-known/jwks.json")
        .await
        .expect(200)
        .json();
    assert!(is_signed(&token, &keys));
    let link = format!("{}/verify#{token}", app.base);
    assert!(link.len() <= 1800, "{} bytes", link.len());
    let credential = payload(&token);
    assert_eq!(
        credential["credentialSubject"]["role"],
        "for Northlight Assurance"
    );
    for text in [token.clone(), link] {
        let found = check(&app, json!({ "credential": text })).await;
        assert_eq!(
            (&found["answer"], &found["certificate"]["number"]),
            (&json!("valid"), &json!(numbers[0]))
        );
    }
    let (text, signature) = token.rsplit_once('.').unwrap();
    let (header, _) = text.split_once('.').unwrap();
    let mut forged = credential;
    forged["credentialSubject"]["identifier"][0]["identityHash"] = json!("Somebody Else");
    let forged = format!(
        "{header}.{}.{signature}",
        URL_SAFE_NO_PAD.encode(forged.to_string())
    );
    for text in [
        &*forged,
        "rubbish",
        &token[..token.len() - 4],
        &format!("{token}AAAA"),
    ] {
        let found = check(&app, json!({ "credential": text })).await;
        assert_eq!(
            (&found["answer"], &found["certificate"]),
            (&json!("tampered"), &Value::Null)
        );
    }
}

#[tokio::test]
async fn a_number_is_checked_however_it_is_written() {
    let app = TestApp::start().await;
    let (_, numbers) = somebody(&app, &json!({})).certified(&[HELD]).await;
    let number = &numbers[0];
    for text in [number.clone(), number.to_lowercase(), number.replace('-', " ")] {
        assert_eq!(check(&app, json!({ "number": text })).await["answer"], "valid");
    }
    // Two neighbours exchanged: the check digit notices, and tells what was meant, if that was ever given.
    let letters: Vec<char> = number.chars().collect();
    let differs = (10..letters.len() - 1)
        .find(|at| letters[*at] != letters[at + 1])
        .unwrap();
    let mut swapped = letters.clone();
    swapped.swap(differs, differs + 1);
    let swapped: String = swapped.into_iter().collect();
    let found = check(&app, json!({ "number": swapped })).await;
    assert_eq!(
        (&found["answer"], &found["did_you_mean"]),
        (&json!("not_issued"), &json!([number]))
    );
    let unknown = bellbuoy_domain::certification::CertificateNumber::new(
        bellbuoy_domain::certification::HolderKind::Person,
        2026,
        99_999,
    );
    let found = check(&app, json!({ "number": unknown.unwrap().as_str() })).await;
    assert_eq!(
        (&found["answer"], &found["detail"]),
        (&json!("not_issued"), &json!("No certificate has this number"))
    );
    for body in [json!({}), json!({ "number": number, "credential": "x.y.z" })] {
        app.anyone()
            .post("/api/v1/certificate-checks", &body)
            .await
            .expect(422);
    }
}

#[tokio::test]
async fn every_answer_has_its_day() {
    let app = TestApp::start().await;
    let (_, numbers) = somebody(&app, &json!({})).certified(&[HELD; 4]).await;
    let suspend = json!({ "step": "suspend", "reason": "misconduct", "words": "Why." });
    step(&app, SCHEME, &numbers[0], suspend).await.expect(200);
    let revoke =
        json!({ "step": "revoke", "reason": "misconduct", "words": "Why.", "effective_on": "2026-09-04" });
    step(&app, SCHEME, &numbers[1], revoke).await.expect(200);
    let suspended = check(&app, json!({ "number": numbers[0] })).await;
    assert!(
        suspended["detail"]
            .as_str()
            .unwrap()
            .starts_with("Suspended since 2026-11-21"),
        "{suspended}"
    );
    let revoked = check(&app, json!({ "number": numbers[1] })).await;
    assert_eq!(revoked["answer"], "revoked");
    assert!(
        revoked["detail"].as_str().unwrap().contains("from 2026-09-04 on"),
        "{revoked}"
    );
    let from_the_start = json!({ "step": "revoke", "reason": "false_evidence", "words": "Why.", "effective_on": "2025-03-01" });
    step(&app, SCHEME, &numbers[3], from_the_start).await.expect(200);
    let never = check(&app, json!({ "number": numbers[3] })).await;
    assert!(
        never["detail"]
            .as_str()
            .unwrap()
            .starts_with("Revoked from the start"),
        "{never}"
    );
    app.set_time("2028-03-01T12:00:00Z");
    let lapsed = check(&app, json!({ "number": numbers[2] })).await;
    assert_eq!(
        (&lapsed["answer"], &lapsed["as_of"]),
        (&json!("lapsed"), &json!("2028-03-01T12:00:00Z"))
    );
}

#[tokio::test]
async fn a_status_list_tells_of_each_suspension_and_revocation_and_of_nothing_else() {
    let app = TestApp::start().await;
    let (_, numbers) = somebody(&app, &json!({})).certified(&[HELD, HELD, HELD]).await;
    let place = async |number: &str| {
        let token = app
            .anyone()
            .get(&format!("/api/v1/certificates/{number}/credential"))
            .await
            .expect(200)
            .text();
        let index = payload(&token)["credentialStatus"][0]["statusListIndex"].clone();
        index.as_str().unwrap().parse::<u32>().unwrap()
    };
    let places = [
        place(&numbers[0]).await,
        place(&numbers[1]).await,
        place(&numbers[2]).await,
    ];
    let revoke = json!({ "step": "revoke", "reason": "misconduct", "words": "Why." });
    step(&app, SCHEME, &numbers[0], revoke).await.expect(200);
    let suspend = json!({ "step": "suspend", "reason": "misconduct", "words": "Why." });
    step(&app, SCHEME, &numbers[1], suspend).await.expect(200);
    let keys = app
        .anyone()
        .get("/.well-known/jwks.json")
        .await
        .expect(200)
        .json();
    for (purpose, set) in [("r", [true, false, false]), ("s", [false, true, false])] {
        let answer = app
            .anyone()
            .get(&format!("/api/v1/status-lists/1/{purpose}"))
            .await
            .expect(200);
        let token = answer.text();
        assert!(is_signed(&token, &keys));
        let list = payload(&token);
        let bits = Bits::decode(list["credentialSubject"]["encodedList"].as_str().unwrap()).unwrap();
        assert_eq!(places.map(|place| bits.get(place).unwrap()), set, "{purpose}");
        let count = (0..131_072)
            .filter(|place| bits.get(*place) == Some(true))
            .count();
        assert_eq!(count, 1, "{purpose}");
        assert!(token.len() < 6_000, "{} bytes", token.len());
        let request = app
            .anyone()
            .request(reqwest::Method::GET, &format!("/api/v1/status-lists/1/{purpose}"))
            .header("if-none-match", answer.header("etag"));
        assert_eq!(tests::client::send(request).await.status, 304);
    }
    app.anyone().get("/api/v1/status-lists/2/r").await.expect(404);
    app.anyone().get("/api/v1/status-lists/1/x").await.expect(404);
}
