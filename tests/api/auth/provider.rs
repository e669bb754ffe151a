//! An identity provider of the tests' own, which says whatever it is told to say.

use crate::machines::signer::{NOW, Signer};
use actix_web::{App, HttpRequest, HttpResponse, HttpServer, web};
use base64::Engine;
use jsonwebtoken::Header;
use serde_json::{Value, json};
use std::collections::HashMap;
use std::net::TcpListener;
use std::sync::{Arc, Mutex};
use tests::TestApp;
use tests::client::{Answer, Client};

pub const CLIENT: &str = "bellbuoy at the port";
pub const SECRET: &str = "a secret: of the provider";

/// What it says next.
#[derive(Default)]
struct Saying {
    about: Value,
    keys: Value,
    token: String,
    info: Value,
    /// Forms and `Authorization` of the exchanges so far.
    asked: Vec<(HashMap<String, String>, String)>,
}

/// A provider that runs.
pub struct Provider {
    pub issuer: String,
    pub signer: Signer,
    saying: Arc<Mutex<Saying>>,
    handle: actix_web::dev::ServerHandle,
}

impl Provider {
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let issuer = format!("http://{}", listener.local_addr().unwrap());
        let signer = Signer::ed25519();
        let saying = Arc::new(Mutex::new(Saying {
            about: json!({
                "issuer": issuer, "authorization_endpoint": format!("{issuer}/auth?tenant=1"),
                "token_endpoint": format!("{issuer}/token"), "jwks_uri": format!("{issuer}/keys"),
                "userinfo_endpoint": format!("{issuer}/me"),
            }),
            keys: json!({ "keys": [named(&signer, "one")] }),
            ..Saying::default()
        }));
        let shared = web::Data::from(saying.clone());
        let server = HttpServer::new(move || {
            App::new()
                .app_data(shared.clone())
                .route("/.well-known/openid-configuration", web::get().to(about))
                .route("/keys", web::get().to(keys))
                .route("/token", web::post().to(token))
                .route("/me", web::get().to(info))
        })
        .workers(1)
        .disable_signals()
        .listen(listener)
        .unwrap()
        .run();
        let handle = server.handle();
        tokio::spawn(server);
        Self {
            issuer,
            signer,
            saying,
            handle,
        }
    }

    /// A site that knows this provider.
    pub async fn site(&self) -> TestApp {
        let own = [
            "--oidc-issuer",
            &self.issuer,
            "--oidc-client-id",
            CLIENT,
            "--oidc-client-secret",
            SECRET,
        ];
        TestApp::start_with(&[&own[..], &["--oidc-name", "Port of Example"]].concat()).await
    }

    pub fn say(&self, token: String) {
        self.saying.lock().unwrap().token = token;
    }

    pub fn say_of_itself(&self, name: &str, value: Value) {
        self.saying.lock().unwrap().about[name] = value;
    }

    pub fn say_at_userinfo(&self, info: Value) {
        self.saying.lock().unwrap().info = info;
    }

    pub fn asked(&self) -> Vec<(HashMap<String, String>, String)> {
        self.saying.lock().unwrap().asked.clone()
    }

    pub async fn stop(&self) {
        self.handle.stop(false).await;
    }

    /// A good id token for a sign-in, with changes; null takes away.
    pub fn id_token(&self, nonce: &str, changes: &Value) -> String {
        let mut header = Header::new(self.signer.algorithm);
        header.kid = Some("one".to_owned());
        self.signer.sign(&header, &self.claims(nonce, changes))
    }

    pub fn claims(&self, nonce: &str, changes: &Value) -> Value {
        let mut claims = json!({
            "iss": self.issuer, "aud": CLIENT, "sub": "4711", "iat": NOW, "exp": NOW + 300, "nonce": nonce,
            "email": "Colleague@demo.example", "email_verified": true,
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
}

/// A public key under a name.
fn named(signer: &Signer, kid: &str) -> Value {
    let mut jwk = signer.jwk();
    jwk["kid"] = json!(kid);
    jwk["use"] = json!("sig");
    jwk["x5c"] = json!(["AA"]);
    jwk
}

async fn about(saying: web::Data<Mutex<Saying>>) -> HttpResponse {
    HttpResponse::Ok().json(&saying.lock().unwrap().about)
}

async fn keys(saying: web::Data<Mutex<Saying>>) -> HttpResponse {
    HttpResponse::Ok().json(&saying.lock().unwrap().keys)
}

async fn info(request: HttpRequest, saying: web::Data<Mutex<Saying>>) -> HttpResponse {
    assert_eq!(
        request.headers().get("authorization").unwrap(),
        "Bearer of the provider"
    );
    HttpResponse::Ok().json(&saying.lock().unwrap().info)
}

async fn token(
    request: HttpRequest,
    form: web::Form<HashMap<String, String>>,
    saying: web::Data<Mutex<Saying>>,
) -> HttpResponse {
    let mut saying = saying.lock().unwrap();
    let basic = request
        .headers()
        .get("authorization")
        .map(|value| value.to_str().unwrap());
    let basic = basic
        .and_then(|value| value.strip_prefix("Basic "))
        .unwrap_or_default();
    let basic = String::from_utf8(base64::prelude::BASE64_STANDARD.decode(basic).unwrap()).unwrap();
    saying.asked.push((form.into_inner(), basic));
    if saying.token.is_empty() {
        return HttpResponse::BadRequest().json(json!({ "error": "invalid_grant" }));
    }
    HttpResponse::Ok().json(json!({
        "id_token": saying.token, "access_token": "of the provider", "token_type": "Bearer"
    }))
}

/// A browser on its way: what it was sent to the provider with.
pub struct Visit {
    pub browser: Client,
    pub sent: HashMap<String, String>,
}

/// A browser that keeps cookies and follows nothing.
pub fn browser(app: &TestApp) -> Client {
    let http = reqwest::Client::builder()
        .cookie_store(true)
        .redirect(reqwest::redirect::Policy::none())
        .no_proxy()
        .build()
        .unwrap();
    Client::over(&app.base, http)
}

impl Visit {
    pub async fn begin(app: &TestApp) -> Self {
        let browser = browser(app);
        let sent = browser.get("/api/v1/auth/oidc").await.expect(303);
        let address = reqwest::Url::parse(sent.header("location")).unwrap();
        let sent = address.query_pairs().into_owned().collect();
        Self { browser, sent }
    }

    /// Comes back with these words in the address.
    pub async fn back(&self, words: &[(&str, &str)]) -> Answer {
        let mut address = reqwest::Url::parse("http://x/api/v1/auth/oidc/callback").unwrap();
        address.query_pairs_mut().extend_pairs(words);
        let path = format!("{}?{}", address.path(), address.query().unwrap());
        self.browser.get(&path).await.expect(303)
    }

    /// Comes back as the provider would have it.
    pub async fn answered(&self) -> Answer {
        self.back(&[
            ("code", "a code"),
            ("state", &self.sent["state"]),
            ("session_state", "x"),
        ])
        .await
    }
}

/// Where the answer leads.
pub fn led(answer: &Answer) -> &str {
    answer.header("location").strip_prefix("/sign-in?").unwrap()
}
