//! Checks what the instance signed: filing proofs, the list of desk keys, checkpoints of the audit.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD};
use bellbuoy_domain::ledger::{Checkpoint, Claim};
use bellbuoy_domain::proof::{self, FilingProof};
use ed25519_dalek::{Signature, Signer, SigningKey, VerifyingKey};
use serde::{Deserialize, Serialize};

/// The purpose of the keys that sign proofs and key lists.
pub const PURPOSE: &str = "filing_proof";
/// The purpose of the keys that sign checkpoints of the audit.
pub const CHECKPOINTS: &str = "audit_checkpoint";

/// The public keys of an instance, as it lists them.
#[derive(Debug, Clone, Deserialize)]
pub struct KeySet {
    pub keys: Vec<PublicKey>,
}

/// One public key of an instance.
#[derive(Debug, Clone, Deserialize)]
pub struct PublicKey {
    pub kid: Option<String>,
    pub kty: String,
    pub crv: Option<String>,
    pub x: Option<String>,
    pub bellbuoy_purpose: Option<String>,
}

/// The list of desk keys a report is sealed to, as the instance publishes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct EpochList {
    /// Whole hours since the start of 1970, for the proof of work.
    pub server_hour: u64,
    pub work_bits: u32,
    /// The recovery key's recipient.
    pub recovery: String,
    pub epochs: Vec<Epoch>,
    pub kid: String,
    pub signature: String,
}

/// One desk key.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Epoch {
    pub id: String,
    pub recipient: String,
    pub current: bool,
}

/// Why a signature or a commitment is not accepted.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ProofFault {
    #[error("this is not a filing proof of a known format")]
    Format,
    #[error("this is no checkpoint of a known format")]
    CheckpointFormat,
    #[error("the key {0:?} is not among the instance's keys for this purpose")]
    UnknownKey(String),
    #[error("the signature does not fit: the file was changed or is not from this instance")]
    Signature,
    #[error("the list of desk keys has no current key")]
    NoCurrentEpoch,
    #[error("the proof is not about this report and these words")]
    Commitment,
}

impl KeySet {
    fn find(&self, kid: &str, purpose: &str) -> Result<VerifyingKey, ProofFault> {
        let ours = |key: &&PublicKey| {
            key.kid.as_deref() == Some(kid)
                && key.kty == "OKP"
                && key.crv.as_deref() == Some("Ed25519")
                && key.bellbuoy_purpose.as_deref() == Some(purpose)
        };
        let key = self.keys.iter().find(ours).and_then(|key| key.x.as_deref());
        let bytes = key
            .and_then(|x| BASE64_URL_SAFE_NO_PAD.decode(x).ok())
            .and_then(|b| b.try_into().ok());
        let key = bytes.and_then(|bytes| VerifyingKey::from_bytes(&bytes).ok());
        key.ok_or_else(|| ProofFault::UnknownKey(kid.to_owned()))
    }

    pub(crate) fn verify(
        &self,
        purpose: &str,
        kid: &str,
        text: &str,
        signature: &str,
    ) -> Result<(), ProofFault> {
        let key = self.find(kid, purpose)?;
        let bytes = BASE64_URL_SAFE_NO_PAD
            .decode(signature)
            .ok()
            .and_then(|b| Signature::from_slice(&b).ok());
        let checked = bytes.and_then(|signature| key.verify_strict(text.as_bytes(), &signature).ok());
        checked.ok_or(ProofFault::Signature)
    }
}

/// Checks a filing proof against the instance's public keys; needs no connection.
///
/// # Errors
/// Says whether the format, the key or the signature is wrong.
pub fn verify_proof(filed: &FilingProof, keys: &KeySet) -> Result<(), ProofFault> {
    if filed.format != proof::FORMAT {
        return Err(ProofFault::Format);
    }
    keys.verify(
        PURPOSE,
        &filed.kid,
        &proof::proof_text(&filed.commitment, &filed.month),
        &filed.signature,
    )
}

/// Checks a checkpoint of the audit against the instance's public keys, and gives what it claims.
///
/// # Errors
/// Says whether the format, the key or the signature is wrong.
pub fn verify_checkpoint(kept: &Checkpoint, keys: &KeySet) -> Result<Claim, ProofFault> {
    let claim = kept.claim().ok_or(ProofFault::CheckpointFormat)?;
    keys.verify(CHECKPOINTS, &kept.kid, &kept.text(), &kept.signature)?;
    Ok(claim)
}

/// Checks that a proof is about this report: the JSON bytes as sealed, and the salt its receipt gives.
///
/// # Errors
/// When it is about another report or other words.
pub fn verify_commitment(filed: &FilingProof, report: &[u8], salt: &[u8; 16]) -> Result<(), ProofFault> {
    let own = hex::encode(proof::commitment(report, salt));
    if own == filed.commitment {
        Ok(())
    } else {
        Err(ProofFault::Commitment)
    }
}

/// Checks the list of desk keys and gives the current one.
///
/// # Errors
/// When the signature does not fit or no key is current.
pub fn verify_epochs<'a>(list: &'a EpochList, keys: &KeySet) -> Result<&'a Epoch, ProofFault> {
    let pairs = list
        .epochs
        .iter()
        .map(|epoch| (epoch.id.as_str(), epoch.recipient.as_str()));
    keys.verify(
        PURPOSE,
        &list.kid,
        &proof::epochs_text(&list.recovery, pairs),
        &list.signature,
    )?;
    list.epochs
        .iter()
        .find(|epoch| epoch.current)
        .ok_or(ProofFault::NoCurrentEpoch)
}

/// Signs a text with the instance's key, for tests and the seed; base64url without padding.
#[must_use]
pub fn sign(text: &str, seed: &[u8; 32]) -> String {
    let signature = SigningKey::from_bytes(seed).sign(text.as_bytes());
    BASE64_URL_SAFE_NO_PAD.encode(signature.to_bytes())
}

#[cfg(test)]
mod tests;
