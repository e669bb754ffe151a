//! A program with a pair of keys, and one that asks for tokens.

use aws_lc_rs::encoding::{AsDer, Pkcs8V1Der};
use aws_lc_rs::rsa::KeySize;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED_SIGNING, EcdsaKeyPair, Ed25519KeyPair};
use jsonwebtoken::jwk::Jwk;
use jsonwebtoken::{Algorithm, EncodingKey, Header};
use reqwest::{Method, RequestBuilder};
use serde_json::{Value, json};
use tests::client::{Answer, Client, send};
use tests::{TestApp, given};

pub const TOKEN: &str = "/api/v1/oauth/token";
pub const JWT_BEARER: &str = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";
pub const NOW: i64 = 1_795_262_400;

/// A pair of keys.
pub struct Signer {
    pub key: EncodingKey,
    pub algorithm: Algorithm,
}

impl Signer {
    pub fn ed25519() -> Self {
        let pair = Ed25519KeyPair::generate().unwrap();
        let der = pair.to_pkcs8v1().unwrap();
        Self {
            key: EncodingKey::from_ed_der(der.as_ref()),
            algorithm: Algorithm::EdDSA,
        }
    }

    pub fn p256() -> Self {
        let pair = EcdsaKeyPair::generate(&ECDSA_P256_SHA256_FIXED_SIGNING).unwrap();
        Self {
            key: EncodingKey::from_ec_der(pair.to_pkcs8v1().unwrap().as_ref()),
            algorithm: Algorithm::ES256,
        }
    }

    pub fn rsa(algorithm: Algorithm) -> Self {
        let pair = aws_lc_rs::rsa::KeyPair::generate(KeySize::Rsa2048).unwrap();
        let der: Pkcs8V1Der<'_> = pair.as_der().unwrap();
        // Behind the frame of PKCS #8 stands the key as PKCS #1 has it, which the library reads.
        Self {
            key: EncodingKey::from_rsa_der(&der.as_ref()[26..]),
            algorithm,
        }
    }

    /// The public half.
    pub fn jwk(&self) -> Value {
        let jwk = Jwk::from_encoding_key(&self.key, self.algorithm).unwrap();
        serde_json::to_value(jwk).unwrap()
    }

    /// A header and claims, signed.
    pub fn sign(&self, header: &Header, claims: &Value) -> String {
        jsonwebtoken::encode(header, claims, &self.key).unwrap()
    }

    /// A good assertion of a client, with changes.
    pub fn assertion(&self, app: &TestApp, client: &str, changes: &Value) -> String {
        self.sign(&Header::new(self.algorithm), &claims(app, client, changes))
    }

    /// Registers the public half; returns the id of the key.
    pub async fn registered(&self, app: &TestApp, changes: &Value) -> String {
        let mut asked = given::key(changes);
        asked["public_key"] = self.jwk();
        let made = app
            .member()
            .post("/api/v1/api-keys", &asked)
            .await
            .expect(201)
            .json();
        assert!(made["key"].is_null(), "{made}");
        made["api_key"]["id"].as_str().unwrap().to_owned()
    }
}

/// What a good assertion says, with changes; null takes away.
pub fn claims(app: &TestApp, client: &str, changes: &Value) -> Value {
    let mut claims = json!({
        "iss": client, "sub": client, "aud": format!("{}{TOKEN}", app.base), "iat": NOW, "exp": NOW + 300,
        "jti": uuid::Uuid::new_v4(),
    });
    for (name, value) in changes.as_object().unwrap() {
        if value.is_null() {
            claims.as_object_mut().unwrap().remove(name);
        } else {
            claims[name] = value.clone();
        }
    }
    claims
}

/// A key with a secret: its id and text.
pub async fn key(app: &TestApp, changes: &Value) -> (String, String) {
    let made = app.member().post("/api/v1/api-keys", &given::key(changes)).await;
    let made = made.expect(201).json();
    let id = made["api_key"]["id"].as_str().unwrap().to_owned();
    (id, made["key"].as_str().unwrap().to_owned())
}

pub fn secret(key: &str) -> &str {
    key.split('_').nth(3).unwrap()
}

/// Asks for a token with these parameters beside the grant.
pub fn asking(client: &Client, more: &[(&str, &str)]) -> RequestBuilder {
    let form = [&[("grant_type", "client_credentials")], more].concat();
    client.request(Method::POST, TOKEN).form(&form)
}

pub async fn ask(app: &TestApp, more: &[(&str, &str)]) -> Answer {
    send(asking(&app.anyone(), more)).await
}

pub async fn by_assertion(app: &TestApp, jwt: &str) -> Answer {
    ask(
        app,
        &[("client_assertion_type", JWT_BEARER), ("client_assertion", jwt)],
    )
    .await
}

/// A client that calls with the token of an answer.
pub fn with(app: &TestApp, answer: &Answer) -> Client {
    app.anyone()
        .with_token(answer.json()["access_token"].as_str().unwrap())
}

/// The OAuth word of a refusal, which is in the form of RFC 6749 §5.2.
#[track_caller]
pub fn refused(answer: Answer, status: u16, word: &str) -> Answer {
    let answer = answer.expect(status);
    assert_eq!(answer.json()["error"], word, "{}", answer.text());
    assert_eq!(answer.header("content-type"), "application/json");
    assert_eq!(answer.header("cache-control"), "no-store");
    let said = answer.json()["error_description"].as_str().unwrap().to_owned();
    let plain = |letter: char| matches!(letter, ' '..='~') && !['"', '\\'].contains(&letter);
    assert!(!said.is_empty() && said.chars().all(plain), "{said}");
    answer
}
