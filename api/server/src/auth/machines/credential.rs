//! What a key proves itself by: its present secret or public key, and while it is rotated the one before.

use super::find::KeyRow;
use super::public_key::PublicKey;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use chrono::{DateTime, Utc};
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;

/// What something can be proved by, and until when.
#[derive(Debug, Clone)]
pub struct Credential {
    pub kind: Kind,
    pub until: DateTime<Utc>,
}

/// The kinds of proof.
#[derive(Debug, Clone)]
pub enum Kind {
    /// By its hash.
    Secret(Vec<u8>),
    Public(PublicKey),
}

impl Credential {
    /// Those of a key, the present one first, whatever the time.
    pub fn of(row: &KeyRow) -> Vec<Self> {
        let kind = |hash: &Option<Vec<u8>>, key: &Option<serde_json::Value>| {
            let secret = hash.clone().map(Kind::Secret);
            secret.or_else(|| key.as_ref().and_then(PublicKey::kept).map(Kind::Public))
        };
        let present = kind(&row.secret_hash, &row.public_key).map(|kind| (kind, row.expires_at));
        let before = kind(&row.previous_hash, &row.previous_public_key)
            .zip(row.previous_until)
            .map(|(kind, until)| (kind, until.min(row.expires_at)));
        present
            .into_iter()
            .chain(before)
            .map(|(kind, until)| Self { kind, until })
            .collect()
    }

    /// Whether this is the secret.
    pub fn is_secret(&self, secret: &str) -> bool {
        match &self.kind {
            Kind::Secret(hash) => hash.ct_eq(&secret_hash(secret)).into(),
            Kind::Public(_) => false,
        }
    }

    /// By which a token names what it was given for, so that it ends with it.
    pub fn mark(&self) -> String {
        match &self.kind {
            Kind::Secret(hash) => mark(hash),
            Kind::Public(key) => key.mark(),
        }
    }
}

/// The hash of a secret of 256 random bits, which needs no salt and no slowness.
pub fn secret_hash(secret: &str) -> Vec<u8> {
    Sha256::digest(format!("api key v1\n{secret}")).to_vec()
}

pub(super) fn mark(of: &[u8]) -> String {
    let mut hash = Sha256::new();
    hash.update(b"credential v1\n");
    hash.update(of);
    URL_SAFE_NO_PAD.encode(hash.finalize())
}
