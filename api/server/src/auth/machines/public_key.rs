//! Public keys that programs prove themselves by: which are taken, and what each may sign with.

use super::credential::mark;
use crate::http::Fault;
use aws_lc_rs::signature::{ECDSA_P256_SHA256_FIXED, ParsedPublicKey};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ed25519_dalek::VerifyingKey;
use jsonwebtoken::{Algorithm, DecodingKey};
use serde_json::{Map, Value, json};

/// What signs in each kind of key, the words of `alg`.
pub const ALGORITHMS: [&str; 4] = ["EdDSA", "ES256", "PS256", "RS256"];
/// Members that only a private key has (RFC 7518 §6).
const PRIVATE: [&str; 8] = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"];
/// Members that say nothing that matters here.
const IDLE: [&str; 3] = ["kid", "ext", "x5t"];
/// Bits of an RSA modulus.
const MODULUS: std::ops::RangeInclusive<u32> = 2048..=4096;

/// A public key that was found to be one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PublicKey {
    Ed25519 {
        x: String,
    },
    P256 {
        x: String,
        y: String,
    },
    Rsa {
        n: String,
        e: String,
        only: Option<Algorithm>,
    },
}

impl PublicKey {
    /// Reads a JSON Web Key (RFC 7517).
    ///
    /// # Errors
    /// What does not fit, at the member where it does not.
    pub fn read(jwk: &Map<String, Value>) -> Result<Self, Fault> {
        if let Some(name) = PRIVATE.iter().find(|name| jwk.contains_key(**name)) {
            let detail = format!(
                "`{name}` belongs to a private key, which now has to be taken for known to others: make another pair, \
                 and send its public half only"
            );
            return Err(fault(name, "private_key", detail));
        }
        let key = match text(jwk, "kty")? {
            "OKP" => ed25519(jwk)?,
            "EC" => p256(jwk)?,
            "RSA" => rsa(jwk)?,
            _ => {
                return Err(
                    fault("kty", "key_kind", "has to be `OKP`, `EC` or `RSA`").accepted(["OKP", "EC", "RSA"])
                );
            }
        };
        let own = key.members();
        for (name, value) in jwk {
            let fits = match name.as_str() {
                "use" => *value == json!("sig"),
                "key_ops" => *value == json!(["verify"]),
                "alg" => key.algorithms().iter().any(|one| *value == json!(one)),
                name => IDLE.contains(&name) || own.contains_key(name),
            };
            if !fits {
                let detail = format!("`{name}` does not fit a public key for signatures of this kind");
                return Err(fault(name, "key_member", detail));
            }
        }
        Ok(key)
    }

    /// As it was kept.
    pub fn kept(value: &Value) -> Option<Self> {
        Self::read(value.as_object()?).ok()
    }

    /// The members that make the key, and what it is bound to.
    pub fn members(&self) -> Map<String, Value> {
        let members = match self {
            Self::Ed25519 { x } => json!({ "kty": "OKP", "crv": "Ed25519", "x": x }),
            Self::P256 { x, y } => json!({ "kty": "EC", "crv": "P-256", "x": x, "y": y }),
            Self::Rsa { n, e, only: None } => json!({ "kty": "RSA", "n": n, "e": e }),
            Self::Rsa { n, e, only } => json!({ "kty": "RSA", "n": n, "e": e, "alg": only }),
        };
        members.as_object().cloned().unwrap_or_default()
    }

    /// What it may sign with.
    pub fn algorithms(&self) -> Vec<Algorithm> {
        match self {
            Self::Ed25519 { .. } => vec![Algorithm::EdDSA],
            Self::P256 { .. } => vec![Algorithm::ES256],
            Self::Rsa { only: Some(one), .. } => vec![*one],
            Self::Rsa { .. } => vec![Algorithm::PS256, Algorithm::RS256],
        }
    }

    /// For checking signatures.
    pub fn decoding(&self) -> Option<DecodingKey> {
        match self {
            Self::Ed25519 { x } => DecodingKey::from_ed_components(x),
            Self::P256 { x, y } => DecodingKey::from_ec_components(x, y),
            Self::Rsa { n, e, .. } => DecodingKey::from_rsa_components(n, e),
        }
        .ok()
    }

    /// By which tokens name it.
    pub fn mark(&self) -> String {
        mark(Value::Object(self.members()).to_string().as_bytes())
    }
}

fn ed25519(jwk: &Map<String, Value>) -> Result<PublicKey, Fault> {
    curve(jwk, "Ed25519")?;
    let (x, bytes) = number(jwk, "x")?;
    let strong = <[u8; 32]>::try_from(bytes.as_slice())
        .ok()
        .and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok())
        .is_some_and(|key| !key.is_weak());
    if strong {
        Ok(PublicKey::Ed25519 { x })
    } else {
        Err(fault("x", "key_point", "is no public key of Ed25519"))
    }
}

fn p256(jwk: &Map<String, Value>) -> Result<PublicKey, Fault> {
    curve(jwk, "P-256")?;
    let ((x, first), (y, second)) = (number(jwk, "x")?, number(jwk, "y")?);
    let point = [&[4], first.as_slice(), second.as_slice()].concat();
    let fits = first.len() == 32 && ParsedPublicKey::new(&ECDSA_P256_SHA256_FIXED, point).is_ok();
    if fits {
        Ok(PublicKey::P256 { x, y })
    } else {
        Err(fault("x", "key_point", "is with `y` no point of the curve P-256"))
    }
}

fn rsa(jwk: &Map<String, Value>) -> Result<PublicKey, Fault> {
    let ((n, modulus), (e, exponent)) = (number(jwk, "n")?, number(jwk, "e")?);
    let bits = u32::try_from(modulus.len()).unwrap_or(u32::MAX).saturating_mul(8)
        - modulus.first().map_or(0, |first| first.leading_zeros());
    let odd = |bytes: &[u8]| bytes.last().is_some_and(|last| last & 1 == 1);
    if !MODULUS.contains(&bits) || !odd(&modulus) {
        let detail = format!("has to be an odd number of 2048 to 4096 bits, and has {bits}");
        return Err(fault("n", "key_size", detail));
    }
    let large = exponent.len() >= 3 && exponent.len() <= 4 && exponent.first() != Some(&0);
    if !large || !odd(&exponent) {
        return Err(fault(
            "e",
            "key_size",
            "has to be an odd number from 65537 on, as `AQAB`",
        ));
    }
    let only = match jwk.get("alg").and_then(Value::as_str) {
        Some("PS256") => Some(Algorithm::PS256),
        Some("RS256") => Some(Algorithm::RS256),
        _ => None,
    };
    Ok(PublicKey::Rsa { n, e, only })
}

fn curve(jwk: &Map<String, Value>, wanted: &str) -> Result<(), Fault> {
    if text(jwk, "crv")? == wanted {
        return Ok(());
    }
    Err(fault("crv", "key_kind", format!("has to be `{wanted}`")).accepted([wanted]))
}

fn text<'a>(jwk: &'a Map<String, Value>, name: &str) -> Result<&'a str, Fault> {
    let missing = || fault(name, "required", format!("`{name}` has to be given, as text"));
    jwk.get(name).and_then(Value::as_str).ok_or_else(missing)
}

/// A number in base64url, as it was given and as bytes.
fn number(jwk: &Map<String, Value>, name: &str) -> Result<(String, Vec<u8>), Fault> {
    let text = text(jwk, name)?;
    let wrong = || fault(name, "base64url", "has to be base64url without padding");
    let bytes = URL_SAFE_NO_PAD.decode(text).ok().ok_or_else(wrong)?;
    Ok((text.to_owned(), bytes))
}

fn fault(name: &str, code: &str, detail: impl Into<String>) -> Fault {
    Fault::new(
        format!("/public_key/{}", name.replace('~', "~0").replace('/', "~1")),
        code,
        detail,
    )
}
