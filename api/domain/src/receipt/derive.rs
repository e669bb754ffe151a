//! What a receipt stands for: the way to the mailbox, its key, the envelope's id, the proof's salt.

use bech32::{Bech32, Hrp};
use hkdf::Hkdf;
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::Receipt;

const STRETCH_SALT: &[u8] = b"bellbuoy receipt v1";
const STRETCH_ROUNDS: u32 = 600_000;
const LOCATOR_INFO: &[u8] = b"bellbuoy locator v1";
const ENVELOPE_INFO: &[u8] = b"bellbuoy envelope v1";
const MAILBOX_INFO: &[u8] = b"bellbuoy mailbox v1";
const PROOF_INFO: &[u8] = b"bellbuoy proof v1";
const IDENTITY_PREFIX: Hrp = Hrp::parse_unchecked("age-secret-key-");

/// What a receipt stands for. The mailbox key and the proof salt are secrets of the reporter.
#[derive(Clone, PartialEq, Eq)]
pub struct Derived {
    /// Finds the mailbox; sent only by someone who has the words.
    pub locator: [u8; 32],
    /// A version 4 id, so that it tells no time.
    pub envelope_id: Uuid,
    /// The X25519 secret of the mailbox.
    pub mailbox_secret: [u8; 32],
    /// Stays with the reporter; opens the commitment.
    pub proof_salt: [u8; 16],
}

impl std::fmt::Debug for Derived {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Derived(…)")
    }
}

impl Derived {
    /// The locator as it stands in the mailbox's address: 64 lower-case hex digits.
    #[must_use]
    pub fn locator_hex(&self) -> String {
        hex::encode(self.locator)
    }

    /// All the server is told of the locator at filing: its SHA-256.
    #[must_use]
    pub fn locator_hash(&self) -> [u8; 32] {
        locator_hash(&self.locator)
    }

    /// The mailbox key as an age identity, `AGE-SECRET-KEY-1…`.
    #[must_use]
    pub fn mailbox_identity(&self) -> String {
        bech32::encode::<Bech32>(IDENTITY_PREFIX, &self.mailbox_secret)
            .unwrap_or_default()
            .to_uppercase()
    }
}

/// The SHA-256 of a locator, under which the server files an envelope.
#[must_use]
pub fn locator_hash(locator: &[u8; 32]) -> [u8; 32] {
    Sha256::digest(locator).into()
}

/// Derives everything from a receipt. Deterministic and slow on purpose: 600,000 rounds of PBKDF2.
#[must_use]
pub fn derive(receipt: &Receipt) -> Derived {
    let mut master = [0; 32];
    pbkdf2::pbkdf2_hmac::<Sha256>(
        receipt.phrase().as_bytes(),
        STRETCH_SALT,
        STRETCH_ROUNDS,
        &mut master,
    );
    let key = Hkdf::<Sha256>::new(None, &master);
    Derived {
        locator: expand(&key, LOCATOR_INFO),
        envelope_id: uuid::Builder::from_random_bytes(expand(&key, ENVELOPE_INFO)).into_uuid(),
        mailbox_secret: expand(&key, MAILBOX_INFO),
        proof_salt: expand(&key, PROOF_INFO),
    }
}

fn expand<const N: usize>(key: &Hkdf<Sha256>, info: &[u8]) -> [u8; N] {
    const { assert!(N <= 255 * 32, "longer than HKDF can give") };
    let mut out = [0; N];
    // The length is checked above, and it is the only thing that can be refused.
    let _ = key.expand(info, &mut out);
    out
}
