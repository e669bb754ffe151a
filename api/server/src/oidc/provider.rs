//! The identity provider: what it says of itself, its keys, and the exchange of a code. Nothing is asked of it before a
//! person chooses to sign in by it, and nothing at all unless one is configured.

use super::flow::Flow;
use super::id_token::{self, Email, Expected, ProviderKey, Said};
use super::why::Why;
use crate::config::Config;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::{Mutex, Semaphore};
use ureq::Agent;
use ureq::tls::{RootCerts, TlsConfig};

/// How long the provider may take to answer.
const WAIT: Duration = Duration::from_secs(10);
/// How long what it says of itself is believed.
const BELIEVED: Duration = Duration::from_secs(3600);
/// How soon it is asked again, for a key that is not known or after it did not answer.
const AGAIN: Duration = Duration::from_secs(10);
/// The largest answer, bytes.
const MOST: u64 = 1 << 20;
/// Requests to it at once, for each process.
const AT_ONCE: usize = 8;

/// A configured provider.
pub struct Provider {
    /// What people call it.
    pub name: String,
    pub issuer: String,
    client: String,
    secret: Option<String>,
    agent: Agent,
    known: Mutex<Seen>,
    places: Semaphore,
}

#[derive(Default)]
struct Seen {
    known: Option<(Arc<Known>, Instant)>,
    asked: Option<Instant>,
}

/// What it says of itself (OpenID Connect Discovery §3).
#[derive(Debug)]
struct Known {
    about: About,
    keys: Vec<ProviderKey>,
}

#[derive(Debug, Deserialize)]
struct About {
    issuer: String,
    authorization_endpoint: String,
    token_endpoint: String,
    jwks_uri: String,
    userinfo_endpoint: Option<String>,
    #[serde(default)]
    token_endpoint_auth_methods_supported: Vec<String>,
    #[serde(default)]
    authorization_response_iss_parameter_supported: bool,
}

#[derive(Deserialize)]
struct Tokens {
    id_token: String,
    access_token: Option<String>,
}

#[derive(Deserialize)]
struct UserInfo {
    sub: String,
    #[serde(default)]
    email: Value,
    #[serde(default)]
    email_verified: Value,
}

impl fmt::Debug for Provider {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Provider")
            .field("issuer", &self.issuer)
            .finish_non_exhaustive()
    }
}

impl Provider {
    /// The one that the settings name.
    pub fn of(config: &Config) -> Option<Self> {
        let (issuer, client) = config.oidc_issuer.clone().zip(config.oidc_client_id.clone())?;
        let roots = TlsConfig::builder()
            .root_certs(RootCerts::PlatformVerifier)
            .build();
        let builder = Agent::config_builder();
        // What is on this machine, for trying, is on no other side of a proxy.
        let builder = if issuer.starts_with("http://") {
            builder.proxy(None)
        } else {
            builder
        };
        let agent = builder
            .timeout_global(Some(WAIT))
            .max_redirects(0)
            .user_agent("bellbuoy")
            .tls_config(roots)
            .build();
        Some(Self {
            name: config.oidc_name.clone(),
            issuer,
            client,
            secret: config.oidc_client_secret.as_ref().map(|secret| secret.0.clone()),
            agent: agent.into(),
            known: Mutex::default(),
            places: Semaphore::new(AT_ONCE),
        })
    }

    /// Where a person is sent to sign in.
    pub async fn address(&self, flow: &Flow, back: &str) -> Result<String, Why> {
        let known = self.known(|_| true).await?;
        let query = form_urlencoded::Serializer::new(String::new())
            .append_pair("response_type", "code")
            .append_pair("client_id", &self.client)
            .append_pair("redirect_uri", back)
            .append_pair("scope", "openid email")
            .append_pair("state", &flow.state)
            .append_pair("nonce", &flow.nonce)
            .append_pair("code_challenge", &flow.challenge())
            .append_pair("code_challenge_method", "S256")
            .finish();
        let endpoint = &known.about.authorization_endpoint;
        let with = if endpoint.contains('?') { '&' } else { '?' };
        Ok(format!("{endpoint}{with}{query}"))
    }

    /// Whether an answer is from it, as far as the answer says (RFC 9207).
    pub async fn answers(&self, issuer: Option<&str>) -> Result<bool, Why> {
        let known = self.known(|_| true).await?;
        let told = known.about.authorization_response_iss_parameter_supported;
        Ok(issuer.map_or(!told, |issuer| issuer == self.issuer))
    }

    /// Exchanges the code for whom it says the person is.
    pub async fn exchange(
        &self,
        flow: &Flow,
        code: String,
        back: &str,
        now: DateTime<Utc>,
    ) -> Result<Said, Why> {
        let known = self.known(|_| true).await?;
        let mut form = vec![
            ("grant_type", "authorization_code".to_owned()),
            ("code", code),
            ("redirect_uri", back.to_owned()),
            ("code_verifier", flow.verifier.clone()),
        ];
        let methods = &known.about.token_endpoint_auth_methods_supported;
        let by_form = !methods.is_empty() && !methods.iter().any(|method| method == "client_secret_basic");
        let header = match &self.secret {
            Some(secret) if !by_form => Some(basic(&self.client, secret)),
            secret => {
                form.push(("client_id", self.client.clone()));
                form.extend(secret.clone().map(|secret| ("client_secret", secret)));
                None
            }
        };
        let endpoint = known.about.token_endpoint.clone();
        let tokens: Tokens = self.ask(endpoint, header, Some(form)).await?;
        let kid = id_token::header(&tokens.id_token).ok_or(Why::Failed)?.kid;
        // A provider that changed its keys since has them read again.
        let has = |known: &Known| kid.is_none() || known.keys.iter().any(|one| one.kid == kid);
        let known = self.known(has).await?;
        let expected = Expected {
            issuer: &self.issuer,
            client: &self.client,
            nonce: &flow.nonce,
        };
        let mut said = id_token::read(&tokens.id_token, &known.keys, &expected, now).ok_or(Why::Failed)?;
        if let (None, Some(endpoint), Some(token)) = (
            &said.email,
            known.about.userinfo_endpoint.clone(),
            tokens.access_token,
        ) {
            let info: UserInfo = self.ask(endpoint, Some(format!("Bearer {token}")), None).await?;
            if info.sub != said.subject {
                return Err(Why::Failed);
            }
            said.email = Email::of(&info.email, &info.email_verified);
        }
        Ok(said)
    }

    /// What it says of itself; asked again when that is old, or does not do.
    async fn known(&self, does: impl Fn(&Known) -> bool) -> Result<Arc<Known>, Why> {
        let mut seen = self.known.lock().await;
        let before = seen.known.clone();
        if let Some((known, since)) = &before
            && since.elapsed() < BELIEVED
            && does(known)
        {
            return Ok(known.clone());
        }
        let soon = seen.asked.is_some_and(|asked| asked.elapsed() < AGAIN);
        if soon {
            return before.map(|(known, _)| known).ok_or(Why::Away);
        }
        seen.asked = Some(Instant::now());
        match self.read_about().await {
            Ok(known) => {
                let known = Arc::new(known);
                seen.known = Some((known.clone(), Instant::now()));
                Ok(known)
            }
            Err(why) => before.map(|(known, _)| known).ok_or(why),
        }
    }

    async fn read_about(&self) -> Result<Known, Why> {
        let address = format!(
            "{}/.well-known/openid-configuration",
            self.issuer.trim_end_matches('/')
        );
        let about: About = self.ask(address, None, None).await?;
        let own = [
            &about.authorization_endpoint,
            &about.token_endpoint,
            &about.jwks_uri,
        ];
        let all = own.into_iter().chain(&about.userinfo_endpoint);
        let secure = all.into_iter().all(|address| safe(address));
        if about.issuer != self.issuer || !secure {
            tracing::warn!(
                issuer = self.issuer,
                "the identity provider says it is another, or names unsafe addresses"
            );
            return Err(Why::Failed);
        }
        let set: Value = self.ask(about.jwks_uri.clone(), None, None).await?;
        let keys = ProviderKey::all(&set);
        Ok(Known { about, keys })
    }

    /// One request, on a thread that may wait: a POST when there is a form.
    async fn ask<T: serde::de::DeserializeOwned>(
        &self,
        address: String,
        authorization: Option<String>,
        form: Option<Vec<(&'static str, String)>>,
    ) -> Result<T, Why> {
        let agent = self.agent.clone();
        let _place = self.places.acquire().await.ok().ok_or(Why::Away)?;
        let asked = tokio::task::spawn_blocking(move || {
            let answer = match form {
                Some(form) => {
                    let request = agent.post(&address).header("accept", "application/json");
                    let request = match authorization {
                        Some(value) => request.header("authorization", value),
                        None => request,
                    };
                    request.send_form(form)
                }
                None => {
                    let request = agent.get(&address).header("accept", "application/json");
                    let request = match authorization {
                        Some(value) => request.header("authorization", value),
                        None => request,
                    };
                    request.call()
                }
            };
            answer.and_then(|mut answer| answer.body_mut().with_config().limit(MOST).read_to_vec())
        });
        let bytes = match asked.await {
            Ok(Ok(bytes)) => bytes,
            Ok(Err(ureq::Error::StatusCode(status))) => {
                tracing::warn!(status, "the identity provider refused");
                return Err(if status >= 500 { Why::Away } else { Why::Failed });
            }
            Ok(Err(error)) => {
                tracing::warn!(%error, "the identity provider does not answer");
                return Err(Why::Away);
            }
            Err(_stopped) => return Err(Why::Away),
        };
        serde_json::from_slice(&bytes).ok().ok_or(Why::Failed)
    }
}

/// An address that nobody reads along: over TLS, or on this machine.
pub fn safe(address: &str) -> bool {
    let host = |scheme: &str| {
        address
            .strip_prefix(scheme)
            .map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default())
    };
    let local = |host: &str| {
        let name = host.rsplit_once(':').map_or(host, |(name, port)| {
            if port.bytes().all(|b| b.is_ascii_digit()) {
                name
            } else {
                host
            }
        });
        ["127.0.0.1", "localhost", "[::1]"].contains(&name)
    };
    match (host("https://"), host("http://")) {
        (Some(host), _) => !host.is_empty() && !host.contains('@'),
        (_, Some(host)) => local(host),
        _ => false,
    }
}

/// Id and secret, each percent-encoded before (RFC 6749 §2.3.1).
fn basic(client: &str, secret: &str) -> String {
    use base64::Engine;
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let pair = format!("{}:{}", encoded(client), encoded(secret));
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair))
}
