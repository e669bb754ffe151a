//! What binds a sign-in to the browser that began it: one random number in a cookie, sealed with the time. State, nonce
//! and PKCE verifier are derived from it, so that no server has to remember anything.

use crate::auth::keys::keyed;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, TimeDelta, Utc};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// How long a person may take at the provider.
pub const PATIENCE: TimeDelta = TimeDelta::minutes(10);

/// A sign-in on its way.
pub struct Flow {
    pub state: String,
    pub nonce: String,
    pub verifier: String,
    pub cookie: String,
}

impl Flow {
    /// Begins one.
    pub fn begin(secret: &[u8; 32], now: DateTime<Utc>) -> Self {
        Self::of(secret, now.timestamp(), &hex::encode(rand::random::<[u8; 32]>()))
    }

    /// Takes up the one that the cookie is of; nothing when it is not ours, or took too long.
    pub fn resume(secret: &[u8; 32], cookie: &str, now: DateTime<Utc>) -> Option<Self> {
        let mut parts = cookie.split('.');
        let (begun, seed) = (parts.next()?.parse::<i64>().ok()?, parts.next()?);
        let flow = Self::of(secret, begun, seed);
        let ours = bool::from(flow.cookie.as_bytes().ct_eq(cookie.as_bytes()));
        let age = now.signed_duration_since(DateTime::from_timestamp(begun, 0)?);
        (ours && age < PATIENCE && age >= TimeDelta::zero()).then_some(flow)
    }

    /// Whether what came back is the state of this one.
    pub fn is(&self, state: &str) -> bool {
        self.state.as_bytes().ct_eq(state.as_bytes()).into()
    }

    /// The PKCE challenge (RFC 7636 §4.2, S256).
    pub fn challenge(&self) -> String {
        URL_SAFE_NO_PAD.encode(Sha256::digest(self.verifier.as_bytes()))
    }

    fn of(secret: &[u8; 32], begun: i64, seed: &str) -> Self {
        let derived = |what: &str| {
            let label = format!("oidc {what} v1\n{begun}.");
            URL_SAFE_NO_PAD.encode(keyed(secret, &[label.as_bytes(), seed.as_bytes()]))
        };
        Self {
            state: derived("state"),
            nonce: derived("nonce"),
            verifier: derived("verifier"),
            cookie: format!("{begun}.{seed}.{}", derived("cookie")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flow_is_taken_up_by_its_own_cookie_for_ten_minutes() {
        let now: DateTime<Utc> = "2026-11-28T12:00:00Z".parse().unwrap();
        let flow = Flow::begin(&[7; 32], now);
        let again = |secret: &[u8; 32], cookie: &str, now| Flow::resume(secret, cookie, now).is_some();
        assert!(again(&[7; 32], &flow.cookie, now));
        assert!(Flow::resume(&[7; 32], &flow.cookie, now).unwrap().is(&flow.state));
        assert!(!again(&[8; 32], &flow.cookie, now));
        assert!(!again(&[7; 32], &flow.cookie, now + PATIENCE));
        assert!(!again(&[7; 32], &flow.cookie, now - TimeDelta::seconds(1)));
        for cookie in [
            "",
            "..",
            "0.0.0",
            &flow.cookie.replacen('1', "2", 1),
            &format!("{}x", flow.cookie),
        ] {
            assert!(!again(&[7; 32], cookie, now), "{cookie}");
        }
        let another = Flow::begin(&[7; 32], now);
        assert!(!flow.is(&another.state) && !flow.is(&flow.nonce) && !flow.is(""));
        assert_eq!(flow.challenge().len(), 43);
    }
}
