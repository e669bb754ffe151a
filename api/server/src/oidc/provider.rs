//! The identity provider: what it says of itself, its keys, and the exchange of a code. Nothing is asked of it before a
//! person chooses to sign in by it, and nothing at all unless one is configured.

use super::flow::Flow;
use super::id_token::{self, Email, Expected, ProviderKey, Said};
use super::line::Line;
use super::why::Why;
use crate::config::Config;
use crate::http::outward::safe;
use chrono::{DateTime, Utc};
use serde::Deserialize;
use serde_json::Value;
use std::fmt;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tokio::sync::Mutex;

/// How long what it says of itself is believed.
const BELIEVED: Duration = Duration::from_secs(3600);
/// How soon it is asked again, for a key that is not known or after it did not answer.
const AGAIN: Duration = Duration::from_secs(10);

/// A configured provider.
pub struct Provider {
    /// What people call it.
    pub name: String,
    pub issuer: String,
    client: String,
    secret: Option<String>,
    line: Line,
    known: Mutex<Seen>,
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
        Some(Self {
            name: config.oidc_name.clone(),
            client,
            secret: config.oidc_client_secret.as_ref().map(|secret| secret.0.clone()),
            line: Line::to(&issuer),
            issuer,
            known: Mutex::default(),
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
        let tokens: Tokens = self.line.ask(endpoint, header, Some(form)).await?;
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
            let info: UserInfo = self
                .line
                .ask(endpoint, Some(format!("Bearer {token}")), None)
                .await?;
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
        let about: About = self.line.ask(address, None, None).await?;
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
        let set: Value = self.line.ask(about.jwks_uri.clone(), None, None).await?;
        let keys = ProviderKey::all(&set);
        Ok(Known { about, keys })
    }
}

/// Id and secret, each percent-encoded before (RFC 6749 §2.3.1).
fn basic(client: &str, secret: &str) -> String {
    use base64::Engine;
    let encoded = |text: &str| form_urlencoded::byte_serialize(text.as_bytes()).collect::<String>();
    let pair = format!("{}:{}", encoded(client), encoded(secret));
    format!("Basic {}", base64::engine::general_purpose::STANDARD.encode(pair))
}
