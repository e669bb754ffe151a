//! Speaks to an instance: no cookie, no account, no redirect, the same request headers for everybody.

use std::time::Duration;

use bellbuoy::proof::{EpochList, KeySet};
use bellbuoy_domain::{proof::FilingProof, sealed::MESSAGE_BYTES, work::Work};
use serde::de::DeserializeOwned;
use ureq::{
    Agent, Body,
    http::{Response, Uri},
};
use uuid::Uuid;

use crate::fault::Fault;

/// How many slots a page of a mailbox has, filled or not.
pub const SLOTS: usize = 4;
const PATIENCE: Duration = Duration::from_secs(120);
const ATTEMPTS: u32 = 3;
const PAUSE: Duration = Duration::from_secs(1);
const LARGEST_ANSWER: u64 = 1_048_576;
const OCTETS: &str = "application/octet-stream";

pub struct Client {
    base: String,
    agent: Agent,
}

/// What is told of an envelope in clear.
#[derive(Debug, serde::Serialize, serde::Deserialize)]
pub struct Envelope {
    pub id: Uuid,
    pub epoch: String,
    pub locator_hash: String,
    pub commitment: String,
    pub help: bool,
}

impl Client {
    /// An instance at `https://…`; plain HTTP is accepted on this machine and for onion addresses only.
    pub fn new(url: &str) -> Result<Self, Fault> {
        let uri: Uri = url
            .parse()
            .map_err(|fault| Fault::Usage(format!("{url}: {fault}")))?;
        let host = uri.host().unwrap_or_default();
        let safe = matches!(host, "localhost" | "127.0.0.1" | "[::1]") || host.ends_with(".onion");
        match uri.scheme_str() {
            Some("https") => {}
            Some("http") if safe => {}
            _ => return Err(Fault::Usage(format!("{url} must begin with https://"))),
        }
        let config = Agent::config_builder()
            .timeout_global(Some(PATIENCE))
            .http_status_as_error(false)
            .max_redirects(0)
            .max_redirects_will_error(false)
            .user_agent("bellbuoy")
            .build();
        Ok(Self {
            base: url.trim_end_matches('/').to_owned(),
            agent: config.into(),
        })
    }

    pub fn key_set(&self) -> Result<KeySet, Fault> {
        self.get_json("/.well-known/jwks.json")
    }

    pub fn epochs(&self) -> Result<EpochList, Fault> {
        self.get_json("/api/v1/intake/keys")
    }

    /// Files a sealed report. The same bytes again are the same report.
    pub fn file(&self, envelope: &Envelope, blob: &[u8], work: Work) -> Result<FilingProof, Fault> {
        let url = format!("{}/api/v1/intake/envelopes/{}", self.base, envelope.id);
        let mut answer = self.patiently(|| {
            let mut request = self
                .agent
                .put(&url)
                .header("content-type", OCTETS)
                .header("bellbuoy-epoch", &envelope.epoch)
                .header("bellbuoy-locator-hash", &envelope.locator_hash)
                .header("bellbuoy-commitment", &envelope.commitment)
                .header("bellbuoy-work", work.to_string());
            if envelope.help {
                request = request.header("bellbuoy-help", "1");
            }
            request.send(blob)
        })?;
        json(&mut answer)
    }

    /// One page of a mailbox: the slots, of which some or all are chaff.
    pub fn mailbox(&self, locator: &str, page: usize) -> Result<Vec<Vec<u8>>, Fault> {
        let url = format!("{}/api/v1/intake/mailboxes/{locator}?page={page}", self.base);
        let mut answer = self.patiently(|| self.agent.get(&url).call())?;
        let bytes = body(&mut answer)?;
        if bytes.len() != SLOTS * MESSAGE_BYTES {
            return Err(Fault::Server(
                "the mailbox has not the size it must have".to_owned(),
            ));
        }
        Ok(bytes.chunks(MESSAGE_BYTES).map(<[u8]>::to_vec).collect())
    }

    pub fn send(&self, locator: &str, id: Uuid, blob: &[u8], work: Work) -> Result<(), Fault> {
        let url = format!("{}/api/v1/intake/mailboxes/{locator}/messages/{id}", self.base);
        let request = || {
            self.agent
                .put(&url)
                .header("content-type", OCTETS)
                .header("bellbuoy-work", work.to_string())
        };
        self.patiently(|| request().send(blob)).map(|_| ())
    }

    pub fn withdraw(&self, locator: &str) -> Result<(), Fault> {
        let url = format!("{}/api/v1/intake/mailboxes/{locator}", self.base);
        self.patiently(|| self.agent.delete(&url).call()).map(|_| ())
    }

    fn get_json<T: DeserializeOwned>(&self, path: &str) -> Result<T, Fault> {
        let url = format!("{}{path}", self.base);
        let mut answer = self.patiently(|| self.agent.get(&url).call())?;
        json(&mut answer)
    }

    /// A signed text.
    pub fn text(&self, path: &str) -> Result<String, Fault> {
        let url = format!("{}{path}", self.base);
        let mut answer = self.patiently(|| self.agent.get(&url).call())?;
        String::from_utf8(body(&mut answer)?)
            .map_err(|fault| Fault::Server(format!("not the answer that was expected: {fault}")))
    }

    /// Tries again when the connection breaks; every request here may be repeated without harm.
    fn patiently(
        &self,
        request: impl Fn() -> Result<Response<Body>, ureq::Error>,
    ) -> Result<Response<Body>, Fault> {
        let mut attempt = 1;
        loop {
            match request() {
                Ok(mut answer) => return accept(&mut answer).map(|()| answer),
                Err(fault) if attempt == ATTEMPTS => {
                    return Err(Fault::Network(format!("{}: {fault}", self.base)));
                }
                Err(_) => std::thread::sleep(PAUSE * attempt),
            }
            attempt += 1;
        }
    }
}

fn accept(answer: &mut Response<Body>) -> Result<(), Fault> {
    let status = answer.status().as_u16();
    if (200..300).contains(&status) {
        return Ok(());
    }
    let problem: Option<serde_json::Value> = body(answer)
        .ok()
        .and_then(|bytes| serde_json::from_slice(&bytes).ok());
    let word = |key: &str| {
        problem
            .as_ref()
            .and_then(|p| p.get(key))
            .and_then(|v| v.as_str())
            .map(str::to_owned)
    };
    let what = word("detail")
        .or_else(|| word("title"))
        .unwrap_or_else(|| format!("answer {status}"));
    Err(match status {
        401 | 403 => Fault::Auth(what),
        400..=499 if status != 429 => Fault::Data(what),
        _ => Fault::Server(what),
    })
}

fn body(answer: &mut Response<Body>) -> Result<Vec<u8>, Fault> {
    let read = answer
        .body_mut()
        .with_config()
        .limit(LARGEST_ANSWER)
        .read_to_vec();
    read.map_err(|fault| Fault::Network(fault.to_string()))
}

fn json<T: DeserializeOwned>(answer: &mut Response<Body>) -> Result<T, Fault> {
    let bytes = body(answer)?;
    serde_json::from_slice(&bytes)
        .map_err(|fault| Fault::Server(format!("not the answer that was expected: {fault}")))
}
