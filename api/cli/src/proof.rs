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
mod tests {
    use serde_json::Value;

    use super::*;

    fn vectors() -> Value {
        serde_json::from_str(include_str!("../../domain/data/vectors/receipt.json")).unwrap()
    }

    fn keys(vectors: &Value) -> KeySet {
        serde_json::from_value(serde_json::json!({"keys": [vectors["signing_key"]["jwk"]]})).unwrap()
    }

    fn hex_bytes<const N: usize>(value: &Value) -> [u8; N] {
        hex::decode(value.as_str().unwrap()).unwrap().try_into().unwrap()
    }

    #[test]
    fn the_proofs_of_the_shared_vectors_hold_and_open_their_commitments() {
        let vectors = vectors();
        let keys = keys(&vectors);
        for case in vectors["cases"].as_array().unwrap() {
            let filed: FilingProof = serde_json::from_value(case["filing_proof"].clone()).unwrap();
            assert_eq!(verify_proof(&filed, &keys), Ok(()));
            let report = case["report_json"].as_str().unwrap().as_bytes();
            let salt = hex_bytes(&case["proof_salt_hex"]);
            assert_eq!(verify_commitment(&filed, report, &salt), Ok(()));
            assert_eq!(
                verify_commitment(&filed, b"{}", &salt),
                Err(ProofFault::Commitment)
            );
            assert_eq!(
                verify_commitment(&filed, report, &[0; 16]),
                Err(ProofFault::Commitment)
            );
            let signed = sign(
                case["proof_text"].as_str().unwrap(),
                &hex_bytes(&vectors["signing_key"]["seed_hex"]),
            );
            assert_eq!(signed, filed.signature);
        }
    }

    #[test]
    fn a_changed_proof_is_noticed_whatever_was_changed() {
        let vectors = vectors();
        let keys = keys(&vectors);
        let good: FilingProof = serde_json::from_value(vectors["cases"][0]["filing_proof"].clone()).unwrap();
        let other = "0".repeat(64);
        for (changed, fault) in [
            (
                FilingProof {
                    month: "2026-12".to_owned(),
                    ..good.clone()
                },
                ProofFault::Signature,
            ),
            (
                FilingProof {
                    commitment: other,
                    ..good.clone()
                },
                ProofFault::Signature,
            ),
            (
                FilingProof {
                    signature: "AAAA".to_owned(),
                    ..good.clone()
                },
                ProofFault::Signature,
            ),
            (
                FilingProof {
                    kid: "other".to_owned(),
                    ..good.clone()
                },
                ProofFault::UnknownKey("other".to_owned()),
            ),
            (
                FilingProof {
                    format: "v0".to_owned(),
                    ..good.clone()
                },
                ProofFault::Format,
            ),
        ] {
            assert_eq!(verify_proof(&changed, &keys), Err(fault));
        }
    }

    #[test]
    fn a_key_for_another_purpose_signs_no_proof() {
        let vectors = vectors();
        let mut keys = keys(&vectors);
        keys.keys[0].bellbuoy_purpose = Some("access_token".to_owned());
        let filed: FilingProof = serde_json::from_value(vectors["cases"][0]["filing_proof"].clone()).unwrap();
        assert!(matches!(
            verify_proof(&filed, &keys),
            Err(ProofFault::UnknownKey(_))
        ));
    }

    #[test]
    fn a_list_of_desk_keys_is_accepted_as_signed_and_not_with_a_key_slipped_in() {
        let vectors = vectors();
        let signed = &vectors["epochs"];
        let epochs = signed["epochs"]
            .as_array()
            .unwrap()
            .iter()
            .enumerate()
            .map(|(at, epoch)| Epoch {
                id: epoch["id"].as_str().unwrap().to_owned(),
                recipient: epoch["recipient"].as_str().unwrap().to_owned(),
                current: at == 0,
            });
        let text = |key: &str| signed[key].as_str().unwrap().to_owned();
        let good = EpochList {
            server_hour: 1,
            work_bits: 18,
            recovery: text("recovery"),
            epochs: epochs.collect(),
            kid: text("kid"),
            signature: text("signature"),
        };
        let keys = keys(&vectors);
        assert_eq!(verify_epochs(&good, &keys).unwrap().id, "2026-11");
        let mut slipped = good.clone();
        slipped.epochs[0].recipient = slipped.recovery.clone();
        assert_eq!(verify_epochs(&slipped, &keys), Err(ProofFault::Signature));
        let mut none = good;
        none.epochs.iter_mut().for_each(|epoch| epoch.current = false);
        assert_eq!(verify_epochs(&none, &keys), Err(ProofFault::NoCurrentEpoch));
    }
}
