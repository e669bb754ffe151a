//! Against the vectors that the site is tested with as well.

use serde_json::Value;

use super::*;

fn vectors() -> Value {
    serde_json::from_str(include_str!("../../../domain/data/vectors/receipt.json")).unwrap()
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
