//! The line to the identity provider: over TLS or on this machine, a few requests at a time, each with an end.

use super::why::Why;
use crate::http::outward;
use std::time::Duration;
use tokio::sync::Semaphore;
use ureq::Agent;

/// How long the provider may take to answer.
const WAIT: Duration = Duration::from_secs(10);
/// The largest answer, bytes.
const MOST: u64 = 1 << 20;
/// Requests to it at once, for each process.
const AT_ONCE: usize = 8;

/// The line.
pub struct Line {
    agent: Agent,
    places: Semaphore,
}

impl Line {
    /// To the provider of that name; nothing is asked yet.
    pub fn to(issuer: &str) -> Self {
        let agent = outward::agent(issuer, WAIT);
        Self {
            agent,
            places: Semaphore::new(AT_ONCE),
        }
    }

    /// One request, on a thread that may wait: a POST when there is a form.
    pub async fn ask<T: serde::de::DeserializeOwned>(
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
