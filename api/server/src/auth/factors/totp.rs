//! Codes by time: six digits, SHA-1, steps of 30 seconds, one step of tolerance (RFC 6238 §5.2), and how their secrets
//! are sealed for the database.

use crate::auth::keys::keyed;
use crate::http::AppError;
use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use chrono::{DateTime, Utc};
use totp_rs::{Builder, Secret, Totp};
use uuid::Uuid;
use zeroize::Zeroizing;

/// Bytes of a secret: as many as SHA-1 gives (RFC 4226 §4, R6).
pub const BYTES: usize = 20;
const NONCE: usize = 24;

fn fault(what: &'static str) -> AppError {
    AppError::Internal(anyhow::anyhow!("second factor: {what}"))
}

/// Seals secrets for the database; a sealed secret belongs to one account and opens for no other.
pub struct Seal(XChaCha20Poly1305);

impl Seal {
    /// With a key of its own, derived from the server's secret.
    pub fn of(secret: &[u8; 32]) -> Self {
        let key = Zeroizing::new(keyed(secret, &[b"second factor v1\n"]));
        Self(XChaCha20Poly1305::new((&*key).into()))
    }

    /// Nonce and sealed secret.
    ///
    /// # Errors
    /// Never with a secret of this length.
    pub fn seal(&self, account: Uuid, secret: &[u8; BYTES]) -> Result<Vec<u8>, AppError> {
        let nonce: [u8; NONCE] = rand::random();
        let payload = Payload {
            msg: secret,
            aad: account.as_bytes(),
        };
        let sealed = self
            .0
            .encrypt(XNonce::from_slice(&nonce), payload)
            .map_err(|_opaque| fault("a secret could not be sealed"))?;
        Ok([nonce.as_slice(), &sealed].concat())
    }

    /// The secret again.
    ///
    /// # Errors
    /// When it was sealed for another account or with another key.
    pub fn open(&self, account: Uuid, sealed: &[u8]) -> Result<Zeroizing<Vec<u8>>, AppError> {
        let (nonce, sealed) = sealed
            .split_at_checked(NONCE)
            .ok_or_else(|| fault("a sealed secret is too short"))?;
        let payload = Payload {
            msg: sealed,
            aad: account.as_bytes(),
        };
        self.0
            .decrypt(XNonce::from_slice(nonce), payload)
            .map(Zeroizing::new)
            .map_err(|_opaque| {
                fault("a secret does not open with this server's key; put back keys/server.secret")
            })
    }
}

fn totp(secret: &[u8], account: &str, issuer: &str) -> Result<Totp, AppError> {
    Builder::new()
        .with_secret(Secret::from(secret))
        .with_account_name(account)
        .with_issuer(Some(issuer))
        .build()
        .map_err(|error| AppError::Internal(anyhow::anyhow!("second factor: {error}")))
}

fn seconds(now: DateTime<Utc>) -> u64 {
    now.timestamp().unsigned_abs()
}

/// The step whose code this is.
///
/// # Errors
/// When the secret is none.
pub fn step(secret: &[u8], code: &str, now: DateTime<Utc>) -> Result<Option<i64>, AppError> {
    let step = totp(secret, "-", "-")?.check(code, seconds(now));
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// The code of this moment.
///
/// # Errors
/// When the secret is none.
pub fn code_at(secret: &[u8], now: DateTime<Utc>) -> Result<String, AppError> {
    Ok(totp(secret, "-", "-")?.generate(seconds(now)).to_string())
}

/// The secret in base32 for who types it, and the address that an authenticator reads from a picture.
///
/// # Errors
/// When the secret is none.
pub fn told(secret: &[u8], email: &str, site: &str) -> Result<(String, String), AppError> {
    let site = site.replace(':', " ");
    let totp = totp(secret, &email.replace(':', " "), &site)?;
    let uri = totp
        .to_url()
        .map_err(|error| AppError::Internal(anyhow::anyhow!("second factor: {error}")))?;
    Ok((totp.secret().to_base32(), uri))
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::TimeDelta;

    const SECRET: [u8; BYTES] = *b"12345678901234567890";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::UNIX_EPOCH + TimeDelta::seconds(seconds)
    }

    #[test]
    fn codes_are_those_of_the_standard() {
        // RFC 6238, appendix B, the last six of its eight digits.
        for (time, code) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_234_567_890, "005924"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(code_at(&SECRET, at(time)).unwrap(), code);
        }
    }

    #[test]
    fn a_code_counts_one_step_early_and_late_and_no_more() {
        let code = code_at(&SECRET, at(1_000_000_000)).unwrap();
        let own = step(&SECRET, &code, at(1_000_000_000)).unwrap();
        assert!(own.is_some());
        for (seconds, counts) in [(-60, false), (-30, true), (30, true), (60, false), (90, false)] {
            let found = step(&SECRET, &code, at(1_000_000_000 + seconds)).unwrap();
            assert_eq!(found, own.filter(|_| counts), "{seconds} s");
        }
    }

    #[test]
    fn a_sealed_secret_opens_for_its_account_and_key_only() {
        let (one, other) = (Uuid::now_v7(), Uuid::now_v7());
        let seal = Seal::of(&[7; 32]);
        let sealed = seal.seal(one, &SECRET).unwrap();
        assert_eq!(seal.open(one, &sealed).unwrap().as_slice(), SECRET);
        assert!(seal.open(other, &sealed).is_err());
        assert!(Seal::of(&[8; 32]).open(one, &sealed).is_err());
        let mut changed = sealed.clone();
        *changed.last_mut().unwrap() ^= 1;
        assert!(seal.open(one, &changed).is_err());
        assert!(seal.open(one, &sealed[..10]).is_err());
        assert!(!sealed.windows(BYTES).any(|window| window == SECRET));
    }

    #[test]
    fn an_authenticator_reads_the_address() {
        let (secret, uri) = told(&SECRET, "analyst@demo.example", "Bellbuoy: demo").unwrap();
        assert_eq!(secret, "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assert!(uri.starts_with("otpauth://totp/Bellbuoy"), "{uri}");
        assert!(uri.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{uri}");
    }
}
